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
  'it measures and cuts geography on a sphere, about 0.5 % off in area, and its edges are geodesics, not the straight lines of the files';

const SPHERE_OR_PLANE =
  'it measures geography on a sphere, about 0.5 % off in area, and cuts on a plane only';

const NOT_TRIED = 'it was not run against this tool, and no script is handed out that was not';

/** Engines that people ask for and for which no script is right, or none was tried. */
const REFUSED: Readonly<Record<string, string>> = {
  bigquery: SPHERE,
  snowflake: SPHERE,
  presto: SPHERE_OR_PLANE,
  trino: SPHERE_OR_PLANE,
  athena: SPHERE_OR_PLANE,
  redshift: NOT_TRIED,
  sedonadb: NOT_TRIED,
  sqlserver: NOT_TRIED,
  mysql: NOT_TRIED,
  mariadb: NOT_TRIED,
  oracle: NOT_TRIED,
  clickhouse: NOT_TRIED,
  spatialite: NOT_TRIED,
  sqlite: NOT_TRIED,
  synapse: NOT_TRIED,
  fabric: NOT_TRIED,
  cockroachdb: NOT_TRIED,
  saphana: NOT_TRIED,
  teradata: NOT_TRIED,
  vertica: NOT_TRIED,
  db2: NOT_TRIED,
  h2gis: NOT_TRIED,
  greenplum: NOT_TRIED,
  exasol: NOT_TRIED,
  monetdb: NOT_TRIED,
  singlestore: NOT_TRIED,
  hive: NOT_TRIED,
  impala: NOT_TRIED,
  starburst: SPHERE_OR_PLANE,
  dremio: NOT_TRIED,
  azuresql: NOT_TRIED,
};

/** Why an engine is refused that is called by one word or several, its maker's or its product's among them. */
function whyRefused(word: string): string | undefined {
  const parts = word.split(/[ _-]+/);
  const key = [parts.join(''), ...parts].find((each) => Object.hasOwn(REFUSED, each));
  return key === undefined ? undefined : REFUSED[key];
}

/** The dialect of an engine; an InputError names the engines there are, and why a known other one is none. */
export function engineOf(name: string): Dialect {
  const word = name.trim().toLowerCase();
  const known = ALIASES[word] ?? ENGINES.find((engine) => engine === word);
  if (known !== undefined) return DIALECTS[known];
  const why = whyRefused(word);
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
