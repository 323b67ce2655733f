/// <reference lib="dom" />
/**
 * The table on which files lie: what they were taken for and what was set about them, and what is asked of them.
 */
import type { FileChange, InputTrouble, TakenFile } from '../../index.js';
import { make } from '../../report/html/client/make-element.js';
import { QUESTIONS, type Asking } from '../asking/asking.js';
import { atHand, type AtHand } from '../asking/at-hand.js';
import type { Choice } from '../asking/choices-of-trouble.js';
import { askingOf, firstAsking } from '../asking/first-asking.js';
import { memoryWarning } from '../asking/memory-needed.js';
import { sayNames, type GivenFile, type NamedApart } from '../asking/names-apart.js';
import { requestOf } from '../asking/request-of.js';
import { workbenchOf } from '../asking/workbench-of.js';
import type { WorkbenchWanted } from '../messages.js';
import { openAnswers } from './answers.js';
import { askPanel } from './ask-panel.js';
import { attempting, showStage } from './attempt.js';
import { openBench } from './bench.js';
import { fileList } from './file-list.js';
import type { Given } from './given-files.js';
import { redraw } from './redraw.js';
import { refusalBox } from './refusal-box.js';
import { announce, byId, page, showSection, shownSection } from './sections.js';
import { openSession, REGION } from './session.js';

export interface Desk {
  readonly take: (given: Promise<readonly Given[]>) => void;
  readonly takeRegion: () => void;
  readonly takeEngland: () => void;
  /** Shows the files and the question in place of a workbench or an answer. */
  readonly show: () => void;
  /** Ends what is being done. */
  readonly cancel: () => void;
}

/** Begins with no file. */
export function openDesk(): Desk {
  let england = false;
  let changes: Readonly<Record<string, FileChange>> = {};
  let taken: readonly TakenFile[] = [];
  let hand: AtHand = atHand([]);
  let asking: Asking | null = null;

  const session = openSession(({ trouble }) => showTrouble(trouble));
  const attempt = attempting(showTrouble);
  const bench = openBench(session, attempt, show, (report) => answers.keepReport(report));
  const answers = openAnswers({
    session,
    attempt,
    change: show,
    measure: (asked, tolerance) => {
      asking = { ...asked, tolerance };
      void attempt(() => ask(asking!), 'bar');
    },
    whatIf: (asked) => (asked !== null ? () => benchFor('moves', asked) : bench.isOpen() ? bench.show : null),
  });

  function showTrouble(trouble: InputTrouble): void {
    show();
    byId('work').hidden = false;
    byId('trouble').replaceChildren(
      refusalBox('trouble', trouble, (choice) => choose(fileOf(trouble), choice)),
    );
    byId('trouble').querySelector('button')?.focus();
  }

  /** The file or inner layer that a refusal is about, by the name that it has in the list. */
  const fileOf = ({ file = '' }: InputTrouble): string =>
    (
      taken.find((each) => each.file === file) ??
      taken.find(({ path }) => file === path || file.startsWith(`${path}#`))
    )?.file ?? file;

  /** Looks at all files again and draws the desk. */
  async function look(before: Asking | null = null): Promise<void> {
    taken = await session.ask('taken', { changes, england }, showStage);
    hand = atHand(taken);
    const keys = hand.layers.map(({ key }) => key);
    asking = before !== null && before.layers.every((key) => keys.includes(key)) ? before : firstAsking(hand);
    draw();
    const [result] = taken.filter(({ role }) => role === 'result');
    if (result !== undefined && keys.length === 0) await open(result);
  }

  /** Shows a saved result, runs the reports of a config file. */
  async function open({ role, path, file }: TakenFile): Promise<void> {
    if (role === 'result') await answers.answer({ command: 'render', path }, `A saved result: ${file}`, null);
    else await answers.answer(await session.ask('config', { path }), `The reports of ${file}`, null);
  }

  function draw(): void {
    page.classList.toggle('has-files', taken.length > 0);
    byId('work').hidden = taken.length === 0;
    redraw(
      byId('files'),
      fileList(taken, changes, {
        change: setAbout,
        choose,
        remove,
        open: (file) => void attempt(() => open(file)),
      }),
    );
    drawAsk();
  }

  function drawAsk(): void {
    if (asking === null) {
      redraw(byId('ask'), make('p', { class: 'hint' }, nothingToAsk(hand)));
      return;
    }
    const now = asking;
    const panel = askPanel(now, hand, memoryWarning(session.files()), {
      question: (question) => setAsking(askingOf(question, hand, now)),
      change: (part) => setAsking({ ...now, ...part }),
      run: () => void attempt(() => ask(asking!)),
      moves: () => benchFor('moves', asking!),
      draw: hand.blocks.length === 0 ? null : () => benchFor('drawing', asking!),
      goOn: bench.isOpen() ? bench.show : null,
    });
    redraw(byId('ask'), panel);
  }

  function setAsking(next: Asking): void {
    asking = next;
    drawAsk();
  }

  function setAbout(file: string, change: FileChange): void {
    changes = { ...changes, [file]: { ...changes[file], ...change } };
    void attempt(() => look(asking));
  }

  function choose(file: string, { change, asked, place }: Choice): void {
    if (asking !== null && asked !== undefined) asking = { ...asking, ...asked };
    if (asking !== null && place !== undefined) {
      const { word, code } = place;
      asking = {
        ...asking,
        place: asking.place === word ? code : asking.place,
        only: asking.only.map((each) => (each === word ? code : each)),
      };
    }
    if (change !== undefined) setAbout(file, change);
    else void attempt(() => ask(asking!));
  }

  function remove({ path, parts }: TakenFile): void {
    session.takeBack([path, ...parts]);
    changes = Object.fromEntries(
      Object.entries(changes).filter(([name]) => name !== path && !name.startsWith(`${path}#`)),
    );
    void attempt(() => look());
  }

  const ask = (now: Asking): Promise<void> =>
    answers.answer(requestOf(now, hand, changes), questionText(now, hand), now);

  function benchFor(kind: WorkbenchWanted['kind'], now: Asking): void {
    const wanted = workbenchOf(kind, now, hand, changes);
    if (wanted !== null) bench.open(wanted);
  }

  function show(): void {
    if (shownSection() === 'table') return;
    showSection('table');
    drawAsk();
    document.getElementById('run')?.focus();
  }

  /** Takes files in, says which go by other names than their own, and looks at all. */
  function takeIn(give: () => Promise<readonly [readonly GivenFile[], readonly NamedApart[]]>): void {
    show();
    void attempt(async () => {
      const said = sayNames(...(await give()));
      byId('told').textContent = said;
      byId('told').hidden = said === '';
      announce(said);
      await look();
    });
  }

  return {
    take: (giving) =>
      takeIn(async () => {
        const given = await giving;
        return [given, await session.give(given)];
      }),
    takeRegion: () => takeIn(async () => [REGION, await session.giveRegion()]),
    takeEngland: () => {
      england = true;
      void attempt(() => look());
    },
    show,
    cancel: session.end,
  };
}

/** What there has to be before anything can be asked. */
const nothingToAsk = ({ blocks }: AtHand): string =>
  blocks.length === 0
    ? 'Drop a file of boundaries, or a lookup, to ask about.'
    : 'Small areas say where people live. Drop boundaries of councils, health boards or neighbourhoods too, or use these as a boundary layer: see “Change”.';

/** What was asked, in a line: the question, the layers, another tolerance. */
function questionText({ question, layers, tolerance, place }: Asking, hand: AtHand): string {
  const titles = layers.map((key) => hand.layers.find((each) => each.key === key)?.layer.title ?? key);
  const about = place === '' ? titles.join(' and ') : place;
  return `${QUESTIONS[question]} ${about}${tolerance === null ? '' : `, tolerance ${tolerance} m`}`;
}
