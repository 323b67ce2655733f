/**
 * Turns whatever a library throws at damaged bytes into an error the user can act on.
 *
 * The parsers for foreign formats signal damage in many ways: a RangeError from beyond the end, a TypeError from a
 * missing part, a plain text. None of them may reach the user as a crash.
 */
import { InputError } from '../../trouble/input-error.js';
import { JsonFault } from '../../trouble/parse-json.js';

/** The result of `work`; anything thrown that is not already an InputError becomes one naming the file and format. */
export async function guardAgainstDamage<T>(
  fileName: string,
  formatName: string,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw thrown instanceof InputError ? thrown : damagedFile(fileName, formatName, causeOf(thrown));
  }
}

/** The error for bytes that begin like a format and do not go on like it. */
export const damagedFile = (fileName: string, formatName: string, cause: string): InputError =>
  new InputError({
    id: 'file-damaged',
    file: fileName,
    message: `the file looks like ${formatName} but cannot be read (${cause})`,
    hint: 'It may be cut short or damaged: download or export it again.',
  });

/** The error for a file that ends before it should. */
export const truncatedFile = (fileName: string, formatName: string, detail: string): InputError =>
  new InputError({
    id: 'file-truncated',
    file: fileName,
    message: `the ${formatName} file is cut short: ${detail}`,
    hint: 'Download or copy it again.',
  });

/** The error for a file whose format is JSON and whose text is none, from what `parseJson` threw. */
export const notJson = (fileName: string, formatName: string, thrown: unknown): InputError =>
  thrown instanceof JsonFault && thrown.isCut
    ? truncatedFile(fileName, formatName, thrown.message)
    : damagedFile(fileName, formatName, causeOf(thrown));

/** One line of text from anything thrown; what the language itself says of missing parts and lengths in our words. */
export function causeOf(thrown: unknown): string {
  if (thrown instanceof TypeError || thrown instanceof ReferenceError) return 'a part of it is missing';
  if (thrown instanceof RangeError) {
    if (/call stack/i.test(thrown.message)) return 'it is too deeply nested';
    if (
      /outside the bounds|out of bounds|Invalid (typed )?array (buffer )?length|Invalid string length/i.test(
        thrown.message,
      )
    )
      return 'a length in it is wrong, or its end is missing';
  }
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const line = text
    .split('\n')[0]!
    .trim()
    .replace(/\.$/, '')
    .replace('undefined entity', 'an entity that it does not define');
  // A library that found nothing where it looked writes down what JavaScript calls that.
  if (/\b(undefined|NaN)\b/.test(line)) return 'a part of it is missing';
  return line === '' ? 'no reason given' : line.slice(0, 200);
}
