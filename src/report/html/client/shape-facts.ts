/**
 * What the row of a piece says, heading by heading.
 */
import { make } from './make-element.js';
import type { Page } from './page.js';
import { displayText } from './table-cells.js';
import type { ShapeView, Target } from './targets.js';

/** The facts as a list; `chooser` makes a name that leads to a unit. */
export function shapeFacts(
  page: Page,
  shape: ShapeView,
  chooser: (target: Target, text: string) => HTMLElement,
): Node {
  const t = page.data.tables.findIndex(({ name }) => name === shape.data.table);
  const cells = page.cells(t)[shape.data.row] ?? [];
  const { columns, codes } = page.data.tables[t]!;
  const list = make('dl');
  for (const heading of document.querySelectorAll<HTMLElement>(`#table-${t} thead th`)) {
    const column = Number(heading.dataset['column']);
    const [kind, decimals] = columns[column]!;
    const text = displayText(cells[column] ?? '', kind, decimals);
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
}
