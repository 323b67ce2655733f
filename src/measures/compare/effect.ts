/**
 * An alignment before and after, side by side: the tables `effect` and `shared`.
 */
import type { Layer } from '../../layer/layer.js';
import { unitWord } from '../overlap/summary.js';
import { isShared } from '../align/alignment.js';
import type { PolicyTest } from '../align/policy-tests.js';
import type { MetricRow } from '../metrics/metric-rows.js';
import { metrics } from '../metrics/metrics.js';
import type { Cell, Column, Table } from '../../result/table.js';
import { wholeText } from '../../trouble/count-text.js';
import { outsideOf, partnerCodes, type AlignmentFigures } from './alignment-figures.js';
import { sectorOf } from '../../layer/kinds.js';

/** One proposal (or later vintage) against one other layer. */
export interface Effect {
  /** Name of the proposal, or id of the later vintage. */
  readonly scenario: string;
  /** The layer that changes, as it was, and the one it is held against. */
  readonly layer: Layer;
  readonly other: Layer;
  /** Which of the two stands first in the alignments: units of the second are shared between units of the first. */
  readonly first: 'layer' | 'other';
  readonly before: AlignmentFigures;
  readonly after: AlignmentFigures;
}

/**
 * Which of two layers the other's units should lie in: the health layer where there is one, else the one with fewer
 * units. So councils are shared between ICBs, whichever of the two changes.
 */
export function firstOf(layer: Layer, other: Layer): Effect['first'] {
  const [mine, theirs] = [layer, other].map((each) => sectorOf(each) === 'health');
  if (mine !== theirs) return mine === true ? 'layer' : 'other';
  return layer.codes.length <= other.codes.length ? 'layer' : 'other';
}

const text = (heading: string, description: string, kind: Column['kind'] = 'text'): Column => ({
  heading,
  kind,
  decimals: null,
  description,
});

/** One row for each quantity, layer and proposal: shared units, people outside the main unit, every metric. */
export function effectTable(effects: readonly Effect[], extra: readonly Cell[][] = []): Table {
  const figure = (heading: string, description: string): Column => ({
    heading,
    kind: 'number',
    decimals: null,
    description,
  });
  return {
    name: 'effect',
    caption: 'One row for each quantity before and after, against each other layer.',
    columns: [
      text('scenario', 'The proposal, or the later vintage'),
      text('layer', 'The layer that changes'),
      text('against', 'The layer it is held against'),
      text('quantity', 'What is counted: a metric of the table metrics, or a count'),
      text('basis', 'What was counted, and when'),
      figure('before', 'Before'),
      figure('after', 'After'),
      figure('change', 'After less before'),
    ],
    rows: [
      ...effects.flatMap((effect) => effectRows(effect, true)),
      ...extra,
      ...effects.flatMap((effect) => effectRows(effect, false)),
    ],
  };
}

/** The counts, tests and headline metrics of an effect, or all its other metrics. */
function effectRows({ scenario, layer, other, before, after }: Effect, headline: boolean): Cell[][] {
  const row = (quantity: string, basis: string, from: number | null, to: number | null): Cell[] => [
    scenario,
    layer.id,
    other.id,
    quantity,
    basis,
    tidy(from),
    tidy(to),
    from === null || to === null ? null : tidy(to - from),
  ];
  const metrics = after.metrics.flatMap((metric, i) => {
    if (metric.metric === 'units_shared' || isHeadline(metric) !== headline) return [];
    const ofFirst = DIRECTED.has(metric.metric) && metric.direction === 'A to B';
    const name = ofFirst ? `${metric.metric} (of ${before.aligned.a.id})` : metric.metric;
    return [
      row(name, before.metrics[i]?.basis ?? metric.basis, before.metrics[i]?.value ?? null, metric.value),
    ];
  });
  if (!headline) return metrics;
  const { gone, fresh } = standingOf({ before, after });
  return [
    row('units_shared', 'units', before.shared.length, after.shared.length),
    row('units_no_longer_shared', 'units', 0, gone),
    row('units_newly_shared', 'units', 0, fresh),
    ...after.tests.map((test, i) => {
      const was = before.tests[i]!;
      const answer = test.test.length > 2;
      if (answer) return row(test.test, test.statement, answers(was), answers(test));
      return test.met === null
        ? row(`${test.test} share`, test.statement, was.share, test.share)
        : row(`${test.test} met`, test.statement, was.met, test.met);
    }),
    ...metrics,
  ];
}

/** People and hectares to a tenth, shares and counts to a millionth: what lies below is rounding. */
const tidy = (value: number | null): number | null => {
  if (value === null) return null;
  const scale = Math.abs(value) >= 100 ? 10 : 1e6;
  return Math.round(value * scale) / scale;
};

/** How many units gave one of the answers of a test. */
const answers = ({ tested, notApplicable }: PolicyTest): number => tested + (notApplicable ?? 0);

const HEADLINE = new Set(
  metrics.flatMap(({ id, direction, headline }) => (headline ? [`${id} ${direction}`] : [])),
);
const isHeadline = ({ metric, direction }: MetricRow): boolean => HEADLINE.has(`${metric} ${direction}`);

const codesOf = ({ aligned, shared }: AlignmentFigures): Set<string> =>
  new Set(shared.map(({ unit }) => aligned.b.codes[unit]!));

/** How many units are shared before and not after, and the other way round. */
function standingOf({ before, after }: Pick<Effect, 'before' | 'after'>): { gone: number; fresh: number } {
  const [earlier, later] = [codesOf(before), codesOf(after)];
  return {
    gone: [...earlier].filter((code) => !later.has(code)).length,
    fresh: [...later].filter((code) => !earlier.has(code)).length,
  };
}

/** Metrics that judge the units of one layer: those of the other layer's units go by the plain name. */
const DIRECTED = new Set([
  'outside_main',
  'share_outside_main',
  'share_in_whole_areas',
  'purity',
  'continuity',
  'conditional_entropy',
  'effective_splits',
  'effective_splits_sum',
  'square_root_entropy',
  'split_pairs',
  'split_pairs_people',
  'reduced_effective_splits',
  'reduced_square_root_entropy',
  'mapcurves_area',
]);

/** One row for each unit that is shared before or after: resolved, created, or still shared. */
export function sharedTable(effects: readonly Effect[]): Table {
  const [first] = effects;
  const quantity = first?.before.quantity ?? 'people';
  const count = (heading: string, description: string): Column => ({
    heading,
    kind: 'count',
    decimals: 0,
    description,
  });
  const amount = (heading: string, description: string): Column => ({
    heading,
    kind: quantity === 'hectares' ? 'hectares' : 'people',
    decimals: quantity === 'hectares' ? 2 : 0,
    description,
  });
  return {
    name: 'shared',
    caption: 'One row for each unit that is shared before or after.',
    columns: [
      text('scenario', 'The proposal, or the later vintage'),
      text('against', 'The layer it is held against'),
      text('code', 'Code of the shared unit', 'code'),
      text('name', 'Name of the shared unit', 'name'),
      text('standing', 'no longer shared, no longer there, newly shared, still shared, or shared otherwise'),
      count('parts_before', 'Units it lies in, before'),
      count('parts_after', 'Units it lies in, after'),
      amount('outside_main_before', `${quantity} outside its main unit, before`),
      amount('outside_main_after', `${quantity} outside its main unit, after`),
      text('codes_before', 'Units it lies in, main one first, before'),
      text('codes_after', 'Units it lies in, main one first, after'),
    ],
    rows: effects.flatMap(sharedRows),
  };
}

function sharedRows({ scenario, other, before, after }: Effect): Cell[][] {
  const [earlier, later] = [codesOf(before), codesOf(after)];
  return [...new Set([...earlier, ...later])].sort().map((code) => {
    const was = find(before, code);
    const is = find(after, code);
    const layer = is === null ? before.aligned.b : after.aligned.b;
    return [
      scenario,
      other.id,
      code,
      layer.names[layer.codes.indexOf(code)]!,
      standing(was, is),
      was?.codes.length ?? null,
      is?.codes.length ?? null,
      was?.outside ?? null,
      is?.outside ?? null,
      was?.codes.join(';') ?? null,
      is?.codes.join(';') ?? null,
    ];
  });
}

interface Standing {
  readonly codes: readonly string[];
  /** 0 for a unit that is not shared. */
  readonly outside: number;
}

/** A unit of the second layer by its code, or null where it is not there. */
function find({ aligned }: AlignmentFigures, code: string): Standing | null {
  const at = aligned.b.codes.indexOf(code);
  if (at < 0) return null;
  const unit = aligned.unitsB[at]!;
  return { codes: partnerCodes(aligned, unit), outside: isShared(unit) ? outsideOf(aligned, unit) : 0 };
}

function standing(was: Standing | null, is: Standing | null): string {
  if (is === null) return 'no longer there';
  if (is.codes.length < 2) return 'no longer shared';
  if (was === null || was.codes.length < 2) return 'newly shared';
  return was.codes.length === is.codes.length && Math.abs(was.outside - is.outside) < 0.5
    ? 'still shared'
    : 'shared otherwise';
}

/** One sentence for each proposal and layer: shared units and people outside main, before and after. */
export function effectSentence(effect: Effect, naming: boolean): string {
  const { scenario, layer, other, first, before, after } = effect;
  const { gone, fresh } = standingOf(effect);
  const { a, b } = after.aligned;
  const what = `${before.quantity[0]!.toUpperCase()}${before.quantity.slice(1)}`;
  const units = first === 'layer' ? unitWord(b, 2) : unitWord(layer, 2);
  const holders = unitWord(first === 'layer' ? layer : other, 2);
  const sentence = `${units} shared between ${holders} (${other.id}): ${before.shared.length} → ${after.shared.length}, ${gone} no longer shared, ${fresh} newly. ${what} outside the main ${unitWord(a, 1)}: ${wholeText(before.outsideMain)} → ${wholeText(after.outsideMain)}.`;
  return naming ? `${scenario}: ${sentence}` : `${sentence[0]!.toUpperCase()}${sentence.slice(1)}`;
}
