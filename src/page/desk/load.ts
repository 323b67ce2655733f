/// <reference lib="dom" />
/**
 * What the page runs first: it unpacks the script of the desk and starts it.
 */
import { bytesOfText } from '../text-of-bytes.js';

const packed = document.querySelector('script[data-part="desk.js"]')!.textContent;
const stream = new Blob([bytesOfText(packed)]).stream().pipeThrough(new DecompressionStream('gzip'));
void new Response(stream).blob().then((code) => {
  const script = document.createElement('script');
  script.src = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  document.head.append(script);
});
