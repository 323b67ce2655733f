/**
 * What the dots of the map stand for, said in the frame while there are any.
 */
import { wholeText } from '../../../trouble/count-text.js';
import type { MapEngine } from './map-engine.js';
import type { DotData } from './page-data.js';

/** The sentence for every k-th dot. */
export const dotWords = ({ each, people }: DotData, every: number): string =>
  `One dot = ${wholeText(each * every)} ${people}, placed at random within its block: not where they live exactly`;

/** Keeps the sentence in step with the map. */
export function dotKey(map: MapEngine, data: DotData | null): void {
  const words = map.frame.querySelector<HTMLElement>('.dot-key');
  if (data === null || words === null) return;
  const text = words.querySelector('.dot-words')!;
  const tell = (): void => {
    const every = map.everyDot();
    words.hidden = every === 0;
    if (every > 0) text.textContent = dotWords(data, every);
  };
  map.onView(tell);
  // Before all that is laid out around what stands in the frame.
  map.onRest(tell);
  tell();
}
