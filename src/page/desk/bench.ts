/// <reference lib="dom" />
/**
 * The section of the workbench: it is laid out for what is asked, in place of one before, and gone with its engine.
 */
import type { ProposalReport, WorkbenchWanted } from '../messages.js';
import { mountWhatIf } from '../what-if/mount.js';
import { showStage, type Attempt } from './attempt.js';
import { byId, showSection } from './sections.js';
import type { Session } from './session.js';

export interface Bench {
  /** Whether one is laid out in the engine of now. */
  readonly isOpen: () => boolean;
  readonly show: () => void;
  readonly open: (wanted: WorkbenchWanted) => void;
}

/** Begins with none. `leave` goes back to the files, `showAnswer` shows a report of it. */
export function openBench(
  session: Session,
  attempt: Attempt,
  leave: () => void,
  showAnswer: (report: ProposalReport) => void,
): Bench {
  /** The engine in which it is laid out; null for none. */
  let engine: number | null = null;

  function show(): void {
    showSection('bench');
    byId('bench').focus();
  }

  async function layOut(wanted: WorkbenchWanted): Promise<void> {
    try {
      await mountWhatIf(byId('workbench'), wanted, {
        ask: (call, asked, told) =>
          session.ask(call, asked, (stage, share) => {
            told?.(stage);
            // Once it is laid out it must not be ended with its engine.
            if (call === 'open-what-if') showStage(stage, share);
          }),
        showAnswer,
      });
      engine = session.generation();
    } catch (error) {
      byId('workbench').replaceChildren();
      leave();
      throw error;
    }
  }

  return {
    isOpen: () => engine !== null && engine === session.generation(),
    show,
    open: (wanted) => {
      engine = null;
      show();
      void attempt(() => layOut(wanted), 'bench');
    },
  };
}
