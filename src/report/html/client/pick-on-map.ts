/**
 * Choosing on the map with the pointer or, under the cross at its middle, with Enter; and the switches of its parts.
 */
import type { Page } from './page.js';
import type { Target } from './targets.js';

/** Sets up choosing and switching. */
export function pickOnMap(page: Page): void {
  if (page.map === null) return;
  const { frame, svg, view, targetAt, highlight, show } = page.map;
  const targetUnder = (event: MouseEvent): Target | null => {
    const box = svg.getBoundingClientRect();
    return targetAt(event.clientX - box.left, event.clientY - box.top);
  };
  svg.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    const target = targetAt(view.width / 2, view.height / 2);
    if (target === null) page.say('Nothing lies at the middle of the map.');
    else page.choose(target, 'map');
  });
  svg.addEventListener('click', (event) => {
    if (frame.dataset['dragged'] === 'true') return;
    page.choose(targetUnder(event), 'map');
  });
  let waiting = 0;
  svg.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    window.cancelAnimationFrame(waiting);
    waiting = window.requestAnimationFrame(() => highlight(event.buttons === 0 ? targetUnder(event) : null));
  });
  svg.addEventListener('pointerleave', () => {
    window.cancelAnimationFrame(waiting);
    highlight(null);
  });
  page.onChoose.push(page.map.choose);

  for (const box of document.querySelectorAll<HTMLInputElement>('input[data-switch]')) {
    box.addEventListener('change', () => show(box.dataset['switch']!, box.checked));
    if (!box.checked) show(box.dataset['switch']!, false);
  }
}
