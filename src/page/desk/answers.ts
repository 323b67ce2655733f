/// <reference lib="dom" />
/**
 * The answers that were given: each is kept with its question, shown in the frame, and taken away from there.
 */
import type { Request } from '../../index.js';
import type { Asking } from '../asking/asking.js';
import type { Answer, ProposalReport, WrittenFile } from '../messages.js';
import { answerBar, type Kept } from './answer-bar.js';
import { showStage, type Attempt } from './attempt.js';
import { commandBox, type CommandBox } from './command-box.js';
import { redraw } from './redraw.js';
import { announce, byId, showSection } from './sections.js';
import type { Session } from './session.js';
import { PAGE, pngOfSvg, saveFile, takeAways, writeWish, type TakeAway } from './take-away.js';

/** An answer with what it takes to have it again from another engine. */
interface Again extends Kept {
  readonly request: Request;
  readonly asking: Asking | null;
  /** Files that it reads beside those of the session: a proposal. */
  readonly beside: readonly WrittenFile[];
  answer: Answer;
  generation: number;
}

/** What the answers need of the page around them. */
export interface AnswersNeed {
  readonly session: Session;
  readonly attempt: Attempt;
  /** Back to the files and the question. */
  readonly change: () => void;
  /** Asks the same with another tolerance. */
  readonly measure: (asked: Asking, metres: number) => void;
  /** To a workbench of what was asked, or of a proposal's where nothing was; null where there is none. */
  readonly whatIf: (asked: Asking | null) => (() => void) | null;
}

export interface Answers {
  /** Carries a request out, keeps the answer and shows it; `asking` is the question of the panel, null for another. */
  readonly answer: (request: Request, question: string, asking: Asking | null) => Promise<void>;
  /** Keeps the whole report of a proposal with what it takes to have it again, and shows it. */
  readonly keepReport: (report: ProposalReport) => void;
}

/** Begins with no answer. */
export function openAnswers({ session, attempt, change, measure, whatIf }: AnswersNeed): Answers {
  let kept: Again[] = [];
  let shown = -1;
  /** What was taken away last, which a command line is most likely wanted for; and the box that shows it. */
  let last = PAGE;
  let box: CommandBox | null = null;

  function keep(again: Omit<Again, 'generation'>): void {
    kept = [...kept, { ...again, generation: session.generation() }];
    show(kept.length - 1);
  }

  function show(index: number): void {
    shown = index;
    const { answer, asking, beside } = kept[index]!;
    last = PAGE;
    box = null;
    byId<HTMLIFrameElement>('answer').srcdoc = answer.html;
    showSection('result');
    const actions = {
      show,
      change,
      measure: (metres: number) => (asking === null ? undefined : measure(asking, metres)),
      take,
      print,
      whatIf: asking !== null || beside.length > 0 ? whatIf(asking) : null,
      command: openBox,
    };
    redraw(byId('bar'), ...answerBar(kept, index, actions));
    byId('result').focus();
    announce(answer.headline);
  }

  /** The answer that is shown, of the engine of now. */
  async function present(): Promise<Again> {
    const again = kept[shown]!;
    if (again.generation !== session.generation()) {
      const { request, beside } = again;
      again.answer = await session.ask('run', { request, beside }, showStage);
      again.generation = session.generation();
    }
    return again;
  }

  function openBox(): void {
    const { answer, request, beside } = kept[shown]!;
    box ??= commandBox(
      takeAways(answer),
      async (wish) => session.ask('command-line', writeWish((await present()).answer.answer, wish)),
      (wish) => notesOf(wish, request, beside),
    );
    byId('bar').append(box.element);
    showLine();
  }

  function showLine(): void {
    void attempt(async () => {
      await box?.show(last);
      announce('The command line is copied');
    }, 'bar');
  }

  /** What there has to be where a command line is run. */
  function notesOf({ format }: TakeAway, { command }: Request, beside: readonly WrittenFile[]): string[] {
    const made = session.files().some(({ isMade }) => isMade);
    return [
      'Run it in the folder where the files lie.',
      ...(made ? ['Those of the made-up region are in data/region of the package.'] : []),
      ...(beside.length === 0 ? [] : [`Save ${beside.map(({ name }) => name).join(', ')} there first.`]),
      ...(command === 'report' && format === 'csv' ? ['It writes all tables into a folder.'] : []),
    ];
  }

  function take(wish: TakeAway): void {
    void attempt(async () => {
      const { answer } = await present();
      const isPng = wish.format === 'png';
      const asked = writeWish(answer.answer, isPng ? { ...wish, format: 'svg' } : wish);
      const file = await session.ask('write', asked, showStage);
      saveFile(isPng ? await pngOfSvg(file) : file);
      last = wish;
      if (box !== null) showLine();
    }, 'bar');
  }

  return {
    answer: async (request, question, asking) => {
      const answer = await session.ask('run', { request }, showStage);
      keep({ question, answer, request, asking, beside: [] });
    },
    keepReport: ({ answer, request, file }) =>
      keep({ question: `What if: ${file.name}`, answer, request, asking: null, beside: [file] }),
  };
}

/** Prints the report alone. */
function print(): void {
  byId<HTMLIFrameElement>('answer').contentWindow?.print();
}
