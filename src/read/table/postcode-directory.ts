/**
 * What the postcode directories of the ONS (ONSPD, NSPL) mean by their cells.
 *
 *     pcds      doterm  oseast1m  osnrth1m  osgrdind  lat        long
 *     ZZ1 1AA           430000    430000    1         53.7       -1.7
 *     IM1 1AA                               9         99.999999  0.0      no grid reference
 *     ZZ1 3AA   202101  430000    430000    1         53.7       -1.7     ended in January 2021
 *     BT1 1AA           333800    374400    1         54.6       -5.9     metres of the Irish Grid
 */
import { columnWithKey, type Table } from '../../layer/table.js';

/** The latitude that stands for none; no place on earth has it. */
const NO_LATITUDE = 99.9;
/** The grade of a grid reference that is not there. */
const NO_GRADE = '9';

const POSTCODES = [
  'pcds',
  'pcd8',
  'pcd2',
  'pcd7',
  'pcd',
  'postcode',
  'post_code',
  'postcodes',
  'practice_postcode',
];

/** Tells whether a row has no grid reference, by its grade or by its latitude. */
export function withoutGridReference(table: Table): (row: number, y: number) => boolean {
  const grade = columnWithKey(table, ['osgrdind', 'gridind']);
  return (row, y) => (y >= NO_LATITUDE && y < 100) || (grade >= 0 && table.text(grade, row) === NO_GRADE);
}

/** Rows of postcodes that have ended. */
export function terminatedRows(table: Table): number {
  const column = columnWithKey(table, ['doterm']);
  if (column < 0) return 0;
  const { values, index } = table.distinct(column);
  return index.reduce((count, at) => count + (values[at] === '' ? 0 : 1), 0);
}

/** Rows of postcodes of Northern Ireland. */
export function irishRows(table: Table): number[] {
  const column = columnWithKey(table, POSTCODES);
  if (column < 0) return [];
  return Array.from({ length: table.rowCount }, (_, row) => row).filter((row) =>
    /^BT\d/i.test(table.text(column, row)),
  );
}
