/// <reference lib="dom" />
/**
 * The controls of the desk: fields with their labels, buttons.
 */
import { make } from '../../report/html/client/make-element.js';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** The value of an option that stands for none. */
export const NONE = '(none)';

/** A choice among options, with its label. */
export function selectField(
  id: string,
  label: string,
  options: readonly Option[],
  now: string,
  chosen: (value: string) => void,
): HTMLElement {
  const select = make('select', { id });
  for (const each of options) {
    const option = make('option', { value: each.value }, each.label);
    option.selected = each.value === now;
    select.append(option);
  }
  select.addEventListener('change', () => chosen(select.value));
  return make('div', { class: 'field' }, make('label', { for: id }, label), select);
}

/** A line of text or a number, told when it is left or confirmed; `words` are offered while typing. */
export function textField(
  id: string,
  label: string,
  now: string,
  chosen: (value: string) => void,
  { words = [], hint = '' }: { readonly words?: readonly string[]; readonly hint?: string } = {},
): HTMLElement {
  const input = make('input', { id, type: 'text', value: now, autocomplete: 'off' });
  input.addEventListener('change', () => chosen(input.value.trim()));
  const list = make('datalist', { id: `${id}-words` });
  for (const word of words) list.append(make('option', { value: word }));
  if (words.length > 0) input.setAttribute('list', list.id);
  const note = make('span', { class: 'hint', id: `${id}-hint` }, hint);
  if (hint !== '') input.setAttribute('aria-describedby', note.id);
  return make(
    'div',
    { class: 'field' },
    make('label', { for: id }, label),
    input,
    ...(words.length > 0 ? [list] : []),
    ...(hint === '' ? [] : [note]),
  );
}

/** A button that does something. */
export function button(
  label: string,
  act: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const element = make('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', act);
  return element;
}

/** One of several, as boxes to tick. */
export function tickField(
  id: string,
  label: string,
  now: boolean,
  chosen: (value: boolean) => void,
): HTMLElement {
  const input = make('input', { id, type: 'checkbox' });
  input.checked = now;
  input.addEventListener('change', () => chosen(input.checked));
  return make('label', { class: 'switch', for: id }, input, ` ${label}`);
}
