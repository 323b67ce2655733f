/// <reference lib="dom" />
/**
 * Draws a part of the page anew without losing the place of whoever works in it by keyboard.
 */

/** Puts new content into an element; what had the focus has it again, and details that were open are open, by their ids. */
export function redraw(host: Element, ...content: (Node | string)[]): void {
  const focused = host.contains(document.activeElement) ? document.activeElement?.id : undefined;
  const open = new Set([...host.querySelectorAll('details[open]')].map(({ id }) => id));
  host.replaceChildren(...content);
  for (const details of host.querySelectorAll('details')) if (open.has(details.id)) details.open = true;
  if (focused !== undefined && focused !== '') document.getElementById(focused)?.focus();
}
