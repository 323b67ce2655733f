/**
 * Tables that sort, filter, show all their columns and rows, and are saved as CSV; names in them lead to the map.
 *
 * The document holds the first rows as plain HTML, so that they can be read and printed without a script. From then
 * on rows are made from the data when they are first needed.
 */
import { wholeText } from '../../../trouble/count-text.js';
import { make } from './make-element.js';
import { filterRows, sortRows } from './order-rows.js';
import type { Page } from './page.js';
import { saveText } from './save-text.js';
import { rowsAbout } from './table-cells.js';
import { tableRows } from './table-rows.js';
import type { Target } from './targets.js';

/** Sets up every table of the page. */
export function runTables(page: Page): void {
  const goers = page.data.tables.map((_, t) => runTable(page, t));
  page.goToRow = (table, row) => goers[table]!(row);
}

/** Sets up one table; returns how to go to a row of it. */
function runTable(page: Page, t: number): (row: number) => void {
  const section = document.getElementById(`table-${t}`)!;
  const table = section.querySelector<HTMLTableElement>('table')!;
  const body = table.tBodies[0]!;
  const headings = [...table.tHead!.rows[0]!.cells];
  const status = section.querySelector<HTMLElement>('.row-count')!;
  const filter = section.querySelector<HTMLInputElement>('input[type=search]')!;
  const more = section.querySelector<HTMLButtonElement>('button[data-action=rows]');
  const most = Number(table.dataset['most']);
  const rowOf = tableRows(page, t, table);
  let order: readonly number[] | null = null;
  let all = false;

  /** Shows the rows that pass the filter, in the order chosen. */
  const show = (): void => {
    const cells = page.cells(t);
    const rows = filterRows(cells, order ?? cells.map((_, r) => r), filter.value);
    const shown = all ? rows : rows.slice(0, most);
    body.replaceChildren(...shown.map(rowOf));
    const total = wholeText(cells.length);
    status.textContent =
      filter.value.trim() !== ''
        ? `${wholeText(rows.length)} of ${total} rows match`
        : shown.length < rows.length
          ? `${wholeText(shown.length)} of ${total} rows shown`
          : `${total} rows`;
    if (more !== null) more.hidden = shown.length === rows.length;
    mark(page.chosen);
  };
  const mark = (target: Target | null): void => {
    const found = target === null ? [] : rowsAbout(target, page.data.tables, page.cells);
    const rows = new Set(found.find((own) => own.table === t)?.rows);
    for (const row of body.rows) row.classList.toggle('linked', rows.has(Number(row.dataset['row'])));
  };
  page.onChoose.push(mark);

  for (const heading of headings) {
    const text = heading.textContent.trim();
    const button = make('button', { type: 'button', class: 'sort' }, text);
    heading.replaceChildren(button);
    button.addEventListener('click', () => {
      const rising = heading.getAttribute('aria-sort') !== 'ascending';
      for (const other of headings) other.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', rising ? 'ascending' : 'descending');
      const isText = !heading.classList.contains('figure');
      order = sortRows(page.cells(t), Number(heading.dataset['column']), isText, rising);
      show();
      page.say(`Sorted by ${text}, ${rising ? 'smallest or first' : 'largest or last'} first.`);
    });
  }
  filter.addEventListener('input', () => {
    show();
    page.say(status.textContent);
  });
  more?.addEventListener('click', () => {
    all = true;
    show();
  });
  const columns = section.querySelector<HTMLButtonElement>('button[data-action=columns]');
  columns?.addEventListener('click', () => {
    const pressed = columns.getAttribute('aria-pressed') !== 'true';
    columns.setAttribute('aria-pressed', String(pressed));
    table.classList.toggle('every-column', pressed);
  });
  section.querySelector('button[data-action=csv]')!.addEventListener('click', () => {
    const file = section.dataset['file']!;
    saveText(page.data.tables[t]!.csv, 'text/csv', file);
    page.say(`Saved ${file}.`);
  });
  return (r) => {
    const details = section.closest('details');
    if (details !== null) details.open = true;
    const row = rowOf(r);
    if (!body.contains(row)) {
      [all, filter.value] = [true, ''];
      show();
    }
    row.scrollIntoView({ block: 'center' });
    (row.querySelector<HTMLElement>('button') ?? section).focus({ preventScroll: true });
  };
}
