/**
 * JSON text laid out for people and for line-by-line comparison: one record, or one row of a table, a line.
 */

/** The value as JSON; lists, and objects that hold more than plain values, are spread over lines, flat ones stand on one. */
export function layoutJson(value: unknown, indent = ''): string {
  if (Array.isArray(value)) {
    if (isNumbers(value)) return JSON.stringify(value);
    const items = value.map((item) => layoutJson(item, `${indent}  `));
    return spread('[', items, ']', indent);
  }
  if (typeof value === 'object' && value !== null) {
    if (indent !== '' && isFlat(value)) return flatObject(value);
    const items = Object.entries(value).map(
      ([key, part]) => `${JSON.stringify(key)}: ${layoutJson(part, `${indent}  `)}`,
    );
    return spread('{', items, '}', indent);
  }
  return JSON.stringify(value);
}

function flatObject(value: object): string {
  const items = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${flatValue(part)}`);
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
}

const flatValue = (part: unknown): string =>
  isPlainObject(part)
    ? flatObject(part)
    : Array.isArray(part)
      ? `[${part.map((item) => JSON.stringify(item)).join(', ')}]`
      : JSON.stringify(part);

function spread(open: string, items: readonly string[], close: string, indent: string): string {
  if (items.length === 0) return open + close;
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}${close}`;
}

/** True for a list that holds numbers, or lists of them, and nothing else: positions stand on one line. */
const isNumbers = (value: readonly unknown[]): boolean =>
  value.length > 0 &&
  value.every((item) => typeof item === 'number' || (Array.isArray(item) && isNumbers(item)));

/** True for an object of plain values alone. */
const isPlainObject = (part: unknown): part is object =>
  typeof part === 'object' &&
  part !== null &&
  !Array.isArray(part) &&
  Object.values(part).every((value) => typeof value !== 'object' || value === null);

/** True where every part is a plain value, or a list or an object of plain values alone. */
function isFlat(value: object): boolean {
  return Object.values(value).every(
    (part) =>
      typeof part !== 'object' ||
      part === null ||
      isPlainObject(part) ||
      (Array.isArray(part) && part.every((item) => typeof item !== 'object' || item === null)),
  );
}
