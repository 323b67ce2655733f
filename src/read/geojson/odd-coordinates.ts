/**
 * What is wrong where `coordinates` stop being arrays of positions.
 */
import { CLOSE_ARRAY, MINUS, NINE, OPEN_ARRAY, OPEN_OBJECT, QUOTE, ZERO } from './bytes.js';
import { AFTER_ARRAY, AFTER_NUMBER, type CoordinateRun, ITEM, NUMBER, OPENED } from './coordinate-run.js';

/** What the byte means in this state of the run; blank where it breaks the JSON grammar, which is another error. */
export function oddCoordinates(run: CoordinateRun, byte: number): string {
  const { state, depth, positionDepth } = run;
  if (byte === CLOSE_ARRAY) return state === AFTER_NUMBER ? 'a position has one number, it needs two' : '';
  if (state === AFTER_NUMBER || state === AFTER_ARRAY) return '';
  const inPosition = state === NUMBER || (state === OPENED && depth === positionDepth);
  const where = inPosition ? 'in a position where a number should be' : 'in coordinates';
  if (byte === OPEN_ARRAY) {
    return state === NUMBER ? `found an array ${where}` : 'coordinates are nested more than four deep';
  }
  if (byte === OPEN_OBJECT) return `found an object ${where}`;
  if (byte === QUOTE) return `found text ${where}`;
  if (byte === MINUS || (byte >= ZERO && byte <= NINE)) {
    return state === ITEM || depth < positionDepth
      ? 'found a number in coordinates where a position should be'
      : 'the positions of one geometry are not all nested equally deep';
  }
  return `found null, true or false ${where}`;
}
