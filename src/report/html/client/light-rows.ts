/**
 * Rows of the list and places on the map light one another, under the pointer and at the keyboard's focus; nothing
 * moves.
 */
import type { Page } from './page.js';
import { targetText, type Target } from './targets.js';

/** Sets up both ways. */
export function lightRows(page: Page): void {
  const rows = [...document.querySelectorAll<HTMLElement | SVGElement>('#list [data-row]')];
  const targetOfRow = (row: Element): Target | null => {
    const text = row.querySelector('[data-target]')?.getAttribute('data-target');
    return text === undefined || text === null ? null : page.targetOf(text);
  };
  const { map } = page;
  if (map === null) return;
  const light = (target: Target | null): void => {
    const text = target === null ? '' : targetText(target);
    for (const row of rows) {
      const leads = [...row.querySelectorAll('[data-target]')];
      row.classList.toggle(
        'lit',
        leads.some((lead) => lead.getAttribute('data-target') === text),
      );
    }
    for (const mark of map.frame.querySelectorAll('[data-target]'))
      mark.classList.toggle('lit', mark.getAttribute('data-target') === text);
  };
  for (const row of rows) {
    const on = (): void => {
      const target = targetOfRow(row);
      map.highlight(target);
      light(target);
    };
    const off = (): void => {
      map.highlight(null);
      light(null);
    };
    row.addEventListener('pointerenter', on);
    row.addEventListener('focusin', on);
    row.addEventListener('pointerleave', off);
    row.addEventListener('focusout', off);
  }
  page.map = {
    ...map,
    highlight: (target) => {
      map.highlight(target);
      light(target);
    },
  };
}
