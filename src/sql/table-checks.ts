/**
 * What must be so before anything is measured: one fault is said at a time, with the table and how many rows it has it in.
 */
import { literal, type Dialect } from './dialect.js';
import type { PeopleSource, TableSource } from './sources.js';
import type { Check } from './step.js';

/** WGS 84 longitude and latitude; 0 is what tables hold whose system was never said. */
const SYSTEMS = '(0, 4326)';

/** Checks of a table of units, in the order in which they make sense. */
export function unitChecks(source: TableSource, dialect: Dialect): Check[] {
  const { table, code, geometry } = source;
  const rows = (where: string): string => `SELECT count(*) AS n FROM ${table} WHERE ${where}`;
  const polygons = `upper(${dialect.typeOf(geometry)}) IN ('ST_POLYGON', 'ST_MULTIPOLYGON')`;
  const fault = (about: string, query: string, saying: string): Check => ({
    about: `${source.given}: ${about}`,
    query: `SELECT CASE WHEN n > 0 THEN ${literal(`${source.given}: `)} || cast(n AS ${dialect.textType}) || ${literal(` ${saying}`)} END FROM (${query}) AS counted`,
  });
  return [
    fault(
      'has it units?',
      `SELECT CASE WHEN count(*) = 0 THEN 1 ELSE 0 END AS n FROM ${table}`,
      'table without rows. Load the units first',
    ),
    fault('has every unit a code?', rows(`${code} IS NULL`), 'rows without a code. Give every unit its code'),
    fault(
      'is every code there once?',
      `SELECT count(*) AS n FROM (SELECT ${code} FROM ${table} GROUP BY ${code} HAVING count(*) > 1) AS twice`,
      'codes stand in several rows. Unite the geometries of each code, or make the code the primary key',
    ),
    fault(
      'has every unit a shape?',
      rows(`${geometry} IS NULL OR ST_IsEmpty(${geometry})`),
      'rows without a shape, or with an empty one. Leave them out or mend them',
    ),
    fault(
      'are all shapes polygons?',
      rows(`NOT ${polygons}`),
      'shapes that are no polygons. Units are polygons',
    ),
    ...systemChecks(source.given, table, geometry, dialect),
    fault(
      'are they in longitude and latitude?',
      rows(
        `ST_XMin(${geometry}) < -180 OR ST_XMax(${geometry}) > 180 OR ST_YMin(${geometry}) < -90 OR ST_YMax(${geometry}) > 90`,
      ),
      'shapes beyond all longitudes and latitudes. Transform them to EPSG:4326, longitude first',
    ),
    fault(
      'are all polygons valid?',
      rows(`NOT ST_IsValid(${geometry})`),
      'invalid polygons. Mend them with ST_MakeValid and look at what became of them',
    ),
  ];
}

/** Checks of a table of people on points. */
export function peopleChecks(source: PeopleSource, dialect: Dialect): Check[] {
  const { table, people, geometry } = source;
  const none = `SELECT CASE WHEN n > 0 THEN ${literal(`${source.given}: `)} || cast(n AS ${dialect.textType}) || ${literal(' rows whose people are below nothing or not known, or without a point. Leave them out, and say how many')} END`;
  return [
    ...systemChecks(source.given, table, geometry, dialect),
    {
      about: `${source.given}: has every row people and a point?`,
      query: `${none} FROM (SELECT count(*) AS n FROM ${table} WHERE ${people} IS NULL OR ${people} < 0 OR ${geometry} IS NULL OR ST_IsEmpty(${geometry})) AS counted`,
    },
  ];
}

function systemChecks(given: string, table: string, geometry: string, dialect: Dialect): Check[] {
  const system = dialect.systemOf(geometry);
  if (system === null) return [];
  return [
    {
      about: `${given}: is there one coordinate system, and is it longitude and latitude?`,
      query: `SELECT CASE WHEN count(DISTINCT srid) > 1 THEN ${literal(`${given}: several coordinate systems in one table. Transform all shapes to EPSG:4326`)} WHEN max(srid) NOT IN ${SYSTEMS} THEN ${literal(`${given}: the coordinate system is EPSG:`)} || cast(max(srid) AS ${dialect.textType}) || '. Transform it to EPSG:4326' END FROM (SELECT ${system} AS srid FROM ${table}) AS systems`,
    },
  ];
}
