/**
 * Sheets with fewer faces, on which every measure comes out the same: the whole sheet contracted to what any move can
 * tell apart, and for two layers to what they and the moves so far tell apart.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { contractFaces, joinEdges, type ContractedFaces } from '../../arrangement/contract-faces.js';
import { OUTSIDE_FACE } from '../../arrangement/faces.js';
import type { LayerLabels } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import type { Sheet } from '../people/sheet.js';
import type { Narrowing } from '../scenario/outcome-of.js';
import { gatherBlocks } from './gather-blocks.js';

/** A sheet, and for each face of another the face of this one that it went into. */
export interface ContractedSheet {
  readonly sheet: Sheet;
  readonly ofFace: Int32Array;
}

/** The sheet contracted to what all of its layers tell apart together. */
export function finestSheet({ arrangement, positionOf, measures }: Sheet): ContractedSheet {
  const { graph, ofFace } = contractFaces(arrangement, arrangement.labels);
  return { ofFace, sheet: { ...onGraph(graph, measures, ofFace), positionOf } };
}

/**
 * Makes what contracts the sheet of a proposal to some of its layers. What is contracted once is kept: faces of a unit of
 * `base` join until a proposal parts them, then those of that unit stay as they are from there on.
 */
export function narrowing({ arrangement, positionOf, measures }: Sheet, base: Layer): Narrowing {
  const known = positionOf(base);
  const ofBase = arrangement.labels[known]!;
  const kept = new Map<string, Kept>();
  const contract = (labels: readonly LayerLabels[], parted: ReadonlySet<number>): Kept => {
    const found = contractFaces(
      arrangement,
      [ofBase, ...labels],
      (face) => face === OUTSIDE_FACE || parted.has(ofBase.ofFace[face]!),
    );
    return { ...found, parted, bare: onGraph(found.graph, measures, found.ofFace) };
  };
  return (sheet, layers) => {
    const labels = layers.map((layer) => sheet.arrangement.labels[sheet.positionOf(layer)]!);
    const own = labels.filter((each) => arrangement.labels.includes(each));
    const key = own.map((each) => arrangement.labels.indexOf(each)).join(' ');
    let found = kept.get(key) ?? contract(own, new Set());
    // Its own labels are those by which it was contracted.
    const fresh = labels.filter((each) => !own.includes(each));
    const parted = unitsParted(found, fresh, ofBase);
    if (parted.size > 0) found = contract(own, new Set([...found.parted, ...parted]));
    kept.set(key, found);
    const { first, bare } = found;
    const there = labels.map((each): LayerLabels => ({
      sets: each.sets,
      ofFace: first.map((face) => each.ofFace[face]!),
      disputed: [],
    }));
    return {
      ...bare,
      arrangement: { ...bare.arrangement, labels: there },
      positionOf: (layer) => layers.indexOf(layer),
    };
  };
}

/** A contraction that is kept, and the units (or sets of them) of the base layer whose faces it leaves as they are. */
interface Kept extends ContractedFaces {
  readonly parted: ReadonlySet<number>;
  readonly bare: Pick<Sheet, 'arrangement' | 'measures'>;
}

/** Units of the base layer of which a face holds several labels. */
function unitsParted(
  { ofFace, first }: Kept,
  labels: readonly LayerLabels[],
  base: LayerLabels,
): Set<number> {
  const parted = new Set<number>();
  for (const each of labels) {
    for (let face = 0; face < ofFace.length; face++) {
      if (each.ofFace[face] !== each.ofFace[first[ofFace[face]!]!]) parted.add(base.ofFace[face]!);
    }
  }
  return parted;
}

/** People and edges on contracted faces. Nothing that is measured of a proposal asks for positions, which these have not. */
const onGraph = (
  graph: ContractedFaces['graph'],
  measures: Sheet['measures'],
  ofFace: Int32Array,
): Pick<Sheet, 'arrangement' | 'measures'> => ({
  arrangement: joinEdges(graph) as Arrangement,
  measures: gatherBlocks(measures, ofFace),
});
