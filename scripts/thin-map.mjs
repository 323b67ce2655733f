/**
 * A source map with one place for each line of source that code comes from, not one for each word: what a stack needs, in a
 * quarter of the bytes.
 *
 *     mappings   AAAA,SAASA,GAAG,…   ──►   AAAA,YACA,…        (segments by commas, made lines by semicolons)
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** Numbers of a segment: base 64, five bits a digit, lowest first, the sign in the lowest bit. */
function numbersOf(segment) {
  const numbers = [];
  let [value, shift] = [0, 0];
  for (const digit of segment) {
    const bits = VALUE.get(digit);
    value |= (bits & 31) << shift;
    shift += 5;
    if ((bits & 32) !== 0) continue;
    numbers.push((value & 1) === 0 ? value >>> 1 : -(value >>> 1));
    [value, shift] = [0, 0];
  }
  return numbers;
}

function textOf(number) {
  let value = number < 0 ? (-number << 1) | 1 : number << 1;
  let text = '';
  do {
    const rest = value >>> 5;
    text += DIGITS[(value & 31) | (rest > 0 ? 32 : 0)];
    value = rest;
  } while (value > 0);
  return text;
}

/** The map without names and without segments that stay on the source line of the one before; all begin at column 0. */
export function thinMap(map) {
  let [source, line] = [0, 0];
  let [lastSource, lastLine] = [0, 0];
  const thinLine = (made) => {
    let [column, lastColumn] = [0, 0];
    let at = null;
    const kept = [];
    for (const segment of made === '' ? [] : made.split(',')) {
      const [columns, sources, lines] = numbersOf(segment);
      column += columns;
      if (sources === undefined) continue;
      source += sources;
      line += lines;
      // Of a package it is enough to say which: its lines are not ours to mend.
      const place = map.sources[source].includes('node_modules/') ? `${source}` : `${source} ${line}`;
      if (at === place) continue;
      at = place;
      kept.push([column - lastColumn, source - lastSource, line - lastLine, 0].map(textOf).join(''));
      [lastColumn, lastSource, lastLine] = [column, source, line];
    }
    return kept.join(',');
  };
  return { ...map, names: [], mappings: map.mappings.split(';').map(thinLine).join(';') };
}
