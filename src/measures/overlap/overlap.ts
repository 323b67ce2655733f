/**
 * The overlap report: layers crossed → table, reconciliation, sentences.
 */
import type { Crossing } from '../crossing/crossing.js';
import { crossLayers } from '../crossing/cross-layers.js';
import type { CrossingRequest } from '../crossing/crossing-request.js';
import { reportOfCrossing } from '../report-of-crossing.js';
import type { Report } from '../report.js';
import type { Table } from '../../result/table.js';
import { materialPairs } from '../crossing/material-pairs.js';
import { findAtoms } from '../land/find-atoms.js';
import { atomTable } from './atom-table.js';
import { foreshoreSentences } from './foreshore.js';
import { lookupAtomTable } from './lookup-atom-table.js';
import { overlapTable, type RowWishes } from '../crossing/overlap-table.js';
import { peopleOnAtoms } from './people-on-atoms.js';
import { overlapSummary } from './summary.js';

export interface OverlapWishes extends CrossingRequest, RowWishes {
  readonly sensitivity: boolean;
}

/** Runs the overlap of two layers, or the atom table of three or more. */
export function overlap(request: OverlapWishes): Report {
  const crossing = crossLayers(request);
  const shared = reportOfCrossing(crossing, request.sensitivity);
  const [first] = crossing.pairs;
  return {
    ...shared,
    tables: [
      crossing.pairs.length === 1
        ? overlapTable(first!.a, first!.b, first!.land, request)
        : tableOfAtoms(crossing, request),
    ],
    summary: crossing.pairs.flatMap(({ a, b, land, sentences }) => [
      ...overlapSummary(a, b, land, request),
      ...foreshoreSentences(a, b, land),
      ...sentences,
    ]),
  };
}

function tableOfAtoms(crossing: Crossing, wishes: OverlapWishes): Table {
  const { layers, sheet, members } = crossing;
  if (sheet === null) return lookupAtomTable(layers, members!, wishes);
  const positions = layers.map((layer) => sheet.positionOf(layer));
  const atoms = findAtoms(sheet.arrangement, positions);
  return atomTable(
    layers,
    positions.map((position) => sheet.arrangement.labels[position]!.sets),
    atoms,
    {
      asJudged: materialPairs(crossing, ({ material }) => material),
      otherwise: crossing.pairs.some(({ tolerance }) => tolerance?.estimated === true)
        ? [
            materialPairs(crossing, ({ material, ifHalf }) => ifHalf ?? material),
            materialPairs(crossing, ({ material, ifTwice }) => ifTwice ?? material),
          ]
        : [],
    },
    sheet.measures.map((measure) => peopleOnAtoms(atoms, measure, wishes.disclosure ?? null)),
    wishes,
  );
}
