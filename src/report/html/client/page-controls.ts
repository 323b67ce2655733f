/**
 * What stands by itself: light and dark, the menu, downloads, print, before and after, tabs of the proposals.
 */
import type { Page } from './page.js';
import { saveText } from './save-text.js';

/** Sets up the controls. */
export function pageControls(page: Page): void {
  runTheme();
  runMenus();
  runDownloads(page);
  runPrint();
  runTabs();
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=moment]')) {
    radio.addEventListener('change', () => {
      for (const [l, moment] of ['before', 'after'].entries()) {
        const box = document.querySelector<HTMLInputElement>(`input[data-switch=layer-${l}]`);
        if (box === null) continue;
        box.checked = radio.value === 'both' || radio.value === moment;
        box.dispatchEvent(new Event('change'));
      }
    });
  }
}

function runTheme(): void {
  const root = document.documentElement;
  const theme = document.getElementById('theme')!;
  const isDark = (): boolean =>
    (root.dataset['theme'] ??
      (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const name = (): void => {
    theme.textContent = isDark() ? 'Light' : 'Dark';
  };
  theme.addEventListener('click', () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark';
    name();
  });
  name();
}

/** The menu of a phone, and those that open below their names: one at a time, closed by Escape or a click elsewhere. */
function runMenus(): void {
  const line = document.querySelector<HTMLElement>('.top-line')!;
  const button = document.getElementById('menu')!;
  const open = (isOpen: boolean): void => {
    button.setAttribute('aria-expanded', String(isOpen));
    line.classList.toggle('open', isOpen);
  };
  button.addEventListener('click', () => open(button.getAttribute('aria-expanded') !== 'true'));
  const menus = [...line.querySelectorAll<HTMLDetailsElement>('details.menu')];
  for (const menu of menus) {
    menu.addEventListener('toggle', () => {
      if (menu.open) for (const other of menus) if (other !== menu) other.open = false;
    });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      event.stopPropagation();
      menu.open = false;
      menu.querySelector('summary')!.focus();
    });
  }
  document.addEventListener('click', (event) => {
    for (const menu of menus) if (!menu.contains(event.target as Node)) menu.open = false;
    if (!line.contains(event.target as Node)) open(false);
  });
}

function runDownloads(page: Page): void {
  const save = (text: string, type: string, file: string): void => {
    saveText(text, type, file);
    page.say(`Saved ${file}.`);
  };
  for (const button of document.querySelectorAll<HTMLElement>('[data-save-table]')) {
    const t = Number(button.dataset['saveTable']);
    const file = document.getElementById(`table-${t}`)!.dataset['file']!;
    button.addEventListener('click', () => save(page.data.tables[t]!.csv, 'text/csv', file));
  }
  // Where scripts run, the picture for readers without one is text.
  const picture = document.getElementById('picture')?.textContent;
  document.getElementById('save-picture')?.addEventListener('click', () => {
    if (picture !== undefined) save(picture, 'image/svg+xml', 'map.svg');
  });
}

/** Prints the first screen and the method; the full tables where they are asked for. */
function runPrint(): void {
  const withTables = document.getElementById('print-tables') as HTMLInputElement | null;
  let opened: HTMLDetailsElement[] = [];
  document.getElementById('print')!.addEventListener('click', () => window.print());
  withTables?.addEventListener('change', () =>
    document.documentElement.classList.toggle('print-tables', withTables.checked),
  );
  window.addEventListener('beforeprint', () => {
    if (withTables?.checked !== true) return;
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details.table:not([open])')];
    for (const details of opened) details.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
}

/** Tabs by the pattern of the ARIA Authoring Practices: one stop, arrows go between them. */
function runTabs(): void {
  const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
  const choose = (c: number): void => {
    tabs.forEach((tab, i) => {
      tab.setAttribute('aria-selected', String(i === c));
      tab.tabIndex = i === c ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls')!)!.classList.toggle('on', i === c);
    });
    for (const cell of document.querySelectorAll<HTMLElement>('[data-column-of]'))
      cell.classList.toggle('shaded', cell.dataset['columnOf'] === String(c));
  };
  tabs.forEach((tab, i) => {
    tab.addEventListener('click', () => choose(i));
    tab.addEventListener('keydown', (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (by === undefined) return;
      const to = (i + by + tabs.length) % tabs.length;
      choose(to);
      tabs[to]!.focus();
    });
  });
  if (tabs.length > 0) choose(0);
}
