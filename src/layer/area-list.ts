/**
 * Units written as a list of areas of any level, and in the form of a legal definition: what they are made of, plus and
 * minus.
 *
 *     neighbourhood,level,code             icb,level,code,sign
 *     Riverside,ward,E05000001             Northshire,council,E06000001,+
 *     Riverside,LSOA,E01000007             Northshire,LSOA,E01000012,-
 *
 * A level is any name of a kind; where the column or the cell is left out the codes' prefixes tell. `sign` has + or
 * include (as has an empty cell), - or exclude. A unit is everything included less everything excluded, whatever the order
 * of the rows. Names of areas may stand for their codes.
 */
import { InputError } from '../trouble/input-error.js';
import { kindsCalled } from './kinds-called.js';
import { columnWithKey, headingKey, type Table } from './table.js';

/** One row of a list. */
export interface ListedArea {
  /** Code of the unit that it is part of. */
  readonly unit: string;
  /** The word for its level, or '' where nothing is said. */
  readonly level: string;
  /** Its code, or its name. */
  readonly code: string;
  readonly excluded: boolean;
  /** Where it stands in the file. */
  readonly place: string;
}

/** A list of areas as it was read. */
export interface AreaList {
  readonly fileName: string;
  /** Heading of the units. */
  readonly heading: string;
  /** Id of the units' kind. */
  readonly kind: string;
  /** Names of units by their codes. */
  readonly names: ReadonlyMap<string, string>;
  readonly areas: readonly ListedArea[];
}

interface ListColumns {
  readonly unit: number;
  readonly name: number;
  readonly level: number;
  readonly code: number;
  readonly sign: number;
}

const CODES = ['code', 'codes', 'area_code', 'gss_code', 'gss', 'ons_code', 'member_code', 'member', 'area'];
const LEVELS = [
  'level',
  'area_level',
  'type',
  'area_type',
  'code_type',
  'kind',
  'geography',
  'geography_type',
];
const SIGNS = ['sign', 'include_exclude', 'include_or_exclude', 'plus_minus', 'include', 'action', 'in_out'];
const SHAPES =
  /^(geometry|wkt|the_geom|geom|wkt_geom|shape|geography|polygon|x|y|lat|latitude|eastings?|northings?)$/;

/** Whether a table with these headings is such a list: it names areas of other layers and has no shapes. */
export const isAreaList = (headings: readonly string[]): boolean => listColumns(headings) !== null;

function listColumns(headings: readonly string[]): ListColumns | null {
  const keys = headings.map(headingKey);
  const find = (wanted: readonly string[]): number => columnWithKey({ headings }, wanted);
  const code = find(CODES);
  const level = find(LEVELS);
  const sign = find(SIGNS);
  const own = keys.flatMap((key, at) =>
    at !== code && at !== level && at !== sign && kindsCalled(key).length > 0 ? [at] : [],
  );
  if (code < 0 || own.length === 0 || keys.some((key, at) => at !== level && SHAPES.test(key))) return null;
  const named = own.find((at) => /(nm|name)$/.test(keys[at]!)) ?? -1;
  const unit = own.find((at) => at !== named) ?? named;
  return { unit, name: named === unit ? -1 : named, level, code, sign };
}

/** Reads a list. Throws InputError, with the row, for one without a unit or a code, or with a sign that is none. */
export function readAreaList(table: Table): AreaList {
  const columns = listColumns(table.headings)!;
  const names = new Map<string, string>();
  const areas: ListedArea[] = [];
  const cell = (column: number, row: number): string => (column < 0 ? '' : table.text(column, row));
  for (let row = 0; row < table.rowCount; row++) {
    const [unit, code] = [cell(columns.unit, row), cell(columns.code, row)];
    const level = cell(columns.level, row);
    if (unit === '' && code === '') continue;
    if (unit === '' || code === '') throw lacks(table, row, columns[unit === '' ? 'unit' : 'code']);
    const name = cell(columns.name, row);
    if (!names.has(unit) || (names.get(unit) === unit && name !== '')) names.set(unit, name || unit);
    const excluded = readSign(cell(columns.sign, row), table, row);
    areas.push({ unit, level, code, excluded, place: table.place(row) });
  }
  if (areas.length === 0) {
    throw new InputError({
      id: 'list-empty',
      file: table.fileName,
      message: 'it lists no area',
      hint: 'Give a row for each area: neighbourhood, level, code',
    });
  }
  const heading = table.headings[columns.unit]!;
  return { fileName: table.fileName, heading, kind: kindsCalled(heading)[0]!.id, names, areas };
}

const INCLUDED = /^(|\+|plus|in|include[ds]?|including|add|added|yes)$/i;
const EXCLUDED = /^([-−–]|minus|less|out|exclude[ds]?|excluding|except|remove[ds]?|no)$/i;

function readSign(text: string, table: Table, row: number): boolean {
  if (INCLUDED.test(text)) return false;
  if (EXCLUDED.test(text)) return true;
  throw new InputError({
    id: 'list-sign',
    file: table.fileName,
    place: table.place(row),
    message: `'${text}' does not say whether the area is in or out`,
    hint: 'Write + or include, - or exclude',
  });
}

const lacks = (table: Table, row: number, column: number): InputError =>
  new InputError({
    id: 'list-cell-empty',
    file: table.fileName,
    place: table.place(row),
    message: `the cell in '${table.headings[column]!}' is empty`,
    hint: 'Every row of a list names a unit and an area of it',
  });
