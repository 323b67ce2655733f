/**
 * Text from files as it may be shown: what steers a terminal, breaks a line, hides or turns letters stands there as
 * text.
 *
 *     Hart⏎::error::x    →  Hart\n::error::x          an escape sequence  →  \u001b[2J
 *
 * Meant are control signs (C0, DEL, C1), signs of format (direction, zero width, tags) and the ends of lines and
 * paragraphs. Text that has been shown once is the same when it is shown again.
 */

const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const EACH_UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text on one line, every unseen sign written as JSON would escape it. */
export const shownText = (text: string): string =>
  UNSEEN.test(text) ? text.replace(EACH_UNSEEN, (sign) => SHORT[sign] ?? escaped(sign)) : text;

/** JSON text that says the same without unseen signs; its own ends of lines stay. */
export const shownJson = (json: string): string =>
  json.replace(EACH_UNSEEN, (sign) => (sign === '\n' ? sign : escaped(sign)));

/** A value with all its texts and keys shown; itself where nothing in it is unseen. */
export function shownTexts<T>(value: T): T {
  if (typeof value === 'string') return shownText(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    let shown: unknown[] = value;
    for (const [i, part] of value.entries()) {
      const text = shownTexts<unknown>(part);
      if (text === part) continue;
      if (shown === value) shown = [...(value as unknown[])];
      shown[i] = text;
    }
    return shown as T;
  }
  const entries = Object.entries(value);
  const shown = entries.map(([key, part]) => [shownText(key), shownTexts<unknown>(part)] as const);
  const isSame = shown.every(([key, part], i) => key === entries[i]![0] && part === entries[i]![1]);
  return isSame ? value : (Object.fromEntries(shown) as T);
}

/** Sixteen bits at a time, as JSON does: signs beyond them become two escapes. */
const escaped = (sign: string): string =>
  [...Array(sign.length).keys()]
    .map((i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`)
    .join('');
