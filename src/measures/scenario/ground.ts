/**
 * The ground a scenario is worked out on: cells that are never cut, each with the unit it is in.
 *
 *     by shapes    a cell is a face of the sheet          by lookup    a cell is a block
 *
 * A cell that lies in several units (overlapping areas, weighted membership) has one entry for each; a cell in no
 * unit has one too. Operations only change the unit of entries: no geometry is computed again.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import type { Named } from '../../layer/units-called.js';
import type { Crossing } from '../crossing/crossing.js';
import type { Sheet } from '../people/sheet.js';

export interface Ground {
  readonly base: Layer;
  readonly cells: number;
  /** Cell c has entries entryStart[c] to entryStart[c + 1] - 1; face 0, the outside, has none. */
  readonly entryStart: Uint32Array;
  /** Unit of the base layer, or NO_UNIT, and weight of each entry; weight 1 where cells are in one unit. */
  readonly unit: Int32Array;
  readonly weight: Float64Array;
  /** Layers whose units can be pieces. */
  readonly layers: readonly PieceLayer[];
  /** What a cell is called in messages. */
  cellName(cell: number): string;
}

export interface PieceLayer extends Named {
  readonly isBase: boolean;
  /** The cells of a unit by its code; undefined for a code that is none. */
  cellsOf(code: string): readonly number[] | undefined;
}

/** The id by which blocks are named: `block:E01000001`. */
export const BLOCK = 'block';

/** The ground under the first layer of a crossing. `blocks` are polygon blocks that lie on its sheet, if any. */
export function groundOf(crossing: Crossing, blocks: readonly Layer[]): Ground {
  return crossing.sheet === null ? groundOfBlocks(crossing) : groundOfFaces(crossing, crossing.sheet, blocks);
}

function groundOfBlocks({ layers, members }: Crossing): Ground {
  const { blocks, memberships, index } = members!;
  const unitsOf = (layer: number, block: number): { unit: number; weight: number }[] => {
    const { start, unit, weight } = memberships[layer]!;
    const at = index[layer]![block]!;
    if (at < 0) return [];
    return Array.from({ length: start[at + 1]! - start[at]! }, (_, i) => ({
      unit: unit[start[at]! + i]!,
      weight: weight[start[at]! + i]!,
    }));
  };
  const blockNumber = new Map(blocks.map((code, block) => [code, block]));
  return {
    base: layers[0]!,
    cells: blocks.length,
    ...entriesOf(blocks.length, (block) => unitsOf(0, block)),
    layers: [
      ...layers.map((layer, l) =>
        pieceLayer(layer, l === 0, blocks.length, (block) => unitsOf(l, block).map(({ unit }) => unit)),
      ),
      {
        id: BLOCK,
        kind: null,
        vintage: null,
        codes: blocks,
        names: blocks,
        ods: null,
        isBase: false,
        cellsOf: (code) => (blockNumber.has(code) ? [blockNumber.get(code)!] : undefined),
      },
    ],
    cellName: (block) => blocks[block]!,
  };
}

function groundOfFaces({ layers }: Crossing, sheet: Sheet, blocks: readonly Layer[]): Ground {
  const { arrangement, positionOf } = sheet;
  const faces = arrangement.area.length;
  const unitsOf = (layer: Layer): ((face: number) => readonly number[]) => {
    const { ofFace, sets } = arrangement.labels[positionOf(layer)]!;
    return (face) => sets.members(ofFace[face]!);
  };
  const base = unitsOf(layers[0]!);
  return {
    base: layers[0]!,
    cells: faces,
    ...entriesOf(faces, (face) => base(face).map((unit) => ({ unit, weight: 1 })), 1),
    layers: [
      ...layers.map((layer, l) => pieceLayer(layer, l === 0, faces, unitsOf(layer))),
      ...blocks.map((layer) => ({ ...pieceLayer(layer, false, faces, unitsOf(layer)), id: BLOCK })),
    ],
    cellName: (face) => `face ${face} of the sheet`,
  };
}

/** Entries of all cells from `first` on: one for each unit, one without unit where there is none. */
function entriesOf(
  cells: number,
  unitsOf: (cell: number) => readonly { readonly unit: number; readonly weight: number }[],
  first = 0,
): Pick<Ground, 'entryStart' | 'unit' | 'weight'> {
  const entryStart = new Uint32Array(cells + 1);
  const unit: number[] = [];
  const weight: number[] = [];
  for (let cell = first; cell < cells; cell++) {
    const units = unitsOf(cell);
    for (const entry of units.length === 0 ? [{ unit: NO_UNIT, weight: 1 }] : units) {
      unit.push(entry.unit);
      weight.push(entry.weight);
    }
    entryStart[cell + 1] = unit.length;
  }
  return { entryStart, unit: Int32Array.from(unit), weight: Float64Array.from(weight) };
}

/** The cells of each unit are listed when one is first asked for. */
function pieceLayer(
  { id, kind, vintage, codes, names, ods }: Layer,
  isBase: boolean,
  cells: number,
  unitsOf: (cell: number) => readonly number[],
): PieceLayer {
  let lists: Map<string, number[]> | null = null;
  const list = (): Map<string, number[]> => {
    const found = new Map(codes.map((code): [string, number[]] => [code, []]));
    for (let cell = 0; cell < cells; cell++)
      for (const unit of unitsOf(cell)) found.get(codes[unit]!)!.push(cell);
    return found;
  };
  return { id, kind, vintage, codes, names, ods, isBase, cellsOf: (code) => (lists ??= list()).get(code) };
}
