/**
 * The noise of drawing within one layer: how far apart neighbours run that were meant to touch.
 *
 *      i   │ │   j       a gap between i and j, and a double cover of both: each has border of i alone on one side and
 *      i  ─┘ │   j       border of j alone on the other. Border that both have, and the outer border, tell nothing.
 */
import { leftFace, rightFace, type Arrangement } from '../../arrangement/arrangement.js';
import { searchBorders } from '../../arrangement/border-distances.js';
import { OUTSIDE_FACE } from '../../arrangement/faces.js';
import { joinFaces } from '../../arrangement/join.js';
import { NO_UNIT, type LayerLabels } from '../../arrangement/labels.js';
import { findPatches, patchWidth } from '../../arrangement/patches.js';
import { SetTable } from '../../arrangement/set-table.js';
import { noiseOf, POSITIONS, type Noise } from './measure-noise.js';
import { runApart } from './run-apart.js';

/** Measures the noise within a layer of an arrangement. */
export function measureOwnNoise(arrangement: Arrangement, layer: number): Noise {
  const labels = arrangement.labels[layer]!;
  const amiss = facesAmiss(arrangement, labels);
  const { owner, alone, metres, metresBoth } = edgesAlone(arrangement, labels, amiss);
  const sharesLinework = 2 * metresBoth > metres + metresBoth;
  if (!alone.includes(1)) return { metres: null, sharesLinework };
  let land = 0;
  for (let face = 0; face < amiss.length; face++)
    if (labels.ofFace[face] !== NO_UNIT) land += arrangement.area[face]!;
  const chosen = { mask: 1, wanted: 1 };
  const search = searchBorders(arrangement.edges, alone, owner);
  const found = search.ask(chosen, chosen, POSITIONS)();
  search.close();
  const t = runApart(found, land > 0 ? metres / land : 0);
  return { metres: t === null ? null : noiseOf(t, widthsAmiss(arrangement, amiss)), sharesLinework };
}

/** For each face: 0 in a gap that the layer encloses, 1 where it covers land twice, else NO_UNIT. */
function facesAmiss(arrangement: Arrangement, { ofFace, sets }: LayerLabels): Int32Array {
  const region = joinFaces(
    arrangement,
    (left, right) => ofFace[left] === NO_UNIT && ofFace[right] === NO_UNIT,
  );
  return ofFace.map((set, face) => {
    if (set === NO_UNIT) return region[face] === region[OUTSIDE_FACE] ? NO_UNIT : 0;
    return sets.size(set) > 1 ? 1 : NO_UNIT;
  });
}

/** Edges around such faces at which one unit alone ends (1 for each), whose they are, and metres of them and of border of two units. */
function edgesAlone(
  arrangement: Arrangement,
  { ofFace, sets }: LayerLabels,
  amiss: Int32Array,
): { owner: Int32Array; alone: Uint8Array; metres: number; metresBoth: number } {
  const owner = new Int32Array(arrangement.length.length).fill(NO_UNIT);
  const alone = new Uint8Array(owner.length);
  let [metres, metresBoth] = [0, 0];
  for (let e = 0; e < owner.length; e++) {
    const left = leftFace(arrangement, e);
    const right = rightFace(arrangement, e);
    if (ofFace[left] === ofFace[right]) continue;
    if (amiss[left] === NO_UNIT && amiss[right] === NO_UNIT) {
      if (ofFace[left] !== NO_UNIT && ofFace[right] !== NO_UNIT) metresBoth += arrangement.length[e]!;
      continue;
    }
    const [ofLeft, ofRight] = [sets.members(ofFace[left]!), sets.members(ofFace[right]!)];
    const ending = [
      ...ofLeft.filter((unit) => !ofRight.includes(unit)),
      ...ofRight.filter((unit) => !ofLeft.includes(unit)),
    ];
    if (ending.length !== 1) continue;
    owner[e] = ending[0]!;
    alone[e] = 1;
    metres += arrangement.length[e]!;
  }
  return { owner, alone, metres, metresBoth };
}

/** Widths of the pieces of gap and of double cover. */
function widthsAmiss(arrangement: Arrangement, amiss: Int32Array): Float64Array {
  const nothing = { ofFace: new Int32Array(amiss.length).fill(NO_UNIT), sets: new SetTable(0), disputed: [] };
  const labels = [{ ofFace: amiss, sets: new SetTable(2), disputed: [] }, nothing];
  const patches = findPatches({ ...arrangement, labels }, 0, 1);
  return Float64Array.from({ length: patches.count }, (_, patch) => patchWidth(patches, patch));
}
