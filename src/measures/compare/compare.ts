/**
 * Two vintages of one layer: what moved, what was only renamed or redrawn, and what that did to the alignment with
 * other layers.
 */
import type { Layer } from '../../layer/layer.js';
import { makeMeasure, type Measure } from '../../layer/people.js';
import type { Crossing } from '../crossing/crossing.js';
import { crossLayers } from '../crossing/cross-layers.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import { tracePairs } from '../crossing/shapes-of-pairs.js';
import { recordPolygons } from '../land/shape-records.js';
import type { CrossingRequest } from '../crossing/crossing-request.js';
import { COUNT_OF_BLOCKS } from '../pairs/pieces-that-matter.js';
import { doubtsOfCrossing, reportOfCrossing } from '../report-of-crossing.js';
import type { Report } from '../report.js';
import { alignmentFigures, type AlignmentFigures } from '../alignment/alignment-figures.js';
import { changesSummary } from './changes-summary.js';
import { transfers, transfersTable, unitsTable } from '../changes/changes-table.js';
import { findChanges } from '../changes/changes.js';
import { effectTable } from '../changes/effect-table.js';
import { effectSentence, firstOf, type Effect } from '../changes/effect.js';
import { sharedTable } from '../changes/shared-effect-table.js';
import { summaryTable } from './summary-table.js';
import { timeline } from './timeline.js';
import { turned } from '../crossing/turned.js';

/** Layers: before, after, any later vintages, then those to hold them against. */
export interface CompareWishes extends CrossingRequest {
  readonly sensitivity: boolean;
  /** How many of the layers are vintages; 2 if not given. */
  readonly vintages?: number;
}

/** Compares two vintages or more. Lookups without people are compared by the number of their blocks. */
export function compare(request: CompareWishes): Report {
  const crossing = crossLayers({ ...request, measures: measuresOrBlocks(request) });
  const { vintages = 2, sensitivity } = request;
  return vintages > 2 ? timeline(crossing, vintages, sensitivity) : compareTwo(crossing, sensitivity);
}

function compareTwo(crossing: Crossing, sensitivity: boolean): Report {
  const [before, after, ...against] = crossing.layers as [Layer, Layer, ...Layer[]];
  const changes = findChanges(before, after, crossing.pairs[0]!.land);
  const effects = against.map((other): Effect => {
    const first = firstOf(before, other);
    return {
      scenario: after.id,
      layer: before,
      other,
      first,
      before: alignmentBetween(crossing, before, other, first),
      after: alignmentBetween(crossing, after, other, first),
    };
  });
  const concerned = crossing.pairs.filter(({ a }) => a === before || a === after);
  const moved = transfers(changes);
  const movedTable = transfersTable(changes, moved);
  const [{ shapes }] = crossing.pairs as [CrossedPair];
  return {
    ...reportOfCrossing({ ...crossing, pairs: crossing.pairs.slice(0, 1) }, sensitivity),
    doubts: doubtsOfCrossing({ pairs: concerned }),
    tolerances: concerned.flatMap(({ tolerance }) => (tolerance === null ? [] : [tolerance])),
    tables: [
      unitsTable(changes),
      summaryTable(changes),
      movedTable,
      ...(effects.length === 0 ? [] : [effectTable(effects), sharedTable(effects)]),
    ],
    ...(shapes === null
      ? {}
      : {
          drawShapes: (toDegrees) =>
            recordPolygons(
              movedTable,
              tracePairs(
                crossing.sheet!,
                shapes,
                moved.map(({ piece }) => piece.pair),
              ),
              toDegrees,
            ),
        }),
    summary: [
      ...changesSummary(changes),
      ...effects.map((effect) => effectSentence(effect, null)),
      ...crossing.pairs[0]!.sentences,
    ],
  };
}

function alignmentBetween(
  crossing: Crossing,
  layer: Layer,
  other: Layer,
  first: Effect['first'],
): AlignmentFigures {
  const crossed = crossing.pairs.find((pair) => pair.a === layer && pair.b === other)!;
  return alignmentFigures(first === 'layer' ? crossed : turned(crossed), crossing.sheet);
}

/** The measures asked for; where there are none and no land either, one that counts the blocks. */
function measuresOrBlocks({ layers, measures }: CrossingRequest): CrossingRequest['measures'] {
  if (measures.length > 0 || layers.every((layer) => layer.land !== null)) return measures;
  const blocks = [...new Set(layers.flatMap((layer) => layer.membership?.blocks ?? []))].sort();
  return [{ measure: countingBlocks(blocks), blocks: null }];
}

const countingBlocks = (blocks: readonly string[]): Measure =>
  makeMeasure({
    name: COUNT_OF_BLOCKS,
    basis: 'each block counts one',
    blocks,
    values: new Float64Array(blocks.length).fill(1),
    blocksWithoutNumber: [],
    isPublic: true,
    notes: [],
  });
