/**
 * Choosing on the map with the pointer or, under the cross at its middle, with Enter; and the switches of its parts.
 */
import type { Page } from './page.js';
import type { Target } from './targets.js';

/** Sets up choosing and switching. */
export function pickOnMap(page: Page): void {
  if (page.map === null) return;
  const { frame, svg, hover, parts, onRest } = page.map;
  const targetAt = (x: number, y: number): Target | null => {
    for (const element of document.elementsFromPoint(x, y)) {
      const text = svg.contains(element) ? element.getAttribute('data-target') : null;
      if (text !== null) return page.targetOf(text);
    }
    return null;
  };
  svg.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    const target = targetAt(box.left + box.width / 2, box.top + box.height / 2);
    if (target === null) page.say('Nothing lies at the middle of the map.');
    else page.choose(target, 'map');
  });
  svg.addEventListener('click', (event) => {
    if (frame.dataset['dragged'] === 'true') return;
    page.choose(targetAt(event.clientX, event.clientY), 'map');
  });
  svg.addEventListener('pointerover', (event) => {
    const text = (event.target as Element).getAttribute('data-target');
    hover(text === null || event.pointerType === 'touch' ? null : page.targetOf(text));
  });
  svg.addEventListener('pointerleave', () => hover(null));

  for (const box of document.querySelectorAll<HTMLInputElement>('input[data-switch]')) {
    const turn = (): void => {
      const name = box.dataset['switch']!;
      if (name === 'shared') svg.classList.toggle('plain', !box.checked);
      for (const element of parts[name] ?? []) element.classList.toggle('off', !box.checked);
      for (const listener of onRest) listener();
    };
    box.addEventListener('change', turn);
    if (!box.checked) turn();
  }
}
