/**
 * The search field: a combobox over the names and codes of all units (the pattern of the ARIA Authoring Practices).
 */
import type { Page, UnitView } from './page-data.js';

/** Sets up the search; does nothing on a page without a map. */
export function searchUnits(page: Page): void {
  const field = document.getElementById('search') as HTMLInputElement | null;
  const list = document.getElementById('search-list');
  if (field === null || list === null) return;
  const most = 12;
  const plain = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/['’.]/g, '')
      .toLowerCase();
  const styleOf = (i: number): number => page.data.layers[page.units[i]!.layer]!.style;
  const names = page.units.map((unit) => plain(unit.name));
  const texts = page.units.map((unit) => plain(`${unit.name} ${unit.code}`));
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
    const wanted = plain(field.value.trim());
    if (wanted === '') return close();
    const rank = (i: number): number => {
      if (names[i] === wanted) return -1;
      const place = texts[i]!.indexOf(wanted);
      return place === 0 ? 0 : texts[i]![place - 1] === ' ' ? 1 : 2;
    };
    const hits = texts.flatMap((text, i) => (text.includes(wanted) ? [i] : []));
    hits.sort((p, q) => rank(p) - rank(q) || styleOf(q) - styleOf(p) || p - q);
    found = hits.slice(0, most).map((i) => page.units[i]!);
    list.replaceChildren(
      ...found.map((unit, i) => {
        const layer = page.data.layers[unit.layer]!;
        const item = page.make(
          'li',
          { role: 'option', id: `found-${i}`, 'aria-selected': 'false' },
          page.make('span', { class: 'found-name' }, unit.name),
          page.make('span', { class: 'found-kind' }, `${layer.one} · ${unit.code}`),
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
        : `${hits.length} found${hits.length > most ? `, the first ${most} listed` : ''}. Arrow keys choose.`,
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
