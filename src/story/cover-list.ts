/**
 * What there is to settle about neighbourhoods, in groups: gaps and doubles, units across parents or in parts, parents
 * with faults. Where there is nothing, the neighbourhoods themselves by their people.
 */
import { hectareFigure } from '../result/hectare-text.js';
import { columnAbout, columnHeaded } from '../result/find-column.js';
import type { Result } from '../result/result.js';
import { wholeText } from '../trouble/count-text.js';
import { figureOf, textOf } from './cells.js';
import type { CoverFacts, CoveredParent, CoverPiece } from './cover-facts.js';
import { severalText } from './cover-headline.js';
import { capital, numberText } from './number-text.js';
import { peopleWords } from './people-text.js';
import { shareOf, shareText } from './share-text.js';
import { WITHHELD } from './split-list.js';
import type { RankedList, RankedRow, StoryCircle } from './story.js';
import { nameList, unitName, unitRef } from './unit-name.js';
import { unitWords } from '../result/layer-words.js';

/** Rows of a group at most; all are in the tables. */
const MOST_ROWS = 200;

/** The list. */
export function coverList(facts: CoverFacts, result: Result): RankedList {
  const { measure } = facts;
  const what = measure === null ? 'hectares' : peopleWords(measure).many;
  const told = toldPieces(facts).slice(0, MOST_ROWS);
  const pieces = told.map((piece) => pieceRow(piece, facts, result));
  const settle = [...acrossRows(facts, result), ...apartRows(facts)];
  const parents = facts.ofParents.filter(hasFault);
  const words = unitWords(facts.parents, result);
  const clean = facts.ofParents.length - parents.length;
  const groups = [
    { heading: 'Gaps and doubles', rows: pieces },
    { heading: 'Also to settle', rows: settle },
    {
      heading: `${capital(words.many)}: ${wholeText(clean)} of ${wholeText(facts.ofParents.length)} covered once throughout`,
      rows: parents.map((parent) => parentRow(parent, facts)).sort(mostFirst),
    },
    ...(pieces.length + settle.length > 0 ? [] : [{ heading: null, rows: sizeRows(facts, result) }]),
  ].map(({ heading, rows }) => ({ heading, rows: rows.slice(0, MOST_ROWS) }));
  const isClean = pieces.length + settle.length === 0;
  return {
    kind: 'list',
    heading: isClean
      ? capital(`${unitWords(facts.neighbourhoods, result).many} by ${what}`)
      : 'What there is to settle',
    aside: what,
    groups: groups.filter(({ rows }) => rows.length > 0),
    table: isClean ? 'neighbourhoods' : pieces.length > 0 ? tableOf(told[0]!) : 'neighbourhoods',
    empty: '',
  };
}

const tableOf = ({ kind }: CoverPiece): string => `${kind}s`;

const mostFirst = (p: RankedRow, q: RankedRow): number => (q.amount ?? 0) - (p.amount ?? 0);

const amountOf = ({ people, hectares }: CoverPiece, { measure }: CoverFacts): number | null =>
  measure === null ? hectares : people;

/** Pieces with anybody in them, or that are large enough to matter; most first. */
export const toldPieces = (facts: CoverFacts): CoverPiece[] =>
  facts.pieces
    .filter(
      (piece) =>
        piece.matters ||
        (facts.measure !== null && ((piece.people ?? 1) >= 0.5 || (piece.hectares ?? 0) >= 100)),
    )
    .sort((p, q) => (amountOf(q, facts) ?? 0) - (amountOf(p, facts) ?? 0));

function printed(amount: number | null, measure: string | null): string {
  if (measure === null) return amount === null ? '' : hectareFigure(amount);
  return amount === null ? WITHHELD : wholeText(amount);
}

/** `Gap in King’s Staithe`: `652 ha between A; B; C: 5.4 % of the council’s people`. */
function pieceRow(piece: CoverPiece, facts: CoverFacts, result: Result): RankedRow {
  const { parents, neighbourhoods, measure, nameOf } = facts;
  const amount = amountOf(piece, facts);
  const parent = facts.ofParents.find(({ code }) => code === piece.parent);
  const share = measure === null ? null : shareOf(amount, parent?.amount ?? null);
  const shown = piece.codes.slice(0, MOST_NAMES).map((code) => unitName(nameOf(code)));
  const more = piece.codes.length - shown.length;
  const names = nameList([...shown, ...(more > 0 ? [`${wholeText(more)} more`] : [])]);
  const relation =
    piece.codes.length === 0
      ? ''
      : piece.kind === 'double'
        ? 'in'
        : piece.codes.length === 1
          ? 'beside'
          : 'between';
  const where = relation === '' ? '' : `${relation} ${names}`;
  const land = piece.hectares === null || measure === null ? '' : hectareFigure(piece.hectares);
  const word = piece.kind === 'gap' ? 'Gap' : 'Double';
  const name = piece.parentName === '' ? word : `${word} in ${unitName(piece.parentName)}`;
  const whole = unitWords(parents, result).one;
  return {
    unit: { layer: parents.id, code: piece.parent, name },
    amount,
    figure: printed(amount, measure),
    share,
    ...(piece.kind === 'gap' ? { tone: 'none' as const } : {}),
    detail: [
      [land, where].filter((part) => part !== '').join(' '),
      ...(share === null ? [] : [`${shareText(share)} of the ${whole}’s ${peopleWords(measure!).many}`]),
    ]
      .filter((part) => part !== '')
      .join('; '),
    partners: piece.codes.map((code) => unitRef(neighbourhoods, code, nameOf(code))),
  };
}

const MOST_NAMES = 4;

/** Neighbourhoods that lie in several parents, least in their main one first. */
function acrossRows(facts: CoverFacts, result: Result): RankedRow[] {
  const { tables, neighbourhoods, parents, measure } = facts;
  const table = tables.neighbourhoods;
  const codes = columnAbout(table, { role: 'partners', layer: parents.id });
  const inside = columnAbout(table, { role: 'inside', layer: parents.id });
  const code = columnAbout(table, { role: 'unit', kind: 'code', layer: neighbourhoods.id });
  const parentName = columnAbout(table, { role: 'unit', kind: 'name', layer: parents.id });
  const names = new Map(facts.ofParents.map((parent) => [parent.code, parent.name]));
  const what = measure === null ? 'land' : peopleWords(measure).many;
  return table.rows
    .flatMap((row): RankedRow[] => {
      const all = textOf(row[codes]).split(';');
      const percent = figureOf(row[inside]);
      if (all.length < 2 || percent === null || percent === 100) return [];
      const outside = (100 - percent) / 100;
      return [
        {
          unit: unitRef(neighbourhoods, textOf(row[code]), facts.nameOf(textOf(row[code]))),
          amount: null,
          figure: shareText(outside),
          share: outside,
          detail: `of its ${what} outside ${unitName(textOf(row[parentName]))}: it lies in ${numberText(all.length)} ${unitWords(parents, result).many}`,
          partners: all.map((each) => unitRef(parents, each, names.get(each) ?? each)),
        },
      ];
    })
    .sort((p, q) => q.share! - p.share!);
}

/** Neighbourhoods in several parts that do not touch. */
function apartRows({ tables, neighbourhoods, nameOf }: CoverFacts): RankedRow[] {
  const table = tables.neighbourhoods;
  const parts = columnHeaded(table, 'parts');
  const code = columnAbout(table, { role: 'unit', kind: 'code', layer: neighbourhoods.id });
  return table.rows
    .flatMap((row): RankedRow[] => {
      const count = figureOf(row[parts]) ?? 1;
      if (count < 2) return [];
      return [
        {
          unit: unitRef(neighbourhoods, textOf(row[code]), nameOf(textOf(row[code]))),
          amount: null,
          figure: `${wholeText(count)} parts`,
          share: null,
          detail: 'that do not touch',
          partners: [],
        },
      ];
    })
    .sort((p, q) => parseInt(q.figure.replaceAll(',', ''), 10) - parseInt(p.figure.replaceAll(',', ''), 10));
}

const hasFault = ({ none, several }: CoveredParent): boolean => (none ?? 0) >= 0.5 || (several ?? 0) >= 0.5;

/** `6,038 in none, 3,669 in two`. */
function parentRow(parent: CoveredParent, facts: CoverFacts): RankedRow {
  const { measure } = facts;
  const { none, several } = parent;
  const faults = [
    ...((none ?? 0) >= 0.5 ? [`${printed(none, measure)} in none`] : []),
    ...((several ?? 0) >= 0.5 ? [`${printed(several, measure)} in ${severalText(facts)}`] : []),
  ];
  const amount = (none ?? 0) + (several ?? 0);
  const share = shareOf(amount, parent.amount);
  return {
    unit: unitRef(facts.parents, parent.code, parent.name),
    amount,
    figure: faults.join(', '),
    share,
    ...((none ?? 0) > (several ?? 0) ? { tone: 'none' as const } : {}),
    detail: '',
    partners: [],
  };
}

/** Neighbourhoods by their people: `Birmingham`, `Solihull; all of it`. */
function sizeRows({ tables, neighbourhoods, parents, measure }: CoverFacts, result: Result): RankedRow[] {
  const table = tables.neighbourhoods;
  const code = columnAbout(table, { role: 'unit', kind: 'code', layer: neighbourhoods.id });
  const name = columnAbout(table, { role: 'unit', kind: 'name', layer: neighbourhoods.id });
  const parentCode = columnAbout(table, { role: 'unit', kind: 'code', layer: parents.id });
  const parentName = columnAbout(table, { role: 'unit', kind: 'name', layer: parents.id });
  const amount = columnAbout(table, { role: 'amount', measure });
  const share = columnAbout(table, { role: 'share', layer: parents.id, measure });
  const word = unitWords(parents, result).one;
  return table.rows
    .map((row): RankedRow => {
      const people = figureOf(row[amount]);
      const percent = figureOf(row[share]);
      const parent = textOf(row[parentName]);
      const of =
        percent === null
          ? ''
          : percent === 100
            ? `; the whole ${word}`
            : `; ${shareText(percent / 100)} of it`;
      return {
        unit: unitRef(neighbourhoods, textOf(row[code]), textOf(row[name])),
        amount: people,
        figure: printed(people, measure),
        share: percent === null ? null : percent / 100,
        tone: 'place',
        detail: parent === '' ? '' : `${unitName(parent)}${of}`,
        partners: parent === '' ? [] : [unitRef(parents, textOf(row[parentCode]), parent)],
      };
    })
    .sort(mostFirst);
}

/** A circle for each gap and double that has people, or matters where nobody is counted. */
export const coverCircles = (facts: CoverFacts): StoryCircle[] =>
  toldPieces(facts)
    .filter((piece) => (amountOf(piece, facts) ?? 1) >= 0.5)
    .slice(0, MOST_ROWS)
    .map((piece) => ({
      unit: unitRef(facts.parents, piece.parent, piece.parentName),
      partner: null,
      amount: amountOf(piece, facts),
      figure: printed(amountOf(piece, facts), facts.measure),
      number: null,
      ...(piece.at === null ? {} : { at: piece.at }),
    }));
