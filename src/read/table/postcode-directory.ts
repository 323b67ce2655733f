/**
 * What the postcode directories of the ONS (ONSPD, NSPL) mean by their cells.
 *
 *     pcds      doterm  oseast1m  osnrth1m  osgrdind  lat        long
 *     ZZ1 1AA           430000    430000    1         53.7       -1.7
 *     IM1 1AA                               9         99.999999  0.0      no grid reference
 *     ZZ1 3AA   202101  430000    430000    1         53.7       -1.7     ended in January 2021
 *     BT1 1AA           333800    374400    1         54.6       -5.9     metres of the Irish Grid
 */
import { columnWithKey, headingKey, type Table } from '../../layer/table.js';
import { codeRank, isCodeHeading } from './code-headings.js';

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

/** Codes less fine than postcodes are of areas, finer ones of what stands at a postcode. */
const POSTCODE_RANK = codeRank('postcode');
/** Columns that only directories of postcodes have. */
const OF_DIRECTORIES = [
  'doterm',
  'dointr',
  'usertype',
  'osgrdind',
  'gridind',
  'positional_quality',
  'positional_quality_indicator',
  'pqi',
];
/** Columns that say no more of a postcode than which it is and where. */
const NO_MORE = /^(id|lat(itude)?|lon(g|gitude)?|lng|eastings?|northings?|x|y|country(_code)?)$/;

/** The column of postcodes, in the spelling with one blank where there are several; -1 where there is none. */
export const postcodeColumn = (table: Table): number => columnWithKey(table, POSTCODES);

/**
 * Whether a table is a list of postcodes, and not of what stands at them: it has what directories have, or nothing beside
 * postcodes, codes of areas and coordinates; and no postcode stands in it twice.
 */
export function listsPostcodes(table: Table): boolean {
  const column = postcodeColumn(table);
  if (column < 0 || headingKey(table.headings[column]!) === 'practice_postcode') return false;
  const others = table.headings.filter((heading) => !POSTCODES.includes(headingKey(heading)));
  const saysNoMore = (heading: string): boolean =>
    NO_MORE.test(headingKey(heading)) || (isCodeHeading(heading) && codeRank(heading) > POSTCODE_RANK);
  const isDirectory =
    others.some((heading) => OF_DIRECTORIES.includes(headingKey(heading))) || others.every(saysNoMore);
  return isDirectory && table.distinct(column).values.length === table.rowCount;
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
  const column = postcodeColumn(table);
  if (column < 0) return [];
  return Array.from({ length: table.rowCount }, (_, row) => row).filter((row) =>
    /^BT\d/i.test(table.text(column, row)),
  );
}
