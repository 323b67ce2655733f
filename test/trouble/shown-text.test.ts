/** Text from files is shown as text: no unseen sign is left, nothing else changes. */
import { describe, expect, test } from 'vitest';
import { shownJson, shownText, shownTexts } from '../../src/trouble/shown-text.js';
import { UNSEEN } from '../unseen-signs.js';

describe('an unseen sign', () => {
  test.each(UNSEEN.map((sign) => [sign.codePointAt(0)!.toString(16), sign]))(
    'U+%s is written out',
    (_, sign) => {
      const shown = shownText(`a${sign}b`);
      expect(shown).toMatch(/^a(\\[nrt]|(\\u[0-9a-f]{4}){1,2})b$/);
      expect(shownText(shown)).toBe(shown);
      expect(JSON.parse(`"${shown}"`)).toBe(`a${sign}b`);
    },
  );

  test('in JSON is escaped, and the document says the same', () => {
    const value = { [`k\u009b`]: [...UNSEEN], n: 1 };
    const text = shownJson(JSON.stringify(value, null, 2));
    expect(JSON.parse(text)).toEqual(value);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });
});

test.each(['Ynys Môn', "King's Lynn – West", '区 🏥', 'a\u00a0b', 'e\u0301'])('%s stays as it is', (text) =>
  expect(shownText(text)).toBe(text),
);

describe('a value', () => {
  test('without unseen signs is itself, to its last part', () => {
    const value = { a: ['x', 1, null, { b: true }] };
    expect(shownTexts(value)).toBe(value);
  });

  test('with one keeps all its other parts, and JavaScript’s own words as keys', () => {
    const value = JSON.parse('{"__proto__": "a\\u001b", "rows": [["x"], ["y\\n", 2]]}') as object;
    const shown = shownTexts(value) as { rows: unknown[] };
    expect(JSON.stringify(shown)).toBe('{"__proto__":"a\\\\u001b","rows":[["x"],["y\\\\n",2]]}');
    expect(shown.rows[0]).toBe((value as { rows: unknown[] }).rows[0]);
  });
});
