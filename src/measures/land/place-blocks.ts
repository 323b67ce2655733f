/**
 * Which unit of another layer each block lies in: by its lookup where it has one, otherwise by most of its area.
 */
import { ExactSums } from '../../arrangement/exact-sum.js';
import type { Layer } from '../../layer/layer.js';
import { unitOfBlocks } from '../../layer/membership.js';
import { InputError } from '../../trouble/input-error.js';
import { arrangeLayers } from './layer-arrangement.js';
import { boundsOf, pickUnits, unitsReaching } from './pick-units.js';
import { mainOf } from '../../result/main-partner.js';

/**
 * The unit of `within` for each code, or -1. `blocks` are the shapes, null without; `only` names the units that
 * matter, so that blocks far from them need not be looked at.
 */
export function placeBlocks(
  codes: readonly string[],
  blocks: Layer | null,
  within: Layer,
  only: ReadonlySet<number> | null,
  planar: boolean,
): Int32Array {
  if (within.membership !== null) {
    const unitOf = unitOfBlocks(within.membership);
    const at = new Map(within.membership.blocks.map((code, index) => [code, unitOf[index]!]));
    return Int32Array.from(codes, (code) => at.get(code) ?? -1);
  }
  if (blocks === null || blocks.land === null) throw shapesNeeded(within);
  const isWanted = (unit: number): boolean => only === null || only.has(unit);
  const near = unitsReaching(blocks, boundsOf(within, isWanted));
  const candidates = pickUnits(blocks, (unit) => near[unit] === 1);
  const place = new Map(mostlyIn(candidates, within, planar).map((unit, i) => [candidates.codes[i]!, unit]));
  return Int32Array.from(codes, (code) => place.get(code) ?? -1);
}

/** For each block the unit that holds most of it; -1 where most of it lies outside. Ties go to the lower code. */
function mostlyIn(blocks: Layer, within: Layer, planar: boolean): number[] {
  const { arrangement, position } = arrangeLayers([blocks, within], planar);
  const [ofBlocks, ofWithin] = [arrangement.labels[position[0]!]!, arrangement.labels[position[1]!]!];
  const slots = new Map<number, number>();
  const cells: { readonly block: number; readonly unit: number }[] = [];
  const stays: { slot: number; area: number }[] = [];
  const units = within.codes.length + 1;
  for (let face = 1; face < arrangement.area.length; face++) {
    for (const block of ofBlocks.sets.members(ofBlocks.ofFace[face]!)) {
      const found = ofWithin.sets.members(ofWithin.ofFace[face]!);
      for (const unit of found.length === 0 ? [-1] : found) {
        const key = block * units + unit + 1;
        let slot = slots.get(key);
        if (slot === undefined) {
          slots.set(key, (slot = cells.length));
          cells.push({ block, unit });
        }
        stays.push({ slot, area: arrangement.area[face]! });
      }
    }
  }
  const sums = new ExactSums(cells.length);
  for (const { slot, area } of stays) sums.add(slot, area);
  const areas = sums.values();
  const held = blocks.codes.map((): { unit: number; area: number }[] => []);
  cells.forEach(({ block, unit }, slot) => {
    if (areas[slot]! > 0) held[block]!.push({ unit, area: areas[slot]! });
  });
  return held.map(
    (own) => mainOf(own, ({ unit, area }) => ({ people: 0, land: area, code: unit }))?.unit ?? -1,
  );
}

const shapesNeeded = (within: Layer): InputError =>
  new InputError({
    id: 'blocks-needed',
    unit: within.id,
    message: `${within.id} has shapes, and the blocks have none, so nothing tells which blocks lie in it`,
    hint: 'Give the shapes of the blocks with --blocks, or give --within as a lookup FILE:BLOCK:UNIT',
  });
