/**
 * The heading of a list, with what its figures are on the right.
 */
import { prose } from './prose.js';

/** A heading of the second or third level and its aside. */
export const listHead = (heading: string, aside: string, level: 2 | 3 = 2): string =>
  `<div class="list-head"><h${level}>${prose(heading)}</h${level}>${aside === '' ? '' : `<p>${prose(aside)}</p>`}</div>`;
