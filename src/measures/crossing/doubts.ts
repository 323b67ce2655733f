/**
 * What hangs on tolerances that no one stated, over all pairs of a run: rows of a table, and a sentence.
 */
import { unitWord } from '../../layer/unit-words.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import { hectareText } from '../../result/hectare-text.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { ToleranceRecord } from '../../result/result.js';
import type { Table } from '../../result/table.js';
import { hectares } from '../../result/units-of-measure.js';
import { counted, countedPeople, listText, wholeText } from '../../trouble/count-text.js';
import { amountColumn, codesOf } from '../columns.js';
import { doubtsOf } from '../pairs/doubts.js';
import type { OverlapPair, PlacedMeasure } from '../pairs/pairs-of-layers.js';
import { relationOf, standings } from '../pairs/relations.js';
import type { CrossedPair } from './crossed-pair.js';

/** One thing that would be judged otherwise by half of an estimated tolerance or by twice it. */
export interface DoubtRow {
  readonly what: 'overlap' | 'outside' | 'relation' | 'gap' | 'double';
  /** How it is judged, and how it might be: counted or set aside, or two relations. */
  readonly judged: string;
  readonly otherwise: string;
  readonly a: Layer;
  readonly b: Layer;
  /** Units of either layer, none where it lies outside. */
  readonly unitsA: readonly number[];
  readonly unitsB: readonly number[];
  /** Square metres, metres. */
  readonly area: number;
  readonly width: number;
  readonly tolerance: number;
  /** People of each measure on it; null where a disclosure rule withholds them. */
  readonly people: readonly (number | null)[];
}

/** All that is in doubt on the pairs of a crossing. */
export const doubtsOfPairs = (pairs: readonly CrossedPair[]): DoubtRow[] => pairs.flatMap(doubtsOfPair);

function doubtsOfPair({ a, b, land, tolerance }: CrossedPair): DoubtRow[] {
  const [unitsA, unitsB] = [a.codes.length, b.codes.length];
  const { ofPair, otherwise } = doubtsOf(land, unitsA, unitsB);
  const standing = standings(land, unitsA, unitsB);
  return [...ofPair].map(([pair, doubt]): DoubtRow => {
    const isRelation = doubt === 'relation';
    const other = doubt === 'counted' ? 'set aside' : 'counted';
    const outside = pair.a === NO_UNIT || pair.b === NO_UNIT;
    return {
      what: isRelation ? 'relation' : outside ? 'outside' : 'overlap',
      judged: isRelation ? relationOf(pair, standing) : doubt,
      otherwise: isRelation ? otherwise.get(pair)! : other,
      a,
      b,
      unitsA: pair.a === NO_UNIT ? [] : [pair.a],
      unitsB: pair.b === NO_UNIT ? [] : [pair.b],
      area: pair.area!,
      width: pair.maxWidth!,
      tolerance: tolerance!.metres,
      people: land.measures.map((measure, m) => peopleOf(pair, measure, m)),
    };
  });
}

function peopleOf(pair: OverlapPair, measure: PlacedMeasure, m: number): number | null {
  if (pair.inPlace !== undefined) return measure.withheld === undefined ? pair.inPlace[m]! : null;
  return pair.amounts[m]!.suppressed === true ? null : pair.amounts[m]!.people;
}

/** Table and sentence, where any of the tolerances is an estimate; else neither. */
export function reportDoubts(
  rows: readonly DoubtRow[],
  tolerances: readonly ToleranceRecord[],
  measures: readonly PlacedMeasure[],
  layers: readonly Layer[],
): { readonly tables: readonly Table[]; readonly sentences: readonly string[] } {
  const estimated = tolerances.filter((tolerance) => tolerance.estimated);
  if (estimated.length === 0) return { tables: [], sentences: [] };
  return {
    tables: [doubtsTable(rows, measures)],
    sentences: doubtSentences(rows, estimated, measures, layers),
  };
}

function doubtsTable(rows: readonly DoubtRow[], measures: readonly PlacedMeasure[]): Table {
  const text = (
    heading: string,
    title: string,
    description: string,
    value: (row: DoubtRow) => string,
  ): ColumnOf<DoubtRow> => ({ heading, title, kind: 'text', description, value });
  const side = (
    prefix: string,
    what: string,
    layerOf: (row: DoubtRow) => Layer,
    unitsOf: (row: DoubtRow) => readonly number[],
  ): ColumnOf<DoubtRow>[] => [
    {
      ...text(
        `${prefix}layer`,
        `${prefix}layer`.replace('_', ' '),
        `${what} layer`,
        (row) => layerOf(row).id,
      ),
      about: { role: 'id' },
    },
    text(
      `${prefix}codes`,
      `${prefix}codes`.replace('_', ' '),
      `Units of the ${what.toLowerCase()} layer`,
      (row) => codesOf(layerOf(row), unitsOf(row)),
    ),
    text(`${prefix}names`, `${prefix}names`.replace('_', ' '), 'Their names', (row) =>
      unitsOf(row)
        .map((unit) => layerOf(row).names[unit]!)
        .join(';'),
    ),
  ];
  return makeTable({
    name: 'doubts',
    title: 'What hangs on the tolerance',
    caption:
      'One row for each thing that would be judged otherwise by half of a measured tolerance or by twice it.',
    rows,
    columns: [
      text('doubt', 'doubt', 'overlap, outside, relation, gap or double', ({ what }) => what),
      text(
        'judged',
        'judged',
        'How it is judged: counted, set aside, or the relation',
        ({ judged }) => judged,
      ),
      text('otherwise', 'otherwise', 'How it might be judged', ({ otherwise }) => otherwise),
      ...side(
        '',
        'First',
        ({ a }) => a,
        ({ unitsA }) => unitsA,
      ),
      ...side(
        'other_',
        'Second',
        ({ b }) => b,
        ({ unitsB }) => unitsB,
      ),
      {
        heading: 'area_ha',
        title: 'area (ha)',
        kind: 'hectares',
        description: 'Hectares of it',
        about: { role: 'amount' },
        value: ({ area }) => hectares(area),
      },
      {
        heading: 'width_m',
        title: 'width (m)',
        kind: 'metres',
        description: 'Mean width (twice the area over the perimeter) of its widest piece, in metres',
        value: ({ width }) => width,
      },
      {
        heading: 'tolerance_m',
        title: 'tolerance (m)',
        kind: 'metres',
        description: 'The measured tolerance it was judged by, in metres',
        value: ({ tolerance }) => tolerance,
      },
      ...measures.map((measure, m) =>
        amountColumn<DoubtRow>(measure, `People on it: ${measure.basis}`, ({ people }) => people[m] ?? null),
      ),
    ],
  });
}

const WORDS: Readonly<Record<DoubtRow['what'], readonly [one: string, many: string]>> = {
  gap: ['gap', 'gaps'],
  double: ['double cover', 'double covers'],
  overlap: ['overlap', 'overlaps'],
  outside: ['piece outside', 'pieces outside'],
  relation: ['relation', 'relations'],
};

function doubtSentences(
  rows: readonly DoubtRow[],
  estimated: readonly ToleranceRecord[],
  measures: readonly PlacedMeasure[],
  layers: readonly Layer[],
): string[] {
  if (rows.length === 0) return [];
  const kinds = (['gap', 'double', 'overlap', 'outside'] as const).flatMap((what) => {
    const own = rows.filter((row) => row.what === what);
    return own.length === 0 ? [] : [piecesPhrase(what, own, measures[0])];
  });
  const relations = rows.filter(({ what }) => what === 'relation').length;
  if (relations > 0)
    kinds.push(
      `the relation of ${counted(relations, 'pair')} that ${relations === 1 ? 'hangs' : 'hang'} on them`,
    );
  const named = (id: string): string =>
    unitWord(
      layers.find((layer) => layer.id === id)!,
      2,
    );
  const lengths = estimated.map(
    ({ layers, metres }) => `${[...new Set(layers)].map(named).join(' and ')} ${wholeText(metres)} m`,
  );
  return [
    `In doubt: ${listText(kinds)}, because no one stated the tolerance and it was measured (${lengths.join(', ')}); --table doubts lists them, --tolerance METRES decides.`,
  ];
}

/** `1 gap of 240 ha with 2,000 people, 800 m wide (set aside)`. */
function piecesPhrase(
  what: DoubtRow['what'],
  rows: readonly DoubtRow[],
  measure: PlacedMeasure | undefined,
): string {
  const area = hectares(rows.reduce((sum, row) => sum + row.area, 0));
  const widest = rows.reduce((most, { width }) => Math.max(most, width), 0);
  const people = rows.reduce((sum, row) => sum + (row.people[0] ?? 0), 0);
  const who =
    measure === undefined || measure.withheld !== undefined || people < 0.5
      ? ''
      : ` with ${countedPeople(people, measure.name)}`;
  const count = rows.filter(({ judged }) => judged === 'counted').length;
  const judged =
    count === rows.length
      ? 'counted'
      : count === 0
        ? 'set aside'
        : `${wholeText(count)} counted, ${wholeText(rows.length - count)} set aside`;
  return `${counted(rows.length, ...WORDS[what])} of ${hectareText(area)}${who}, ${rows.length === 1 ? '' : 'up to '}${wholeText(widest)} m wide (${judged})`;
}
