/**
 * Everything known of a derived footprint: the contest in every block that takes part, and what each unit won.
 *
 * Blocks are those of the shapes given, or of the patients' file; those outside England and outside the area asked
 * for are left out and counted.
 */
import { isOutsideEngland } from '../../layer/code-kind.js';
import type { Layer } from '../../layer/layer.js';
import { type Lookup, weightOfBlocks } from '../../layer/membership.js';
import type { Measure } from '../../layer/people.js';
import { InputError } from '../../trouble/input-error.js';
import type { ToLongitudeLatitude } from '../align/shape-records.js';
import { derivedLand, type DerivedLand } from './derived-land.js';
import { countUnits, homesOf } from './derived-units.js';
import { pickUnits } from './pick-units.js';
import { placeBlocks } from './place-blocks.js';
import { contestOf, type Contest } from './winners.js';

export interface DeriveRequest {
  /** Units and the weight of every block in each. */
  readonly lookup: Lookup;
  /** Id of the layer derived: `pcn`, `footprint`. */
  readonly id: string;
  /** What a unit is called: `network`, `unit`. */
  readonly noun: string;
  /** Shapes of the blocks, or null. */
  readonly blocks: Layer | null;
  /** The layer whose area is asked for, or null; `only` names some of its units. */
  readonly within: Layer | null;
  readonly only: ReadonlySet<number> | null;
  readonly planar: boolean;
  /** People of the blocks; the first counts as theirs. */
  readonly measures: readonly Measure[];
  /** Unit of `within` that each unit belongs to, by code of the unit, where a practice map tells. */
  readonly homes: ReadonlyMap<string, string>;
  /** Codes of units that stand for no unit (unallocated, unmapped). */
  readonly unallocated: ReadonlySet<string>;
  /** Whether those may win blocks. */
  readonly unallocatedMayWin: boolean;
  /** Whether blocks outside England take part. */
  readonly includeOutside: boolean;
  readonly toDegrees: ToLongitudeLatitude;
}

/** Everything known of the blocks that take part and of the units. */
export interface Derived {
  readonly request: DeriveRequest;
  /** Codes of the blocks that take part, sorted. */
  readonly blocks: readonly string[];
  readonly contests: readonly Contest[];
  /** Unit of `within` that each block lies in, or -1; null without `within`. */
  readonly place: Int32Array | null;
  /** Unit of `within` that each derived unit belongs to, or -1; null without `within`. */
  readonly home: Int32Array | null;
  readonly units: readonly DerivedUnit[];
  readonly land: DerivedLand | null;
  /** Patients of the whole file, and of those who are in no row. */
  readonly patients: number;
  readonly patientsOutsideEngland: number;
  readonly patientsElsewhere: number;
  /** Patients of blocks that the shapes lack, and those blocks. */
  readonly patientsUnknown: number;
  readonly unknownBlocks: readonly string[];
}

export interface DerivedUnit {
  /** Its number in the lookup. */
  readonly unit: number;
  readonly code: string;
  readonly name: string;
  /** Blocks it won, as numbers into `blocks`. */
  readonly won: readonly number[];
  /** All its patients, wherever they live. */
  readonly registered: number;
  /** Its patients in blocks that it won. */
  readonly registeredInside: number;
  /** Its patients in all blocks that take part. */
  readonly registeredHere: number;
  /** Blocks won that lie in another unit of `within` than its own; null without. */
  readonly elsewhere: number | null;
}

/** Finds it. Throws InputError where the blocks and the patients have no code in common, or no block takes part. */
export function findDerived(request: DeriveRequest): Derived {
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
  return {
    request,
    blocks,
    contests,
    place,
    home,
    units: countUnits(request, blocks, contests, place, home, indexOf),
    land: landOf(request, blocks, contests),
    ...patientsElsewhere(membership.blocks, weights, new Set(known), new Set(blocks), inEngland),
  };
}

/** Without shapes: the blocks of the lookup that restricts them, otherwise those with patients. */
function knownByLookup({ lookup, within }: DeriveRequest): readonly string[] {
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
  { blocks: shapes, lookup, planar }: DeriveRequest,
  blocks: readonly string[],
  contests: readonly Contest[],
): DerivedLand | null {
  if (shapes === null || shapes.land === null) return null;
  const number = new Map(blocks.map((code, i) => [code, i]));
  const picked = pickUnits(shapes, (unit) => number.has(shapes.codes[unit]!));
  return derivedLand(
    picked,
    (block) => contests[number.get(picked.codes[block]!)!]!.winner,
    lookup.codes.length,
    planar,
  );
}

function nothingInCommon({ lookup }: DeriveRequest, known: readonly string[]): InputError {
  return new InputError({
    id: 'blocks-do-not-match',
    message: `no block has patients: the blocks are ${known.slice(0, 3).join(', ')} …, the patients are of ${lookup.membership.blocks.slice(0, 3).join(', ')} …`,
    hint: 'Give blocks of the kind and year the patients are counted by (LSOAs of 2011 have other codes than those of 2021)',
  });
}

const nothingWithin = ({ within }: DeriveRequest): InputError =>
  new InputError({
    id: 'no-block-within',
    unit: within?.id ?? '',
    message: 'no block lies in the area asked for with --within and --only',
    hint: 'Check that both are of the same part of the country and the same vintage',
  });
