/**
 * The search field: filters the list as it is typed, and finds every other unit of the page below it.
 */
import { unitFinder } from './find-units.js';
import { make } from './make-element.js';
import type { Page } from './page.js';
import { targetText, type UnitView } from './targets.js';

/** Units that are listed beside those of the list. */
const MOST = 12;

/** Sets up the search; does nothing on a page that knows no units. */
export function searchUnits(page: Page): void {
  const field = document.getElementById('search') as HTMLInputElement | null;
  const list = document.getElementById('list');
  const found = document.getElementById('found');
  if (field === null || list === null || found === null) return;
  document.querySelector<HTMLElement>('.to-search')!.hidden = false;
  const { units } = page.sheet;
  const layerOf = (unit: UnitView) => page.data.layers[unit.layer]!;
  const find = unitFinder(units, (i) => layerOf(units[i]!).style);
  const rows = [...list.querySelectorAll<HTMLElement | SVGElement>('[data-row]')];
  const inList = new Set(rows.flatMap((row) => leadsOf(row)));

  const look = (): void => {
    const isEmpty = field.value.trim() === '';
    if (page.chosen !== null) page.choose(null, 'search');
    const hits = find(field.value).map((i) => units[i]!);
    const texts = new Set(hits.map((unit) => targetText({ kind: 'unit', unit })));
    let left = 0;
    for (const row of rows) {
      const stays = isEmpty || leadsOf(row).some((text) => texts.has(text));
      row.classList.toggle('filtered', !stays);
      if (stays) left += 1;
    }
    list.classList.toggle('searched', !isEmpty);
    for (const listener of page.onFilter) listener(isEmpty ? null : texts);
    const others = hits.filter((unit) => !inList.has(targetText({ kind: 'unit', unit })));
    found.hidden = isEmpty;
    found.replaceChildren(...(isEmpty ? [] : othersOf(others, left)));
    if (isEmpty) return page.say('');
    page.say(hits.length === 0 ? nothing : `${hits.length} found, ${left} in the list.`);
  };
  const nothing = `No ${field.dataset['words']!} of that name`;
  const othersOf = (others: readonly UnitView[], left: number): Node[] => {
    if (others.length === 0) return left > 0 ? [] : [make('p', { class: 'empty' }, nothing)];
    const items = others.slice(0, MOST).map((unit) => {
      const hash = `#unit=${encodeURIComponent(unit.code)}&layer=${encodeURIComponent(layerOf(unit).id)}`;
      return make(
        'li',
        {},
        make('a', { href: hash, 'data-target': targetText({ kind: 'unit', unit }) }, unit.short),
        make('span', { class: 'detail' }, `${layerOf(unit).one} · ${unit.code}`),
      );
    });
    const more = others.length - items.length;
    return [
      ...(rows.length > 0 ? [make('h3', {}, left > 0 ? 'Also found' : 'Found, not in the list')] : []),
      make('ul', { class: 'found-units' }, ...items),
      ...(more > 0 ? [make('p', { class: 'detail' }, `and ${more} more: type more of the name`)] : []),
    ];
  };
  /** What can be gone to, in the list and below it. */
  const leads = (): (HTMLElement | SVGElement)[] =>
    [...document.querySelectorAll<HTMLElement>('#list a[data-target], #found a')].filter(
      (lead) => lead.getClientRects().length > 0,
    );
  field.addEventListener('input', look);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && field.value !== '') {
      event.stopPropagation();
      field.value = '';
      look();
    }
    if (event.key === 'ArrowDown') leads()[0]?.focus();
    if (event.key !== 'Enter' || field.value.trim() === '') return;
    const best = find(field.value)[0];
    if (best !== undefined) page.choose({ kind: 'unit', unit: units[best]! }, 'search');
  });
}

const leadsOf = (row: Element): string[] =>
  [...row.querySelectorAll('[data-target]')].map((lead) => lead.getAttribute('data-target')!);
