/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The bar of the workbench: a tab for each proposal, undo and redo, what is saved and loaded, the whole report.
 */
import type { WorkView } from '../../index.js';
import { make } from '../../report/html/client/make-element.js';
import type { WorkStep } from '../messages.js';
import { titleOf } from './figures-panel.js';

export interface BarContent {
  readonly views: readonly WorkView[];
  readonly current: WorkView;
  readonly isDrawing: boolean;
  /** Shows another proposal. */
  readonly take: (view: WorkView) => void;
  /** Does a step; `words` say what was done. */
  readonly act: (step: WorkStep, words?: string) => void;
  readonly save: () => void;
  readonly report: () => void;
}

/** What stands in the bar. */
export function proposalBar(content: BarContent): HTMLElement[] {
  const { views, current, isDrawing, act } = content;
  const { proposal, canUndo, canRedo } = current;
  const begin = (as: number | null): void => act({ do: 'propose', name: `Proposal ${views.length + 1}`, as });
  const tabs = make(
    'div',
    { role: 'tablist', 'aria-label': 'Proposals' },
    ...views.map((view) => tabOf(view, content)),
  );
  return [
    tabs,
    button('Another', () => begin(null), { title: 'A new proposal, from the start' }),
    button('Copy', () => begin(proposal), { title: 'A new proposal that begins as this one stands' }),
    button('Rename', () => renameIn(tabs, content)),
    button('Undo', () => act({ do: 'undo', proposal }, 'Taken back.'), { title: 'Ctrl+Z' }, canUndo),
    button('Redo', () => act({ do: 'redo', proposal }, 'Done again.'), { title: 'Ctrl+Y' }, canRedo),
    make(
      'div',
      { class: 'apart' },
      button(isDrawing ? 'Save the lookup' : 'Save the scenario', content.save, {}, canUndo),
      loader(content),
      button('Full report', content.report, {}, canUndo),
    ),
  ];
}

function button(
  text: string,
  press: () => void,
  attributes: Record<string, string> = {},
  isOn = true,
): HTMLButtonElement {
  const made = make('button', { type: 'button', ...attributes }, text);
  made.disabled = !isOn;
  made.addEventListener('click', press);
  return made;
}

/** The tab of a proposal; arrow keys go to the next one. */
function tabOf(view: WorkView, { views, current, take }: BarContent): HTMLElement {
  const isOn = view.proposal === current.proposal;
  const tab = button(titleOf(view), () => take(view), {
    role: 'tab',
    'aria-selected': String(isOn),
    tabindex: isOn ? '0' : '-1',
  });
  tab.addEventListener('keydown', ({ key }) => {
    const next = views[views.indexOf(view) + ({ ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0)];
    if (next === undefined || next === view) return;
    const bar = tab.closest('.work-bar');
    take(next);
    bar?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  });
  return tab;
}

/** A field in place of the tab that is shown; Enter gives the name, Escape leaves it. */
function renameIn(tabs: HTMLElement, { current, act, take }: BarContent): void {
  const field = make('input', {
    type: 'text',
    value: titleOf(current),
    'aria-label': 'Name of the proposal',
  });
  const form = make('form', {}, field);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const title = field.value.trim();
    if (title === '') take(current);
    else act({ do: 'rename', proposal: current.proposal, title });
  });
  field.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') take(current);
  });
  tabs.querySelector('[aria-selected=true]')?.replaceWith(form);
  field.select();
}

function loader({ isDrawing, act }: BarContent): HTMLElement {
  const words = isDrawing ? 'Load a lookup' : 'Load a scenario';
  const field = make('input', {
    type: 'file',
    'aria-label': words,
    accept: isDrawing ? '.csv' : '.yaml,.yml,.json,.csv,.xlsx',
  });
  field.addEventListener('change', () => {
    const file = field.files?.[0];
    void file
      ?.arrayBuffer()
      .then((bytes) => act({ do: 'load', name: file.name, bytes }, `${file.name} was read.`));
  });
  return make(
    'span',
    { class: 'work-file' },
    make('span', { class: 'pick', 'aria-hidden': 'true' }, words),
    field,
  );
}
