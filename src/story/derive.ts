/**
 * The story of a derived footprint: how many patients live where their own network won, by what margins, with how many
 * ties, and which networks won nothing.
 */
import { columnAbout, columnHeaded } from '../result/find-column.js';
import type { Result } from '../result/result.js';
import { wholeText } from '../trouble/count-text.js';
import { compareCodes } from '../trouble/order.js';
import { plainStory } from './plain-story.js';
import type { RankedList, RankedRow, Story, StoryFigure, StoryMap, UnitRef } from './story.js';
import type { UnitWords } from '../result/layer-words.js';
import { figureOf, sumOrNull, textOf } from './cells.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { percentFigure } from '../result/percent-text.js';
import { partText } from './share-text.js';
import { tableNamed } from './named-table.js';

interface DerivedUnit {
  readonly unit: UnitRef;
  /** Blocks it won. */
  readonly blocks: number;
  readonly registered: number | null;
  readonly inside: number | null;
}

interface Derived {
  readonly layer: string;
  readonly noun: UnitWords;
  /** Units that won a block, and those that did not although most of their patients live here. */
  readonly winners: readonly DerivedUnit[];
  readonly losers: readonly DerivedUnit[];
  /** Blocks where most patients are in no unit. */
  readonly unallocated: number;
  /** Patients of the winners, and those of them who live in blocks that their own unit won; null where withheld. */
  readonly registered: number | null;
  readonly inside: number | null;
  readonly blocks: number;
  /** Share of the winner in each block that somebody won, per cent, smallest first. */
  readonly shares: readonly number[];
  readonly ties: number;
}

/** What units of a derived layer are called, by its id. */
const NOUNS: Readonly<Record<string, UnitWords>> = { pcn: { one: 'network', many: 'networks' } };

/** The story of a result of `derive`. */
export function tellDerive(result: Result): Story {
  const found = readDerived(result);
  if (found === null) return plainStory(result);
  const { noun } = found;
  return {
    title: capital(`${noun.many} by most patients`),
    headline: headlineOf(found),
    subtitle: `Each small area goes to the ${noun.one} with most of its registered patients.`,
    figures: [insideFigure(found), marginFigure(found), tiesFigure(found)],
    bar: null,
    answer: listOf(found),
    map: mapOf(found, result),
    footnotes:
      found.unallocated === 0
        ? []
        : [
            `In ${countedUnits(found.unallocated, { one: 'small area', many: 'small areas' })} most patients are in no ${noun.one}.`,
          ],
  };
}

function readDerived(result: Result): Derived | null {
  const units = tableNamed(result.tables, 'units');
  const blocks = tableNamed(result.tables, 'blocks');
  if (units === null || blocks === null) return null;
  const code = columnAbout(units, { role: 'unit', kind: 'code' });
  const name = columnAbout(units, { role: 'unit', kind: 'name' });
  const won = columnAbout(units, { role: 'blocks' });
  const [registered, inside] = [columnHeaded(units, 'registered'), columnHeaded(units, 'registered_inside')];
  const layer = units.columns[code]?.about.layer ?? 'pcn';
  const noUnits = findingCodes(result, 'won-by-unallocated');
  const losing = findingCodes(result, 'wins-nothing');
  const all = units.rows.map((row): DerivedUnit => ({
    unit: { layer, code: textOf(row[code]), name: textOf(row[name]) || textOf(row[code]) },
    blocks: figureOf(row[won]) ?? 0,
    registered: figureOf(row[registered]),
    inside: figureOf(row[inside]),
  }));
  const winners = all.filter(({ unit, blocks: own }) => own > 0 && !noUnits.has(unit.code));
  const [share, tie] = [columnHeaded(blocks, 'winner_pct'), columnHeaded(blocks, 'tie')];
  return {
    layer,
    noun: NOUNS[layer] ?? { one: 'unit', many: 'units' },
    winners,
    losers: all.filter(({ unit }) => losing.has(unit.code)),
    unallocated: all.reduce((sum, { unit, blocks: own }) => sum + (noUnits.has(unit.code) ? own : 0), 0),
    registered: sumOrNull(winners.map((unit) => unit.registered)),
    inside: sumOrNull(winners.map((unit) => unit.inside)),
    blocks: blocks.rows.length,
    shares: blocks.rows.flatMap((row) => figureOf(row[share]) ?? []).sort((p, q) => p - q),
    ties: blocks.rows.filter((row) => row[tie] === true).length,
  };
}

const findingCodes = ({ findings }: Result, kind: string): Set<string> =>
  new Set(findings.flatMap(({ finding, code }) => (finding === kind ? [code] : [])));

function headlineOf({ noun, winners, registered, inside }: Derived): string {
  if (winners.length === 0) return `No ${noun.one} has most patients in any small area here`;
  const own = `where their own ${noun.one} has most patients`;
  if (registered === null || inside === null || registered === 0) {
    const have = winners.length === 1 ? 'has' : 'have';
    return `${capital(countedUnits(winners.length, noun))} ${have} most patients in at least one small area`;
  }
  return inside === registered
    ? `All ${wholeText(registered)} patients live ${own}`
    : `${wholeText(inside)} of ${wholeText(registered)} patients live ${own}`;
}

const insideFigure = ({ noun, winners, registered, inside }: Derived): StoryFigure => ({
  value: partText(inside, registered) ?? 'withheld',
  beside: '',
  text: `of the patients of ${countedUnits(winners.length, noun)} live in ${winners.length === 1 ? 'its' : 'their own'} area`,
  tone: 'headline',
});

/** The margin by which blocks are won: the winner's share in the middle one, and where it is no majority. */
function marginFigure({ shares, blocks }: Derived): StoryFigure {
  const minority = shares.filter((share) => share < 50).length;
  return {
    value: shares.length === 0 ? 'none' : percentFigure(median(shares)),
    beside: '',
    text: `of the patients are the winner’s in the median small area; under half in ${wholeText(minority)} of ${wholeText(blocks)}`,
    tone: 'plain',
  };
}

const tiesFigure = ({ noun, ties, losers }: Derived): StoryFigure => ({
  value: wholeText(ties),
  beside: ties === 1 ? 'tie' : 'ties',
  text: `${ties === 0 ? '' : `${ties === 1 ? 'it went' : 'they went'} to the lower code; `}${losers.length === 0 ? `every ${noun.one} that is at home here won a small area` : `${countedUnits(losers.length, noun)} won nothing`}`,
  tone: 'plain',
});

function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Those that won nothing first, then the others by how many of their patients live elsewhere. */
function listOf({ noun, winners, losers }: Derived): RankedList {
  const elsewhere = ({ registered, inside }: DerivedUnit): number | null =>
    registered === null || inside === null ? null : registered - inside;
  const row = (unit: DerivedUnit, detail: string): RankedRow => {
    const amount = elsewhere(unit);
    return {
      unit: unit.unit,
      amount,
      figure: amount === null ? 'withheld' : wholeText(amount),
      share: amount === null || !unit.registered ? null : amount / unit.registered,
      detail,
      partners: [],
    };
  };
  const ranked = [...winners].sort(
    (p, q) => (elsewhere(q) ?? 0) - (elsewhere(p) ?? 0) || compareCodes(p.unit.code, q.unit.code),
  );
  const rows = ranked.map((unit) => {
    const share = partText(elsewhere(unit), unit.registered);
    return row(
      unit,
      [
        ...(share === null ? [] : [`${share} of its ${wholeText(unit.registered!)} patients`]),
        `has most patients in ${countedUnits(unit.blocks, { one: 'small area', many: 'small areas' })}`,
      ].join('; '),
    );
  });
  const nothing = losers.map((unit) => row(unit, 'has most patients in no small area'));
  return {
    kind: 'list',
    heading: `Patients who live outside the area of their ${noun.one}`,
    aside: `share of the ${noun.one}’s patients`,
    groups: [
      ...(nothing.length === 0 ? [] : [{ heading: 'Won nothing', rows: nothing }]),
      ...(rows.length === 0
        ? []
        : [{ heading: nothing.length === 0 ? null : `${capital(noun.many)} that won small areas`, rows }]),
    ],
    table: 'units',
    empty: rows.length + nothing.length === 0 ? `No ${noun.one} has patients here` : '',
  };
}

function mapOf({ layer, noun, winners }: Derived, result: Result): StoryMap | null {
  if (result.map === undefined) return null;
  return {
    title: `${capital(numberText(winners.length))} ${winners.length === 1 ? noun.one : noun.many} by most patients`,
    subtitle: `Each small area goes to the ${noun.one} with most of its registered patients`,
    borders: layer,
    subject: layer,
    place: null,
    circles: [],
    counts: '',
  };
}
