/**
 * Lines as short text: whole steps from position to position, six bits a letter.
 *
 *     12, -7  ──►  24, 13 (sign in the last bit)  ──►  five bits a letter, the sixth says that more follow
 */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Lines given as x and y of the first position and then differences, one word a line. */
export function encodeLines(lines: readonly (readonly number[])[]): string {
  return lines.map((line) => line.map(encodeNumber).join('')).join(' ');
}

function encodeNumber(value: number): string {
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  let text = '';
  while (rest >= 32) {
    text += LETTERS[32 + (rest % 32)]!;
    rest = Math.floor(rest / 32);
  }
  return text + LETTERS[rest]!;
}
