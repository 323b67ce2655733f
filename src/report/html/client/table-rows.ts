/**
 * The rows of a table: those of the document, and further ones made from the data when they are first needed. The
 * name of a row leads to what the row is about.
 */
import { make } from './make-element.js';
import type { Page } from './page.js';
import { displayText } from './table-cells.js';

/** A row of table `t` by its number. */
export function tableRows(
  page: Page,
  t: number,
  table: HTMLTableElement,
): (row: number) => HTMLTableRowElement {
  const { columns, targets } = page.data.tables[t]!;
  const headings = [...table.tHead!.rows[0]!.cells];
  const headColumn = headings.findIndex((heading) => heading.dataset['head'] === 'true');

  const lead = (row: HTMLTableRowElement, r: number): void => {
    const text = targets[r] ?? '';
    const target = page.targetOf(text);
    row.dataset['row'] = `${r}`;
    if (target === null) return;
    row.dataset['target'] = text;
    const cell = row.cells[headColumn]!;
    const attributes = { type: 'button', class: 'lead', title: 'Show on the map' };
    const button = make('button', attributes, ...cell.childNodes);
    cell.replaceChildren(button);
    button.addEventListener('click', () => page.choose(target, 'table'));
  };
  const makeRow = (r: number): HTMLTableRowElement => {
    const row = make('tr');
    headings.forEach((heading, i) => {
      const column = Number(heading.dataset['column']);
      const text = displayText(page.cells(t)[r]![column]!, ...columns[column]!);
      // A row that is about nothing by name has no heading.
      const cell = i === headColumn && text !== '' ? make('th', { scope: 'row' }) : make('td');
      cell.className = heading.className;
      cell.textContent = text;
      row.append(cell);
    });
    lead(row, r);
    return row;
  };
  const made = [...table.tBodies[0]!.rows];
  made.forEach(lead);
  return (r) => (made[r] ??= makeRow(r));
}
