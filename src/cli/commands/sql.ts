/**
 * `coterminous sql`: a report as a script for the engine that holds the tables.
 */
import type { Dialect } from '../../sql/dialect.js';
import { engineOf } from '../../sql/engines.js';
import type { PeopleRequest } from '../../sql/people-script.js';
import { peopleFrom, unitsFrom } from '../../sql/sources.js';
import { SCRIPT_TABLES, writePeopleScript, writeScript, type ScriptReport } from '../../sql/write-script.js';
import { nearest } from '../../trouble/nearest.js';
import { InputError } from '../../trouble/input-error.js';
import { print, say } from '../say.js';
import { checkFile, writeFiles } from '../write-files.js';

/** What the command is given. */
export interface SqlWishes {
  readonly engine: string;
  readonly tolerance?: string;
  readonly people?: string;
  readonly blocks?: string;
  readonly key?: string;
  readonly output?: string;
}

/** Writes the script to a file, or to standard output; returns the exit code. */
export async function runSql(
  report: string,
  [a, b]: readonly [string, string],
  wishes: SqlWishes,
): Promise<number> {
  const dialect = engineOf(wishes.engine);
  refuseUnused(report, wishes);
  const script =
    report === 'people'
      ? writePeopleScript(peopleRequest(a, b, wishes, dialect), dialect)
      : writeScript(
          reportNamed(report),
          {
            a: unitsFrom(a, dialect),
            b: unitsFrom(b, dialect),
            tolerance: toleranceFrom(wishes.tolerance),
            people: wishes.people === undefined ? null : peopleFrom(wishes.people, dialect),
          },
          dialect,
        );
  if (wishes.output === undefined) {
    await print(script);
    return 0;
  }
  checkFile(wishes.output);
  writeFiles([{ path: wishes.output, content: script }]);
  say(`wrote ${wishes.output}`);
  return 0;
}

/** Options that the report has no use for are refused, as everywhere. */
function refuseUnused(report: string, wishes: SqlWishes): void {
  const unused = report === 'people' ? (['tolerance', 'people'] as const) : (['blocks', 'key'] as const);
  const given = unused.find((option) => wishes[option] !== undefined);
  if (given === undefined) return;
  throw new InputError({
    id: 'option-unused',
    message: `${report} has no use for --${given}`,
    hint:
      report === 'people'
        ? 'It counts people on exported faces, whose tolerance is that of the export: coterminous sql people FACES PEOPLE --engine NAME'
        : '--blocks and --key are for people on exported faces: coterminous sql people FACES PEOPLE --engine NAME',
  });
}

function peopleRequest(
  faces: string,
  people: string,
  { blocks, key }: SqlWishes,
  dialect: Dialect,
): PeopleRequest {
  if ((blocks === undefined) !== (key === undefined))
    throw new InputError({
      id: 'key-needed',
      message: '--blocks and --key go together',
      hint: 'Give the exported table of blocks, and the column of the people that holds a block’s code; or neither, for people on points',
    });
  const [table, geometry = 'geometry'] = faces.split(':');
  return {
    faces: dialect.quoted(table!),
    facesGiven: faces,
    geometry: dialect.quoted(geometry),
    people: peopleFrom(people, dialect),
    byBlocks: blocks === undefined ? null : { table: dialect.quoted(blocks), key: dialect.quoted(key!) },
  };
}

function reportNamed(word: string): ScriptReport {
  const reports = Object.keys(SCRIPT_TABLES) as ScriptReport[];
  const known = reports.find((report) => report === word);
  if (known !== undefined) return known;
  const guess = nearest(word, reports);
  throw new InputError({
    id: 'report-unknown',
    message: `no script makes the report '${word}'`,
    hint: `${guess === null ? '' : `Did you mean '${guess}'? `}Reports: ${reports.join(', ')}`,
  });
}

/** A script cannot measure how far two files stray from one another, so the width of a sliver must be said. */
function toleranceFrom(text: string | undefined): number {
  const metres = Number(text);
  if (text !== undefined && text.trim() !== '' && metres >= 0 && Number.isFinite(metres)) return metres;
  throw new InputError({
    id: 'tolerance',
    message: text === undefined ? 'no tolerance is given' : `the tolerance '${text}' is no number of metres`,
    hint: 'Say from which width in metres on land is no sliver: --tolerance 30; coterminous overlap measures it on the files and prints it',
  });
}
