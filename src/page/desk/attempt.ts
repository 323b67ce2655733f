/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * Work that takes time: its stages are shown, its refusals told, and nothing is told of an end that was asked for.
 */
import type { InputTrouble } from '../../index.js';
import { Refused } from './engine.js';
import { announce, byId } from './sections.js';
import { Ended } from './session.js';

/** Does some work, its stages shown in an element of that id. */
export type Attempt = (work: () => Promise<void>, where?: string) => Promise<void>;

/** What attempts; `showTrouble` is told what went wrong. */
export const attempting =
  (showTrouble: (trouble: InputTrouble) => void): Attempt =>
  async (work, where = 'table') => {
    byId(where).append(byId('progress'));
    byId('trouble').replaceChildren();
    showStage('starting', null);
    try {
      await work();
    } catch (error) {
      if (error instanceof Refused) showTrouble(error.trouble);
      else if (!(error instanceof Ended))
        showTrouble(stopped(error instanceof Error ? error.message : String(error)));
    } finally {
      byId('progress').hidden = true;
      byId('table').append(byId('progress'));
      enableRun(true);
    }
  };

/** Shows what is being done; share from 0 to 1, null where it is not known. */
export function showStage(stage: string, share: number | null): void {
  byId('progress').hidden = false;
  enableRun(false);
  byId('stage').textContent = `${stage.charAt(0).toUpperCase()}${stage.slice(1)} …`;
  const bar = byId<HTMLProgressElement>('share');
  if (share === null) bar.removeAttribute('value');
  else bar.value = share;
  announce(stage);
}

function enableRun(enabled: boolean): void {
  for (const run of document.querySelectorAll<HTMLButtonElement>('#run')) run.disabled = !enabled;
}

/** A fault of ours, or memory that ran out, told as trouble. */
export const stopped = (message: string): InputTrouble => ({
  id: 'page-fault',
  message: `something went wrong here: ${message.split('\n')[0]!}`,
  hint: 'If memory ran out, boundaries generalised to 20 m (BGC) need far less; else please report it with the names of the files',
});
