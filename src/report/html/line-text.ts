/**
 * Lines as short text and back: whole steps from position to position, six bits a letter.
 *
 *     12, -7  ◄──►  24, 13 (sign in the last bit)  ◄──►  five bits a letter, the sixth says that more follow
 */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Lines given as x and y of the first position and then differences, one word a line. */
export function encodeLines(lines: readonly (readonly number[])[]): string {
  return lines.map((line) => line.map(encodeNumber).join('')).join(' ');
}

/** The lines that `encodeLines` was given. */
export function decodeLines(text: string): number[][] {
  return text === '' ? [] : text.split(' ').map(decodeLine);
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

/** The value of each letter, by its code. */
const VALUES = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, LETTERS.indexOf(String.fromCharCode(code))),
);

function decodeLine(text: string): number[] {
  const found: number[] = [];
  let [value, shift] = [0, 1];
  for (let i = 0; i < text.length; i++) {
    const part = VALUES[text.charCodeAt(i)]!;
    value += (part & 31) * shift;
    if (part >= 32) {
      shift *= 32;
    } else {
      found.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2);
      [value, shift] = [0, 1];
    }
  }
  return found;
}
