/// <reference lib="dom" />
/**
 * What is asked: the question, the layers it is about, whose people are counted, and the wishes that matter.
 */
import { make } from '../../report/html/client/make-element.js';
import { QUESTIONS, type Asking, type Question } from '../asking/asking.js';
import type { AtHand } from '../asking/at-hand.js';
import { possibleQuestions } from '../asking/first-asking.js';
import type { AskActions } from './ask-actions.js';
import { button, selectField } from './controls.js';
import { layerFields } from './layer-fields.js';
import { moreWishes } from './more-wishes.js';
import { baselineFields, peopleFields } from './people-fields.js';

/** The panel; empty where nothing can be asked. */
export function askPanel(
  asking: Asking,
  hand: AtHand,
  warning: string | null,
  actions: AskActions,
): HTMLElement {
  return make(
    'div',
    { class: 'asking' },
    questionField(asking, hand, actions),
    make(
      'div',
      { class: 'fields' },
      ...layerFields(asking, hand, actions),
      ...peopleFields(asking, hand, actions),
      ...baselineFields(asking, hand, actions),
    ),
    moreWishes(asking, hand, actions),
    ...(warning === null ? [] : [make('p', { class: 'warning' }, `${warning}.`)]),
    button(QUESTIONS[asking.question], actions.run, { id: 'run', class: 'primary' }),
    byHand(asking, actions),
  );
}

/** Ways to the workbench. */
const byHand = ({ layers }: Asking, { moves, draw, goOn }: AskActions): HTMLElement =>
  make(
    'p',
    { class: 'ways' },
    ...(goOn === null ? [] : [button('Go on with the proposals', goOn, { id: 'go-on' })]),
    ...(layers.length === 0 ? [] : [button('What if: move parts or small areas', moves, { id: 'what-if' })]),
    ...(draw === null ? [] : [button('Draw neighbourhoods', draw, { id: 'draw' })]),
  );

function questionField(asking: Asking, hand: AtHand, { question }: AskActions): HTMLElement {
  const options = possibleQuestions(hand).map((value) => ({ value, label: QUESTIONS[value] }));
  return selectField('question', 'Question', options, asking.question, (value) =>
    question(value as Question),
  );
}
