/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The desk, from its beginning: files in, what they were taken for, a question, an answer.
 *
 *     files ──► taken for ──► asked ──► running ──► answer in the frame
 *       ▲           │ set by a click      │ ended      │ another tolerance, another question
 *       └───────────┴─────────────────────┴────────────┘
 */
import type { FileChange, InputTrouble, ReportRequest, Request, TakenFile } from '../../index.js';
import { type Asking, QUESTIONS } from '../asking/asking.js';
import { atHand, type AtHand } from '../asking/at-hand.js';
import type { Choice } from '../asking/choices-of-trouble.js';
import { askingOf, firstAsking } from '../asking/first-asking.js';
import { memoryWarning } from '../asking/memory-needed.js';
import { requestOf } from '../asking/request-of.js';
import { workbenchOf } from '../asking/workbench-of.js';
import type { Answer, ProposalReport, WorkbenchWanted, WrittenFile } from '../messages.js';
import { mountWhatIf } from '../what-if/mount.js';
import { answerBar, type Kept } from './answer-bar.js';
import { askPanel } from './ask-panel.js';
import { copyText } from './copy-text.js';
import { Refused } from './engine.js';
import { fileList } from './file-list.js';
import { offerLicences } from './licences.js';
import { make } from '../../report/html/client/make-element.js';
import { redraw } from './redraw.js';
import { refusalBox } from './refusal-box.js';
import { Ended, openSession } from './session.js';
import { pngOfSvg, saveFile, type TakeAway } from './take-away.js';

/** A report, or one that was saved. */
type Wished = ReportRequest | Extract<Request, { readonly command: 'render' }>;

/** An answer with what it takes to have it again from another engine. */
interface Again extends Kept {
  readonly request: Wished;
  readonly asking: Asking | null;
  /** Files that it reads beside those of the session: a proposal. */
  readonly beside: readonly WrittenFile[];
  answer: Answer;
  generation: number;
}

const byId = <Element extends HTMLElement>(id: string): Element => document.getElementById(id) as Element;
const page = document.documentElement;
page.classList.add('scripted');
const session = openSession(({ trouble }) => showTrouble(trouble));

let england = false;
let changes: Record<string, FileChange> = {};
let taken: readonly TakenFile[] = [];
let hand: AtHand = atHand([]);
let asking: Asking | null = null;
let kept: Again[] = [];
let shown = -1;
/** The engine in which the workbench is laid out; null for none. */
let benchIn: number | null = null;

const announce = (text: string): void => void (byId('live').textContent = text);

/** Does something that takes time, with its stages shown; refusals are told, an end that was asked for is not. */
async function attempt(work: () => Promise<void>): Promise<void> {
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
    for (const run of document.querySelectorAll<HTMLButtonElement>('#run')) run.disabled = false;
  }
}

function showStage(stage: string, share: number | null): void {
  byId('progress').hidden = false;
  for (const run of document.querySelectorAll<HTMLButtonElement>('#run')) run.disabled = true;
  byId('stage').textContent = `${stage.charAt(0).toUpperCase()}${stage.slice(1)} …`;
  const bar = byId<HTMLProgressElement>('share');
  if (share === null) bar.removeAttribute('value');
  else bar.value = share;
  announce(stage);
}

const stopped = (message: string): InputTrouble => ({
  id: 'page-fault',
  message: `something went wrong here: ${message.split('\n')[0]!}`,
  hint: 'If memory ran out, boundaries generalised to 20 m (BGC) need far less; else please report it with the names of the files',
});

function showTrouble(trouble: InputTrouble): void {
  showDesk();
  byId('work').hidden = false;
  byId('trouble').replaceChildren(
    refusalBox('trouble', trouble, (choice) => choose(fileOf(trouble), choice)),
  );
  byId('trouble').querySelector('button')?.focus();
}

/** The file that a refusal is about, by the name under which it was handed over. */
const fileOf = ({ file = '' }: InputTrouble): string =>
  session.files().find(({ name }) => file === name || file.startsWith(`${name}#`))?.name ?? file;

/** Looks at all files again and draws the desk. */
async function look(before: Asking | null = null): Promise<void> {
  const seen = await session.ask('taken', { changes, england }, showStage);
  taken = seen;
  hand = atHand(taken);
  const [result] = taken.filter(({ role }) => role === 'result');
  const keys = hand.layers.map(({ key }) => key);
  asking = before !== null && before.layers.every((key) => keys.includes(key)) ? before : firstAsking(hand);
  draw();
  if (result !== undefined && keys.length === 0)
    await carryOut({ command: 'render', path: result.path }, `A saved result: ${result.file}`, null);
}

function draw(): void {
  page.classList.toggle('has-files', taken.length > 0);
  byId('work').hidden = taken.length === 0;
  redraw(byId('files'), fileList(taken, changes, { change: setAbout, choose, remove }));
  drawAsk();
}

function drawAsk(): void {
  if (asking === null) {
    const text = hand.layers.length === 0 ? 'Drop a file of boundaries, or a lookup, to ask about.' : '';
    redraw(byId('ask'), make('p', { class: 'hint' }, text));
    return;
  }
  const now = asking;
  const panel = askPanel(now, hand, memoryWarning(session.files()), {
    question: (question) => setAsking(askingOf(question, hand, now)),
    change: (part) => setAsking({ ...now, ...part }),
    run: () => void attempt(() => ask(asking!)),
    moves: () => openBench('moves', asking!),
    draw: hand.blocks.length === 0 ? null : () => openBench('drawing', asking!),
    goOn: hasBench() ? showBench : null,
  });
  redraw(byId('ask'), panel);
}

function setAsking(next: Asking): void {
  asking = next;
  drawAsk();
}

function setAbout(path: string, change: FileChange): void {
  changes = { ...changes, [path]: { ...changes[path], ...change } };
  void attempt(() => look(asking));
}

function choose(path: string, { change, asked, place }: Choice): void {
  if (asking !== null && asked !== undefined) asking = { ...asking, ...asked };
  if (asking !== null && place !== undefined) {
    const { word, code } = place;
    asking = {
      ...asking,
      place: asking.place === word ? code : asking.place,
      only: asking.only.map((each) => (each === word ? code : each)),
    };
  }
  if (change !== undefined) setAbout(path, change);
  else void attempt(() => ask(asking!));
}

function remove(path: string): void {
  session.takeBack(path);
  changes = Object.fromEntries(Object.entries(changes).filter(([name]) => name !== path));
  void attempt(() => look());
}

const ask = (now: Asking): Promise<void> => {
  const request: ReportRequest = requestOf(now, hand, changes);
  return carryOut(request, questionText(now), now);
};

/** What was asked, in a line: the question, the layers, another tolerance. */
const questionText = ({ question, layers, tolerance, place }: Asking): string => {
  const titles = layers.map((key) => hand.layers.find((each) => each.key === key)?.layer.title ?? key);
  const about = place === '' ? titles.join(' and ') : place;
  return `${QUESTIONS[question]} ${about}${tolerance === null ? '' : `, tolerance ${tolerance} m`}`;
};

async function carryOut(request: Wished, question: string, now: Asking | null): Promise<void> {
  const answer = await session.ask('run', { request }, showStage);
  keep({ question, answer, request, asking: now, beside: [], generation: session.generation() });
}

function keep(again: Again): void {
  kept = [...kept, again];
  show(kept.length - 1);
}

function show(index: number): void {
  shown = index;
  const { answer, asking: asked, request, beside } = kept[index]!;
  const frame = byId<HTMLIFrameElement>('answer');
  frame.srcdoc = answer.html;
  page.classList.add('answering');
  byId('table').hidden = true;
  byId('bench').hidden = true;
  byId('result').hidden = false;
  const whatIf =
    asked !== null ? () => openBench('moves', asked) : beside.length > 0 && hasBench() ? showBench : null;
  const copyCommand = request.command === 'render' ? null : () => copyCommandOf(request);
  const actions = { show, change: showDesk, measure, take, print, whatIf, copyCommand };
  redraw(byId('bar'), ...answerBar(kept, index, actions));
  byId('result').focus();
  announce(answer.headline);
}

function showDesk(): void {
  if (!byId('table').hidden) return;
  page.classList.remove('answering');
  byId('result').hidden = true;
  byId('bench').hidden = true;
  byId('table').hidden = false;
  drawAsk();
  document.getElementById('run')?.focus();
}

const hasBench = (): boolean => benchIn !== null && benchIn === session.generation();

function showBench(): void {
  page.classList.remove('answering');
  byId('table').hidden = true;
  byId('result').hidden = true;
  byId('bench').hidden = false;
  byId('bench').focus();
}

/** Lays a workbench out for what is asked, in place of one before. */
function openBench(kind: WorkbenchWanted['kind'], now: Asking): void {
  const wanted = workbenchOf(kind, now, hand, changes);
  if (wanted === null) return;
  benchIn = null;
  showBench();
  byId('bench').append(byId('progress'));
  void attempt(async () => {
    try {
      await mountWhatIf(byId('workbench'), wanted, {
        ask: (call, asked, told) =>
          session.ask(call, asked, (stage, share) => {
            told?.(stage);
            // Once it is laid out it must not be ended with its engine.
            if (call === 'open-what-if') showStage(stage, share);
          }),
        showAnswer: keepReport,
      });
      benchIn = session.generation();
    } catch (error) {
      byId('workbench').replaceChildren();
      showDesk();
      throw error;
    }
  }).finally(() => byId('table').append(byId('progress')));
}

/** The whole report of a proposal, kept with what it takes to have it again. */
function keepReport({ answer, request, file }: ProposalReport): void {
  const question = `What if: ${file.name}`;
  keep({ question, answer, request, asking: null, beside: [file], generation: session.generation() });
}

function copyCommandOf(request: ReportRequest): void {
  void attempt(async () => {
    const outputs = [`${request.command}.html`];
    await copyText(await session.ask('command-line', { request, outputs }), byId('bar'));
    announce('The command line is copied');
  });
}

/** The shown question again, with another tolerance. */
function measure(metres: number): void {
  const { asking: asked } = kept[shown]!;
  if (asked === null) return;
  asking = { ...asked, tolerance: metres };
  byId('bar').append(byId('progress'));
  void attempt(() => ask(asking!)).finally(() => byId('table').append(byId('progress')));
}

function take({ format, table }: TakeAway): void {
  byId('bar').append(byId('progress'));
  void attempt(async () => {
    const again = kept[shown]!;
    if (again.generation !== session.generation()) {
      const { request, beside } = again;
      again.answer = await session.ask('run', { request, beside }, showStage);
      again.generation = session.generation();
    }
    const wish = { answer: again.answer.answer, format: format === 'png' ? 'svg' : format };
    const file = await session.ask('write', table === undefined ? wish : { ...wish, table });
    saveFile(format === 'png' ? await pngOfSvg(file) : file);
  }).finally(() => byId('table').append(byId('progress')));
}

/** Prints the report alone. */
function print(): void {
  byId<HTMLIFrameElement>('answer').contentWindow?.print();
}

function takeIn(files: Iterable<File>): void {
  const given = [...files];
  if (given.length === 0) return;
  session.give(given);
  showDesk();
  void attempt(() => look());
}

byId<HTMLInputElement>('choose').addEventListener('change', (event) => {
  const input = event.target as HTMLInputElement;
  takeIn(input.files ?? []);
});
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  byId('drop').classList.add('over');
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) byId('drop').classList.remove('over');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  byId('drop').classList.remove('over');
  takeIn(event.dataTransfer?.files ?? []);
});
byId('region').addEventListener('click', () => {
  session.giveRegion();
  void attempt(() => look());
});
byId('england').addEventListener('click', () => {
  england = true;
  void attempt(() => look());
});
offerLicences();
byId('leave-bench').addEventListener('click', showDesk);
byId('cancel').addEventListener('click', () => {
  session.end();
  announce('ended');
});
window.addEventListener('beforeprint', () => {
  const height = byId<HTMLIFrameElement>('answer').contentDocument?.documentElement.scrollHeight;
  if (height !== undefined) page.style.setProperty('--answer-height', `${height}px`);
});
