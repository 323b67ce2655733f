/**
 * The command that writes SQL: what it refuses, by name and with why, and what it lets through.
 */
import { describe, expect, it } from 'vitest';
import { runCommand } from '../cli/run-command.js';

const sql = (...words: string[]) => runCommand(['sql', ...words]);

describe('engines', () => {
  it.each([
    ['bigquery', /no script is written for bigquery: .*sphere/],
    ['Snowflake', /no script is written for Snowflake: .*sphere/],
    ['trino', /no script is written for trino: .*sphere/],
    ['presto', /no script is written for presto: .*sphere/],
    ['Athena', /no script is written for Athena: .*sphere/],
    ['SAP HANA', /no script is written for SAP HANA: it was not run/],
    ['cockroachdb', /no script is written for cockroachdb: it was not run/],
    ['redshift', /no script is written for redshift: /],
    ['mysql', /no script is written for mysql: /],
    ['sql-server', /no script is written for sql-server: /],
    ['Azure Synapse', /no script is written for Azure Synapse: it was not run/],
    ['Oracle Spatial', /no script is written for Oracle Spatial: it was not run/],
    ['Amazon Redshift', /no script is written for Amazon Redshift: it was not run/],
  ])('%s is refused by name', async (engine, said) => {
    const { code, stderr, stdout } = await sql('overlap', 'a', 'b', '--engine', engine, '--tolerance', '30');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
    expect(stderr).toContain('coterminous export atoms');
  });

  it('a mistyped one is guessed', async () => {
    const { code, stderr } = await sql('overlap', 'a', 'b', '--engine', 'postgs', '--tolerance', '30');
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/Did you mean 'postgis'\?|Did you mean 'postgres'\?/),
    ]);
  });

  it.each([
    ['postgresql', 'PostGIS'],
    ['spark', 'Sedona'],
    ['databricks', 'Sedona'],
    ['DuckDB', 'DuckDB'],
  ])('%s is an engine', async (engine, title) => {
    const { code, stdout } = await sql('overlap', 'a', 'b', '--engine', engine, '--tolerance', '30');
    expect([code, stdout.split('\n')[0]]).toEqual([0, expect.stringContaining(title)]);
  });
});

describe('what it is told', () => {
  it.each([
    [['overlap', 'a', 'b'], 'no tolerance is given'],
    [['overlap', 'a', 'b', '--tolerance', 'thirty'], "the tolerance 'thirty' is no number of metres"],
    [['overlap', 'a', 'b', '--tolerance', '-1'], "the tolerance '-1' is no number of metres"],
    [['overlaps', 'a', 'b', '--tolerance', '1'], "no script makes the report 'overlaps'"],
    [['overlap', 'a:', 'b', '--tolerance', '1'], "'a:' names no table"],
    [['people', 'faces', 'p', '--key', 'lsoa'], '--blocks and --key go together'],
    [['people', 'faces', 'p', '--tolerance', '30'], 'people has no use for --tolerance'],
    [['overlap', 'a', 'b', '--tolerance', '1', '--key', 'x'], 'overlap has no use for --key'],
  ])('%j is refused', async (words, said) => {
    const { code, stderr } = await sql(...words, '--engine', 'postgis');
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  it('names with blanks, capitals, marks and schemas are kept', async () => {
    const { stdout } = await sql(
      'overlap',
      'geo.Health "Boards":The Code',
      'b',
      '--engine',
      'postgis',
      '--tolerance',
      '0',
    );
    expect(stdout).toContain('FROM "geo"."Health ""Boards"""');
    expect(stdout).toContain('cast("The Code" AS text)');
    const spark = await sql('overlap', 'cat.db.t`x', 'b', '--engine', 'sedona', '--tolerance', '0');
    expect(spark.stdout).toContain('FROM `cat`.`db`.`t``x`');
  });

  it('is the same script each time', async () => {
    const words = ['coverage', 'a', 'b', '--engine', 'duckdb', '--tolerance', '12.5', '--people', 'p:n'];
    expect((await sql(...words)).stdout).toBe((await sql(...words)).stdout);
  });
});
