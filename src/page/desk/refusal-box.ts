/// <reference lib="dom" />
/**
 * A refusal as the command line words it: where, what is wrong, what to do; and what there is to choose as buttons.
 */
import type { InputTrouble } from '../../index.js';
import { make } from '../../report/html/client/make-element.js';
import { choicesOfTrouble, type Choice } from '../asking/choices-of-trouble.js';
import { hintForPage } from '../asking/hint-for-page.js';
import { button } from './controls.js';

/** The box; `id` keeps its buttons apart from those of others, and a file that stands above it is not named again. */
export function refusalBox(
  id: string,
  trouble: InputTrouble,
  choose: (choice: Choice) => void,
  above = '',
): HTMLElement {
  const { unit, place, message } = trouble;
  const file = trouble.file === above ? undefined : trouble.file;
  const where = [file, unit, place].filter((part) => part !== undefined).join(': ');
  const choices = choicesOfTrouble(trouble);
  return make(
    'div',
    { class: 'refusal' },
    make(
      'p',
      {},
      ...(where === '' ? [] : [make('strong', {}, `${where}: `)]),
      `${where === '' ? capital(message) : message}.`,
    ),
    make('p', { class: 'hint' }, hintForPage(trouble)),
    ...(choices.length === 0
      ? []
      : [
          make(
            'div',
            { class: 'choices', role: 'group', 'aria-label': 'What can be chosen' },
            ...choices.map((choice, i) => button(choice.label, () => choose(choice), { id: `${id}-${i}` })),
          ),
        ]),
  );
}

/** A sentence that stands alone begins with a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
