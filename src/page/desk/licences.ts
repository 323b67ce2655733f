/// <reference lib="dom" />
/**
 * The licences of the packages that the page is made with: they lie packed in it, and are shown when they are asked for.
 */
import { bytesOfText } from '../text-of-bytes.js';

/** Lets the button at the end of the page show them, and hide them again. */
export function offerLicences(): void {
  const button = document.getElementById('licences') as HTMLButtonElement;
  const texts = document.getElementById('licence-texts') as HTMLElement;
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    texts.hidden = !texts.hidden;
    button.setAttribute('aria-expanded', String(!texts.hidden));
    if (texts.textContent !== '') return;
    const packed = document.querySelector('script[data-part="LICENSES.txt"]')!.textContent;
    const stream = new Blob([bytesOfText(packed)]).stream().pipeThrough(new DecompressionStream('gzip'));
    void new Response(stream).text().then((text) => (texts.textContent = text));
  });
}
