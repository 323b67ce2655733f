/**
 * Everything known of a derived footprint: the contest in every block that takes part, and what each unit won.
 *
 * Blocks are those of the shapes given, or of the patients' file; those outside England and outside the area asked
 * for are left out and counted.
 */
import { isOutsideEngland } from '../../layer/code-kind.js';
import { weightOfBlocks } from '../../layer/membership.js';
import { standsForNowhere, unmatched } from '../../layer/partners-of-people.js';
import { InputError } from '../../trouble/input-error.js';
import type { DeriveWishes } from './derive-wishes.js';
import { groupedLand, type GroupedLand } from '../land/grouped-land.js';
import { countUnits, homesOf } from './derived-units.js';
import type { Derived } from './derived.js';
import { arrangeLayers } from '../land/layer-arrangement.js';
import { pickUnits } from '../land/pick-units.js';
import { placeBlocks } from '../land/place-blocks.js';
import { contestOf, type Contest } from './winners.js';

/** Finds it. Throws InputError where the blocks and the patients have no code in common, or no block takes part. */
export function findDerived(request: DeriveWishes): Derived {
  const { lookup, within, only } = request;
  const { membership } = lookup;
  const weights = weightOfBlocks(membership);
  const indexOf = new Map(membership.blocks.map((code, at) => [code, at]));
  const known = request.blocks?.codes ?? knownByLookup(request);
  if (!known.some((code) => indexOf.has(code))) throw nothingInCommon(request, known);
  const english = known.some((code) => !isOutsideEngland(code));
  const inEngland = (code: string): boolean => request.includeOutside || !english || !isOutsideEngland(code);
  const candidates = known.filter(inEngland);
  const placed =
    within === null ? null : placeBlocks(candidates, request.blocks, within, only, request.planar);
  const takesPart = (i: number): boolean =>
    placed === null || (placed[i]! >= 0 && (only === null || only.has(placed[i]!)));
  const kept = candidates.flatMap((_, i) => (takesPart(i) ? [i] : []));
  if (kept.length === 0) throw nothingWithin(request);
  const blocks = kept.map((i) => candidates[i]!);
  const place = placed === null ? null : Int32Array.from(kept, (i) => placed[i]!);
  const mayWin = (unit: number): boolean =>
    request.unallocatedMayWin || !request.unallocated.has(lookup.codes[unit]!);
  const contests = blocks.map((code) => contestOf(membership, indexOf.get(code) ?? -1, mayWin));
  const home = placed === null ? null : homesOf(request, candidates, placed, indexOf);
  const elsewhere = patientsElsewhere(membership.blocks, weights, new Set(known), new Set(blocks), inEngland);
  const without = blocks.filter((code) => !indexOf.has(code));
  const strange = elsewhere.unknownBlocks.filter((code) => !standsForNowhere(code));
  const patients = strange.reduce((sum, code) => sum + weights[indexOf.get(code)!]!, 0);
  const inAll = elsewhere.patients - elsewhere.patientsOutsideEngland;
  const shares = [inAll > 0 ? (100 * patients) / inAll : 0, (100 * without.length) / blocks.length];
  if (shares.some((share) => share > request.allowUnmatched)) {
    throw unmatched(
      { codes: membership.blocks, what: lookup.source, name: 'patients', only: strange },
      { codes: known, what: 'blocks', only: without },
      Math.max(...shares),
    );
  }
  return {
    request,
    blocks,
    contests,
    place,
    home,
    units: countUnits(request, blocks, contests, place, home, indexOf),
    land: landOf(request, blocks, contests),
    ...elsewhere,
  };
}

/** Without shapes: the blocks of the lookup that restricts them, otherwise those with patients. */
function knownByLookup({ lookup, within }: DeriveWishes): readonly string[] {
  const { blocks } = lookup.membership;
  const area = within === null ? null : within.membership;
  return area === null ? blocks : [...new Set([...blocks, ...area.blocks])].sort();
}

function patientsElsewhere(
  codes: readonly string[],
  weights: Float64Array,
  known: ReadonlySet<string>,
  kept: ReadonlySet<string>,
  inEngland: (code: string) => boolean,
): Pick<
  Derived,
  'patients' | 'patientsOutsideEngland' | 'patientsElsewhere' | 'patientsUnknown' | 'unknownBlocks'
> {
  let [patients, outside, elsewhere, unknown] = [0, 0, 0, 0];
  const unknownBlocks: string[] = [];
  codes.forEach((code, block) => {
    const here = weights[block]!;
    patients += here;
    if (kept.has(code)) return;
    if (!inEngland(code)) outside += here;
    else if (known.has(code)) elsewhere += here;
    else {
      unknown += here;
      unknownBlocks.push(code);
    }
  });
  return {
    patients,
    patientsOutsideEngland: outside,
    patientsElsewhere: elsewhere,
    patientsUnknown: unknown,
    unknownBlocks,
  };
}

function landOf(
  { blocks: shapes, lookup, planar }: DeriveWishes,
  blocks: readonly string[],
  contests: readonly Contest[],
): GroupedLand | null {
  if (shapes === null || shapes.land === null) return null;
  const number = new Map(blocks.map((code, i) => [code, i]));
  const picked = pickUnits(shapes, (unit) => number.has(shapes.codes[unit]!));
  return groupedLand(
    arrangeLayers([picked], planar).arrangement,
    (block) => contests[number.get(picked.codes[block]!)!]!.winner,
    lookup.codes.length,
  );
}

function nothingInCommon({ lookup }: DeriveWishes, known: readonly string[]): InputError {
  return new InputError({
    id: 'blocks-do-not-match',
    message: `no block has patients: the blocks are ${known.slice(0, 3).join(', ')} …, the patients are of ${lookup.membership.blocks.slice(0, 3).join(', ')} …`,
    hint: 'Give blocks of the kind and year the patients are counted by (LSOAs of 2011 have other codes than those of 2021)',
  });
}

const nothingWithin = ({ within }: DeriveWishes): InputError =>
  new InputError({
    id: 'no-block-within',
    unit: within?.id ?? '',
    message: 'no block lies in the area asked for with --within and --only',
    hint: 'Check that both are of the same part of the country and the same vintage',
  });
