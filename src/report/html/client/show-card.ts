/**
 * The card of the unit or piece that was chosen: partners, people, what is shared, where it stands in the tables.
 */
import { wholeText } from '../../../trouble/count-text.js';
import { findPartners } from './find-partners.js';
import { make } from './make-element.js';
import type { Page } from './page.js';
import { partnerTable } from './partner-table.js';
import { displayText, rowsAbout } from './table-cells.js';
import { targetName, type ShapeView, type Target, type UnitView } from './targets.js';

/** Keeps the card up to date. */
export function showCard(page: Page): void {
  const card = document.getElementById('card');
  if (card === null) return;
  const { data, sheet } = page;
  const empty = [...card.childNodes];
  const numberOf = (table: string): number => data.tables.findIndex(({ name }) => name === table);

  const chooser = (target: Target, text: string): HTMLElement => {
    const button = make('button', { type: 'button', class: 'lead' }, text);
    button.addEventListener('click', () => page.choose(target, 'card'));
    return button;
  };
  const unitChooser = (unit: UnitView): HTMLElement => chooser({ kind: 'unit', unit }, unit.short);

  const links = (target: Target): Node[] => {
    const found = rowsAbout(target, data.tables, page.cells);
    if (found.length === 0) return [];
    const list = make('ul', { class: 'row-links' });
    for (const { table, rows } of found) {
      const name = document.getElementById(`table-${table}`)!.dataset['title']!;
      const button = make(
        'button',
        { type: 'button', class: 'lead' },
        `${name}: ${rows.length === 1 ? '1 row' : `${wholeText(rows.length)} rows`}`,
      );
      button.addEventListener('click', () => page.goToRow(table, rows[0]!));
      list.append(make('li', {}, button));
    }
    return [make('h4', {}, 'In the tables'), list];
  };

  const pieces = (unit: UnitView): Node[] => {
    const own = sheet.shapes.filter(({ data: { table, row } }) => {
      const t = numberOf(table);
      const isAbout = ([column, layer]: readonly [number, number]): boolean =>
        layer === unit.layer && page.cells(t)[row]?.[column] === unit.code;
      return data.tables[t]?.codes.some(isAbout);
    });
    if (own.length === 0) return [];
    const items = own.map((shape) => make('li', {}, chooser({ kind: 'shape', shape }, shape.data.title)));
    return [make('h4', {}, 'Pieces that do not line up'), make('ul', { class: 'piece-links' }, ...items)];
  };

  const closer = (): HTMLElement => {
    const button = make('button', { type: 'button', class: 'close', 'aria-label': 'Close the card' }, '×');
    button.addEventListener('click', () => page.choose(null, 'card'));
    return button;
  };
  /** What the row of a shape says. */
  const shapeFacts = (shape: ShapeView): Node => {
    const t = numberOf(shape.data.table);
    const cells = page.cells(t)[shape.data.row] ?? [];
    const { columns, codes } = data.tables[t]!;
    const list = make('dl');
    for (const heading of document.querySelectorAll<HTMLElement>(`#table-${t} thead th`)) {
      const column = Number(heading.dataset['column']);
      const [kind] = columns[column]!;
      const text = displayText(cells[column] ?? '', columns[column]!);
      if (text === '' || kind === 'degrees') continue;
      // A unit that was named by its code just before.
      if (kind === 'name' && codes.some(([c]) => c === column - 1)) continue;
      const own = codes.find(([c]) => c === column);
      const unit = own === undefined ? undefined : page.unitOf(own[1], text);
      const title = heading.textContent.trim();
      if (unit === undefined) {
        list.append(make('dt', {}, title), make('dd', {}, text));
      } else {
        const lead = chooser({ kind: 'unit', unit }, `${unit.short} (${text})`);
        list.append(make('dt', {}, title.replace(/ code$/, '')), make('dd', {}, lead));
      }
    }
    return list;
  };

  page.onChoose.push((target, mover) => {
    card.classList.toggle('full', target !== null);
    if (target === null) {
      card.replaceChildren(...empty);
      if (mover !== 'card') return;
      document.querySelector<SVGElement>('#map-frame svg')?.focus({ preventScroll: true });
      return page.say('Nothing is chosen.');
    }
    const title = make('h3', { tabindex: '-1' }, targetName(target));
    const content: Node[] = [closer(), title];
    if (target.kind === 'unit') {
      const { unit } = target;
      const layer = data.layers[unit.layer]!;
      content.push(make('p', { class: 'kind' }, `${layer.one} · ${unit.code}`));
      const groups = findPartners(unit, data.pairs, sheet.units);
      if (data.pairs.length > 0 && groups.length === 0) {
        content.push(make('p', {}, 'It overlaps no unit of the other layers.'));
      }
      for (const group of groups) {
        content.push(...partnerTable(group, unit, data.layers[group.layer]!, unitChooser));
      }
      content.push(...pieces(unit));
    } else {
      content.push(shapeFacts(target.shape));
    }
    content.push(...links(target));
    card.replaceChildren(...content);
    card.scrollTop = 0;
    if (mover === 'card') title.focus({ preventScroll: true });
    if (mover === 'search') document.getElementById('map-frame')?.scrollIntoView({ block: 'nearest' });
    if (mover === 'table' || mover === 'chart') {
      document.getElementById('map-frame')?.scrollIntoView({ block: 'center' });
      title.focus({ preventScroll: true });
    }
    page.say(`${targetName(target)} is chosen; its card follows the map.`);
  });
}
