/**
 * `coterminous sql`.
 */
import { type Command } from 'commander';
import type { SqlWishes } from '../commands/sql.js';
import type { Outcome } from '../outcome.js';

/** Adds the command. */
export function declareSql(program: Command, outcome: Outcome): void {
  program
    .command('sql')
    .description('a report as SQL, for polygons that stay in PostGIS, DuckDB or Sedona')
    .argument('<report>', 'overlap, align or coverage; or people, to count people on exported faces')
    .argument(
      '<A>',
      'table of the first layer: TABLE[:CODE[:NAME[:GEOMETRY]]]; of people: the faces, TABLE[:GEOMETRY]',
    )
    .argument('<B>', 'table of the second layer; of people: TABLE[:COLUMN[:GEOMETRY]]')
    .requiredOption('--engine <name>', 'postgis, duckdb or sedona (also postgres, spark, databricks)')
    .option('--tolerance <metres>', 'patches thinner than this are slivers')
    .option('--people <TABLE[:COLUMN[:GEOMETRY]]>', 'people on points')
    .option('--blocks <TABLE>', 'with people: the exported table of blocks, joined by --key')
    .option('--key <COLUMN>', 'with people: the column that holds a block’s code')
    .option('-o, --output <FILE.sql>', 'write it to a file')
    .action(async (report: string, a: string, b: string, given: SqlWishes) => {
      const { runSql } = await import('../commands/sql.js');
      outcome.exitCode = await runSql(report, [a, b], given);
    });
}
