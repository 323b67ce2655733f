/**
 * What proposals are tried on by hand: layers crossed once, their faces contracted to those that moves can tell apart.
 *
 *     layers ──► crossing ──► contracted sheet ──► figures after every move, without a new overlay
 *
 * A proposal relabels faces or blocks; all its figures are made by the measures of `scenario`, on the contracted sheet,
 * and so are the same.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import type { Layer } from '../../layer/layer.js';
import { crossLayers } from '../crossing/cross-layers.js';
import type { Crossing } from '../crossing/crossing.js';
import type { CrossingRequest } from '../crossing/crossing-request.js';
import { startOf, type State } from '../scenario/apply-scenario.js';
import { groundOf } from '../scenario/ground.js';
import { figuresBefore, type Standpoint } from '../scenario/outcome-of.js';
import { polygonBlocks } from '../scenario/scenario.js';
import type { SizeGuide } from '../scenario/size-guide.js';
import { finestSheet, narrowing } from './contract-sheet.js';

/** What is asked of a board: the layer that changes, those it is held against, then those whose units may be pieces. */
export interface BoardWishes extends CrossingRequest {
  /** How many layers after the first are to be held against. */
  readonly against: number;
  readonly sizeGuide: SizeGuide | null;
}

export interface Board extends Standpoint {
  readonly wishes: BoardWishes;
  /** The crossing on the sheet as it was laid out, for drawing. */
  readonly drawn: Crossing;
  /** For each face of that sheet the face it went into; null by lookup. */
  readonly cellOfFace: Int32Array | null;
  /** Blocks that are pieces on the sheet. */
  readonly blocks: readonly Layer[];
  readonly start: State;
  /** People of each cell of the ground by the first measure; null where nobody is counted. */
  readonly peopleOfCell: Float64Array | null;
}

/** Lays out a board. Throws InputError as every crossing does. */
export function openBoard(wishes: BoardWishes): Board {
  const drawn = crossLayers(wishes);
  const finest = drawn.sheet === null ? null : finestSheet(drawn.sheet);
  const crossing = { ...drawn, sheet: finest?.sheet ?? null };
  const blocks = polygonBlocks(wishes);
  const ground = groundOf(crossing, blocks);
  return {
    wishes,
    drawn,
    crossing,
    cellOfFace: finest?.ofFace ?? null,
    blocks,
    ground,
    start: startOf(ground),
    peopleOfCell: peopleOfCells(crossing, ground.cells),
    before: figuresBefore(drawn, wishes.against),
    ...(finest === null ? {} : { narrow: narrowing(finest.sheet, drawn.layers[0]!) }),
  };
}

function peopleOfCells({ sheet, members }: Crossing, cells: number): Float64Array | null {
  const onSheet = sheet?.measures[0];
  const known = (value: number): number => (Number.isNaN(value) ? 0 : value);
  if (onSheet === undefined) {
    const onBlocks = members?.measures[0];
    return onBlocks === undefined ? null : Float64Array.from(onBlocks.values, known);
  }
  const people = new ExactSums(cells);
  const { start, face, share, blocks } = onSheet.shares;
  for (let block = 0; block < blocks; block++)
    for (let i = start[block]!; i < start[block + 1]!; i++)
      people.add(face[i]!, known(onSheet.values[block]!) * share[i]!);
  return people.values();
}
