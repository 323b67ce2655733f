/**
 * JSON text to what it says; text that is none is refused with the line and column where it stops being JSON, in words
 * that do not depend on the machine that parses it.
 */

/** Why and where text is no JSON. */
export class JsonFault extends Error {
  /** `message` as `line 3, column 14: '}' does not belong here`; `isCut` where the text ends too early. */
  constructor(
    message: string,
    readonly isCut: boolean,
  ) {
    super(message);
  }
}

/** The value of JSON text. Throws a JsonFault for anything else. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw faultOf(text);
  }
}

/**
 * The place is found by halving: a beginning of the text fails at its own end for as long as it is sound so far, and
 * within for as soon as it holds the fault.
 */
function faultOf(text: string): JsonFault {
  if (isSoundSoFar(text))
    return new JsonFault(`it ends in the middle, after ${placeOf(text, text.length)}`, true);
  let [sound, broken] = [0, text.length];
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (isSoundSoFar(text.slice(0, middle))) sound = middle;
    else broken = middle;
  }
  const sign = String.fromCodePoint(text.codePointAt(sound)!);
  return new JsonFault(`${placeOf(text, sound)}: '${sign}' does not belong here`, false);
}

/** Whether some text could go on to be JSON. */
function isSoundSoFar(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    const at = /at position (\d+)/.exec(message);
    return at === null
      ? !/not valid JSON|Unexpected (token|non-whitespace)/.test(message)
      : Number(at[1]) >= text.length;
  }
}

function placeOf(text: string, end: number): string {
  const lines = text.slice(0, end).split('\n');
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}
