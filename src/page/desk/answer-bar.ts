/// <reference lib="dom" />
/**
 * The slim bar above an answer: what was asked, the tolerance, what can be taken away, the way back to the files.
 */
import { make } from '../../report/html/client/make-element.js';
import type { Answer } from '../messages.js';
import { button } from './controls.js';
import { takeAways, type TakeAway } from './take-away.js';
import { tolerancePanel } from './tolerance-panel.js';

/** An answer that is kept, with the question it answers. */
export interface Kept {
  readonly question: string;
  readonly answer: Answer;
}

export interface BarActions {
  readonly show: (index: number) => void;
  readonly change: () => void;
  readonly measure: (metres: number) => void;
  readonly take: (wish: TakeAway) => void;
  readonly print: () => void;
  /** To a workbench of what was asked, or back to the one the answer comes from; null where there is none. */
  readonly whatIf: (() => void) | null;
  /** Shows the command line of what is taken away, to copy it. */
  readonly command: () => void;
}

/** The bar for one of the answers that are kept. */
export function answerBar(kept: readonly Kept[], shown: number, actions: BarActions): HTMLElement[] {
  const { answer, question } = kept[shown]!;
  const tolerance = tolerancePanel(answer, actions.measure);
  return [
    button('Back to files and questions', actions.change, { id: 'change', class: 'plain' }),
    make('h1', { class: kept.length === 1 ? 'asked' : 'for-readers' }, question),
    ...(kept.length === 1 ? [] : [answerChoice(kept, shown, actions)]),
    ...(tolerance === null ? [] : [tolerance]),
    takeAwayMenu(answer, actions),
    button('Copy command', actions.command, { id: 'copy-command', class: 'plain' }),
    ...(actions.whatIf === null
      ? []
      : [button('What if', actions.whatIf, { id: 'answer-what-if', class: 'plain' })]),
    button('Print', actions.print, { id: 'print-answer', class: 'plain' }),
  ];
}

function answerChoice(kept: readonly Kept[], shown: number, { show }: BarActions): HTMLElement {
  const select = make('select', { id: 'shown', 'aria-label': 'Answer' });
  kept.forEach(({ question, answer }, i) => {
    const option = make('option', { value: String(i) }, `${i + 1}. ${question}: ${answer.headline}`);
    option.selected = i === shown;
    select.append(option);
  });
  select.addEventListener('change', () => show(Number(select.value)));
  return make('div', { class: 'asked' }, select);
}

function takeAwayMenu(answer: Answer, { take }: BarActions): HTMLElement {
  return make(
    'details',
    { class: 'menu', id: 'take-away' },
    make('summary', {}, 'Take away'),
    make(
      'ul',
      {},
      ...takeAways(answer).map((wish, i) =>
        make(
          'li',
          {},
          button(wish.label, () => take(wish), { id: `take-${i}` }),
        ),
      ),
    ),
  );
}
