/**
 * The overlap report: layers crossed → table, reconciliation, sentences; the land of each row where it is asked for.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { NO_GROUP, traceMany, type Polygon } from '../../arrangement/trace.js';
import { collectGarbage } from '../../arrangement/lent-collector.js';
import type { Crossing } from '../crossing/crossing.js';
import { crossLayers } from '../crossing/cross-layers.js';
import type { CrossingRequest } from '../crossing/crossing-request.js';
import { reportOfCrossing } from '../report-of-crossing.js';
import type { Report } from '../report.js';
import type { Table } from '../../result/table.js';
import { tracePairs } from '../crossing/shapes-of-pairs.js';
import { findAtoms, type Atoms } from '../land/find-atoms.js';
import { letGoSheets } from '../land/layer-arrangement.js';
import { recordPolygons } from '../land/shape-records.js';
import { atomTable } from './atom-table.js';
import { foreshoreSentences } from './foreshore.js';
import { judgeAtoms } from './judge-atoms.js';
import { lookupAtomTable } from './lookup-atom-table.js';
import { overlapRows, type RowWishes } from '../crossing/overlap-table.js';
import { peopleOnAtoms } from './people-on-atoms.js';
import { overlapSummary } from './summary.js';

export interface OverlapWishes extends CrossingRequest, RowWishes {
  readonly sensitivity: boolean;
  /** True where two layers make a table, nothing is drawn and nobody asks for their sheet again. */
  readonly tableOnly?: boolean;
}

/** Runs the overlap of two layers, or the atom table of three or more. */
export function overlap(request: OverlapWishes): Report {
  const crossing = request.tableOnly === true ? crossOnce(request) : crossLayers(request);
  const shared = reportOfCrossing(crossing, request.sensitivity);
  // The sheet of two layers is let go; atoms are made from theirs.
  if (crossing.pairs.length === 1) collectGarbage();
  const { table, trace } =
    crossing.pairs.length === 1 ? tableOfPairs(crossing, request) : tableOfAtoms(crossing, request);
  return {
    ...shared,
    tables: [table],
    ...(trace === null ? {} : { drawShapes: (toDegrees) => recordPolygons(table, trace(), toDegrees) }),
    summary: crossing.pairs.flatMap(({ a, b, land, sentences }) => [
      ...overlapSummary(a, b, land, request),
      ...foreshoreSentences(a, b, land),
      ...sentences,
    ]),
  };
}

/** Layers crossed whose sheet is let go before rows are made of their pairs: both are large. */
function crossOnce(request: OverlapWishes): Crossing {
  const crossing = { ...crossLayers(request), sheet: null };
  letGoSheets(request.layers);
  return crossing;
}

/** A table, and what traces the land of each row; null where no shapes were read. */
interface Traceable {
  readonly table: Table;
  readonly trace: (() => readonly (readonly Polygon[])[]) | null;
}

function tableOfPairs({ pairs: [crossed], sheet }: Crossing, wishes: OverlapWishes): Traceable {
  const { a, b, land, shapes } = crossed!;
  const { table, pairs } = overlapRows(a, b, land, wishes);
  return { table, trace: shapes === null || sheet === null ? null : () => tracePairs(sheet, shapes, pairs) };
}

function tableOfAtoms(crossing: Crossing, wishes: OverlapWishes): Traceable {
  const { layers, sheet, members } = crossing;
  if (sheet === null) return { table: lookupAtomTable(layers, members!, wishes), trace: null };
  const { arrangement, measures } = sheet;
  const positions = layers.map((layer) => sheet.positionOf(layer));
  const atoms = findAtoms(arrangement, positions);
  const { table, shown } = atomTable(
    layers,
    positions.map((position) => arrangement.labels[position]!.sets),
    atoms,
    judgeAtoms(
      atoms,
      crossing.pairs.map(({ shapes }) => shapes!),
    ),
    measures.map((measure) => peopleOnAtoms(atoms, measure, wishes.disclosure ?? null)),
    wishes,
  );
  return { table, trace: () => traceAtoms(arrangement, atoms, shown) };
}

/** Polygons of each of the given atoms. */
function traceAtoms(arrangement: Arrangement, atoms: Atoms, shown: readonly number[]): Polygon[][] {
  const rowOf = new Int32Array(atoms.count).fill(NO_GROUP);
  shown.forEach((atom, row) => (rowOf[atom] = row));
  const group = atoms.ofFace.map((atom) => (atom < 0 ? NO_GROUP : rowOf[atom]!));
  return traceMany(arrangement, group, shown.length);
}
