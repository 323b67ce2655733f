/**
 * Copying text: by the clipboard of the browser, or, where a page from disk may not use it, by a field that is
 * selected and copied.
 */
import { make } from './make-element.js';

/** Whether the text is on the clipboard now. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = make('textarea', { class: 'for-readers', 'aria-hidden': 'true' });
    field.value = text;
    const back = document.activeElement as HTMLElement | null;
    document.body.append(field);
    field.select();
    // The only way in a page without the clipboard: it is old, and every browser has it.
    const done = document.execCommand('copy');
    field.remove();
    back?.focus({ preventScroll: true });
    return done;
  }
}
