/**
 * The card of the unit or piece that was chosen, in the place of the list: its partners and people, copies to take
 * along, the next one by rank, where it stands in the tables.
 */
import { wholeText } from '../../../trouble/count-text.js';
import { partnerLines, partnerSentence } from './card-text.js';
import { copyText } from './copy-text.js';
import { findPartners } from './find-partners.js';
import { placeHash } from './link-place.js';
import { make } from './make-element.js';
import type { Page } from './page.js';
import { partnerTable } from './partner-table.js';
import { shapeFacts } from './shape-facts.js';
import { rowsAbout } from './table-cells.js';
import { targetName, targetText, type Target, type UnitView } from './targets.js';

/** Keeps the card up to date. */
export function showCard(page: Page): void {
  const card = document.getElementById('card');
  const list = document.getElementById('list');
  if (card === null || list === null) return;
  const { data, sheet } = page;
  /** What a reader came from, to go back to. */
  let from: HTMLElement | SVGElement | null = null;

  const button = (text: string, act: () => void, name = 'plain'): HTMLElement => {
    const element = make('button', { type: 'button', class: name }, text);
    element.addEventListener('click', act);
    return element;
  };
  const chooser = (target: Target, text: string): HTMLElement =>
    button(text, () => page.choose(target, 'card'), 'lead');
  const unitChooser = (unit: UnitView): HTMLElement => chooser({ kind: 'unit', unit }, unit.short);

  const links = (target: Target): Node[] => {
    const found = rowsAbout(target, data.tables, page.cells);
    if (found.length === 0) return [];
    const items = found.map(({ table, rows }) => {
      const name = document.getElementById(`table-${table}`)!.dataset['title']!;
      const text = `${name}: ${rows.length === 1 ? '1 row' : `${wholeText(rows.length)} rows`}`;
      return make(
        'li',
        {},
        button(text, () => page.goToRow(table, rows[0]!), 'lead'),
      );
    });
    return [make('h3', {}, 'In the full tables'), make('ul', { class: 'row-links' }, ...items)];
  };
  const pieces = (unit: UnitView): Node[] => {
    const own = sheet.shapes.filter(({ data: { table, row } }) => {
      const t = data.tables.findIndex(({ name }) => name === table);
      const isAbout = ([column, layer]: readonly [number, number]): boolean =>
        layer === unit.layer && page.cells(t)[row]?.[column] === unit.code;
      return data.tables[t]?.codes.some(isAbout);
    });
    if (own.length === 0) return [];
    const items = own.map((shape) => make('li', {}, chooser({ kind: 'shape', shape }, shape.data.title)));
    return [make('h3', {}, 'Its pieces'), make('ul', { class: 'piece-links' }, ...items)];
  };
  const copies = (target: Target, sentence: string, figures: string): HTMLElement => {
    const copier = (text: string, of: () => string): HTMLElement =>
      button(`Copy ${text}`, () => {
        void copyText(of()).then((done) =>
          page.say(
            done
              ? `The ${text} is copied.`.replace('figures is', 'figures are')
              : `The ${text} could not be copied.`,
          ),
        );
      });
    const link = (): string => window.location.href.replace(/#.*/, '') + placeHash(page, target);
    return make(
      'div',
      { class: 'copies' },
      copier('link', link),
      ...(figures === '' ? [] : [copier('figures', () => figures)]),
      ...(sentence === '' ? [] : [copier('sentence', () => sentence)]),
    );
  };
  /** What follows by the rank of the list; null after the last and for what is not in it. */
  const nextOf = (target: Target): Target | null => {
    const leads = [...list.querySelectorAll('[data-row] [data-target]')];
    const ranked = [...new Set(leads.map((lead) => lead.getAttribute('data-target')!))];
    const place = ranked.indexOf(targetText(target));
    const text = place < 0 ? undefined : ranked[place + 1];
    return text === undefined ? null : page.targetOf(text);
  };

  page.onChoose.push((target, mover) => {
    card.hidden = target === null;
    list.hidden = target !== null;
    const found = document.getElementById('found');
    if (target === null) {
      card.replaceChildren();
      page.say('Nothing is chosen.');
      if (mover === 'card') (from?.isConnected === true ? from : document.getElementById('search'))?.focus();
      return;
    }
    if (found !== null) found.hidden = true;
    const lead = list.querySelector<HTMLElement | SVGElement>(
      `[data-target="${CSS.escape(targetText(target))}"]`,
    );
    if (mover !== 'card' || lead !== null) from = lead ?? (document.activeElement as HTMLElement | null);
    const title = make('h2', { tabindex: '-1' }, targetName(target));
    const next = nextOf(target);
    const bar = make(
      'div',
      { class: 'card-bar' },
      button('‹ Back to the list', () => page.choose(null, 'card')),
      ...(next === null ? [] : [button('Next piece ›', () => page.choose(next, 'card'))]),
    );
    const content: Node[] = [bar, title];
    if (target.kind === 'unit') {
      const { unit } = target;
      const groups = findPartners(unit, page.pairs(), sheet.units);
      content.push(make('p', { class: 'kind' }, `${data.layers[unit.layer]!.one} · ${unit.code}`));
      if (data.pairs.length > 0 && groups.length === 0)
        content.push(make('p', {}, 'It overlaps no unit of the other layers.'));
      for (const group of groups)
        content.push(...partnerTable(group, unit, data.layers[group.layer]!, unitChooser));
      const sentences = groups.map((group) => partnerSentence(group, unit, data.layers[group.layer]!));
      content.push(
        copies(
          target,
          sentences.join(' '),
          groups.length === 0 ? '' : partnerLines(groups, unit, data.layers),
        ),
      );
      content.push(...pieces(unit));
    } else {
      content.push(shapeFacts(page, target.shape, chooser), copies(target, '', ''));
    }
    content.push(...links(target));
    card.replaceChildren(...content);
    card.parentElement!.scrollTop = 0;
    if (mover !== 'map') title.focus({ preventScroll: mover === 'card' });
    page.say(`${targetName(target)} is chosen; its card stands in the place of the list.`);
  });
}
