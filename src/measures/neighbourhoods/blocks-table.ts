/**
 * The tables `blocks`, the lookup of blocks and neighbourhoods, and `split`, the kept units that lie in several.
 */
import { shortWords, unitWord } from '../../layer/unit-words.js';
import type { Layer } from '../../layer/layer.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { amountColumn, codeOf, peopleColumn, unitColumns, measureWord } from '../columns.js';
import type { Built } from './built.js';
import { splitUnits, type SplitUnit } from './plan-figures.js';

/** One row a block, by code. */
export function blocksTable(built: Built, layer: Layer): Table {
  const { wishes, blocks, neighbourhoods, neighbourhoodOf, people, keptOf } = built;
  const { within, kept, measure } = wishes;
  const word = shortWords([layer, within, ...kept]);
  const of = (block: number): (typeof neighbourhoods)[number] => neighbourhoods[neighbourhoodOf[block]!]!;
  return makeTable({
    name: 'blocks',
    title: 'Blocks and their neighbourhoods',
    caption: 'One row for each block: the lookup of blocks and neighbourhoods.',
    rows: blocks.codes.map((_, block) => block),
    columns: [
      {
        heading: blocks.codeField === '' ? 'block_code' : blocks.codeField,
        title: 'block code',
        kind: 'code',
        description: 'Code of the block',
        about: { role: 'block' },
        value: (block) => blocks.codes[block]!,
      },
      ...unitColumns<number>(layer, word(layer.id), (block) => layer.codes.indexOf(of(block).code)),
      ...unitColumns<number>(within, word(within.id), (block) => of(block).parent.unit),
      amountColumn<number>(
        { name: measure.name, decimals: 0 },
        `People of the block: ${measure.basis}`,
        (block) => people[block]!,
      ),
      ...kept.map((each, k): ColumnOf<number> => ({
        heading: `${each.id}_code`,
        title: `${word(each.id)} code`,
        kind: 'code',
        description: `Code of the ${unitWord(each, 1)} that it is counted in`,
        about: { layer: each.id, role: 'unit' },
        value: (block) => codeOf(each, keptOf[k]![block]!),
      })),
    ],
  });
}

interface SplitRow extends SplitUnit {
  readonly layer: Layer;
}

/** One row for each kept unit in two neighbourhoods or more: most people outside the main one first. */
export function splitTable(built: Built): Table {
  const { wishes, blocks, neighbourhoods, neighbourhoodOf, people, keptOf } = built;
  const { kept, measure } = wishes;
  const all = blocks.codes.map((_, block) => block);
  const rows = kept.flatMap((layer, k) =>
    splitUnits(people, all, keptOf[k]!, neighbourhoodOf).map((each): SplitRow => ({ ...each, layer })),
  );
  const main = ({ parts }: SplitRow): (typeof neighbourhoods)[number] => neighbourhoods[parts[0]!.group]!;
  return makeTable({
    name: 'split',
    title: 'Kept units that are split',
    caption: 'One row for each unit of a kept layer that lies in two neighbourhoods or more.',
    rows: rows.sort(
      (p, q) =>
        q.outsideMain - p.outsideMain || kept.indexOf(p.layer) - kept.indexOf(q.layer) || p.unit - q.unit,
    ),
    columns: [
      {
        heading: 'layer',
        title: 'layer',
        kind: 'text',
        description: 'The kept layer',
        about: { role: 'id' },
        value: ({ layer }) => layer.id,
      },
      {
        heading: 'code',
        title: 'code',
        kind: 'code',
        description: 'Code of the unit',
        about: { role: 'other' },
        value: ({ layer, unit }) => codeOf(layer, unit),
      },
      {
        heading: 'name',
        title: 'name',
        kind: 'name',
        description: 'Name of the unit',
        about: { role: 'other' },
        value: ({ layer, unit }) => layer.names[unit]!,
      },
      {
        heading: 'neighbourhoods',
        title: 'neighbourhoods',
        kind: 'count',
        description: 'Neighbourhoods that it lies in',
        value: ({ parts }) => parts.length,
      },
      peopleColumn<SplitRow>(
        { name: measure.name, decimals: 0 },
        measure.name,
        measureWord(measure),
        { role: 'amount' },
        'All its people here',
        ({ parts }) => parts.reduce((sum, part) => sum + part.people, 0),
      ),
      peopleColumn<SplitRow>(
        { name: measure.name, decimals: 0 },
        `${measure.name}_outside_main`,
        `${measureWord(measure)} outside main`,
        { role: 'outside_main' },
        'Its people outside the neighbourhood with most of them',
        ({ outsideMain }) => outsideMain,
      ),
      {
        heading: 'main_neighbourhood_code',
        title: 'main neighbourhood code',
        kind: 'code',
        description: 'Code of the neighbourhood with most of its people',
        about: { role: 'main' },
        value: (row) => main(row).code,
      },
      {
        heading: 'main_neighbourhood_name',
        title: 'main neighbourhood',
        kind: 'name',
        description: 'Its name',
        about: { role: 'main' },
        value: (row) => main(row).name,
      },
    ],
  });
}
