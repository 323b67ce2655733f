/**
 * What is being done, on one line of the terminal that wipes itself.
 */
import { sayProgress } from './say.js';

/** Shows what is being done; says nothing where standard error is no terminal. */
export function makeProgress(quiet: boolean): { step: (text: string) => void; clear: () => void } {
  const show = !quiet && process.stderr.isTTY === true;
  return {
    step: (text) => {
      if (show) sayProgress(text);
    },
    clear: () => {
      if (show) sayProgress('');
    },
  };
}
