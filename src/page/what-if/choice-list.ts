/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * Everything that can be chosen, as a list to search and to walk with the arrow keys; Enter or space chooses.
 */
import { make } from '../../report/html/client/make-element.js';
import type { Group } from './choosing.js';
import { wholeNumber } from './figure-lines.js';

export interface ChoiceList {
  readonly element: HTMLElement;
  readonly search: HTMLElement;
  /** Searches for nothing. */
  readonly clear: () => void;
  readonly show: (groups: readonly Group[], chosen: ReadonlySet<string>) => void;
}

/** Entries that are shown; the search narrows them down. */
const MOST = 150;

/** Puts the list up; `toggle` is told which group was chosen or let go. */
export function choiceList(toggle: (group: Group) => void, over: (group: Group | null) => void): ChoiceList {
  const search = make('input', {
    type: 'search',
    id: 'work-search',
    autocomplete: 'off',
    'aria-controls': 'work-list',
  });
  const list = make('ul', {
    id: 'work-list',
    role: 'listbox',
    tabindex: '0',
    'aria-multiselectable': 'true',
    'aria-label': 'What can be chosen',
  });
  const more = make('p', { class: 'quiet' });
  let groups: readonly Group[] = [];
  let chosen: ReadonlySet<string> = new Set();
  let shown: readonly Group[] = [];
  let active = 0;

  const mark = (): void => {
    [...list.children].forEach((option, i) => option.classList.toggle('active', i === active));
    const option = list.children[active];
    if (option === undefined) list.removeAttribute('aria-activedescendant');
    else list.setAttribute('aria-activedescendant', option.id);
  };
  const draw = (): void => {
    const wanted = search.value.trim().toLowerCase();
    const found =
      wanted === ''
        ? groups
        : groups.filter(({ name, key }) => `${name} ${key}`.toLowerCase().includes(wanted));
    // What is chosen stands first, so that it can be let go.
    shown = [
      ...found.filter(({ key }) => chosen.has(key)),
      ...found.filter(({ key }) => !chosen.has(key)),
    ].slice(0, MOST);
    list.replaceChildren(
      ...shown.map((group, i) => {
        const people = group.people === null ? '' : wholeNumber(group.people);
        const option = make(
          'li',
          { role: 'option', id: `work-option-${i}`, 'aria-selected': String(chosen.has(group.key)) },
          make('span', {}, group.name),
          make('span', { class: 'figure' }, people),
        );
        option.addEventListener('click', () => {
          active = i;
          toggle(group);
        });
        option.addEventListener('pointerenter', () => over(group));
        return option;
      }),
    );
    more.textContent =
      found.length > MOST ? `${wholeNumber(found.length - MOST)} more: search for them by name or code` : '';
    active = Math.max(0, Math.min(active, shown.length - 1));
    mark();
  };
  search.addEventListener('input', () => {
    active = 0;
    draw();
  });
  list.addEventListener('pointerleave', () => over(null));
  const keys = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (by !== undefined) active = Math.max(0, Math.min(shown.length - 1, active + by));
    else if (event.key === 'Home' && event.target === list) active = 0;
    else if (event.key === 'End' && event.target === list) active = shown.length - 1;
    else if (event.key === 'Enter' || (event.key === ' ' && event.target === list)) {
      const group = shown[active];
      if (group !== undefined) toggle(group);
      event.preventDefault();
      return;
    } else return;
    event.preventDefault();
    mark();
    list.children[active]?.scrollIntoView({ block: 'nearest' });
    over(shown[active] ?? null);
  };
  list.addEventListener('keydown', keys);
  search.addEventListener('keydown', keys);
  return {
    search,
    element: make(
      'div',
      { class: 'work-choices' },
      make('label', { for: 'work-search' }, 'Search by name or code'),
      search,
      list,
      more,
    ),
    clear: () => void (search.value = ''),
    show: (next, selected) => {
      [groups, chosen] = [next, selected];
      draw();
    },
  };
}
