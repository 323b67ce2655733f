/**
 * The new layer as a lookup: the unit of every block, ready to be used as FILE:block_code:code.
 *
 * A block that lies in several units by shape or by weight stands with the one that has most of it, and its share.
 */
import type { Crossing } from '../crossing/cross-layers.js';
import type { Cell, Table } from '../../result/table.js';
import type { Version } from './new-layer.js';
import type { Outcome } from './scenario.js';

/** One row for each block of each scenario; none where there are none. `blocks` are the codes of those on the sheet. */
export function lookupTable(
  outcomes: readonly Outcome[],
  crossing: Crossing,
  blocks: readonly string[],
): Table {
  return {
    name: 'lookup',
    caption: 'One row for each block: the unit it is in.',
    columns: [
      { heading: 'scenario', kind: 'text', decimals: null, description: 'The proposal' },
      { heading: 'block_code', kind: 'code', decimals: null, description: 'Code of the block' },
      { heading: 'code', kind: 'code', decimals: null, description: 'Code of its unit' },
      { heading: 'name', kind: 'name', decimals: null, description: 'Name of its unit' },
      {
        heading: 'pct_in_unit',
        kind: 'percent',
        decimals: 4,
        description: 'Share of the block in that unit',
      },
    ],
    rows: outcomes.flatMap(({ scenario, version }) =>
      (crossing.sheet === null ? ofMembers(version) : ofBlocksOnSheet(version, crossing, blocks)).map(
        (row) => [scenario.name, ...row],
      ),
    ),
  };
}

function ofMembers({ layer }: Version): Cell[][] {
  const { blocks, start, unit, weight } = layer.membership!;
  return blocks.map((block, b) => {
    let best = -1;
    let sum = 0;
    for (let entry = start[b]!; entry < start[b + 1]!; entry++) {
      sum += weight[entry]!;
      if (best < 0 || weight[entry]! > weight[best]!) best = entry;
    }
    return best < 0 ? [block, null, null, null] : rowOf(layer, block, unit[best]!, weight[best]! / sum);
  });
}

function ofBlocksOnSheet({ layer, sheet }: Version, crossing: Crossing, blocks: readonly string[]): Cell[][] {
  const placed = crossing.sheet!.measures[0];
  if (placed === undefined) return [];
  const { ofFace, sets } = sheet!.arrangement.labels[sheet!.positionOf(layer)]!;
  const { start, face, share } = placed.shares;
  return blocks.map((block, b) => {
    const shares = new Map<number, number>();
    for (let i = start[b]!; i < start[b + 1]!; i++) {
      for (const unit of sets.members(ofFace[face[i]!]!))
        shares.set(unit, (shares.get(unit) ?? 0) + share[i]!);
    }
    const [best] = [...shares].sort((p, q) => q[1] - p[1] || p[0] - q[0]);
    return best === undefined ? [block, null, null, null] : rowOf(layer, block, best[0], best[1]);
  });
}

const rowOf = (layer: Version['layer'], block: string, unit: number, share: number): Cell[] => [
  block,
  layer.codes[unit]!,
  layer.names[unit]!,
  100 * Math.min(1, share),
];
