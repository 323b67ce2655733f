/**
 * The two tables of a derived footprint: its units, and its blocks.
 */
import type { Cell, Column, Table } from '../../result/table.js';
import { percent } from '../../result/units-of-measure.js';
import type { Derived, DerivedUnit } from './derived.js';

/** Units in the table: those that won a block, and those most of whose patients live here. */
export const shownUnits = (derived: Derived): DerivedUnit[] =>
  derived.units.filter((unit) => unit.won.length > 0 || livesHere(unit));

/** Whether at least half of a unit's patients live in the blocks that take part. */
export const livesHere = (unit: DerivedUnit): boolean =>
  unit.registeredHere > 0 && unit.registeredHere >= unit.registered / 2;

const column = (
  heading: string,
  kind: Column['kind'],
  decimals: number | null,
  description: string,
): Column => ({
  heading,
  kind,
  decimals,
  description,
});

/** One row a unit. */
export function unitsTable(derived: Derived): Table {
  const { noun, within, measures } = derived.request;
  const people = peopleOfBlocks(derived);
  const inOther = within === null ? 'another unit' : `another unit of ${within.id}`;
  return {
    name: 'units',
    caption: `One row for each ${noun}, with the blocks in which it has most patients.`,
    columns: [
      column('code', 'code', null, `Code of the ${noun}`),
      column('name', 'name', null, `Name of the ${noun}`),
      column('blocks', 'count', 0, 'Blocks it won'),
      column(people.heading, 'people', 0, `People who live in those blocks: ${people.basis}`),
      column('registered', 'people', 0, 'All its registered patients, wherever they live'),
      column('registered_inside', 'people', 0, 'Its registered patients who live in the blocks it won'),
      column('concordance_pct', 'percent', 4, 'registered_inside as a percentage of registered'),
      column('parts', 'count', 0, 'Separate pieces of its land; corners do not join'),
      column(
        'blocks_in_other_icb',
        'count',
        0,
        `Blocks it won that lie in ${inOther} than its own (by the practice map, else where most of its patients live)`,
      ),
      ...measures
        .slice(1)
        .map(({ name, basis }) =>
          column(name, 'people', 0, `People who live in the blocks it won: ${basis}`),
        ),
    ],
    rows: shownUnits(derived).map((unit): Cell[] => [
      unit.code,
      unit.name,
      unit.won.length,
      sumOver(unit.won, people.values),
      unit.registered,
      unit.registeredInside,
      percent(unit.registeredInside, unit.registered),
      derived.land === null ? null : derived.land.parts[unit.unit]!,
      unit.elsewhere,
      ...measures.slice(1).map((_, m) => sumOver(unit.won, valuesOf(derived, m + 1))),
    ]),
  };
}

/** One row a block. */
export function blocksTable(derived: Derived): Table {
  const { noun, lookup, measures } = derived.request;
  const people = peopleOfBlocks(derived);
  return {
    name: 'blocks',
    caption: `One row for each block: the ${noun} with most of its patients, and the next.`,
    columns: [
      column('block_code', 'code', null, `Code of the block (${lookup.membership.blockKind})`),
      column('winner_code', 'code', null, `The ${noun} with most of the block’s patients`),
      column('winner_pct', 'percent', 4, 'Its share of the block’s patients'),
      column('runner_up_code', 'code', null, `The ${noun} that comes second`),
      column('runner_up_pct', 'percent', 4, 'Its share of the block’s patients'),
      column('networks_5pct', 'count', 0, 'How many have 5 % of the block’s patients or more'),
      column(people.heading, 'people', 0, `People of the block: ${people.basis}`),
      column('tie', 'flag', null, 'Whether the first two have equally many; the lower code won'),
      ...measures
        .slice(1)
        .map(({ name, basis }) => column(name, 'people', 0, `People of the block: ${basis}`)),
    ],
    rows: derived.blocks.map((code, i): Cell[] => {
      const contest = derived.contests[i]!;
      const codeOf = (unit: number): string | null => (unit < 0 ? null : lookup.codes[unit]!);
      const value = people.values[i]!;
      return [
        code,
        codeOf(contest.winner),
        contest.winner < 0 ? null : percent(contest.winnerWeight, contest.total),
        codeOf(contest.runnerUp),
        contest.runnerUp < 0 ? null : percent(contest.runnerUpWeight, contest.total),
        contest.overFivePercent,
        Number.isNaN(value) ? null : value,
        contest.tie,
        ...measures.slice(1).map((_, m) => {
          const other = valuesOf(derived, m + 1)[i]!;
          return Number.isNaN(other) ? null : other;
        }),
      ];
    }),
  };
}

/** The people of each block: those of the first measure, or where none is given the patients who live there. */
export function peopleOfBlocks(derived: Derived): { heading: string; basis: string; values: Float64Array } {
  const { measures, lookup } = derived.request;
  const [first] = measures;
  if (first !== undefined) {
    return { heading: first.name, basis: first.basis, values: valuesOf(derived, 0) };
  }
  return {
    heading: 'people',
    basis: `registered patients who live there, of any ${derived.request.noun} (${lookup.source})`,
    values: Float64Array.from(derived.contests, ({ total }) => total),
  };
}

/** People of each block by a measure; NaN where it has no number. */
function valuesOf(derived: Derived, m: number): Float64Array {
  const { blocks, values } = derived.request.measures[m]!;
  const at = new Map(blocks.map((code, index) => [code, index]));
  return Float64Array.from(derived.blocks, (code) => {
    const index = at.get(code);
    return index === undefined ? NaN : values[index]!;
  });
}

function sumOver(blocks: readonly number[], values: Float64Array): number {
  return blocks.reduce((sum, i) => sum + (Number.isNaN(values[i]!) ? 0 : values[i]!), 0);
}
