/**
 * People on faces brought to the cells of a run and disclosed, before anything is measured.
 *
 * A cell is everybody who is in the same units of all layers (an atom), outside all of them, or without a place. What is
 * published is the cell, so nothing is left of where in it people are: they all stand on its largest face, or, where a
 * run supposes that they live elsewhere, on all its faces by area. Slivers hold nobody unless the cell is nothing else.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import { OUTSIDE_FACE } from '../../arrangement/faces.js';
import { standIn, TRACE, type Disclosure } from '../../layer/disclosure.js';
import { wholeParts } from '../../result/whole-parts.js';
import { findAtoms, type Atoms } from '../land/find-atoms.js';
import type { BlockShares } from '../people/block-shares.js';
import { methodUnder } from '../people/disclose-pairs.js';
import type { MeasureOnFaces } from '../people/measure-on-faces.js';

/** The measures with a block for each cell that holds anybody. `slivers` says which faces lie in one. */
export function discloseOnFaces(
  arrangement: Arrangement,
  measures: readonly MeasureOnFaces[],
  { positions, slivers }: { readonly positions: readonly number[]; readonly slivers: Uint8Array },
  rule: Disclosure,
): MeasureOnFaces[] {
  if (measures.length === 0) return [];
  const atoms = findAtoms(arrangement, positions);
  const facesOf = standingFaces(arrangement, atoms, slivers);
  return measures.map((measure): MeasureOnFaces => {
    const cells = sumCells(measure, atoms);
    const held = [...cells.keys()].filter((cell) => cells[cell]! > 0);
    const places = held.map((cell): Place[] => {
      const people = standIn(cells[cell]!, rule, cell);
      if (cell > atoms.count) return [{ face: NOWHERE, people }];
      const faces = cell === atoms.count ? [OUTSIDE_FACE] : facesOf[cell]!;
      return rule.supposed === 'elsewhere'
        ? spread(people, faces, arrangement.area)
        : [{ face: faces[0]!, people }];
    });
    return {
      ...measure,
      method: methodUnder(measure.method, rule),
      shares: sharesOf(places.map((ofCell) => ofCell.filter(({ face }) => face !== NOWHERE))),
      values: Float64Array.from(places, peopleOf),
      unmatched: standIn(measure.unmatched, rule, 0),
      codes: null,
      ofCells: true,
    };
  });
}

/** People of each atom, then those outside all layers, then those without a place. */
function sumCells({ shares, values }: MeasureOnFaces, { ofFace, count }: Atoms): Float64Array {
  const sums = new ExactSums(count + 2);
  for (let block = 0; block < shares.blocks; block++) {
    const value = values[block]!;
    if (Number.isNaN(value)) continue;
    const [from, to] = [shares.start[block]!, shares.start[block + 1]!];
    if (from === to) sums.add(count + 1, value);
    for (let i = from; i < to; i++) {
      const atom = ofFace[shares.face[i]!]!;
      sums.add(atom < 0 ? count : atom, value * shares.share[i]!);
    }
  }
  return sums.values();
}

/** The faces of each atom that lie in no sliver, or all of them where every one does; largest first. */
function standingFaces({ area }: Arrangement, { ofFace, count }: Atoms, slivers: Uint8Array): number[][] {
  const all = Array.from({ length: count }, (): number[] => []);
  ofFace.forEach((atom, face) => {
    if (atom >= 0 && area[face]! > 0) all[atom]!.push(face);
  });
  return all.map((faces) => {
    const standing = faces.filter((face) => slivers[face] === 0);
    return (standing.length > 0 ? standing : faces).sort((p, q) => area[q]! - area[p]! || p - q);
  });
}

/** The face of people whose blocks have no place at all. */
const NOWHERE = -1;

interface Place {
  readonly face: number;
  readonly people: number;
}

const peopleOf = (places: readonly Place[]): number => places.reduce((sum, { people }) => sum + people, 0);

/** Whole people on faces by area, and on every face at least a trace: anybody may be there. */
function spread(people: number, faces: readonly number[], area: Float64Array): Place[] {
  if (people === 0 || faces.length === 1) return [{ face: faces[0]!, people }];
  const land = faces.reduce((sum, face) => sum + area[face]!, 0);
  const parts = wholeParts(
    faces.map((face) => (Math.floor(people) * area[face]!) / land),
    0,
  );
  const trace = people < 1 ? people : TRACE;
  return faces.map((face, i) => ({ face, people: parts[i]! === 0 ? trace : parts[i]! }));
}

function sharesOf(places: readonly (readonly Place[])[]): BlockShares {
  const start = new Uint32Array(places.length + 1);
  places.forEach((ofCell, cell) => (start[cell + 1] = start[cell]! + ofCell.length));
  const flat = places.flatMap((ofCell) => {
    const all = peopleOf(ofCell);
    return ofCell.map(({ face, people }) => ({ face, share: all === 0 ? 1 : people / all }));
  });
  return {
    blocks: places.length,
    start,
    face: Int32Array.from(flat, ({ face }) => face),
    share: Float64Array.from(flat, ({ share }) => share),
    decimals: 0,
  };
}
