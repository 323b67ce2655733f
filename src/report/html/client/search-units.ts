/**
 * The search field: a combobox over the names and codes of all units (the pattern of the ARIA Authoring Practices).
 */
import { unitFinder } from './find-units.js';
import { make } from './make-element.js';
import type { Page } from './page.js';
import type { UnitView } from './targets.js';

/** Units that are listed. */
const MOST = 12;

/** Sets up the search; does nothing on a page without a map. */
export function searchUnits(page: Page): void {
  const field = document.getElementById('search') as HTMLInputElement | null;
  const list = document.getElementById('search-list');
  if (field === null || list === null) return;
  const { units } = page.sheet;
  const layerOf = (unit: UnitView) => page.data.layers[unit.layer]!;
  const find = unitFinder(units, (i) => layerOf(units[i]!).style);
  let found: UnitView[] = [];
  let at = -1;

  const close = (): void => {
    list.hidden = true;
    at = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const pick = (unit: UnitView): void => {
    field.value = unit.name;
    close();
    page.choose({ kind: 'unit', unit }, 'search');
  };
  const point = (to: number): void => {
    at = found.length === 0 ? -1 : (to + found.length) % found.length;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === at)));
    if (at < 0) return field.removeAttribute('aria-activedescendant');
    field.setAttribute('aria-activedescendant', `found-${at}`);
    list.children[at]!.scrollIntoView({ block: 'nearest' });
  };
  const look = (): void => {
    if (field.value.trim() === '') return close();
    const hits = find(field.value);
    found = hits.slice(0, MOST).map((i) => units[i]!);
    list.replaceChildren(
      ...found.map((unit, i) => {
        const item = make(
          'li',
          { role: 'option', id: `found-${i}`, 'aria-selected': 'false' },
          make('span', { class: 'found-name' }, unit.name),
          make('span', { class: 'found-kind' }, `${layerOf(unit).one} · ${unit.code}`),
        );
        item.addEventListener('pointerdown', (event) => event.preventDefault());
        item.addEventListener('click', () => pick(unit));
        return item;
      }),
    );
    list.hidden = found.length === 0;
    field.setAttribute('aria-expanded', String(found.length > 0));
    at = -1;
    field.removeAttribute('aria-activedescendant');
    page.say(
      hits.length === 0
        ? 'Nothing found.'
        : `${hits.length} found${hits.length > MOST ? `, the first ${MOST} listed` : ''}. Arrow keys choose.`,
    );
  };
  field.addEventListener('input', look);
  field.addEventListener('focus', () => field.select());
  field.addEventListener('blur', () =>
    window.setTimeout(() => {
      if (document.activeElement !== field) close();
    }, 100),
  );
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) look();
      point(event.key === 'ArrowDown' ? at + 1 : at < 0 ? -1 : at - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const unit = found[Math.max(at, 0)];
      if (unit !== undefined && !list.hidden) pick(unit);
    } else if (event.key === 'Escape') {
      if (list.hidden) field.value = '';
      close();
    }
  });
}
