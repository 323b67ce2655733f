/// <reference lib="dom" />
/**
 * The command line that gives what was taken away, or anything else that can be: shown, chosen and copied.
 *
 *     Command line for  [ Councils in several ICBs (CSV) ▾ ]
 *     coterminous align icb.geojson lad.geojson --table shared -o shared.csv
 */
import { copyText } from '../../report/html/client/copy-text.js';
import { make } from '../../report/html/client/make-element.js';
import { selectField } from './controls.js';
import type { TakeAway } from './take-away.js';

export interface CommandBox {
  readonly element: HTMLElement;
  /** Shows the line of something else. */
  readonly show: (wish: TakeAway) => Promise<void>;
}

/** What its bytes hang on beside the command. */
const OTHER_BYTES: Readonly<Record<string, string>> = {
  png: 'The browser draws the picture here and another program there: it looks the same in other bytes.',
  docx: 'The command line puts the map into the document too.',
};

/** The box. `lineOf` gives the line for a wish, `notesOf` says what has to be there when it is run. */
export function commandBox(
  wishes: readonly TakeAway[],
  lineOf: (wish: TakeAway) => Promise<string>,
  notesOf: (wish: TakeAway) => readonly string[],
): CommandBox {
  const field = make('textarea', {
    ...{ id: 'command-line', rows: '3', readonly: '', spellcheck: 'false' },
    'aria-label': 'Command line',
  });
  const said = make('p', { class: 'hint', id: 'command-notes' });
  const find = (key: string): TakeAway => wishes.find((wish) => keyOf(wish) === key)!;
  const choice = selectField(
    'command-for',
    'Command line for',
    wishes.map((wish) => ({ value: keyOf(wish), label: wish.label })),
    '',
    (key) => void show(find(key)),
  );
  async function show(wish: TakeAway): Promise<void> {
    choice.querySelector('select')!.value = keyOf(wish);
    const line = await lineOf(wish);
    field.value = line;
    said.textContent = [...notesOf(wish), OTHER_BYTES[wish.format] ?? ''].join(' ');
    field.select();
    await copyText(line);
  }
  return { element: make('div', { class: 'command', id: 'command-box' }, choice, field, said), show };
}

const keyOf = ({ format, table = '' }: TakeAway): string => `${format} ${table}`;
