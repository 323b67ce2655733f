/**
 * Hands a text to the reader's browser as a file.
 */
import { make } from './make-element.js';

/** Saves the text under a name. */
export function saveText(text: string, type: string, file: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = make('a', { href: url, download: file });
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
