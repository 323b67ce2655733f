/**
 * Bytes as text that lies in an HTML page as it is: four bytes in five signs, the 85 signs from `(` to `}` without `<`.
 */

const FIRST = 40;
const LESS_THAN = 60;
/** Stands for the sign that would begin a tag. */
const STAND_IN = 125;

/** The text; `bytesOfText` gives the bytes again. */
export function textOfBytes(bytes: Uint8Array): string {
  const signs = new Uint8Array(Math.ceil(bytes.length / 4) * 5 + 1);
  let at = 0;
  for (let i = 0; i < bytes.length; i += 4) {
    let value =
      ((bytes[i]! << 24) | ((bytes[i + 1] ?? 0) << 16) | ((bytes[i + 2] ?? 0) << 8) | (bytes[i + 3] ?? 0)) >>>
      0;
    for (let sign = 4; sign >= 0; sign--) {
      const code = FIRST + (value % 85);
      signs[at + sign] = code === LESS_THAN ? STAND_IN : code;
      value = Math.floor(value / 85);
    }
    at += 5;
  }
  // The last sign says how many of the last four bytes are only there to fill them.
  signs[at] = FIRST + ((4 - (bytes.length % 4)) % 4);
  return new TextDecoder('latin1').decode(signs);
}

/** The bytes of a text. It stands by itself, for its source is handed to the worker. */
export function bytesOfText(text: string): Uint8Array<ArrayBuffer> {
  const last = text.length - 1;
  const bytes = new Uint8Array((last / 5) * 4);
  const view = new DataView(bytes.buffer);
  for (let i = 0, at = 0; i < last; i += 5, at += 4) {
    let value = 0;
    for (let sign = i; sign < i + 5; sign++) {
      const code = text.charCodeAt(sign);
      value = value * 85 + (code === 125 ? 20 : code - 40);
    }
    view.setUint32(at, value);
  }
  return bytes.subarray(0, bytes.length - (text.charCodeAt(last) - 40));
}
