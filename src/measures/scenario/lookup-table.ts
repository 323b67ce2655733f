/**
 * The new layer as a lookup: the unit of every block, ready to be used as FILE:block_code:code.
 *
 * A block that lies in several units by shape or by weight stands with the one that has most of it, and its share.
 */
import type { Crossing } from '../crossing/crossing.js';
import type { Cell, Table } from '../../result/table.js';
import type { Version } from './new-layer.js';
import type { Outcome } from './outcome.js';
import { mainOf } from '../../result/main-partner.js';

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
    const entries = Array.from({ length: start[b + 1]! - start[b]! }, (_, i) => start[b]! + i);
    const sum = entries.reduce((total, entry) => total + weight[entry]!, 0);
    const shares = entries.map((entry) => ({ unit: unit[entry]!, share: weight[entry]! / sum }));
    return rowOf(layer, block, shares);
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
    return rowOf(
      layer,
      block,
      [...shares].map(([unit, part]) => ({ unit, share: part })),
    );
  });
}

/** The block with the unit that has most of it; blank for one in none. */
function rowOf(
  layer: Version['layer'],
  block: string,
  shares: readonly { readonly unit: number; readonly share: number }[],
): Cell[] {
  const best = mainOf(shares, ({ unit, share }) => ({ people: share, land: 0, code: unit }));
  if (best === null) return [block, null, null, null];
  return [block, layer.codes[best.unit]!, layer.names[best.unit]!, 100 * Math.min(1, best.share)];
}
