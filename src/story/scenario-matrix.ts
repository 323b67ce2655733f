/**
 * Proposals side by side: a row a question in plain words, rows of equal values folded into one sentence.
 *
 *                                  Now          Two            Three
 *     Councils split between ICBs  4 of 11      1 of 2         2 of 3          counts stand with their denominator
 *     People outside …             91,940       153,488        153,488
 *                                  7.6 %        12.8 % ▲       12.8 % ▲        people are judged
 */
import { formatNumber, withCommas } from '../result/format-number.js';
import type { Result } from '../result/result.js';
import { listText, wholeText } from '../trouble/count-text.js';
import { splitOf, type Column, type Proposals, type UnitAt } from './read-proposals.js';
import { plainCell, type Question } from './matrix-question.js';
import { madeQuestion, sizeQuestions } from './scenario-sizes.js';
import type { MatrixCell, ProposalMatrix } from './story.js';
import { unitWords, type UnitWords } from '../result/layer-words.js';
import { sumOrNull } from './cells.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { partText, shareText } from './share-text.js';
import { unitName } from './unit-name.js';
import { hectareText } from '../result/hectare-text.js';
import { peopleNouns } from './amount-text.js';

type Row = ProposalMatrix['rows'][number];

/** The matrix of some proposals. */
export function scenarioMatrix(found: Proposals, result: Result): ProposalMatrix {
  const questions = [
    ...found.against.flatMap((other) => questionsAgainst(found, other, result)),
    ...madeQuestion(found, result),
    ...sizeQuestions(found, result),
    ...(found.against.length === 0 ? questionsOfItself(found, result) : []),
  ];
  const folded = questions.filter((row) => row.same !== null && isSame(row));
  return {
    kind: 'matrix',
    columns: found.columns.map((column) => ({
      title: column.title,
      subtitle: columnText(column, unitWords(found.layer, result)),
    })),
    rows: questions
      .filter((row) => !folded.includes(row))
      .map(({ question, detail, cells }) => ({ question, detail, cells })),
    same: folded.length === 0 ? null : sameOf(found, folded, result),
  };
}

/** Whether all columns say the same; none split of eleven is as good as none of two. */
const isSame = ({ cells }: Row): boolean =>
  cells.every(({ value }) => value === cells[0]!.value) ||
  cells.every(({ value }) => /^0( of |$)/.test(value));

/** `11 councils`; of a proposal the names of what it makes, where they are few. */
function columnText({ name, own, units }: Column, { one, many }: UnitWords): string {
  if (name !== null && own.length > 0 && own.length < 4) return listText(own.map(({ unit }) => unit.name));
  return countedUnits(units.length, { one, many });
}

function questionsAgainst(
  found: Proposals,
  { layer: other, isHolder }: Proposals['against'][number],
  result: Result,
): Question[] {
  const [mine, theirs] = [unitWords(found.layer, result), unitWords(other, result)];
  // Units of one of the two are split between those of the other.
  const [part, holder] = isHolder ? [theirs, mine] : [mine, theirs];
  const splits = found.columns.map((column) => splitOf(column, other.id, isHolder));
  const all = found.columns.map((column) => column.everywhere.get(other.id)!);
  const split: Question = {
    question: `${capital(part.many)} split between ${holder.many}`,
    detail: isHolder
      ? ''
      : `of those that change; of all ${part.many} ${wholeText(all[0]!.split)} now, ${listText(all.slice(1).map((each) => wholeText(each.split)))} then`,
    cells: splits.map((each) => plainCell(`${wholeText(each.split)} of ${wholeText(each.of)}`)),
    same: splits.some((each) => each.split > 0)
      ? `as many ${part.many} are split between ${holder.many}`
      : holder.many,
  };
  if (splits.every((each) => each.split === 0)) return [split];
  return [
    split,
    outsideQuestion(found, other.id, isHolder, { part, holder }),
    ...(isHolder
      ? []
      : [whereQuestion(found, other.id, part), partnersQuestion(found, other.id, part, holder)]),
  ];
}

function outsideQuestion(
  { columns, measure }: Proposals,
  id: string,
  isHolder: boolean,
  { part, holder }: { readonly part: UnitWords; readonly holder: UnitWords },
): Question {
  const { many } = measure === null ? { many: 'hectares' } : peopleNouns(measure);
  const wholes = columns.map(({ units }) =>
    measure === null ? null : sumOrNull(units.map(({ people }) => people)),
  );
  const [whole] = wholes;
  const now = splitOf(columns[0], id, isHolder).outside;
  const text = (amount: number): string => (measure === null ? hectareText(amount) : wholeText(amount));
  return {
    question: `${capital(many)} outside their ${part.one}’s main ${holder.one}`,
    detail: isHolder
      ? `share of all ${many}`
      : whole === null || whole === undefined
        ? ''
        : `share of the ${wholeText(whole)} ${many} of the ${part.many} that change`,
    cells: columns.map((column, c) => {
      const { outside } = splitOf(column, id, isHolder);
      const share = isHolder ? shareCell(column, id) : partText(outside, wholes[c]!);
      return {
        value: outside === null ? 'withheld' : text(outside),
        detail: share ?? '',
        change: c === 0 ? null : changeOf(now, outside, text),
      };
    }),
    same: `as many ${many} are outside their ${part.one}’s main ${holder.one}`,
  };
}

function shareCell({ share }: Column, id: string): string | null {
  const found = share.get(id);
  return found === undefined ? null : shareText(found);
}

/** More people outside is worse, fewer is better; nothing where either is withheld or they are equal as printed. */
function changeOf(
  now: number | null,
  then: number | null,
  text: (amount: number) => string,
): MatrixCell['change'] {
  if (now === null || then === null || text(now) === text(then)) return null;
  const worse = then > now;
  return {
    arrow: worse ? '▲' : '▼',
    text: `${text(Math.abs(then - now))} ${worse ? 'more, worse' : 'fewer, better'}`,
    verdict: worse ? 'worse' : 'better',
  };
}

/** Who is outside, by unit, most first. */
function whereQuestion({ columns, measure }: Proposals, id: string, part: UnitWords): Question {
  const text = (amount: number): string => (measure === null ? hectareText(amount) : wholeText(amount));
  return {
    question: 'Where they are',
    detail: `${measure === null ? 'hectares' : peopleNouns(measure).many} outside, by ${part.one}`,
    cells: columns.map(({ units }) => {
      const split = units
        .filter(({ against }) => against.get(id)!.partners > 1)
        .sort((p, q) => (q.against.get(id)!.outside ?? 0) - (p.against.get(id)!.outside ?? 0));
      if (split.length === 0) return plainCell('nobody');
      const said = split.map(({ unit, against }) => {
        const { outside } = against.get(id)!;
        return `${unit.name} ${outside === null ? '(withheld)' : text(outside)}`;
      });
      const more = said.length - 4;
      const rest = [...said.slice(1, 4), ...(more > 0 ? [`${wholeText(more)} more`] : [])];
      return plainCell(
        said[0]!,
        [...(rest.length === 0 ? [] : [listText(rest)]), ...elsewhereText(split, id)].join(', '),
      );
    }),
    same: 'the same people are outside',
  };
}

/** `all in Frimley`, where all who are outside have one and the same other partner. */
function elsewhereText(split: readonly UnitAt[], id: string): string[] {
  const names = new Set(split.map(({ against }) => against.get(id)!.elsewhere));
  const [name = ''] = names;
  return names.size !== 1 || name === '' || name.includes('; ') ? [] : [`all in ${unitName(name)}`];
}

function partnersQuestion({ columns }: Proposals, id: string, part: UnitWords, holder: UnitWords): Question {
  return {
    question: `${capital(holder.many)} that a ${part.one} deals with`,
    detail: '',
    cells: columns.map(({ units }) => {
      const counts = units.map(({ against }) => against.get(id)!.partners);
      if (units.length === 0) return plainCell('none');
      const distinct = [...new Set(counts)].sort((p, q) => p - q);
      if (units.length > 1 && units.length < 4) {
        const byCount = distinct.map(
          (count) =>
            `${listText(units.filter((_, i) => counts[i] === count).map(({ unit }) => unit.name))} ${numberText(count)}`,
        );
        return plainCell(listText([...counts].sort((p, q) => p - q).map(wholeText)), byCount.join('; '));
      }
      const many = counts.filter((count) => count > 1).length;
      return plainCell(
        distinct.length < 3
          ? distinct.map(wholeText).join(' or ')
          : `${wholeText(distinct[0]!)} to ${wholeText(distinct.at(-1)!)}`,
        many === 0 || units.length === 1
          ? ''
          : `${wholeText(many)} of ${wholeText(units.length)} with ${distinct.at(-1) === 2 ? 'two' : 'two or more'}`,
      );
    }),
    same: `each ${part.one} deals with as many ${holder.many}`,
  };
}

/** Without a layer to hold it against: how many units there are, and who comes to another one. */
function questionsOfItself({ columns, layer, measure }: Proposals, result: Result): Question[] {
  const { one, many } = unitWords(layer, result);
  const counts: Question = {
    question: capital(many),
    detail: '',
    cells: columns.map(({ count }) => plainCell(wholeText(count))),
    same: null,
  };
  if (measure === null) return [counts];
  return [
    counts,
    {
      question: `${capital(peopleNouns(measure).many)} who come to another ${one}`,
      detail: '',
      cells: columns.map(({ name, moved }) =>
        plainCell(name === null ? '' : moved === null ? 'withheld' : withCommas(formatNumber(moved, 0))),
      ),
      same: null,
    },
  ];
}

/** One sentence on the rows that say the same in all columns: layers that nothing is split between first. */
function sameOf(
  { against, columns, layer }: Proposals,
  folded: readonly Question[],
  result: Result,
): NonNullable<ProposalMatrix['same']> {
  const isSplitNowhere = ({ same, cells }: Question): boolean =>
    cells.every(({ value }) => /^0 of /.test(value)) &&
    against.some(({ layer: other, isHolder }) => !isHolder && unitWords(other, result).many === same);
  const nowhere = folded.filter(isSplitNowhere).map(({ same }) => same!);
  const parts = [
    ...(nowhere.length === 0
      ? []
      : [`no ${unitWords(layer, result).one} that changes is split between ${orText(nowhere)}`]),
    ...folded.filter((row) => !isSplitNowhere(row)).map(sameText),
  ];
  const proposals = columns.length - 1;
  const where =
    proposals === 1
      ? 'in the proposal'
      : proposals === 2
        ? 'in both proposals'
        : `in all ${numberText(proposals)}`;
  return {
    text: `The same now and ${where}: ${listText(parts)}`,
    rows: folded.map(({ question, cells }) => ({ question, value: valuesText(cells) })),
  };
}

const orText = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)!}`;

/** A size row in which all have none says so; any other names its value. */
function sameText({ question, cells, same }: Question): string {
  if (cells.every(({ value }) => /^0 of /.test(value)))
    return same!.startsWith('no ') ? same! : `none of ${question}`;
  return `${inside(question)} (${cells[0]!.value})`;
}

const valuesText = (cells: readonly MatrixCell[]): string => {
  const values = [...new Set(cells.map(({ value }) => value))];
  return values.length === 1 ? values[0]! : listText(cells.map(({ value }) => value));
};

/** A question as it stands inside of a sentence: an abbreviation keeps its capitals. */
const inside = (question: string): string =>
  /^\p{Lu}\p{Ll}/u.test(question) ? `${question.charAt(0).toLowerCase()}${question.slice(1)}` : question;
