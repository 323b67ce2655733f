/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The workbench on the page: what there is to choose with, what proposals come to, and how they are kept.
 *
 *     tabs, undo, redo, save, load, report
 *     ┌───────────────┐  choose by, search, list
 *     │ map of pieces │  give to …
 *     └───────────────┘  before and now
 *     side by side
 */
import type { WorkView } from '../../index.js';
import { make } from '../../report/html/client/make-element.js';
import { saveFile } from '../desk/take-away.js';
import type { CallName, Calls, ProposalReport, WorkbenchWanted, WorkStep } from '../messages.js';
import { choosePieces } from './choose-pieces.js';
import { figuresPanel, sideBySide } from './figures-panel.js';
import { capital } from './figure-lines.js';
import { proposalBar } from './proposal-bar.js';
import { whatIfStyles } from './styles.js';

/** What the page lends to the workbench. */
export interface Lender {
  readonly ask: <Name extends CallName>(
    call: Name,
    asked: Calls[Name]['asked'],
    told?: (stage: string) => void,
  ) => Promise<Calls[Name]['gives']>;
  /** Shows a whole report. */
  readonly showAnswer: (report: ProposalReport) => void;
}

/** Lays a workbench out in an element, in place of what is there. Rejects as the engine does. */
export async function mountWhatIf(
  host: HTMLElement,
  wanted: WorkbenchWanted,
  { ask, showAnswer }: Lender,
): Promise<void> {
  const status = make('p', { class: 'work-status', role: 'status' });
  const say = (text: string): void => void (status.textContent = text);
  host.replaceChildren(make('style', {}, whatIfStyles), make('section', { class: 'work' }, status));
  const layout = await ask('open-what-if', { wanted }, say);
  const isDrawing = wanted.kind === 'drawing';
  const { base } = layout;
  const start = Array.from(layout.pieceBase, (unit) => (isDrawing || unit < 0 ? '' : base.codes[unit]!));
  const proposals = new Map<number, WorkView>();
  let current!: WorkView;

  const chooser = choosePieces(layout, isDrawing, {
    facts: (chosen) => ask('what-if-facts', { proposal: current.proposal, chosen }),
    give: (chosen, to, words) =>
      void act(
        { do: 'give', proposal: current.proposal, chosen, to },
        to.code === '' ? `${words} taken out.` : `${words} given to ${to.name ?? chooser.nameOf(to.code)}.`,
      ),
  });
  const trouble = make('p', { class: 'trouble', role: 'alert' });
  const bar = make('div', { class: 'work-bar' });
  const panel = make('div', { class: 'work-panel' });
  const beside = make('div', { class: 'work-beside' });
  const whole = make(
    'section',
    { class: 'work' },
    make('h1', {}, isDrawing ? 'Draw neighbourhoods' : `What if ${base.many} were drawn otherwise?`),
    bar,
    status,
    trouble,
    make(
      'div',
      { class: chooser.map === null ? 'work-body no-map' : 'work-body' },
      ...(chooser.map === null ? [] : [chooser.map]),
      make('div', { class: 'work-side' }, ...chooser.controls, ...(chooser.map === null ? [] : [panel])),
      ...(chooser.map === null ? [panel] : []),
      beside,
    ),
  );
  host.replaceChildren(make('style', {}, whatIfStyles), whole);

  /** Does something that may be refused, and says so then. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    trouble.textContent = '';
    try {
      await work();
    } catch (error) {
      trouble.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  const act = (step: WorkStep, words = ''): Promise<void> =>
    attempt(async () => {
      take(await ask('what-if', { step }));
      say(words === '' ? '' : `${words} ${current.figures.sentences.at(isDrawing ? 0 : -1) ?? ''}`);
    });

  function take(view: WorkView): void {
    const focused = whole.contains(document.activeElement) ? document.activeElement : null;
    show(view);
    // What was pressed may have been drawn anew: who works by keyboard goes on from there, or from the list.
    if (focused === null || focused.isConnected) return;
    const again = [...bar.querySelectorAll('button')].find(
      ({ textContent, disabled }) => !disabled && textContent === focused.textContent,
    );
    (again ?? chooser.search).focus();
  }

  function show(view: WorkView): void {
    current = view;
    proposals.set(view.proposal, view);
    const unitOf = [...start];
    for (const [piece, code] of view.changed) unitOf[piece] = code;
    chooser.show(view, unitOf);
    const views = [...proposals.values()];
    bar.replaceChildren(
      ...proposalBar({
        views,
        current,
        isDrawing,
        take,
        act: (step, words) => void act(step, words),
        save: () => void attempt(saveProposal),
        report: () => void attempt(fullReport),
      }),
    );
    panel.replaceChildren(...figuresPanel(view, layout, unitOf));
    beside.replaceChildren(...sideBySide(views, layout));
  }

  async function saveProposal(): Promise<void> {
    const file = await ask('what-if-file', { proposal: current.proposal });
    saveFile(file);
    say(
      `${file.name} is saved. ${capital(isDrawing ? 'coverage' : 'scenario')} reads it on the command line.`,
    );
  }

  async function fullReport(): Promise<void> {
    showAnswer(await ask('what-if-report', { proposal: current.proposal }, say));
    say('The report is there.');
  }

  whole.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return;
    const pressed = event.key.toLowerCase();
    const isRedo = pressed === 'y' || (pressed === 'z' && event.shiftKey);
    if (!isRedo && pressed !== 'z') return;
    event.preventDefault();
    if (isRedo ? current.canRedo : current.canUndo)
      void act(
        { do: isRedo ? 'redo' : 'undo', proposal: current.proposal },
        isRedo ? 'Done again.' : 'Taken back.',
      );
  });

  await act({ do: 'propose', name: 'Proposal 1', as: null });
  say('');
}
