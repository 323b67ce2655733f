/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * Where a choice can go: a button for each neighbour, all units in a list, a unit that is new.
 */
import type { ChoiceFacts, WorkLayout, WorkTarget } from '../../index.js';
import { shortenName } from '../../result/shorten-name.js';
import { make } from '../../report/html/client/make-element.js';
import { wholeNumber } from './figure-lines.js';

export interface Offer {
  readonly layout: WorkLayout;
  readonly units: readonly { readonly code: string; readonly name: string }[];
  /** What is chosen, in a few words; '' for nothing. */
  readonly chosen: string;
  readonly facts: ChoiceFacts | null;
  readonly give: (to: WorkTarget) => void;
  readonly clear: () => void;
}

/** Neighbours that have a button of their own. */
const BUTTONS = 4;

/** The box for one choice. */
export function giveBox({ layout, units, chosen, facts, give, clear }: Offer): HTMLElement {
  const { base, measure } = layout;
  const isDrawing = base.codes.length === 0;
  if (chosen === '')
    return make(
      'div',
      { class: 'work-give' },
      make(
        'p',
        { class: 'quiet' },
        layout.map === null
          ? 'Nothing is chosen. Choose in the list, or search for a name or code.'
          : 'Nothing is chosen. Click on the map, with Shift for more, or choose in the list.',
      ),
    );
  const button = (text: string, act: () => void, kind = ''): HTMLButtonElement => {
    const made = make('button', { type: 'button', ...(kind === '' ? {} : { class: kind }) }, text);
    made.addEventListener('click', act);
    return made;
  };
  const nameOf = (code: string): string =>
    shortenName(units.find((unit) => unit.code === code)?.name ?? code);
  const neighbours = (facts?.neighbours ?? []).slice(0, BUTTONS);
  const people =
    facts?.people === null || facts === null
      ? ''
      : `: ${wholeNumber(facts.people)} ${(measure ?? '').replaceAll('_', ' ')}`;
  const all = make(
    'select',
    { 'aria-label': `Give to any ${base.one}` },
    make('option', { value: '' }, units.length === 0 ? `no ${base.one} yet` : `any ${base.one} …`),
    ...units.map(({ code, name }) => make('option', { value: code }, shortenName(name))),
  );
  all.disabled = units.length === 0;
  all.addEventListener('change', () => {
    if (all.value !== '') give({ code: all.value, name: null });
  });
  return make(
    'div',
    { class: 'work-give' },
    make('p', {}, make('strong', {}, chosen), people),
    make('p', { class: 'quiet' }, 'Give to'),
    make(
      'div',
      { class: 'buttons' },
      ...neighbours.map(({ code }, i) =>
        button(nameOf(code), () => give({ code, name: null }), i === 0 && !isDrawing ? 'main' : ''),
      ),
      all,
      ...(isDrawing ? [button('Take out', () => give({ code: '', name: null }))] : []),
      button('Choose nothing', clear),
      newUnit(units, base.one, give),
    ),
  );
}

/** The form that makes a unit of the choice. */
function newUnit(units: Offer['units'], one: string, give: Offer['give']): HTMLElement {
  let number = 1;
  while (units.some(({ code }) => code === `NEW${number}`)) number++;
  const name = make('input', { type: 'text', id: 'work-new', value: `New ${one} ${number}` });
  const form = make(
    'form',
    {},
    make('label', { for: 'work-new' }, `or make a new ${one} of it, called`),
    name,
    make('button', {}, 'Make'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    give({
      code: `NEW${number}`,
      name: name.value.trim() === '' ? `New ${one} ${number}` : name.value.trim(),
    });
  });
  return form;
}
