/**
 * The story of differencing: how many small groups subtraction gives away, the smallest first.
 *
 * Groups may hold the same people, so they are counted and never added up.
 */
import { hectareFigure } from '../result/hectare-text.js';
import { columnAbout, columnHeaded, measuresOf } from '../result/find-column.js';
import type { LayerRecord, Result } from '../result/result.js';
import type { Cell, Table } from '../result/table.js';
import { listText, wholeText } from '../trouble/count-text.js';
import { figureOf, textOf } from './cells.js';
import { countedText } from './counted-text.js';
import { capital, numberText } from './number-text.js';
import { peopleWords } from './people-text.js';
import { plainStory } from './plain-story.js';
import type { RankedRow, Story, StoryFigure, UnitRef } from './story.js';
import { unitRef } from './unit-name.js';
import { unitWords } from '../result/layer-words.js';

/** Groups that the list holds at most; all are in the table. */
const MOST_ROWS = 200;

interface Group {
  readonly words: string;
  readonly people: number | null;
  readonly under: number;
  readonly hectares: number | null;
  readonly units: number;
  readonly proved: boolean;
  /** The units that the first of its pieces lies in, by layer. */
  readonly where: readonly UnitRef[];
}

/** The story of a `differencing` result; the plain one where its table is not there. */
export function tellDifferencing(result: Result): Story {
  const table = result.tables.find(({ name }) => name === 'differencing');
  const [measure = null] = table === undefined ? [] : measuresOf(table);
  if (table === undefined || measure === null) return plainStory(result);
  const groups = table.rows.map((row) => readGroup(row, table, measure, result));
  const layers = result.layers.filter(({ id }) => columnsOfCodes(table, result).includes(id));
  const words = listText(layers.map((layer) => unitWords(layer, result).many));
  const headline = headlineOf(groups, measure, words);
  const what = peopleWords(measure).many;
  return {
    title: capital(words),
    headline,
    subtitle: [
      `${capital(what)} whom published counts of ${words} give away when they are subtracted from one another.`,
      countedText(result, layers, measure),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    figures: figuresOf(groups, measure, layers),
    bar: null,
    answer: {
      kind: 'list',
      heading: `Groups by ${what}, fewest first`,
      aside: what,
      groups: groups.length === 0 ? [] : [{ heading: null, rows: groups.slice(0, MOST_ROWS).map(rowOf) }],
      table: 'differencing',
      empty: groups.length === 0 ? 'No group was found' : '',
    },
    map: {
      title: headline,
      subtitle: `Circles: ${what} of each group, one of its pieces.`,
      borders: layers[0]?.id ?? null,
      subject: layers.at(-1)?.id ?? null,
      place: null,
      circles: groups.slice(0, MOST_ROWS).flatMap((group) =>
        group.where[0] === undefined
          ? []
          : [
              {
                unit: group.where[0],
                partner: group.where[1] ?? null,
                amount: group.people,
                figure: figureText(group),
                number: null,
              },
            ],
      ),
      counts: `${capital(what)} of a group`,
    },
    footnotes: ['Groups may hold the same people: they are counted, not added up.'],
  };
}

/** Ids of the layers, which is all of the result's but those that only carry people. */
const columnsOfCodes = (table: Table, { layers }: Result): string[] => {
  const place = columnHeaded(table, 'layers');
  const named = new Set(table.rows.flatMap((row) => textOf(row[place]).split(';')));
  return layers.map(({ id }) => id).filter((id) => named.size === 0 || named.has(id));
};

function headlineOf(groups: readonly Group[], measure: string, words: string): string {
  const what = peopleWords(measure).many;
  const [first] = groups;
  if (first === undefined) return `No small group was found by subtracting ${words} from one another`;
  const fewer = `fewer than ${numberText(first.under)} ${what}`;
  return groups.length === 1
    ? `One group of ${fewer} can be had by subtraction between ${words}`
    : `${capital(numberText(groups.length))} groups of ${fewer} can be had by subtraction between ${words}`;
}

/** A count, or what may be told of one that is withheld. */
const figureText = ({ people, under }: Group): string =>
  people === null ? `fewer than ${wholeText(under)}` : wholeText(people);

function figuresOf(groups: readonly Group[], measure: string, layers: readonly LayerRecord[]): StoryFigure[] {
  const [first] = groups;
  const { many, one } = peopleWords(measure);
  const figure = (
    value: number | string,
    text: string,
    tone: StoryFigure['tone'] = 'plain',
  ): StoryFigure => ({
    value: typeof value === 'number' ? wholeText(value) : value,
    beside: '',
    text,
    tone,
  });
  if (first === undefined) {
    const units = layers.reduce((sum, layer) => sum + layer.units, 0);
    return [
      figure(0, 'small groups were found', 'headline'),
      figure(units, 'units were subtracted from one another'),
      figure(layers.length, 'layers that they are of'),
    ];
  }
  const known = groups.flatMap(({ people }) => (people === null ? [] : [people]));
  const smallest = known.length === groups.length ? Math.min(...known) : null;
  const fewest = Math.min(...groups.map(({ units }) => units));
  const noun = groups.length === 1 ? 'group' : 'groups';
  return [
    figure(groups.length, `${noun} of fewer than ${wholeText(first.under)} ${many}`, 'headline'),
    smallest === null
      ? figure(figureText(first), `${many} in each of them`)
      : figure(smallest, `${Math.round(smallest) === 1 ? one : many} in the smallest group`),
    figure(fewest, fewest === 1 ? 'unit is enough to work one out' : 'units are enough to work one out'),
  ];
}

function readGroup(row: readonly Cell[], table: Table, measure: string, result: Result): Group {
  const at = (heading: string): Cell => row[columnHeaded(table, heading)] ?? null;
  const combination = textOf(at('atom_codes')).split('; ')[0]!.split('|');
  const where = result.layers.length === combination.length ? result.layers : [];
  return {
    words: textOf(at('in_words')),
    people: figureOf(row[columnAbout(table, { role: 'amount', measure })]),
    under: figureOf(at('fewer_than')) ?? 0,
    hectares: figureOf(at('area_ha')),
    units: figureOf(at('units')) ?? 0,
    proved: at('smallest') === true,
    where: where.flatMap((layer, l): UnitRef[] => {
      const code = combination[l]!.split('+')[0]!;
      return code === '-' ? [] : [unitRef(layer, code, '')];
    }),
  };
}

function rowOf(group: Group): RankedRow {
  const [unit, ...others] = group.where;
  const land = group.hectares === null ? [] : [hectareFigure(group.hectares)];
  const proof = group.proved ? 'no smaller group holds any of them' : 'a smaller group may hold some of them';
  return {
    unit: { layer: unit?.layer ?? '', code: unit?.code ?? '', name: group.words },
    amount: group.people,
    figure: figureText(group),
    share: null,
    detail: [...land, proof].join('; '),
    partners: others,
  };
}
