/**
 * Rows of the matrix of proposals on how large units become, where a size is wanted of them.
 */
import type { Result } from '../result/result.js';
import { unitWords } from '../result/layer-words.js';
import { wholeText } from '../trouble/count-text.js';
import { peopleNouns } from './amount-text.js';
import { plainCell, type Question } from './matrix-question.js';
import { capital } from './number-text.js';
import type { Proposals } from './read-proposals.js';

/** A proposal that makes more units than this does not list them. */
const MOST_LISTED = 9;

/** Where a size is wanted: the units that each proposal makes, with their people. */
export function madeQuestion({ columns, guide, layer, measure }: Proposals, result: Result): Question[] {
  const [, ...proposals] = columns;
  if (guide === null || measure === null) return [];
  if (proposals.some(({ own }) => own.length === 0 || own.length > MOST_LISTED)) return [];
  const { many } = unitWords(layer, result);
  return [
    {
      question: `${capital(many)} that would be made or changed, and their ${peopleNouns(measure).many}`,
      detail: '',
      cells: columns.map(({ name, own }) =>
        plainCell(
          wholeText(own.length),
          name === null
            ? ''
            : own
                .map(({ unit, people }) => `${unit.name} ${people === null ? 'withheld' : wholeText(people)}`)
                .join('; '),
        ),
      ),
      same: null,
    },
  ];
}

/** How many are smaller or larger than the guide wants. */
export function sizeQuestions({ columns, guide, layer, measure }: Proposals, result: Result): Question[] {
  if (guide === null || measure === null) return [];
  const { many } = unitWords(layer, result);
  const { many: people } = peopleNouns(measure);
  const { least, most } = guide;
  const said =
    least !== null && most !== null
      ? `size guide ${wholeText(least)} to ${wholeText(most)}`
      : `size guide: at ${least === null ? `most ${wholeText(most!)}` : `least ${wholeText(least)}`}`;
  const question = (band: 'under' | 'over', bound: number, extreme: string): Question => ({
    question: `${capital(many)} ${band} ${wholeText(bound)} ${people}`,
    detail: said,
    cells: columns.map(({ units }) => {
      const known = units.flatMap(({ people: own }) => (own === null ? [] : [own]));
      const edge = band === 'under' ? Math.min(...known) : Math.max(...known);
      const count = units.filter((unit) => unit.band === band).length;
      return plainCell(
        units.some((unit) => unit.band === '')
          ? 'withheld'
          : `${wholeText(count)} of ${wholeText(units.length)}`,
        known.length < units.length || known.length === 0 ? '' : `${extreme} ${wholeText(edge)}`,
      );
    }),
    same: `no ${unitWords(layer, result).one} has ${band} ${wholeText(bound)} ${people}`,
  });
  return [
    ...(least === null ? [] : [question('under', least, 'smallest')]),
    ...(most === null ? [] : [question('over', most, 'largest')]),
  ];
}
