/**
 * The story of a suggestion: what the cheapest moves would do, in people. Arithmetic, not a recommendation.
 */
import { columnAbout, columnHeaded } from '../result/find-column.js';
import type { LayerRecord, Result } from '../result/result.js';
import type { Cell, Table } from '../result/table.js';
import { wholeText } from '../trouble/count-text.js';
import { plainStory } from './plain-story.js';
import type { Move, Story, StoryFigure, StoryMap, UnitRef } from './story.js';
import { unitWords, type UnitWords } from '../result/layer-words.js';
import { figureOf, sumOrNull, textOf } from './cells.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { partText } from './share-text.js';
import { unitName } from './unit-name.js';
import { hectareText } from '../result/hectare-text.js';
import { countedOf, peopleNouns } from './amount-text.js';
import { tableNamed } from './named-table.js';

/** A move of the cheapest set. */
interface SetMove extends Move {
  /** The unit that a part of which moves. */
  readonly part: UnitRef;
}

interface Suggestion {
  readonly a: LayerRecord;
  readonly b: LayerRecord;
  /** UnitWords of the units that may change, and of those that should each lie in one. */
  readonly holder: UnitWords;
  readonly part: UnitWords;
  readonly measure: string | null;
  readonly moves: readonly SetMove[];
  /** People (or hectares) that move; null where a figure is withheld. */
  readonly amount: number | null;
  readonly test: string;
  readonly choices: number;
  readonly settled: number;
  /** Names of units that no allowed move settles. */
  readonly left: readonly string[];
}

/** The story of a result of `suggest`. */
export function tellSuggest(result: Result): Story {
  const found = readSuggestion(result);
  if (found === null) return plainStory(result);
  const { a, b, holder, part, moves, left } = found;
  const changed = changedUnits(moves);
  const still = a.units - changed;
  return {
    title: capital(`moves that would line up ${holder.many} with ${part.many}`),
    headline: headlineOf(found),
    subtitle: `The cheapest moves of parts of ${part.many}${vintageText(b)} between ${holder.many}${vintageText(a)}. Arithmetic, not a recommendation.`,
    figures: [shareFigure(found, result), settledFigure(found), changedFigure(found, changed)],
    bar: null,
    answer: {
      kind: 'moves',
      heading: moves.length === 0 ? 'Nothing to move' : 'The cheapest moves, most people first',
      moves: moves.map(({ part: _, ...move }) => move),
      stays: [],
      unchanged:
        still === 0
          ? ''
          : capital(`${countedUnits(still, holder)} would stay as ${still === 1 ? 'it is' : 'they are'}`),
      table: 'fix',
    },
    map: mapOf(found, result),
    footnotes: [
      ...(left.length === 0 || found.settled === 0
        ? []
        : [
            `Left as ${left.length === 1 ? 'it is' : 'they are'}, for no allowed move settles ${left.length === 1 ? 'it' : 'them'}: ${left.join('; ')}.`,
          ]),
      'This is arithmetic, not a recommendation: it knows nothing of how bodies work.',
    ],
  };
}

const vintageText = ({ vintage }: LayerRecord): string => (vintage === null ? '' : ` of ${vintage}`);

function headlineOf({ holder, part, measure, moves, amount, test, choices, settled }: Suggestion): string {
  if (choices === 0) return `Nothing has to move: ${holder.many} and ${part.many} line up already`;
  const broken =
    test === 'P2'
      ? `${countedUnits(choices, part)} that ${holder.many} cut across`
      : `${countedUnits(choices, { one: `split ${part.one}`, many: `split ${part.many}` })}`;
  if (settled === 0) return `No allowed move settles any of the ${broken}`;
  const who =
    amount === null
      ? `${capital(countedUnits(moves.length, { one: 'move', many: 'moves' }))}`
      : `Moving ${countedOf(amount, measure)} to another ${holder.one}`;
  if (settled < choices) return `${who} would settle ${numberText(settled)} of the ${broken}`;
  return test === 'P2'
    ? `${who} would leave no ${holder.one} that cuts across the edge of a ${part.one}`
    : `${who} would leave no ${part.one} split between ${holder.many}`;
}

function shareFigure({ a, holder, measure, amount }: Suggestion, result: Result): StoryFigure {
  const quantity = measure ?? 'hectares';
  const total =
    result.reconciliation.find((line) => line.layer === a.id && line.quantity === quantity)?.total ?? null;
  const { many } = peopleNouns(measure);
  const whole =
    total === null ? `all ${many}` : measure === null ? hectareText(total) : `${wholeText(total)} ${many}`;
  return {
    value: partText(amount, total) ?? 'withheld',
    beside: '',
    text: `of ${whole} would come to another ${holder.one}`,
    tone: 'headline',
  };
}

const settledFigure = ({ part, moves, choices, settled }: Suggestion): StoryFigure => ({
  value: wholeText(settled),
  beside: `of ${wholeText(choices)}`,
  text: `${choices === 1 ? part.one : part.many} settled, by ${countedUnits(moves.length, { one: 'move', many: 'moves' })}`,
  tone: 'plain',
});

const changedFigure = ({ a, holder }: Suggestion, changed: number): StoryFigure => ({
  value: wholeText(changed),
  beside: `of ${wholeText(a.units)}`,
  text: `${a.units === 1 ? holder.one : holder.many} would gain or lose a part`,
  tone: 'plain',
});

const changedUnits = (moves: readonly SetMove[]): number =>
  new Set(moves.flatMap(({ from, to }) => [from!.code, to!.code])).size;

function readSuggestion(result: Result): Suggestion | null {
  const [a, b] = result.layers;
  const [fix, choices] = ['fix', 'choices'].map((name) => tableNamed(result.tables, name));
  if (a === undefined || b === undefined || !fix || !choices) return null;
  const moved = columnHeaded(fix, 'people_moved');
  const measure = fix.columns[moved]?.about.measure ?? null;
  const moves = readMoves(fix, a, b, measure);
  const [test, settled] = [columnHeaded(choices, 'test'), columnHeaded(choices, 'settled')];
  const name = columnAbout(choices, { role: 'unit', kind: 'name' });
  return {
    a,
    b,
    holder: unitWords(a, result),
    part: unitWords(b, result),
    measure,
    moves,
    amount: sumOrNull(moves.map(({ people, hectares }) => (measure === null ? hectares : people))),
    test: textOf((choices.rows[0] ?? [])[test]),
    choices: choices.rows.length,
    settled: choices.rows.filter((row) => row[settled] === true).length,
    left: choices.rows.flatMap((row) => (row[settled] === true ? [] : [textOf(row[name])])),
  };
}

function readMoves(table: Table, a: LayerRecord, b: LayerRecord, measure: string | null): SetMove[] {
  const unitOf = (row: readonly Cell[], role: 'from' | 'to' | 'unit', { id }: LayerRecord): UnitRef => ({
    layer: id,
    code: textOf(row[columnAbout(table, { role, kind: 'code', layer: id })]),
    name: unitName(textOf(row[columnAbout(table, { role, kind: 'name', layer: id })])),
  });
  const moved = columnHeaded(table, 'people_moved');
  const area = columnHeaded(table, 'area_ha');
  return table.rows.map((row, i) => {
    const amount = figureOf(row[moved]);
    const land = measure === null ? amount : figureOf(row[area]);
    const part = unitOf(row, 'unit', b);
    const figure = amount === null ? 'withheld' : measure === null ? hectareText(amount) : wholeText(amount);
    return {
      number: i + 1,
      kind: 'moved',
      part,
      from: unitOf(row, 'from', a),
      to: unitOf(row, 'to', a),
      people: measure === null ? null : amount,
      hectares: land,
      figure,
      detail: [
        `a part of ${part.name}`,
        ...(measure === null || land === null ? [] : [hectareText(land)]),
      ].join('; '),
    };
  });
}

function mapOf({ a, b, holder, part, measure, moves }: Suggestion, result: Result): StoryMap | null {
  if (result.map === undefined) return null;
  const { many } = peopleNouns(measure);
  return {
    title:
      moves.length === 0
        ? 'Nothing to move'
        : `${capital(countedUnits(moves.length, { one: 'part', many: 'parts' }))} of ${part.many} would come to another ${holder.one}`,
    subtitle: `Circles: ${measure === null ? 'hectares' : many} of each part; the number is that of the list`,
    borders: a.id,
    subject: b.id,
    place: null,
    circles: moves.map(({ number, part: unit, from, people, hectares, figure }) => ({
      unit,
      partner: from,
      amount: measure === null ? hectares : people,
      figure,
      number,
    })),
    counts: capital(`${measure === null ? 'hectares' : many} that would move`),
  };
}
