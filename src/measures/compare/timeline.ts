/**
 * Three and more vintages of one layer: who moved at each step, each unit's line of descent, and how the alignment with
 * other layers, which stay as they are, went from one vintage to the next.
 *
 *     2021 ──► 2022 ──► 2024 ──► 2026       steps: what `compare` finds between two vintages
 *       └────────┴─councils─┴──────┘        moments: what `align` finds at each vintage, against layers of one date
 */
import type { Layer } from '../../layer/layer.js';
import { alignmentFigures } from '../alignment/alignment-figures.js';
import { firstOf } from '../changes/effect.js';
import { findChanges } from '../changes/changes.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import type { Crossing } from '../crossing/crossing.js';
import { tracePairs } from '../crossing/shapes-of-pairs.js';
import { turned } from '../crossing/turned.js';
import { recordPolygons } from '../land/shape-records.js';
import { doubtsOfCrossing, reportOfCrossing } from '../report-of-crossing.js';
import type { Report } from '../report.js';
import type { Course, Moment, Timeline } from './courses.js';
import { linesTable } from './lines-of-descent.js';
import { measuresTable } from './measures-over-time.js';
import { sharedOverTime } from './shared-over-time.js';
import { stepSummaryTable, stepsTable, stepTransfers, stepTransfersTable } from './step-tables.js';
import { timelineSummary } from './timeline-summary.js';
import { timelineTable } from './timeline-table.js';

/** The report on a crossing whose first `count` layers are the vintages, the others those to hold them against. */
export function timeline(crossing: Crossing, count: number, sensitivity: boolean): Report {
  const vintages = crossing.layers.slice(0, count);
  const between = pairsOf(crossing);
  const pairs = vintages.slice(1).map((after, i) => between(vintages[i]!, after));
  const found: Timeline = {
    vintages,
    steps: pairs.map(({ a, b, land }) => findChanges(a, b, land)),
    courses: crossing.layers.slice(count).map((other) => courseOf(crossing, vintages, other)),
  };
  const moved = stepTransfers(found);
  const movedTable = stepTransfersTable(found, moved);
  const concerned = crossing.pairs.filter(
    ({ a, b }) => pairs.some((pair) => pair.a === a && pair.b === b) || !vintages.includes(b),
  );
  const base = reportOfCrossing({ ...crossing, pairs }, sensitivity);
  return {
    ...base,
    reconciliation: onceEach(base.reconciliation),
    doubts: doubtsOfCrossing({ pairs: concerned }),
    tolerances: concerned.flatMap(({ tolerance }) => (tolerance === null ? [] : [tolerance])),
    tables: [
      timelineTable(found),
      stepsTable(found),
      movedTable,
      linesTable(found),
      stepSummaryTable(found),
      ...(found.courses.length === 0 ? [] : [measuresTable(found), sharedOverTime(found)]),
    ],
    ...(crossing.sheet === null
      ? {}
      : {
          drawShapes: (toDegrees) =>
            recordPolygons(
              movedTable,
              pairs.flatMap(({ a, shapes }) =>
                tracePairs(
                  crossing.sheet!,
                  shapes!,
                  moved.flatMap(({ changes, piece }) => (changes.before === a ? [piece.pair] : [])),
                ),
              ),
              toDegrees,
            ),
        }),
    summary: [...timelineSummary(found), ...new Set(pairs.flatMap(({ sentences }) => sentences))],
  };
}

/** The pair of two layers of a crossing. */
const pairsOf =
  ({ pairs }: Pick<Crossing, 'pairs'>) =>
  (a: Layer, b: Layer): CrossedPair =>
    pairs.find((pair) => pair.a === a && pair.b === b)!;

function courseOf(crossing: Crossing, vintages: readonly Layer[], other: Layer): Course {
  const first = firstOf(vintages[0]!, other);
  const between = pairsOf(crossing);
  return {
    other,
    first,
    moments: vintages.map((layer): Moment => {
      const crossed = between(layer, other);
      return {
        layer,
        figures: alignmentFigures(first === 'layer' ? crossed : turned(crossed), crossing.sheet),
      };
    }),
  };
}

/** A vintage between two steps is in both of them; its sums are told once. */
function onceEach(lines: Report['reconciliation']): Report['reconciliation'] {
  const seen = new Set<string>();
  return lines.filter(({ layer, quantity }) => {
    const key = `${layer} ${quantity}`;
    return !seen.has(key) && seen.add(key);
  });
}
