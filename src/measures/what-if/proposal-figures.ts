/**
 * What a proposal comes to: the tables of `scenario`, figure for figure, and what of the border goes or comes.
 */
import { leftFace, rightFace } from '../../arrangement/arrangement.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import { roundTable } from '../../result/round-table.js';
import type { Table } from '../../result/table.js';
import { effectSentence } from '../changes/effect.js';
import { effectTable } from '../changes/effect-table.js';
import { sharedTable } from '../changes/shared-effect-table.js';
import type { Sheet } from '../people/sheet.js';
import { outcomeOf } from '../scenario/outcome-of.js';
import { scenarioSentence, sizeRows } from '../scenario/sizes.js';
import { newUnitsTable, oldUnitsTable } from '../scenario/units-table.js';
import type { Board } from './board.js';
import { scenarioOf, stateOf, type Proposal } from './proposal.js';

export interface ProposalFigures {
  readonly effect: Table;
  /** Units that are made or changed, after and before; units that are shared, before and after. */
  readonly units: Table;
  readonly unitsNow: Table;
  readonly shared: Table | null;
  readonly sentences: readonly string[];
  /** Metres of border between units, before and after; null by lookup. */
  readonly border: { readonly before: number; readonly after: number } | null;
}

/** The figures of a proposal as it stands. */
export function proposalFigures(board: Board, proposal: Proposal): ProposalFigures {
  const { crossing, wishes } = board;
  const scenario = scenarioOf(proposal);
  const outcome = outcomeOf(board, scenario, stateOf(board, proposal));
  const { effects } = outcome;
  // Of the units themselves only their own borders count.
  const version = { ...outcome.version, sheet: alone(board, outcome.version.sheet, outcome.version.layer) };
  const slim = [{ ...outcome, version }];
  const guide = wishes.sizeGuide;
  const [base] = crossing.layers as [Layer];
  const before = { ...crossing, sheet: alone(board, crossing.sheet, base) };
  return {
    effect: roundTable(
      effectTable(effects, sizeRows(outcome, guide), new Map([[scenario.name, scenario.title]])),
    ),
    units: roundTable(newUnitsTable(slim, before, guide)),
    unitsNow: roundTable(oldUnitsTable(slim, before, guide)),
    shared: effects.length === 0 ? null : roundTable(sharedTable(effects)),
    sentences: [scenarioSentence(outcome), ...effects.map((effect) => effectSentence(effect, null))],
    border:
      before.sheet === null
        ? null
        : {
            before: metresBetween(before.sheet, base),
            after: metresBetween(version.sheet!, version.layer),
          },
  };
}

/** The sheet contracted to one layer. */
const alone = ({ narrow }: Board, sheet: Sheet | null, layer: Layer): Sheet | null =>
  sheet === null || narrow === undefined ? sheet : narrow(sheet, [layer]);

/** Metres of edge between two units of a layer. */
function metresBetween({ arrangement, positionOf }: Sheet, layer: Layer): number {
  const { ofFace } = arrangement.labels[positionOf(layer)]!;
  let metres = 0;
  for (let e = 0; e < arrangement.length.length; e++) {
    const [left, right] = [ofFace[leftFace(arrangement, e)]!, ofFace[rightFace(arrangement, e)]!];
    if (left !== right && left !== NO_UNIT && right !== NO_UNIT) metres += arrangement.length[e]!;
  }
  return metres;
}
