/**
 * Layers of which at least one is given by lookup only, crossed by their blocks; no geometry is read.
 *
 * A layer that has shapes joins in through point blocks: each block belongs to the unit its point lies in.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { buildLocator, locatePositions } from '../../arrangement/locate.js';
import type { PointBlocks } from '../../layer/blocks.js';
import { standIn } from '../../layer/disclosure.js';
import type { Layer } from '../../layer/layer.js';
import { matchBlocks } from '../../layer/match-blocks.js';
import { buildMembership, type Membership } from '../../layer/membership.js';
import { InputError } from '../../trouble/input-error.js';
import { unionOfSorted } from '../../trouble/order.js';
import { arrangeLayers } from '../land/layer-arrangement.js';
import { asideSentences } from '../people/asides.js';
import type { BlockMembers } from '../people/block-members.js';
import type { BlockMeasure } from '../people/block-measure.js';
import { discloseOnBlocks } from '../people/disclose-on-blocks.js';
import { crossLookups } from '../people/lookup-pairs.js';
import { valuesOnBlocks } from '../people/values-on-blocks.js';
import type { Crossing } from './crossing.js';
import type { CrossedPair } from './crossed-pair.js';
import type { CrossingRequest } from './crossing-request.js';
import type { MeasureRequest } from '../people/measure-request.js';

/** Crosses layers by their blocks. */
export function crossByLookups(request: CrossingRequest): Crossing {
  const { layers } = request;
  const memberships = layers.map((layer) => membershipOf(layer, request));
  const blocks = unionOfSorted(memberships.map((membership) => membership.blocks));
  const values = request.measures.map(({ measure }) =>
    valuesOnBlocks(measure, blocks, 'blocks of the lookups', request.disclosure ?? null),
  );
  const measures = request.measures.map(({ measure }, m): BlockMeasure => ({
    name: measure.name,
    basis: measure.basis,
    method: methodOf(memberships),
    decimals: memberships.some((membership) => membership.weighted) ? 1 : 0,
    values: values[m]!.values,
    counts: values[m]!.counts,
    total: measure.total,
  }));
  const index = memberships.map(
    (membership, l) =>
      matchBlocks(
        { codes: blocks, what: 'all blocks' },
        { codes: membership.blocks, what: `blocks of ${layers[l]!.id}` },
      ).inB,
  );
  const rule = request.disclosure ?? null;
  const counted: BlockMembers = { blocks, memberships, index, measures };
  const unmatched = values.map((value) =>
    rule === null ? value.unmatched : standIn(value.unmatched, rule, 0),
  );
  const members = rule === null ? counted : discloseOnBlocks(counted, unmatched, rule);
  return {
    layers,
    pairs: layers.flatMap((_, i) =>
      layers.slice(i + 1).map((_, j) => crossTwoByBlocks(layers, members, i, i + 1 + j, unmatched)),
    ),
    sheet: null,
    members,
    footprints: layers.map(() => null),
    findings: [
      ...layers.flatMap((layer) => layer.findings.map((finding) => ({ ...finding, layer: layer.id }))),
      ...values.flatMap(({ findings }) => findings),
    ],
  };
}

/** Crosses two of the layers, by their positions; `unmatched` holds people of unknown blocks by measure. */
export function crossTwoByBlocks(
  layers: readonly Layer[],
  members: BlockMembers,
  i: number,
  j: number,
  unmatched: readonly number[],
): CrossedPair {
  const crossed = crossLookups({
    blocks: members.blocks,
    a: members.memberships[i]!,
    b: members.memberships[j]!,
    inA: members.index[i]!,
    inB: members.index[j]!,
    unitsA: layers[i]!.codes.length,
    unitsB: layers[j]!.codes.length,
    measures: members.measures,
  });
  const asides = crossed.outside.map(({ people, blocks }, m) => ({
    measure: members.measures[m]!.name,
    moved: 0,
    stuck: 0,
    outside: people,
    outsideBlocks: blocks,
  }));
  return {
    a: layers[i]!,
    b: layers[j]!,
    land: crossed.found,
    lost: crossed.outside.map(({ people }, m) => people + unmatched[m]!),
    asides,
    sentences: asideSentences(asides, { rule: null, byLookup: true, layers: 2 }),
    shapes: null,
    tolerance: null,
  };
}

/** How blocks were brought to units, in the field's words. */
function methodOf(memberships: readonly Membership[]): string {
  if (memberships.some((membership) => membership.weighted)) return 'weighted membership';
  const located = memberships.find((membership) => membership.blockKind === LOCATED);
  if (located !== undefined) return 'best fit (population-weighted centroid)';
  if (memberships.some((membership) => membership.bestFit === true)) return 'best fit (lookup)';
  return 'exact fit';
}

const LOCATED = 'located point';

function membershipOf(layer: Layer, request: CrossingRequest): Membership {
  if (layer.membership !== null) return layer.membership;
  const points = pointBlocks(request.measures);
  if (points === null) {
    throw new InputError({
      id: 'blocks-needed',
      unit: layer.id,
      message: `${layer.id} has shapes and another layer is given by lookup only, so nothing joins the two`,
      hint: 'Give the blocks of the lookup with --blocks, as polygons or as points',
    });
  }
  return locateBlocks(layer, points, request.planar);
}

const pointBlocks = (measures: readonly MeasureRequest[]): PointBlocks | null =>
  measures.map(({ blocks }) => blocks).find((blocks): blocks is PointBlocks => blocks?.form === 'points') ??
  null;

/** The unit each point lies in, as a membership; where units overlap, wholly in each of them, as on a sheet. */
function locateBlocks(layer: Layer, points: PointBlocks, planar: boolean): Membership {
  const { arrangement } = arrangeLayers([layer], planar);
  const faces = locatePositions(buildLocator(arrangement), points.positions);
  const { ofFace, sets } = arrangement.labels[0]!;
  const entries = points.codes.flatMap((block, i) => {
    const units = ofFace[faces[i]!]! === NO_UNIT ? [] : sets.members(ofFace[faces[i]!]!);
    if (units.length === 0) return [{ block, unit: '', weight: 1 }];
    return units.map((unit) => ({ block, unit: layer.codes[unit]!, weight: 1 }));
  });
  const { codes, membership } = buildMembership(entries, {
    blockKind: LOCATED,
    weighted: false,
    bestFit: true,
  });
  // Units in which no point lies are absent from the membership: bring its numbers back to the layer's own.
  const unitOf = new Map(layer.codes.map((code, unit) => [code, unit]));
  return { ...membership, unit: membership.unit.map((unit) => unitOf.get(codes[unit]!)!) };
}
