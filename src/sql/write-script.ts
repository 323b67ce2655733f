/**
 * A whole script: what it does and does not, checks, steps, the tables at its end.
 */
import type { Dialect } from './dialect.js';
import { alignSteps } from './align-steps.js';
import { coverageSteps } from './coverage-steps.js';
import { engineChecks } from './engine-checks.js';
import { overlapStep } from './overlap-steps.js';
import { pairSteps, type PairRequest } from './pair-steps.js';
import type { Check, Step } from './step.js';
import { countSteps, faceChecks, type PeopleRequest } from './people-script.js';
import { peopleCheck, unitCheck } from './table-checks.js';

/** Reports that a script can make. */
export type ScriptReport = 'overlap' | 'align' | 'coverage';

/** The tables at the end of each report's script. */
export const SCRIPT_TABLES: Readonly<Record<ScriptReport, readonly string[]>> = {
  overlap: ['coterminous_overlap'],
  align: ['coterminous_shared'],
  coverage: ['coterminous_neighbourhoods', 'coterminous_parents'],
};

/** The script of a report, statements parted by a semicolon at a line's end and an empty line. */
export function writeScript(report: ScriptReport, request: PairRequest, dialect: Dialect): string {
  const hasPeople = request.people !== null;
  const last = {
    overlap: () => [overlapStep(hasPeople)],
    align: () => alignSteps(hasPeople),
    coverage: () => coverageSteps(request.tolerance, hasPeople, dialect),
  }[report]();
  const checks = [
    ...engineChecks(dialect),
    unitCheck(request.a, dialect),
    unitCheck(request.b, dialect),
    ...(request.people === null ? [] : [peopleCheck(request.people, dialect)]),
  ];
  return [
    heading(report, request, dialect),
    ...dialect.setUp.map((statement) => `${statement};`),
    ...checks.map((check) => checkText(check, dialect)),
    ...stepTexts([...pairSteps(request, dialect), ...last], dialect),
    '',
  ].join('\n\n');
}

/** The script that counts people on faces. */
export const writePeopleScript = (request: PeopleRequest, dialect: Dialect): string =>
  [
    [
      `-- People of ${request.people.given} on the faces of ${request.facesGiven}, for ${dialect.title}.`,
      '-- Makes coterminous_counts: write it out as CSV, then coterminous read counts.csv --faces FILE makes the tables.',
    ].join('\n'),
    ...dialect.setUp.map((statement) => `${statement};`),
    ...[
      ...faceChecks(request),
      ...(request.byBlocks === null ? [peopleCheck(request.people, dialect)] : []),
    ].map((check) => checkText(check, dialect)),
    ...stepTexts(countSteps(request, dialect), dialect),
    '',
  ].join('\n\n');

/** The steps, then what takes away the tables between. */
function stepTexts(steps: readonly Step[], dialect: Dialect): string[] {
  const between = steps.filter(({ name }) => !isKept(name)).flatMap(({ name }) => dialect.dropped(name));
  return [
    ...steps.map((step) => stepText(step, dialect)),
    ...(between.length === 0 ? [] : [between.map((statement) => `${statement};`).join('\n')]),
  ];
}

const isKept = (name: string): boolean => name.startsWith('coterminous_');

const stepText = ({ name, row, query, isSearched, isJoined }: Step, dialect: Dialect): string =>
  [
    `-- ${name}: ${row}.`,
    ...dialect.table(name, query, isKept(name)).map((statement) => `${statement};`),
    ...(isSearched === true ? dialect.searched(name) : []).map((statement) => `${statement};`),
    ...(isJoined === true ? dialect.joined(name) : []).map((statement) => `${statement};`),
  ].join('\n');

const checkText = ({ about, query }: Check, dialect: Dialect): string =>
  `-- ${about}\n${dialect.stopWith(query)};`;

function heading(report: ScriptReport, { a, b, tolerance, people }: PairRequest, dialect: Dialect): string {
  return [
    `coterminous ${report} as SQL, for ${dialect.title}.`,
    `A is ${a.given}, B is ${b.given}: polygons in EPSG:4326, one row a unit.${people === null ? '' : ` People are ${people.given}.`}`,
    `Patches thinner than ${tolerance} m are slivers. Makes ${[...SCRIPT_TABLES[report], ...(people === null ? [] : ['coterminous_people'])].join(', ')}.`,
    ...(dialect.startedWith === null ? [] : [dialect.startedWith]),
    'Areas are on the WGS 84 ellipsoid, along edges that are straight in longitude and latitude.',
    'Not equal to the command: order of rows, last digits (positions are not put on a lattice), widths loosely; codes of',
    'units that a file spells in several ways; slivers thinner than 5 cm; people of slivers that touch only slivers.',
  ]
    .map((line) => `-- ${line}`)
    .join('\n');
}
