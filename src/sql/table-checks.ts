/**
 * What must be so before anything is measured: one fault is said at a time, with the table and how many rows it has it in.
 * A table is read once for all that is asked of it.
 */
import { literal, type Dialect } from './dialect.js';
import type { PeopleSource, TableSource } from './sources.js';
import type { Check } from './step.js';

/** WGS 84 longitude and latitude; 0 is what tables hold whose system was never said. */
const SYSTEMS = '(0, 4326)';

/** Something that may be wrong with a table. */
interface Fault {
  /** When it is, in terms of what was counted. */
  readonly when: string;
  /** A number that begins the sentence, or null where it needs none. */
  readonly number: string | null;
  /** The sentence, with what to do. */
  readonly saying: string;
}

/** The check of a table of units, faults in the order in which they make sense. */
export function unitCheck(source: TableSource, dialect: Dialect): Check {
  const { table, code, geometry } = source;
  const kind = `upper(${dialect.typeOf(geometry)})`;
  const counts = [
    'count(*) AS n',
    `count(${code}) AS n_coded, count(DISTINCT ${code}) AS n_codes`,
    counting('n_shapeless', `${geometry} IS NULL OR ST_IsEmpty(${geometry})`),
    counting('n_other', `${kind} NOT IN ('ST_POLYGON', 'ST_MULTIPOLYGON')`),
    counting(
      'n_beyond',
      `ST_XMin(${geometry}) < -180 OR ST_XMax(${geometry}) > 180 OR ST_YMin(${geometry}) < -90 OR ST_YMax(${geometry}) > 90`,
    ),
    counting('n_invalid', `NOT ST_IsValid(${geometry})`),
  ];
  return checkOf(source.given, table, geometry, counts, dialect, [
    fault('n = 0', null, 'table without rows. Load the units first'),
    fault('n > n_coded', 'n - n_coded', 'rows without a code. Give every unit its code'),
    fault(
      'n_coded > n_codes',
      'n_coded - n_codes',
      'rows repeat a code. Unite the geometries of each code, and make the code the primary key',
    ),
    fault(
      'n_shapeless > 0',
      'n_shapeless',
      'rows without a shape, or with an empty one. Leave them out or mend them',
    ),
    fault('n_other > 0', 'n_other', 'shapes that are no polygons. Units are polygons'),
    ...systemFaults(geometry, dialect),
    fault(
      'n_beyond > 0',
      'n_beyond',
      'shapes beyond all longitudes and latitudes. Transform them to EPSG:4326, longitude first',
    ),
    fault(
      'n_invalid > 0',
      'n_invalid',
      'invalid polygons. Mend them with ST_MakeValid and look at what became of them',
    ),
  ]);
}

/** The check of a table of people on points. */
export function peopleCheck({ given, table, people, geometry }: PeopleSource, dialect: Dialect): Check {
  const counts = [
    counting('n_unknown', `${people} IS NULL OR ${people} < 0`),
    counting('n_shapeless', `${geometry} IS NULL OR ST_IsEmpty(${geometry})`),
    counting('n_other', `upper(${dialect.typeOf(geometry)}) <> 'ST_POINT'`),
  ];
  return checkOf(given, table, geometry, counts, dialect, [
    fault(
      'n_unknown > 0',
      'n_unknown',
      'rows whose people are below nothing or not known. Leave them out, and say how many',
    ),
    fault('n_shapeless > 0', 'n_shapeless', 'rows without a point. Leave them out, and say how many'),
    fault('n_other > 0', 'n_other', 'shapes that are no points. People are counted where their point is'),
    ...systemFaults(geometry, dialect),
  ]);
}

const fault = (when: string, number: string | null, saying: string): Fault => ({ when, number, saying });

/** How many rows a condition holds in; 0 where there are none. */
const counting = (name: string, condition: string): string =>
  `coalesce(sum(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0) AS ${name}`;

function systemFaults(geometry: string, dialect: Dialect): Fault[] {
  if (dialect.systemOf(geometry) === null) return [];
  return [
    fault('systems > 1', 'systems', 'coordinate systems in one table. Transform all shapes to EPSG:4326'),
    fault(
      `system NOT IN ${SYSTEMS}`,
      'system',
      'is the EPSG number of the coordinate system. Transform the shapes to EPSG:4326',
    ),
  ];
}

function checkOf(
  given: string,
  table: string,
  geometry: string,
  counts: readonly string[],
  dialect: Dialect,
  faults: readonly Fault[],
): Check {
  const system = dialect.systemOf(geometry);
  const systems = system === null ? [] : [`count(DISTINCT ${system}) AS systems, max(${system}) AS system`];
  const cases = faults.map(({ when, number, saying }) =>
    number === null
      ? `  WHEN ${when} THEN ${literal(`${given}: ${saying}`)}`
      : `  WHEN ${when} THEN ${literal(`${given}: `)} || cast(${number} AS ${dialect.textType}) || ${literal(` ${saying}`)}`,
  );
  return {
    about: `${given}: is it as it must be?`,
    query: `SELECT CASE\n${cases.join('\n')}\nEND FROM (SELECT ${[...counts, ...systems].join(',\n  ')}\n  FROM ${table}) AS counted`,
  };
}
