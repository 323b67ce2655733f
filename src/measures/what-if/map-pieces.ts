/**
 * The pieces that a reader chooses from: what a unit of the changing layer shares with a unit of the first other layer,
 * and where small areas are few enough, with each of them.
 *
 *     ICB │a a a│b b b        pieces  a x   a y   b y       with small areas: each of them that lies in one of these
 *     LAD │x x y│y y y
 *
 * On a sheet a piece has what two drawings of one border leave between them as well: each sliver goes with the piece
 * beside it, or with the rest of its small area, so that the map has one border where the files have two. By lookup a
 * piece has no shape.
 */
import { NO_UNIT, type LayerLabels } from '../../arrangement/labels.js';
import { SetTable } from '../../arrangement/set-table.js';
import type { Layer } from '../../layer/layer.js';
import type { MapRecord } from '../../result/map-record.js';
import { drawMap } from '../map/draw-map.js';
import { settleSlivers } from '../people/settle-slivers.js';
import type { State } from '../scenario/apply-scenario.js';
import type { Board } from './board.js';
import { settleBlocks, type FaceLabels } from './settle-blocks.js';

/** More small areas than this are no pieces of the map, unless they are asked for. */
const MOST_BLOCKS = 60_000;

/** A piece: numbers of its unit at the start, of its unit of the other layer and of its small area; NO_UNIT for none. */
export interface Piece {
  readonly base: number;
  readonly other: number;
  readonly block: number;
  /** People by the first measure, 0 where nobody is counted. */
  readonly people: number;
  /** The entry of the ground that tells in which unit it is now. */
  readonly entry: number;
}

export interface MapPieces {
  readonly pieces: readonly Piece[];
  /** Pieces as units of a layer called `pieces`, their codes its numbers; null by lookup. */
  readonly map: MapRecord | null;
}

/** The pieces of a board; `toLongitudeLatitude` takes positions of the run to degrees. */
export function mapPieces(
  board: Board,
  toLongitudeLatitude: (positions: Float64Array) => Float64Array,
  mostBlocks = MOST_BLOCKS,
): MapPieces {
  const { base, other, block } = labelsOfCells(board, mostBlocks);
  const { ground, peopleOfCell } = board;
  const numberOf = new Map<string, number>();
  const pieces: (Piece & { people: number; weight: number; entry: number })[] = [];
  const pieceOf = new Int32Array(ground.cells).fill(-1);
  for (let cell = 0; cell < ground.cells; cell++) {
    const entry = ground.entryStart[cell]!;
    if (entry === ground.entryStart[cell + 1]) continue;
    if (base[cell] === NO_UNIT && other[cell] === NO_UNIT && block[cell] === NO_UNIT) continue;
    const key = `${base[cell]} ${other[cell]} ${block[cell]}`;
    let number = numberOf.get(key);
    if (number === undefined) {
      number = pieces.length;
      numberOf.set(key, number);
      const of = { base: base[cell]!, other: other[cell]!, block: block[cell]! };
      pieces.push({ ...of, people: 0, weight: -1, entry });
    }
    pieceOf[cell] = number;
    const piece = pieces[number]!;
    const weight = board.crossing.sheet?.arrangement.area[cell] ?? 1;
    const own = ground.unit[entry] === base[cell];
    piece.people += peopleOfCell?.[cell] ?? 0;
    if (own && weight > piece.weight) Object.assign(piece, { weight, entry });
  }
  return {
    pieces: pieces.map(({ weight: _, ...piece }) => piece),
    map: drawPieces(board, pieces.length, pieceOf, toLongitudeLatitude),
  };
}

/** Unit that each piece is in now, as its code; '' for none. */
export const unitsOfPieces = (pieces: readonly Piece[], { codeOf }: State): string[] =>
  pieces.map(({ entry }) => codeOf[entry]!);

/** Unit of each cell in the layer that changes, in the first other layer, and its small area. */
function labelsOfCells(board: Board, mostBlocks: number): FaceLabels {
  const { crossing, ground, blocks } = board;
  const nobody = (): Int32Array => new Int32Array(ground.cells).fill(NO_UNIT);
  const { sheet, members, layers } = crossing;
  const second = layers[1];
  if (sheet === null) {
    const of = (layer: number): Int32Array => {
      const { start, unit } = members!.memberships[layer]!;
      return members!.index[layer]!.map((at) =>
        at < 0 || start[at] === start[at + 1] ? NO_UNIT : unit[start[at]!]!,
      );
    };
    const isMany = members!.blocks.length > mostBlocks;
    return {
      base: of(0),
      other: second === undefined ? nobody() : of(1),
      block: isMany ? nobody() : Int32Array.from(members!.blocks, (_, block) => block),
    };
  }
  const firstOf = (layer: Layer): Int32Array => {
    const { ofFace, sets } = sheet.arrangement.labels[sheet.positionOf(layer)]!;
    return ofFace.map((set) => sets.members(set)[0] ?? NO_UNIT);
  };
  const [areas] = blocks;
  const pairs =
    second === undefined ? { base: firstOf(layers[0]!), other: nobody() } : settledPairs(board, firstOf);
  return areas === undefined || areas.codes.length > mostBlocks
    ? { ...pairs, block: nobody() }
    : settleBlocks(sheet, { ...pairs, block: firstOf(areas) });
}

/**
 * Units of both layers for each cell, those of slivers as of the patch beside them. Patches are of the faces as they were
 * laid out; all faces of a cell are of one patch.
 */
function settledPairs(
  { drawn, cellOfFace }: Board,
  firstOf: (layer: Layer) => Int32Array,
): Pick<FaceLabels, 'base' | 'other'> {
  const [base, other] = [firstOf(drawn.layers[0]!), firstOf(drawn.layers[1]!)];
  const { patches, list } = drawn.pairs[0]!.shapes!;
  const home = settleSlivers(drawn.sheet!.arrangement, patches, list.patchMaterial);
  cellOfFace!.forEach((cell, face) => {
    const at = patches.faceStart[face]!;
    if (patches.faceStart[face + 1]! - at !== 1) return;
    base[cell] = patches.unitA[home[patches.ofFace[at]!]!]!;
    other[cell] = patches.unitB[home[patches.ofFace[at]!]!]!;
  });
  return { base, other };
}

function drawPieces(
  { drawn, cellOfFace, crossing }: Board,
  count: number,
  pieceOf: Int32Array,
  toLongitudeLatitude: (positions: Float64Array) => Float64Array,
): MapRecord | null {
  const { sheet } = drawn;
  if (sheet === null || cellOfFace === null) return null;
  const codes = Array.from({ length: count }, (_, piece) => String(piece));
  const pieces: Layer = { ...crossing.layers[0]!, id: 'pieces', codes, names: codes };
  const labels: LayerLabels = {
    ofFace: cellOfFace.map((cell) => pieceOf[cell]!),
    sets: new SetTable(count),
    disputed: [],
  };
  const { arrangement } = sheet;
  return drawMap(
    {
      layers: [pieces],
      pairs: [],
      sheet: {
        ...sheet,
        arrangement: { ...arrangement, labels: [...arrangement.labels, labels] },
        positionOf: (layer) => (layer === pieces ? arrangement.labels.length : sheet.positionOf(layer)),
      },
    },
    { toLongitudeLatitude, pairs: false, byPeople: false, arcs: Infinity },
  );
}
