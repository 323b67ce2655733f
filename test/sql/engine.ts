/**
 * A database engine as the tests of the written SQL see it: tables in, a script run, tables out.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A table to load: a row is an object; `geom` is WKT, `srid` the number of its system; null is null. */
export interface Loaded {
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

export type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface Engine {
  /** What it calls itself. */
  readonly version: string;
  load(table: Loaded): Promise<void>;
  /** Runs a script; what it stopped with, or null where it came to its end. */
  run(script: string): Promise<string | null>;
  read(query: string): Promise<Row[]>;
  /** Runs a script; the plan by which it made each of some tables. */
  plans(script: string, tables: readonly string[]): Promise<Readonly<Record<string, string>>>;
  stop(): Promise<void>;
}

/** How to start one, or why it cannot be had. */
export interface EngineOffer {
  readonly name: 'postgis' | 'duckdb' | 'sedona';
  readonly start: (() => Promise<Engine>) | null;
  /** True where only the smaller tests are wanted of it. */
  readonly isPartOnly?: boolean;
}

/** Columns that are text whatever their cells are. */
const TEXTS: readonly string[] = ['code', 'name', 'geom', 'block'];

/** Columns of a table with their kinds, in the order of its first row. */
export const columnsOf = ({ rows }: Loaded): [string, 'text' | 'number'][] =>
  Object.keys(rows[0]!).map((name) => [
    name,
    rows.every((row) => row[name] === null || typeof row[name] === 'number') && !TEXTS.includes(name)
      ? 'number'
      : 'text',
  ]);

/** The rows as tab separated text without a heading; \N is null. */
export const tabbed = ({ rows }: Loaded): string =>
  rows
    .map(
      (row) =>
        `${Object.values(row)
          .map((cell) => cell ?? '\\N')
          .join('\t')}\n`,
    )
    .join('');

/** The statements of a script, without the remarks between them. */
export const statementsOf = (script: string): string[] =>
  script
    .replace(/^--.*\n/gm, '')
    .split(/;\n\s*/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

/** The statements of a script that make some tables, each with the query it makes it of. */
export const queriesOf = (script: string, tables: readonly string[]): [table: string, query: string][] =>
  tables.map((table) => {
    const found = new RegExp(`TABLE ${table} (?:USING parquet )?AS\n([^;]*);\n`).exec(script);
    if (found === null) throw new Error(`the script makes no ${table}`);
    return [table, found[1]!];
  });

/** A short folder of one's own, as sockets need it; `remove` when done. */
export function shortFolder(): {
  path: string;
  file: (name: string, content: string) => string;
  remove: () => void;
} {
  const path = mkdtempSync('/tmp/ct-');
  return {
    path,
    file: (name, content) => {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  };
}
