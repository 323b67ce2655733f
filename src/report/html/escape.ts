/**
 * Text from files made harmless in HTML: nothing of it can open a tag, leave an attribute or end a script.
 */

/** Text to stand between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** JSON to stand in a script element: no `<` is left in it, so no tag can begin or end. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** Bytes that a value takes in `scriptJson`. */
export const jsonBytes = (value: unknown): number => new TextEncoder().encode(scriptJson(value)).length;
