/**
 * The overlap report: layers crossed → table, reconciliation, sentences.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Crossing } from '../crossing/crossing.js';
import { crossLayers } from '../crossing/cross-layers.js';
import type { CrossingRequest } from '../crossing/crossing-request.js';
import type { OverlapPair } from '../pairs/pairs-of-layers.js';
import { reportOfCrossing } from '../report-of-crossing.js';
import type { Report } from '../report.js';
import type { Table } from '../../result/table.js';
import { atomTable, findAtoms, type AreMaterial } from './atom-table.js';
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
    // Atoms are disclosed one by one; people summed over their pairs would let them be told from one another.
    reconciliation:
      request.disclosure && crossing.pairs.length > 1
        ? shared.reconciliation.filter(({ quantity }) => quantity === 'hectares')
        : shared.reconciliation,
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

/** Whether two units of two layers, by position, have a pair that is material in some judgement. */
function materialPairs({ layers, pairs }: Crossing, isMaterial: (pair: OverlapPair) => boolean): AreMaterial {
  const found = pairs.map(({ a, b, land }) => ({
    i: layers.indexOf(a),
    j: layers.indexOf(b),
    units: b.codes.length,
    keys: new Set(
      land.pairs.flatMap((pair) =>
        isMaterial(pair) && pair.a !== NO_UNIT && pair.b !== NO_UNIT
          ? [pair.a * b.codes.length + pair.b]
          : [],
      ),
    ),
  }));
  const byLayers = new Map(found.map((each) => [each.i * layers.length + each.j, each]));
  return (i, p, j, q) => {
    const { keys, units } = byLayers.get(i * layers.length + j)!;
    return keys.has(p * units + q);
  };
}
