/**
 * What is being done, on one line of the terminal that wipes itself; between two steps the memory is looked at.
 *
 *     reading councils.geojson (2 of 4): 45 % of 120 MB, 8 s left
 */
import type { Inputs } from '../run/inputs.js';
import { wholeText } from '../trouble/count-text.js';
import { InputError } from '../trouble/input-error.js';
import { readingText, watchReading } from './reading-progress.js';
import { clearProgress, sayProgress } from './say.js';

const MEBIBYTE = 2 ** 20;

/**
 * Shows what is being done; says nothing where standard error is no terminal. A step that begins with more memory in
 * use than the desk allows throws InputError.
 */
export function makeProgress(
  quiet: boolean,
  { files: { maxMemory = Infinity } }: Inputs,
): { step: (text: string) => void; clear: () => void } {
  const show = !quiet && process.stderr.isTTY === true;
  return {
    step: (text) => {
      const { rss } = process.memoryUsage();
      if (rss > maxMemory) throw overMemory(text, rss, maxMemory);
      if (!show) return;
      sayProgress(text);
      watchReading((part) => sayProgress(`${text}: ${readingText(part)}`));
    },
    clear: () => {
      watchReading(null);
      clearProgress();
    },
  };
}

const overMemory = (step: string, held: number, most: number): InputError =>
  new InputError({
    id: 'over-memory',
    message: `before ${step} the run holds ${wholeText(held / MEBIBYTE)} MiB, more than the ${wholeText(most / MEBIBYTE)} MiB that --max-memory allows`,
    hint: 'Allow more, or use layers of a coarser resolution',
  });
