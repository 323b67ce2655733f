/**
 * Light and dark, print, before and after, and buttons of the chart that lead to the map.
 */
import { make } from './make-element.js';
import type { Page } from './page.js';

/** Sets up the controls that stand by themselves. */
export function pageControls(page: Page): void {
  const root = document.documentElement;
  const theme = document.getElementById('theme')!;
  const isDark = (): boolean =>
    (root.dataset['theme'] ??
      (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const name = (): void => {
    theme.textContent = isDark() ? 'Light colours' : 'Dark colours';
  };
  theme.addEventListener('click', () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark';
    name();
  });
  name();
  document.getElementById('print')!.addEventListener('click', () => window.print());

  for (const button of document.querySelectorAll<HTMLElement>('[data-choose]')) {
    const target = page.targetOf(button.dataset['choose']!);
    if (target === null) continue;
    const lead = make('button', { type: 'button', class: 'lead' }, ...button.childNodes);
    lead.addEventListener('click', () => page.choose(target, 'chart'));
    button.replaceChildren(lead);
    button.dataset['target'] = button.dataset['choose']!;
  }
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
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')].filter(
      (details) => details.querySelectorAll('tr').length <= 60,
    );
    for (const details of opened) details.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
}
