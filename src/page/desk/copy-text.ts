/// <reference lib="dom" />
/**
 * A text to take elsewhere: put on the clipboard, and shown to be selected, since a browser may keep its clipboard from a
 * page that was opened from disk.
 */
import { make } from '../../report/html/client/make-element.js';

/** Copies a text and shows it below `beside`, selected; shown once. */
export async function copyText(text: string, beside: HTMLElement): Promise<void> {
  const field = make('textarea', {
    id: 'command-line',
    rows: '2',
    readonly: '',
    'aria-label': 'Command line',
    class: 'command-line',
  });
  field.value = text;
  beside.querySelector('#command-line')?.remove();
  beside.append(field);
  field.select();
  try {
    // Missing, whatever its type says, where the page is not from a secure place.
    await (navigator.clipboard as Clipboard | undefined)?.writeText(text);
  } catch {
    // Kept from us: the text stands there, selected.
  }
}
