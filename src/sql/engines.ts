/**
 * The engines by name, and why others are refused.
 */
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';
import type { Dialect, EngineName } from './dialect.js';
import { duckdb } from './duckdb.js';
import { postgis } from './postgis.js';
import { sedona } from './sedona.js';

const DIALECTS: Readonly<Record<EngineName, Dialect>> = { postgis, duckdb, sedona };

/** Names of the engines for which scripts are written. */
export const ENGINES = Object.keys(DIALECTS) as EngineName[];

/** Other names of those engines. */
const ALIASES: Readonly<Record<string, EngineName>> = {
  postgres: 'postgis',
  postgresql: 'postgis',
  spark: 'sedona',
  databricks: 'sedona',
};

const SPHERE =
  'it measures and cuts geography on a sphere, up to 0.5 % off in area, and its edges are geodesics, not the straight lines of the files';

/** Engines that people ask for and for which no script is right. */
const REFUSED: Readonly<Record<string, string>> = {
  bigquery: SPHERE,
  snowflake: SPHERE,
  s2: SPHERE,
  sedonadb: 'its geography stands on a sphere, and its planar functions were not tried against ours',
  presto: 'its geography stands on a sphere and cannot be cut',
  trino: 'its geography stands on a sphere and cannot be cut',
  athena: 'its geography stands on a sphere and cannot be cut',
  redshift: 'its geography cannot be cut, and it has no tested way to sum areas over edges',
  sqlserver: 'its geography refuses polygons that a file may hold, and it cuts along geodesics',
  mysql: 'it cuts on a plane only, and has no tested way to sum areas over edges',
  oracle: 'its geodetic cuts were not tried against ours',
  spatialite: 'it was not tried against ours',
};

/** The dialect of an engine; an InputError names the engines there are, and why a known other one is none. */
export function engineOf(name: string): Dialect {
  const word = name.trim().toLowerCase();
  const known = ALIASES[word] ?? ENGINES.find((engine) => engine === word);
  if (known !== undefined) return DIALECTS[known];
  const why = REFUSED[word.replace(/[ _-]/g, '')];
  const guess = nearest(word, [...ENGINES, ...Object.keys(ALIASES)]);
  throw new InputError({
    id: 'engine-unknown',
    message:
      why === undefined
        ? `no script can be written for the engine '${name}'`
        : `no script is written for ${name}: ${why}`,
    hint:
      why === undefined
        ? `${guess === null ? '' : `Did you mean '${guess}'? `}Engines: ${ENGINES.join(', ')}`
        : `Write the faces out instead (coterminous export atoms), join people to them there, and read the counts here; or take one of ${ENGINES.join(', ')}`,
  });
}
