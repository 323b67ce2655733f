/**
 * The new layer as a lookup: the unit of every block, ready to be used as FILE:block_code:code.
 *
 * A block that lies in several units by shape or by weight stands with the one that has most of it, and its share.
 */
import type { Crossing } from '../crossing/crossing.js';
import type { Layer } from '../../layer/layer.js';
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import type { Version } from './new-layer.js';
import type { Outcome } from './outcome.js';
import { mainOf } from '../../result/main-partner.js';

/** A block with the unit that has most of it, and which part; null for a block in no unit. */
interface BlockRow {
  readonly block: string;
  readonly layer: Layer;
  readonly unit: number | null;
  /** 0 to 1. */
  readonly share: number | null;
}

/** One row for each block of each scenario; none where there are none. `blocks` are the codes of those on the sheet. */
export function lookupTable(
  outcomes: readonly Outcome[],
  crossing: Crossing,
  blocks: readonly string[],
): Table {
  return makeTable({
    name: 'lookup',
    title: 'The unit of each block',
    caption: 'One row for each block: the unit it is in.',
    rows: outcomes.flatMap(({ scenario, version }) =>
      (crossing.sheet === null ? ofMembers(version) : ofBlocksOnSheet(version, crossing, blocks)).map(
        (row) => ({ ...row, scenario: scenario.name }),
      ),
    ),
    columns: [
      {
        heading: 'scenario',
        title: 'proposal',
        kind: 'text',
        description: 'The proposal',
        about: { role: 'id' },
        value: ({ scenario }) => scenario,
      },
      {
        heading: 'block_code',
        title: 'block code',
        kind: 'code',
        description: 'Code of the block',
        about: { role: 'block' },
        value: ({ block }) => block,
      },
      {
        heading: 'code',
        title: 'code',
        kind: 'code',
        description: 'Code of its unit',
        about: { role: 'unit' },
        value: ({ layer, unit }) => (unit === null ? null : layer.codes[unit]!),
      },
      {
        heading: 'name',
        title: 'name',
        kind: 'name',
        description: 'Name of its unit',
        about: { role: 'unit' },
        value: ({ layer, unit }) => (unit === null ? null : layer.names[unit]!),
      },
      {
        heading: 'pct_in_unit',
        title: '% in unit',
        kind: 'percent',
        description: 'Share of the block in that unit',
        about: { role: 'share' },
        value: ({ share }) => (share === null ? null : 100 * Math.min(1, share)),
      },
    ],
  });
}

function ofMembers({ layer }: Version): BlockRow[] {
  const { blocks, start, unit, weight } = layer.membership!;
  return blocks.map((block, b) => {
    const entries = Array.from({ length: start[b + 1]! - start[b]! }, (_, i) => start[b]! + i);
    const sum = entries.reduce((total, entry) => total + weight[entry]!, 0);
    const shares = entries.map((entry) => ({ unit: unit[entry]!, share: weight[entry]! / sum }));
    return rowOf(layer, block, shares);
  });
}

function ofBlocksOnSheet(
  { layer, sheet }: Version,
  crossing: Crossing,
  blocks: readonly string[],
): BlockRow[] {
  const placed = crossing.sheet!.measures[0];
  // Under a disclosure rule blocks may be people, a row each, so none are listed.
  if (placed === undefined || placed.ofCells === true) return [];
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

/** The block with the unit that has most of it. */
function rowOf(
  layer: Layer,
  block: string,
  shares: readonly { readonly unit: number; readonly share: number }[],
): BlockRow {
  const best = mainOf(shares, ({ unit, share }) => ({ people: share, land: 0, code: unit }));
  return { block, layer, unit: best?.unit ?? null, share: best?.share ?? null };
}
