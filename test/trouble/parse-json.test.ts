/** Text that is no JSON is refused with the place where it stops being JSON. */
import { describe, expect, it } from 'vitest';
import { JsonFault, parseJson } from '../../src/trouble/parse-json.js';

const faultOf = (text: string): JsonFault => {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonFault) return error;
  }
  throw new Error(`no fault in ${text}`);
};

describe('JSON', () => {
  it('that is sound is its value', () => {
    expect(parseJson('{"a": [1, -2.5e3, "\\u00e9", null, true]}')).toEqual({
      a: [1, -2500, 'é', null, true],
    });
  });

  it.each([
    ['[1, }', "line 1, column 5: '}' does not belong here"],
    ['{"a": 1,\n "b": x}', "line 2, column 7: 'x' does not belong here"],
    ['{"a" 1}', "line 1, column 6: '1' does not belong here"],
    ['[1 2]', "line 1, column 4: '2' does not belong here"],
    ['[NaN]', "line 1, column 2: 'N' does not belong here"],
    ['{} {}', "line 1, column 4: '{' does not belong here"],
    ["{'a': 1}", "line 1, column 2: ''' does not belong here"],
    ['[😀]', "line 1, column 2: '😀' does not belong here"],
    ['"a\tb"', "line 1, column 3: '\t' does not belong here"],
  ])('%s: %s', (text, message) => {
    expect(faultOf(text)).toMatchObject({ message, isCut: false });
  });

  it('cut anywhere is said to end in the middle', () => {
    const text = JSON.stringify({ a: [1, 'b"\\', { c: null, d: [true, false] }], e: -1.25e-7 }, null, 1);
    for (let length = 0; length < text.length; length++)
      expect(faultOf(text.slice(0, length)), String(length)).toMatchObject({ isCut: true });
    expect(faultOf('{\n"a":').message).toBe('it ends in the middle, after line 2, column 5');
  });

  it('with one sign that is wrong anywhere outside its texts is refused at that sign', () => {
    const text = '[10,{"a":[true,null],"b":{}},-4]';
    for (let place = 0; place < text.length; place++) {
      if (/["ab]/.test(text[place]!)) continue;
      const { message } = faultOf(`${text.slice(0, place)}#${text.slice(place)}`);
      expect(message).toBe(`line 1, column ${place + 1}: '#' does not belong here`);
    }
  });
});
