/**
 * The table `effect`: counts, policy tests and metrics of an alignment before and after.
 */
import type { PolicyTest } from '../alignment/policy-tests.js';
import type { MetricRow } from '../metrics/metric-rows.js';
import { metrics } from '../metrics/metrics.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { standingOf, type Effect } from './effect.js';

/** A quantity before and after. */
export interface EffectRow {
  /** Name of the proposal, or id of the later vintage. */
  readonly scenario: string;
  /** Id of the layer that changes, and of the one it is held against; null for a quantity of the layer itself. */
  readonly layer: string;
  readonly against: string | null;
  readonly quantity: string;
  readonly basis: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
}

/**
 * One row for each quantity, layer and proposal: shared units, people outside the main unit, every metric. `titles` of
 * proposals by their names make a column of their own.
 */
export function effectTable(
  effects: readonly Effect[],
  extra: readonly EffectRow[] = [],
  titles: ReadonlyMap<string, string | null> | null = null,
): Table {
  return makeTable({
    name: 'effect',
    title: 'Before and after',
    caption: 'One row for each quantity before and after, against each other layer.',
    rows: [
      ...effects.flatMap((effect) => effectRows(effect, true)),
      ...extra,
      ...effects.flatMap((effect) => effectRows(effect, false)),
    ],
    columns: [
      { ...text('scenario', 'The proposal, or the later vintage'), about: { role: 'id' } },
      { ...text('layer', 'The layer that changes'), about: { role: 'id' } },
      { ...text('against', 'The layer it is held against'), about: { role: 'id' } },
      {
        ...text('quantity', 'What is counted: a metric of the table metrics, or a count'),
        about: { role: 'id' },
      },
      { ...text('basis', 'What was counted, and when'), about: { role: 'basis' } },
      figure('before', 'Before'),
      figure('after', 'After'),
      figure('change', 'After less before'),
      ...(titles === null ? [] : [titleColumn(titles)]),
    ],
  });
}

const text = (
  heading: 'scenario' | 'layer' | 'against' | 'quantity' | 'basis',
  description: string,
): ColumnOf<EffectRow> => ({
  heading,
  title: heading,
  kind: 'text',
  description,
  value: (row) => row[heading],
});

const titleColumn = (titles: ReadonlyMap<string, string | null>): ColumnOf<EffectRow> => ({
  heading: 'title',
  title: 'title',
  kind: 'text',
  description: 'What the proposal calls itself; blank where it has no title',
  value: ({ scenario }) => titles.get(scenario) ?? null,
});

const figure = (heading: 'before' | 'after' | 'change', description: string): ColumnOf<EffectRow> => ({
  heading,
  title: heading,
  kind: 'number',
  description,
  value: (row) => row[heading],
});

/** The counts, tests and headline metrics of an effect, or all its other metrics. */
export function effectRows(
  { scenario, layer, other, before, after }: Omit<Effect, 'first'>,
  headline: boolean,
): EffectRow[] {
  const row = (quantity: string, basis: string, from: number | null, to: number | null): EffectRow => ({
    scenario,
    layer: layer.id,
    against: other.id,
    quantity,
    basis,
    before: tidy(from),
    after: tidy(to),
    change: from === null || to === null ? null : tidy(to - from),
  });
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
