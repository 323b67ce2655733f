/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * What a proposal comes to: lines of figures before and now, the units it changes, and all proposals side by side.
 */
import type { Cell, WorkLayout, WorkView } from '../../index.js';
import { shortenName } from '../../result/shorten-name.js';
import { make } from '../../report/html/client/make-element.js';
import { drawnLines, leftOver } from './drawing-figures.js';
import {
  capital,
  cellOf,
  figureLines,
  pieceSentences,
  tableNamed,
  wholeNumber,
  type FigureLine,
} from './figure-lines.js';

/** The panel of one proposal. */
export function figuresPanel(view: WorkView, layout: WorkLayout, unitOf: readonly string[]): HTMLElement[] {
  return layout.base.codes.length === 0 ? ofDrawing(view, layout, unitOf) : ofMoves(view, layout);
}

function ofMoves(view: WorkView, layout: WorkLayout): HTMLElement[] {
  const lines = figureLines(view, layout);
  return [
    make('h2', {}, 'Before and now'),
    make(
      'table',
      { class: 'work-figures' },
      make('thead', {}, row('th', ['', 'before', 'now', 'difference'])),
      make('tbody', {}, ...lines.map(lineRow)),
    ),
    ...sentenceList(pieceSentences(view)),
    ...changedUnits(view, layout),
  ];
}

function lineRow({ label, before, now, difference, note, isBetter }: FigureLine): HTMLElement {
  const more = note === null ? [] : [make('span', { class: 'quiet' }, note)];
  const sign = difference === '' ? '' : /(fewer|less)$/.test(difference) ? '▼ ' : '▲ ';
  return make(
    'tr',
    difference === '' ? {} : { class: isBetter === null ? 'differs' : isBetter ? 'better' : 'worse' },
    make('th', { scope: 'row' }, label, ...more),
    make('td', { class: 'figure' }, before),
    make('td', { class: 'figure now' }, now),
    make('td', { class: 'difference' }, difference === '' ? 'as before' : `${sign}${difference}`),
  );
}

/** The units that the proposal makes or changes, with people, pieces and size. */
function changedUnits(view: WorkView, { base, measure }: WorkLayout): HTMLElement[] {
  const [now, before] = [tableNamed(view, 'units'), tableNamed(view, 'units_now')];
  if (now === undefined || now.rows.length === 0) return [];
  const was = (code: Cell, heading: string): Cell => {
    const found = before?.rows.find((each) => cellOf(before, each, 'code') === code);
    return found === undefined ? null : cellOf(before!, found, heading);
  };
  const hasGuide = now.columns.some(({ heading }) => heading === 'size_guide');
  const hasParts = now.rows.some((each) => cellOf(now, each, 'parts') !== null);
  const text = (value: Cell): string =>
    typeof value === 'number' ? wholeNumber(value) : String(value ?? '–');
  const heads = [
    base.one,
    ...(measure === null ? [] : [`${measure.replaceAll('_', ' ')} before`, 'now']),
    ...(hasParts ? ['pieces'] : []),
    ...(hasGuide ? ['size guide'] : []),
  ];
  return [
    make('h2', {}, `${capital(base.many)} that change`),
    make(
      'table',
      { class: 'work-units' },
      make('thead', {}, row('th', heads)),
      make(
        'tbody',
        {},
        ...now.rows.map((each) => {
          const code = cellOf(now, each, 'code');
          return row('td', [
            shortenName(String(cellOf(now, each, 'name'))),
            ...(measure === null ? [] : [text(was(code, measure)), text(cellOf(now, each, measure))]),
            ...(hasParts ? [text(cellOf(now, each, 'parts'))] : []),
            ...(hasGuide ? [text(cellOf(now, each, 'size_guide'))] : []),
          ]);
        }),
      ),
    ),
  ];
}

function ofDrawing(view: WorkView, layout: WorkLayout, unitOf: readonly string[]): HTMLElement[] {
  const lines = drawnLines(view, layout);
  if (lines.length === 0) {
    return [
      make(
        'p',
        { class: 'quiet' },
        'Nothing is drawn yet. Choose small areas, then make a new neighbourhood of them.',
      ),
    ];
  }
  return [
    make('h2', {}, 'Neighbourhoods'),
    make(
      'ul',
      { class: 'drawn' },
      ...lines.map(({ name, people, band, form, crosses }) =>
        make(
          'li',
          {},
          make('strong', {}, name),
          make('span', { class: 'drawn-people' }, `${people} ${(layout.measure ?? '').replaceAll('_', ' ')}`),
          make(
            'span',
            {},
            [`size band ${band}`, form].filter((text) => text !== '' && text !== 'size band ').join(', '),
          ),
          ...crosses.map((text) => make('span', { class: 'quiet' }, text)),
        ),
      ),
    ),
    make('h2', {}, 'Left over'),
    ...sentenceList(leftOver(view, layout, unitOf)),
  ];
}

const sentenceList = (sentences: readonly string[]): HTMLElement[] =>
  sentences.length === 0
    ? []
    : [make('ul', { class: 'sentences' }, ...sentences.map((text) => make('li', {}, text)))];

/** All proposals, a column each; nothing where there is only one. */
export function sideBySide(views: readonly WorkView[], layout: WorkLayout): HTMLElement[] {
  if (views.length < 2) return [];
  const ofViews = views.map((view) =>
    layout.base.codes.length === 0
      ? drawnLines(view, layout).map(({ name, people }) => ({ label: name, before: '–', now: people }))
      : figureLines(view, layout),
  );
  const labels = [...new Set(ofViews.flatMap((lines) => lines.map(({ label }) => label)))];
  const cell = (lines: readonly { label: string; now: string }[], label: string): string =>
    lines.find((line) => line.label === label)?.now ?? '–';
  const today = (label: string): string => ofViews.flat().find((line) => line.label === label)?.before ?? '–';
  return [
    make('h2', {}, 'Proposals side by side'),
    make(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Proposals side by side' },
      make(
        'table',
        {},
        make('thead', {}, row('th', ['', 'as it is', ...views.map(titleOf)])),
        make(
          'tbody',
          {},
          ...labels.map((label) =>
            row('td', [label, today(label), ...ofViews.map((lines) => cell(lines, label))]),
          ),
        ),
      ),
    ),
  ];
}

export const titleOf = ({ title, name }: WorkView): string => title ?? name;

/** A row of a table; the first cell heads it, and an empty corner heads nothing. */
function row(tag: 'th' | 'td', texts: readonly string[]): HTMLElement {
  const cell = (text: string, i: number): HTMLElement => {
    const figure: Record<string, string> = i > 0 ? { class: 'figure' } : {};
    if (text === '') return make('td', figure);
    if (tag === 'th') return make('th', { ...figure, scope: 'col' }, text);
    return i === 0 ? make('th', { scope: 'row' }, text) : make('td', figure, text);
  };
  return make('tr', {}, ...texts.map(cell));
}
