/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The workbench on the page: a map and a list to choose from, where the choice is to go, what that comes to, and
 * proposals beside one another.
 *
 *     tabs, undo, redo, save, load, report
 *     ┌───────────────┐  choose by, search, list
 *     │ map of pieces │  give to …
 *     └───────────────┘  before and now
 *     proposals side by side
 */
import type { ChosenPiece, WorkTarget, WorkView } from '../../index.js';
import { shortenName } from '../../result/shorten-name.js';
import { make } from '../../report/html/client/make-element.js';
import type { CallName, Calls, ProposalReport, WorkbenchWanted, WorkStep } from '../messages.js';
import { choiceList } from './choice-list.js';
import { groupsBy, partLayer, partOf, type ChooseBy, type Group } from './choosing.js';
import { figuresPanel, sideBySide } from './figures-panel.js';
import { capital } from './figure-lines.js';
import { giveBox } from './give-box.js';
import { proposalBar } from './proposal-bar.js';
import { pieceMap } from './piece-map.js';
import { pieceShapes } from './piece-shapes.js';
import { whatIfStyles } from './styles.js';
import { tintsOf } from './tints.js';

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
  const { base, blocks } = layout;
  const part = partLayer(layout);

  const start = Array.from(layout.pieceBase, (unit) => (isDrawing || unit < 0 ? '' : base.codes[unit]!));
  const proposals = new Map<number, WorkView>();
  const chosen = new Map<string, Group>();
  let current!: WorkView;
  let unitOf: string[] = start;
  let groups: Group[] = [];
  let groupOfPiece = new Map<number, Group>();
  let by: ChooseBy = isDrawing ? 'block' : part === null ? 'unit' : 'part';
  let hovered: Group | null = null;
  let tints: ReadonlyMap<string, number> = new Map();
  let facts: Calls['what-if-facts']['gives'] | null = null;
  let turn = 0;

  const trouble = make('p', { class: 'trouble', role: 'alert' });
  const bar = make('div', { class: 'work-bar' });
  const shapes = layout.map === null ? null : pieceShapes(layout.map);
  const map =
    shapes === null
      ? null
      : pieceMap(shapes, {
          choose: (pieces, adds) =>
            chooseGroups(
              pieces.flatMap((piece) => groupOfPiece.get(piece) ?? []),
              adds,
            ),
          hover: (piece) => hover(groupOfPiece.get(piece) ?? null),
        });
  const list = choiceList(
    (group) => chooseGroups([group], true),
    (group) => hover(group),
  );
  const give = make('div');
  const panel = make('div', { class: 'work-panel' });
  const beside = make('div', { class: 'work-beside' });
  const whole = make(
    'section',
    { class: 'work' },
    make('h2', {}, isDrawing ? 'Draw neighbourhoods' : `What if ${base.many} were drawn otherwise?`),
    bar,
    status,
    trouble,
    make(
      'div',
      { class: map === null ? 'work-body no-map' : 'work-body' },
      ...(map === null ? [] : [make('div', { class: 'work-place' }, map.element, key())]),
      make('div', {}, waysToChoose(), list.element, give, ...(map === null ? [] : [panel])),
      ...(map === null ? [panel] : []),
    ),
    beside,
  );
  host.replaceChildren(make('style', {}, whatIfStyles), whole);

  const nameOf = (code: string): string =>
    shortenName(current.units.find((unit) => unit.code === code)?.name ?? code);

  /** Does something, shows what comes of it; says what is wrong where it cannot be done. */
  async function act(step: WorkStep, words = ''): Promise<void> {
    trouble.textContent = '';
    try {
      take(await ask('what-if', { step }));
      say(words === '' ? '' : `${words} ${current.figures.sentences.at(isDrawing ? 0 : -1) ?? ''}`);
    } catch (error) {
      trouble.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  function take(view: WorkView): void {
    const focused = whole.contains(document.activeElement) ? document.activeElement : null;
    show(view);
    // What was pressed may have been drawn anew: who works by keyboard goes on from there, or from the list.
    if (focused === null || focused.isConnected) return;
    const again = [...bar.querySelectorAll('button')].find(
      ({ textContent, disabled }) => !disabled && textContent === focused.textContent,
    );
    (again ?? list.search).focus();
  }

  function show(view: WorkView): void {
    current = view;
    proposals.set(view.proposal, view);
    unitOf = [...start];
    for (const [piece, code] of view.changed) unitOf[piece] = code;
    if (shapes !== null) tints = tintsOf(shapes.sides, unitOf, tints);
    chosen.clear();
    facts = null;
    list.clear();
    draw();
    drawBar();
    panel.replaceChildren(...figuresPanel(view, layout, unitOf));
    beside.replaceChildren(...sideBySide([...proposals.values()], layout));
  }

  /** Draws what depends on the choice. */
  function draw(): void {
    groups = groupsBy(by, layout, unitOf, nameOf);
    groupOfPiece = new Map(groups.flatMap((group) => group.pieces.map((piece) => [piece, group] as const)));
    drawMap();
    list.show(groups, new Set(chosen.keys()));
    drawGive();
  }

  function drawMap(): void {
    map?.show({
      unitOf,
      tints,
      names: new Map(current.units.map(({ code, name }) => [code, shortenName(name)])),
      otherOf: partOf(layout),
      moved: new Set(isDrawing ? [] : current.changed.map(([piece]) => piece)),
      chosen: new Set([...chosen.values()].flatMap(({ pieces }) => pieces)),
      hovered: new Set(hovered?.pieces ?? []),
    });
  }

  function drawGive(): void {
    const names = [...chosen.values()].map(({ name }) => name);
    const words =
      names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ');
    give.replaceChildren(
      giveBox({
        layout,
        units: current.units,
        chosen: words,
        facts,
        give: (to) => void giveTo(to, words),
        clear: () => chooseGroups([], false),
      }),
    );
  }

  function hover(group: Group | null): void {
    if (group?.key === hovered?.key) return;
    hovered = group;
    map?.element.setAttribute('title', group?.name ?? '');
    drawMap();
  }

  /** Chooses groups or lets them go: all of them are let go where all were chosen. */
  function chooseGroups(found: readonly Group[], adds: boolean): void {
    const unique = [...new Map(found.map((group) => [group.key, group])).values()];
    const isLettingGo = unique.length > 0 && unique.every(({ key }) => chosen.has(key));
    if (!adds) chosen.clear();
    for (const group of unique) {
      if (isLettingGo) chosen.delete(group.key);
      else chosen.set(group.key, group);
    }
    facts = null;
    list.show(groups, new Set(chosen.keys()));
    if (unique.length === 1 && !isLettingGo) map?.goTo(unique[0]!.pieces);
    drawMap();
    drawGive();
    void findFacts();
  }

  async function findFacts(): Promise<void> {
    const mine = ++turn;
    if (chosen.size === 0) return;
    const found = await ask('what-if-facts', { proposal: current.proposal, chosen: piecesChosen() });
    if (mine !== turn) return;
    facts = found;
    drawGive();
  }

  /** The choice in the words of a scenario. A part of a unit is, for a drawing, all small areas that lie in it. */
  const piecesChosen = (): ChosenPiece[] => [
    ...new Map(
      [...chosen.values()]
        .flatMap(({ chosen: piece, pieces }) =>
          isDrawing && by === 'part'
            ? pieces.flatMap((each): ChosenPiece[] => {
                const block = layout.pieceBlock[each]!;
                return block < 0 ? [] : [{ piece: `block:${blocks!.codes[block]!}`, from: unitOf[each]! }];
              })
            : [piece],
        )
        .map((piece) => [`${piece.piece} ${piece.from ?? ''}`, piece]),
    ).values(),
  ];

  const giveTo = (to: WorkTarget, words: string): Promise<void> =>
    act(
      { do: 'give', proposal: current.proposal, chosen: piecesChosen(), to },
      to.code === '' ? `${words} taken out.` : `${words} given to ${to.name ?? nameOf(to.code)}.`,
    );

  function waysToChoose(): HTMLElement {
    const ways: readonly (readonly [ChooseBy, string])[] = [
      ...(part === null ? [] : [['part', `${isDrawing ? 'all' : 'part'} of ${article(part.one)}`] as const]),
      ...(blocks === null ? [] : [['block', blocks.one] as const]),
      ['unit', `whole ${base.one}`],
    ];
    return make(
      'fieldset',
      { class: 'work-by' },
      make('legend', {}, 'Choose'),
      ...ways.map(([way, words]) => {
        const radio = make('input', { type: 'radio', name: 'work-by', value: way });
        radio.checked = way === by;
        radio.addEventListener('change', () => {
          by = way;
          chosen.clear();
          draw();
        });
        return make('label', {}, radio, words);
      }),
    );
  }

  function key(): HTMLElement {
    return make(
      'p',
      { class: 'map-key' },
      make('span', {}, `border of ${base.many}`),
      ...(part === null ? [] : [make('span', { class: 'of-other' }, `border of ${part.many}`)]),
      ...(isDrawing ? [] : [make('span', { class: 'of-moved' }, 'moved')]),
    );
  }

  const drawBar = (): void =>
    bar.replaceChildren(
      ...proposalBar({
        views: [...proposals.values()],
        current,
        isDrawing,
        take,
        act: (step, words) => void act(step, words),
        save: () => void saveFile(),
        report: () => void fullReport(),
      }),
    );

  async function saveFile(): Promise<void> {
    const { name, type, bytes } = await ask('what-if-file', { proposal: current.proposal });
    const link = make('a', { href: URL.createObjectURL(new Blob([bytes], { type })), download: name });
    link.click();
    URL.revokeObjectURL(link.href);
    say(`${name} is saved. ${capital(isDrawing ? 'coverage' : 'scenario')} reads it on the command line.`);
  }

  async function fullReport(): Promise<void> {
    try {
      showAnswer(await ask('what-if-report', { proposal: current.proposal }, say));
      say('The report is there.');
    } catch (error) {
      trouble.textContent = error instanceof Error ? error.message : String(error);
    }
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

/** A word with its article. */
const article = (word: string): string => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;
