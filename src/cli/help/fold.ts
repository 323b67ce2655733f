/**
 * Texts of help on lines of 80 columns, no word broken.
 */
import { wrapText } from '../../report/text-width.js';

export const COLUMNS = 80;
const TERM = 26;

/** A paragraph on its lines, each but the first with an indent. */
export const folded = (text: string, indent = ''): string => wrapText(text, COLUMNS, indent).join('\n');

/** Paragraphs on their lines; those that begin with a blank stand as they are. */
export const laidOut = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.startsWith(' ') ? line : folded(line)))
    .join('\n');

/** A term and what it means: beside it where the term is short, else below; `width` is that of the terms. */
export function meaning(term: string, text: string, width = TERM): string {
  const indent = ' '.repeat(width + 2);
  const head = `  ${term}`;
  const lines = wrapText(text, COLUMNS - indent.length);
  const first = head.length < width + 1 ? [head.padEnd(width + 2) + lines.shift()!] : [head];
  return [...first, ...lines.map((line) => indent + line)].join('\n');
}

/** A command line, broken before options with a backslash where it is long. */
export function commandLine(text: string): string {
  const words = text.match(/"[^"]*"|'[^']*'|\S+/g)!;
  // An option stays with its value.
  const parts = words.reduce<string[]>((found, word, i) => {
    if (i > 0 && words[i - 1]!.startsWith('-') && !word.startsWith('-'))
      found.push(`${found.pop()!} ${word}`);
    else found.push(word);
    return found;
  }, []);
  const lines: string[] = [];
  let line = '  ';
  for (const part of parts) {
    const longer = line.trim() === '' ? line + part : `${line} ${part}`;
    if (longer.length > COLUMNS - 2) {
      lines.push(`${line} \\`);
      line = `    ${part}`;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join('\n');
}
