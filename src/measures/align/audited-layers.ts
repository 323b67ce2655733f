/**
 * Which layers a lookup speaks of: its members are units of one, or the blocks of the people, its groups of another.
 */
import { measureWord } from '../columns.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Layer } from '../../layer/layer.js';
import { applyRecode } from '../../layer/recode.js';
import { comparableSet } from '../../layer/spelling.js';
import { comparable } from '../../trouble/order.js';
import { InputError } from '../../trouble/input-error.js';
import { crossOnSheet } from '../crossing/cross-by-shapes.js';
import type { Crossing } from '../crossing/crossing.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import type { AuditedLayers, AuditedShare, AuditRequest } from './audit.js';
import { shareOfPair } from '../pairs/main-pairs.js';

/** At least this share of the codes of the smaller side must be known for a lookup to speak of a layer. */
const MOST = 0.5;

/**
 * The layers to hold the lookup against: two of the crossed ones, or the blocks and one of them; without a lookup the
 * two first ones. Throws InputError where none fit.
 */
export function chooseAudited(
  { lookup, recodes }: AuditRequest,
  crossing: Crossing,
  pairs: readonly CrossedPair[],
  blockLayers: readonly Layer[],
): AuditedLayers {
  if (lookup === null) return auditedPair(pairs[0]!, 'b');
  const speaksOf = (codes: readonly string[], layer: Layer): boolean => {
    const wanted = new Set(layer.codes);
    const after = comparableSet(applyRecode(codes, recodes, { wanted }).codes);
    const found = [...wanted].filter((code) => after.has(comparable(code)));
    return found.length >= MOST * Math.min(codes.length, layer.codes.length);
  };
  for (const pair of pairs) {
    if (speaksOf(lookup.membership.blocks, pair.b) && speaksOf(lookup.codes, pair.a))
      return auditedPair(pair, 'b');
    if (speaksOf(lookup.membership.blocks, pair.a) && speaksOf(lookup.codes, pair.b))
      return auditedPair(pair, 'a');
  }
  const groups = crossing.layers.find((layer) => speaksOf(lookup.codes, layer));
  const blocks = blockLayers.find((layer) => speaksOf(lookup.membership.blocks, layer));
  if (groups === undefined || blocks === undefined) throw noLayer(lookup.source);
  // Blocks are held against the groups by land: their people are shared by land anyway.
  const known = crossing.pairs.flatMap(({ tolerance }) => (tolerance === null ? [] : [tolerance]));
  const sheet = { ...crossing.sheet!, measures: [] };
  const [crossed] = crossOnSheet(sheet, [[groups, blocks]], 'auto', known);
  return auditedPair(crossed!, 'b');
}

function auditedPair({ a, b, land }: CrossedPair, side: 'a' | 'b'): AuditedLayers {
  const other = side === 'b' ? 'a' : 'b';
  const [members, groups] = side === 'b' ? [b, a] : [a, b];
  const measure = land.measures[0];
  const amounts = members.codes.map(() => new Map<number, AuditedShare>());
  for (const pair of land.pairs) {
    if (pair[side] === NO_UNIT || pair[other] === NO_UNIT) continue;
    const share = shareOfPair(pair, other);
    const amount = measure === undefined ? share.land : share.people;
    amounts[pair[side]]!.set(pair[other], { ...share, amount });
  }
  const areas = side === 'b' ? land.areasB : land.areasA;
  return {
    members,
    groups,
    amounts,
    totals:
      measure === undefined
        ? (areas ?? new Float64Array(members.codes.length))
        : side === 'b'
          ? measure.unitsB
          : measure.unitsA,
    basis: measure === undefined ? 'hectares' : `${measureWord(measure)}: ${measure.basis}`,
  };
}

const noLayer = (source: string): InputError =>
  new InputError({
    id: 'audit-matches-no-layer',
    file: source,
    message: 'its members and groups are not the codes of two of the layers, nor of the blocks and a layer',
    hint: 'Name its columns as --audit FILE:MEMBER:GROUP, members being units of the second layer or the blocks given with --blocks',
  });
