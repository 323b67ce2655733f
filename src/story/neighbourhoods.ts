/**
 * The story of neighbourhoods built from blocks: how many are inside the band, whom they split, how compact they are.
 * Arithmetic, not a recommendation.
 */
import { columnAbout, columnHeaded } from '../result/find-column.js';
import { unitWords, type UnitWords } from '../result/layer-words.js';
import type { LayerRecord, Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { listText, wholeText } from '../trouble/count-text.js';
import { figureOf, textOf } from './cells.js';
import { tableNamed } from './named-table.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { plainStory } from './plain-story.js';
import type { RankedList, Story, StoryFigure, StoryMap, UnitRef } from './story.js';

interface Row {
  readonly unit: UnitRef;
  readonly people: number;
  readonly inBand: boolean;
  readonly why: string;
  readonly compactness: number | null;
  readonly blocks: number;
  readonly parts: number;
  /** By kept layer: units whole and in part. */
  readonly kept: readonly { readonly whole: number; readonly part: number }[];
}

interface Kept {
  readonly layer: LayerRecord;
  readonly words: UnitWords;
  /** Units that are split, and their people outside the main neighbourhood. */
  readonly split: number;
  readonly people: number;
}

interface BuiltStory {
  readonly layer: LayerRecord;
  readonly parent: LayerRecord;
  readonly words: UnitWords;
  readonly parents: number;
  readonly rows: readonly Row[];
  readonly kept: readonly Kept[];
  readonly border: number;
  /** The drawn plans with their people split and border, over all parents. */
  readonly drawn: readonly { readonly plan: string; readonly split: number; readonly border: number }[];
}

const NEIGHBOURHOODS: UnitWords = { one: 'neighbourhood', many: 'neighbourhoods' };
const ARITHMETIC =
  'This is arithmetic, not a recommendation: it knows nothing of how people live and how services work.';

/** The story of a result of `suggest neighbourhoods`. */
export function tellNeighbourhoods(result: Result): Story {
  const found = readBuilt(result);
  if (found === null) return plainStory(result);
  return {
    title: `Neighbourhoods built from small areas in ${countedUnits(found.parents, found.words)}`,
    headline: headlineOf(found),
    subtitle: `Contiguous groups of small areas inside each ${found.words.one}; arithmetic, not a recommendation.`,
    figures: [bandFigure(found), splitFigure(found), borderFigure(found)],
    bar: null,
    answer: listOf(found),
    map: mapOf(found, result),
    footnotes: [ARITHMETIC],
  };
}

function readBuilt(result: Result): BuiltStory | null {
  const [layer, parent, ...others] = result.layers;
  const [table, parents] = ['neighbourhoods', 'parents'].map((name) => tableNamed(result.tables, name));
  if (layer === undefined || parent === undefined || !table || !parents) return null;
  const kept = others.map((each): Kept => ({
    layer: each,
    words: unitWords(each, result),
    split: sumOf(parents, columnHeaded(parents, `${each.id}_split`)),
    people: sumOf(parents, columnAbout(parents, { role: 'outside_main', layer: each.id })),
  }));
  return {
    layer,
    parent,
    words: unitWords(parent, result),
    parents: parents.rows.length,
    rows: readRows(table, layer, kept),
    kept,
    border: sumOf(parents, columnHeaded(parents, 'inner_border_km')),
    drawn: readDrawn(tableNamed(result.tables, 'compared'), layer),
  };
}

const sumOf = ({ rows }: Table, column: number): number =>
  rows.reduce((sum, row) => sum + (figureOf(row[column]) ?? 0), 0);

function readRows(table: Table, layer: LayerRecord, kept: readonly Kept[]): Row[] {
  const at = (heading: string): number => columnHeaded(table, heading);
  const [code, name] = (['code', 'name'] as const).map((kind) =>
    columnAbout(table, { role: 'unit', kind, layer: layer.id }),
  ) as [number, number];
  const people = columnAbout(table, { role: 'amount', kind: 'people' });
  const [inBand, why, compactness, blocks, parts] = [
    'in_band',
    'why',
    'polsby_popper',
    'blocks',
    'parts',
  ].map(at) as [number, number, number, number, number];
  return table.rows.map((row): Row => ({
    unit: { layer: layer.id, code: textOf(row[code]), name: textOf(row[name]) },
    people: figureOf(row[people]) ?? 0,
    inBand: row[inBand] === true,
    why: textOf(row[why]),
    compactness: figureOf(row[compactness]),
    blocks: figureOf(row[blocks]) ?? 0,
    parts: figureOf(row[parts]) ?? 0,
    kept: kept.map(({ layer: { id } }) => ({
      whole: figureOf(row[at(`${id}_whole`)]) ?? 0,
      part: figureOf(row[at(`${id}_parts`)]) ?? 0,
    })),
  }));
}

function readDrawn(table: Table | null, layer: LayerRecord): BuiltStory['drawn'] {
  if (table === null) return [];
  const [plan, border] = [columnHeaded(table, 'plan'), columnHeaded(table, 'inner_border_km')];
  const split = table.columns.flatMap(({ heading }, i) => (/_split_of_/.test(heading) ? [i] : []));
  const plans = [...new Set(table.rows.map((row) => textOf(row[plan])))].filter((id) => id !== layer.id);
  return plans.map((id) => {
    const own = { ...table, rows: table.rows.filter((row) => textOf(row[plan]) === id) };
    return {
      plan: id,
      split: split.reduce((sum, column) => sum + sumOf(own, column), 0),
      border: sumOf(own, border),
    };
  });
}

const splitOf = ({ kept }: BuiltStory): number => kept.reduce((sum, { people }) => sum + people, 0);

function headlineOf(found: BuiltStory): string {
  const { rows, kept } = found;
  const count = capital(countedUnits(rows.length, NEIGHBOURHOODS));
  const outside = rows.filter(({ inBand }) => !inBand).length;
  const band = outside === 0 ? '' : `, ${numberText(outside)} of them outside the size band,`;
  if (kept.length === 0) {
    return outside === 0
      ? `${count} ${rows.length === 1 ? 'is' : 'are'} inside the size band`
      : `${count}${band} ${rows.length === 1 ? 'is' : 'are'} built`;
  }
  const split = kept.filter((each) => each.split > 0);
  const verb = rows.length === 1 ? 'splits' : 'split';
  if (split.length === 0)
    return `${count}${band} ${verb} no ${listText(kept.map(({ words }) => words.one)).replace(' and ', ' and no ')}`;
  const what = listText(split.map((each) => countedUnits(each.split, each.words)));
  return `${count}${band} ${verb} ${what}: ${wholeText(splitOf(found))} people live apart from most of their ${listText(split.map(({ words }) => words.one)).replace(' and ', ' or ')}`;
}

const bandFigure = ({ rows }: BuiltStory): StoryFigure => {
  const sizes = rows.map(({ people }) => people);
  return {
    value: wholeText(rows.filter(({ inBand }) => inBand).length),
    beside: `of ${wholeText(rows.length)}`,
    text: `neighbourhoods are inside the size band; they have ${wholeText(Math.min(...sizes))} to ${wholeText(Math.max(...sizes))} people`,
    tone: 'plain',
  };
};

function splitFigure(found: BuiltStory): StoryFigure {
  const { kept, drawn } = found;
  if (kept.length === 0) {
    return {
      value: wholeText(found.rows.filter(({ parts }) => parts > 1).length),
      beside: '',
      text: 'neighbourhoods lie in two or more parts',
      tone: 'headline',
    };
  }
  const beside = drawn.map(({ plan, split }) => `${wholeText(split)} by ${plan.replaceAll('_', ' ')}`);
  return {
    value: wholeText(splitOf(found)),
    beside: '',
    text: `people are split from most of their ${listText(kept.map(({ words }) => words.one))}${beside.length === 0 ? '' : `; ${listText(beside)}`}`,
    tone: 'headline',
  };
}

function borderFigure({ border, drawn, rows }: BuiltStory): StoryFigure {
  const scores = rows.flatMap(({ compactness }) => compactness ?? []).sort((p, q) => p - q);
  const beside = drawn.map((each) => `${each.border.toFixed(1)} km by ${each.plan.replaceAll('_', ' ')}`);
  return {
    value: `${border.toFixed(1)} km`,
    beside: '',
    text: `of border between neighbourhoods${beside.length === 0 ? '' : ` (${listText(beside)})`}; the least compact scores ${(scores[0] ?? 0).toFixed(2)} of 1 (Polsby–Popper)`,
    tone: 'plain',
  };
}

/** Those outside the band first, then by people, most first. */
function listOf({ rows, kept }: BuiltStory): RankedList {
  const largest = Math.max(1, ...rows.map(({ people }) => people));
  const sorted = [...rows].sort((p, q) => q.people - p.people || (p.unit.code < q.unit.code ? -1 : 1));
  const listed = (some: readonly Row[]): RankedList['groups'][number]['rows'] =>
    some.map((row) => ({
      unit: row.unit,
      amount: row.people,
      figure: wholeText(row.people),
      share: row.people / largest,
      tone: 'place',
      detail: [
        ...(row.why === '' ? [] : [row.why]),
        ...kept.map(({ words }, k) => {
          const { whole, part } = row.kept[k]!;
          return `${countedUnits(whole, words)} whole${part === 0 ? '' : `, ${wholeText(part)} in part`}`;
        }),
        countedUnits(row.blocks, { one: 'small area', many: 'small areas' }),
        ...(row.compactness === null ? [] : [`compactness ${row.compactness.toFixed(2)}`]),
      ].join('; '),
      partners: [],
    }));
  const [outside, inside] = [sorted.filter(({ inBand }) => !inBand), sorted.filter(({ inBand }) => inBand)];
  return {
    kind: 'list',
    heading: 'Neighbourhoods by people',
    aside: 'people, beside the largest',
    groups: [
      ...(outside.length === 0 ? [] : [{ heading: 'Outside the size band', rows: listed(outside) }]),
      ...(inside.length === 0
        ? []
        : [{ heading: outside.length === 0 ? null : 'Inside the size band', rows: listed(inside) }]),
    ],
    table: 'neighbourhoods',
    empty: '',
  };
}

function mapOf({ layer, parent, kept, rows }: BuiltStory, result: Result): StoryMap | null {
  if (result.map === undefined) return null;
  const [first] = kept;
  return {
    title: capital(`${countedUnits(rows.length, NEIGHBOURHOODS)} built from small areas`),
    subtitle:
      first === undefined
        ? 'Borders of neighbourhoods'
        : `Borders of neighbourhoods over ${first.words.many}`,
    borders: layer.id,
    subject: first?.layer.id ?? parent.id,
    place: null,
    circles: [],
    counts: '',
  };
}
