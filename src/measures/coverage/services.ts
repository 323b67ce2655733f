/**
 * How far people live from services: family hubs, practices, health centres.
 *
 *     block centre ●·····straight line·····▲ nearest family hub, perhaps in the next neighbourhood
 *
 * Distances are straight lines from the centre of each block, so a river or a road counts for nothing; a table of
 * minutes from block to site says more where there is one. Everybody in a block shares its centre.
 */
import type { Blocks } from '../../layer/blocks.js';
import type { Layer } from '../../layer/layer.js';
import { buildLocator, locatePositions } from '../../arrangement/locate.js';
import type { Sheet } from '../people/sheet.js';
import { blockCodes } from '../../layer/blocks.js';
import { blockCentres } from './block-centres.js';
import { nearestOf } from './nearest.js';

export interface Services {
  readonly codes: readonly string[];
  readonly types: readonly string[];
  /** x, y of each in the system of the run; NaN without coordinates. */
  readonly positions: Float64Array;
  readonly source: string;
}

/** Minutes from blocks to services. */
export interface Minutes {
  /** By block code, then by service code. */
  readonly ofBlock: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly source: string;
}

export interface ServicesRequest {
  readonly services: Services;
  readonly minutes: Minutes | null;
}

/** One neighbourhood and type of service. */
export interface ServiceCount {
  readonly unit: number;
  readonly type: string;
  /** Services of the type in the neighbourhood. */
  readonly services: number;
  readonly people: number | null;
  /** Metres to the nearest one, half and nine tenths of the people; null without people. */
  readonly medianMetres: number | null;
  readonly p90Metres: number | null;
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
  /** People whose nearest one lies outside the neighbourhood, and outside the parent they live in. */
  readonly outsideUnit: number | null;
  readonly outsideParent: number | null;
}

/** What is counted on. */
export interface ServicesContext {
  readonly sheet: Sheet;
  readonly layer: Layer;
  readonly parents: Layer;
  readonly planar: boolean;
  readonly measures: readonly { readonly blocks: Blocks | null }[];
}

/** Where a service lies. */
interface Site {
  readonly units: readonly number[];
  readonly parents: readonly number[];
}

/** People of a block in one place: all at the block's centre. */
interface Stay {
  readonly block: number;
  readonly unit: number;
  readonly parents: readonly number[];
  readonly people: number;
}

/** Counts for every neighbourhood and type, unit by unit, types in order of their names. */
export function countServices(request: ServicesRequest, context: ServicesContext): ServiceCount[] {
  const { services } = request;
  const { layer } = context;
  const types = [...new Set(services.types)].sort();
  const sites = locateServices(services, context);
  const stays = staysOf(context);
  const blocks = context.measures[0]?.blocks ?? null;
  const centres = stays === null || blocks === null ? null : blockCentres(blocks);
  const codes = blocks === null ? [] : blockCodes(blocks);
  const counts = types.map((type) => {
    const ofType = services.types.flatMap((t, s) =>
      t === type && !Number.isNaN(services.positions[2 * s]!) ? [s] : [],
    );
    const inUnit = new Int32Array(layer.codes.length);
    for (const s of ofType) for (const unit of sites[s]!.units) inUnit[unit]!++;
    const reach =
      stays === null || centres === null
        ? null
        : reachOf({
            request,
            ofType,
            sites,
            stays,
            centres,
            codes,
            planar: context.planar,
            units: layer.codes.length,
          });
    return { type, inUnit, reach };
  });
  return layer.codes.flatMap((_, unit) =>
    counts.map(({ type, inUnit, reach }): ServiceCount => ({
      unit,
      type,
      services: inUnit[unit]!,
      ...(reach === null ? UNKNOWN : reach[unit]!),
    })),
  );
}

type Reach = Omit<ServiceCount, 'unit' | 'type' | 'services'>;

const UNKNOWN: Reach = {
  people: null,
  medianMetres: null,
  p90Metres: null,
  medianMinutes: null,
  p90Minutes: null,
  outsideUnit: null,
  outsideParent: null,
};

function locateServices(services: Services, { sheet, layer, parents }: ServicesContext): Site[] {
  const { arrangement } = sheet;
  const faces = locatePositions(buildLocator(arrangement), services.positions);
  const own = arrangement.labels[sheet.positionOf(layer)]!;
  const ofParents = arrangement.labels[sheet.positionOf(parents)]!;
  return [...faces].map((face) => ({
    units: own.sets.members(own.ofFace[face]!),
    parents: ofParents.sets.members(ofParents.ofFace[face]!),
  }));
}

/** People of the first measure by block and neighbourhood; null where no people are given, or not where they live. */
function staysOf({ sheet, layer, parents }: ServicesContext): Stay[] | null {
  const [measure] = sheet.measures;
  if (measure === undefined || measure.ofCells === true) return null;
  const { labels } = sheet.arrangement;
  const own = labels[sheet.positionOf(layer)]!;
  const ofParents = labels[sheet.positionOf(parents)]!;
  const { start, face, share } = measure.shares;
  const stays: Stay[] = [];
  for (let block = 0; block < measure.values.length; block++) {
    const value = measure.values[block]!;
    if (Number.isNaN(value) || value === 0) continue;
    for (let i = start[block]!; i < start[block + 1]!; i++) {
      if (share[i] === 0) continue;
      const there = ofParents.sets.members(ofParents.ofFace[face[i]!]!);
      for (const unit of own.sets.members(own.ofFace[face[i]!]!)) {
        stays.push({ block, unit, parents: there, people: value * share[i]! });
      }
    }
  }
  return stays;
}

interface ReachRequest {
  readonly request: ServicesRequest;
  readonly ofType: readonly number[];
  readonly sites: readonly Site[];
  readonly stays: readonly Stay[];
  readonly centres: Float64Array;
  readonly codes: readonly string[];
  readonly planar: boolean;
  readonly units: number;
}

function reachOf(given: ReachRequest): Reach[] {
  const { request, ofType, sites, stays, centres, codes } = given;
  const { services, minutes } = request;
  const nearest = nearestOf(services.positions, ofType, centres, given.planar);
  const quickest = minutes === null ? null : codes.map((code) => quickestOf(minutes, code, services, ofType));
  const byUnit = Array.from({ length: given.units }, () => ({
    people: 0,
    metres: [] as Weighted[],
    minutes: [] as Weighted[],
    outsideUnit: 0,
    outsideParent: 0,
  }));
  for (const { block, unit, parents, people } of stays) {
    const sum = byUnit[unit]!;
    sum.people += people;
    const { service, metres } = nearest[block]!;
    if (service >= 0) sum.metres.push({ value: metres, people });
    const quick = quickest === null ? null : quickest[block]!;
    if (quick !== null && quick.service >= 0) sum.minutes.push({ value: quick.minutes, people });
    const chosen = quickest === null ? service : quick!.service;
    if (chosen < 0) continue;
    if (!sites[chosen]!.units.includes(unit)) sum.outsideUnit += people;
    if (!parents.some((parent) => sites[chosen]!.parents.includes(parent))) sum.outsideParent += people;
  }
  return byUnit.map((sum) => ({
    people: sum.people,
    medianMetres: quantile(sum.metres, 0.5),
    p90Metres: quantile(sum.metres, 0.9),
    medianMinutes: quantile(sum.minutes, 0.5),
    p90Minutes: quantile(sum.minutes, 0.9),
    outsideUnit: sum.outsideUnit,
    outsideParent: sum.outsideParent,
  }));
}

/** The service of the type with the fewest minutes; of equals the one that stands first in the file. */
function quickestOf(
  minutes: Minutes,
  block: string,
  services: Services,
  ofType: readonly number[],
): { service: number; minutes: number } {
  const ofBlock = minutes.ofBlock.get(block);
  let best = { service: -1, minutes: Infinity };
  if (ofBlock === undefined) return best;
  for (const service of ofType) {
    const time = ofBlock.get(services.codes[service]!);
    if (time !== undefined && time < best.minutes) best = { service, minutes: time };
  }
  return best;
}

interface Weighted {
  readonly value: number;
  readonly people: number;
}

/** The least value that a share of the people reach at most; null where there are none. */
export function quantile(values: readonly Weighted[], share: number): number | null {
  const sorted = [...values].sort((p, q) => p.value - q.value);
  const wanted = share * sorted.reduce((sum, { people }) => sum + people, 0);
  let reached = 0;
  for (const { value, people } of sorted) {
    reached += people;
    if (reached >= wanted) return value;
  }
  return sorted.length === 0 ? null : sorted[sorted.length - 1]!.value;
}
