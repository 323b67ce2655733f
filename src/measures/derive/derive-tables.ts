/**
 * The two tables of a derived footprint: its units, and its blocks.
 */
import { unitWord } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { percent } from '../../result/units-of-measure.js';
import { amountColumn } from '../columns.js';
import type { Derived, DerivedUnit } from './derived.js';

/** Units in the table: those that won a block, and those most of whose patients live here. */
export const shownUnits = (derived: Derived): DerivedUnit[] =>
  derived.units.filter((unit) => unit.won.length > 0 || livesHere(unit));

/** Whether at least half of a unit's patients live in the blocks that take part. */
export const livesHere = (unit: DerivedUnit): boolean =>
  unit.registeredHere > 0 && unit.registeredHere >= unit.registered / 2;

/** One row a unit. */
export function unitsTable(derived: Derived): Table {
  const { noun } = derived.request;
  const [people, ...more] = allPeopleOfBlocks(derived) as [BlockPeople, ...BlockPeople[]];
  const peopleColumn = ({ name, values }: BlockPeople, description: string): ColumnOf<DerivedUnit> =>
    amountColumn({ name, decimals: 0 }, description, ({ won }) => sumOver(won, values));
  return makeTable({
    name: 'units',
    title: `derived ${noun}s`,
    caption: `One row for each ${noun}, with the blocks in which it has most patients.`,
    rows: shownUnits(derived),
    columns: [
      {
        heading: 'code',
        title: 'code',
        kind: 'code',
        description: `Code of the ${noun}`,
        about: { layer: derived.request.id, role: 'unit' },
        value: ({ code }) => code,
      },
      {
        heading: 'name',
        title: 'name',
        kind: 'name',
        description: `Name of the ${noun}`,
        about: { layer: derived.request.id, role: 'unit' },
        value: ({ name }) => name,
      },
      {
        heading: 'blocks',
        title: 'blocks',
        kind: 'count',
        description: 'Blocks it won',
        about: { role: 'blocks' },
        value: ({ won }) => won.length,
      },
      peopleColumn(people, `People who live in those blocks: ${people.basis}`),
      ...registeredColumns,
      ...landColumns(derived),
      ...more.map((each) => peopleColumn(each, `People who live in the blocks it won: ${each.basis}`)),
    ],
  });
}

const registeredColumns: readonly ColumnOf<DerivedUnit>[] = [
  {
    heading: 'registered',
    title: 'registered',
    kind: 'people',
    decimals: 0,
    description: 'All its registered patients, wherever they live',
    value: ({ registered }) => registered,
  },
  {
    heading: 'registered_inside',
    title: 'registered inside',
    kind: 'people',
    decimals: 0,
    description: 'Its registered patients who live in the blocks it won',
    value: ({ registeredInside }) => registeredInside,
  },
  {
    heading: 'concordance_pct',
    title: 'concordance (%)',
    kind: 'percent',
    description: 'Patients who are registered inside as a percentage of all who are registered',
    about: { role: 'share' },
    value: ({ registeredInside, registered }) => percent(registeredInside, registered),
  },
];

function landColumns({ land, request }: Derived): ColumnOf<DerivedUnit>[] {
  const inOther = request.within === null ? 'another unit' : `another ${unitWord(request.within, 1)}`;
  return [
    {
      heading: 'parts',
      title: 'parts',
      kind: 'count',
      description: 'Separate pieces of its land; corners do not join',
      value: ({ unit }) => (land === null ? null : land.parts[unit]!),
    },
    {
      heading: 'blocks_in_other_icb',
      title: 'blocks in other ICB',
      kind: 'count',
      description: `Blocks it won that lie in ${inOther} than its own (by the practice map, else where most of its patients live)`,
      value: ({ elsewhere }) => elsewhere,
    },
  ];
}

/** One row a block. */
export function blocksTable(derived: Derived): Table {
  const { lookup } = derived.request;
  return makeTable({
    name: 'blocks',
    title: 'Blocks and who won them',
    caption: `One row for each block: the ${derived.request.noun} with most of its patients, and the next.`,
    rows: derived.blocks.map((code, i): BlockRow => ({ code, i, contest: derived.contests[i]! })),
    columns: [
      {
        heading: 'block_code',
        title: 'block code',
        kind: 'code',
        description: `Code of the block, '${lookup.membership.blockKind}'`,
        about: { role: 'block' },
        value: ({ code }) => code,
      },
      ...contestColumns(derived),
    ],
  });
}

interface BlockRow {
  readonly code: string;
  /** Number of the block. */
  readonly i: number;
  readonly contest: Derived['contests'][number];
}

function contestColumns(derived: Derived): ColumnOf<BlockRow>[] {
  const { noun, lookup } = derived.request;
  const [people, ...more] = allPeopleOfBlocks(derived).map(({ name, basis, values }) =>
    amountColumn<BlockRow>({ name, decimals: 0 }, `People of the block: ${basis}`, ({ i }) =>
      Number.isNaN(values[i]!) ? null : values[i]!,
    ),
  ) as [ColumnOf<BlockRow>, ...ColumnOf<BlockRow>[]];
  const codeOf = (unit: number): string | null => (unit < 0 ? null : lookup.codes[unit]!);
  return [
    {
      heading: 'winner_code',
      title: 'winner code',
      kind: 'code',
      description: `The ${noun} with most of the block’s patients`,
      about: { role: 'main' },
      value: ({ contest }) => codeOf(contest.winner),
    },
    {
      heading: 'winner_pct',
      title: 'winner (%)',
      kind: 'percent',
      description: 'Its share of the block’s patients',
      about: { role: 'share' },
      value: ({ contest }) => (contest.winner < 0 ? null : percent(contest.winnerWeight, contest.total)),
    },
    {
      heading: 'runner_up_code',
      title: 'runner up code',
      kind: 'code',
      description: `The ${noun} that comes second`,
      about: { role: 'other' },
      value: ({ contest }) => codeOf(contest.runnerUp),
    },
    {
      heading: 'runner_up_pct',
      title: 'runner up (%)',
      kind: 'percent',
      description: 'Its share of the block’s patients',
      about: { role: 'share' },
      value: ({ contest }) => (contest.runnerUp < 0 ? null : percent(contest.runnerUpWeight, contest.total)),
    },
    {
      heading: 'networks_5pct',
      title: 'networks (5 % or more)',
      kind: 'count',
      description: 'How many have 5 % of the block’s patients or more',
      value: ({ contest }) => contest.overFivePercent,
    },
    people,
    {
      heading: 'tie',
      title: 'tie',
      kind: 'flag',
      description: 'Whether the first two have equally many; the lower code won',
      value: ({ contest }) => contest.tie,
    },
    ...more,
  ];
}

/** People of each block by one count; NaN where it has no number. */
interface BlockPeople {
  readonly name: string;
  readonly basis: string;
  readonly values: Float64Array;
}

/** The people of each block by every measure: of the first, or the patients who live there, then of the others. */
const allPeopleOfBlocks = (derived: Derived): BlockPeople[] => [
  peopleOfBlocks(derived),
  ...derived.request.measures
    .slice(1)
    .map(({ name, basis }, m): BlockPeople => ({ name, basis, values: valuesOf(derived, m + 1) })),
];

/** The people of each block: those of the first measure, or where none is given the patients who live there. */
function peopleOfBlocks(derived: Derived): BlockPeople {
  const { measures, lookup } = derived.request;
  const [first] = measures;
  if (first !== undefined) {
    return { name: first.name, basis: first.basis, values: valuesOf(derived, 0) };
  }
  return {
    name: 'people',
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
