/**
 * Tables that sort, filter, show all their columns and rows, and are saved as CSV; names in them lead to the map.
 *
 * The document holds the first rows as plain HTML, so that they can be read and printed without a script. From then
 * on rows are made from the data when they are first needed.
 */
import type { Page, Target } from './page-data.js';

/** Sets up every table of the page. */
export function runTables(page: Page): void {
  const goers: ((row: number) => void)[] = [];
  page.goToRow = (table, row) => goers[table]!(row);
  page.data.tables.forEach((data, t) => setUp(data, t));

  function setUp(data: (typeof page.data.tables)[number], t: number): void {
    const section = document.getElementById(`table-${t}`)!;
    const table = section.querySelector<HTMLTableElement>('table')!;
    const body = table.tBodies[0]!;
    const headings = [...table.tHead!.rows[0]!.cells];
    const columnOf = headings.map((heading) => Number(heading.dataset['column']));
    const headColumn = headings.findIndex((heading) => heading.dataset['head'] === 'true');
    const status = section.querySelector<HTMLElement>('.row-count')!;
    const filter = section.querySelector<HTMLInputElement>('input[type=search]')!;
    const most = Number(table.dataset['most']);
    let order: number[] | null = null;
    let wanted = '';
    let all = false;

    const lead = (row: HTMLTableRowElement, r: number): void => {
      const target = data.targets[r] ?? '';
      row.dataset['row'] = `${r}`;
      if (target === '' || page.targetOf(target) === null) return;
      row.dataset['target'] = target;
      const cell = row.cells[headColumn]!;
      const button = page.make(
        'button',
        { type: 'button', class: 'lead', title: 'Show on the map' },
        ...cell.childNodes,
      );
      cell.replaceChildren(button);
      button.addEventListener('click', () => page.choose(page.targetOf(target), 'table'));
    };
    [...body.rows].forEach(lead);

    const makeRow = (r: number): HTMLTableRowElement => {
      const row = page.make('tr');
      columnOf.forEach((column, i) => {
        const [kind, decimals] = data.columns[column]!;
        const isHead = i === headColumn;
        const cell = page.make(isHead ? 'th' : 'td', isHead ? { scope: 'row' } : {});
        cell.className = headings[i]!.className;
        cell.textContent = page.display(page.cells(t)[r]![column]!, kind, decimals);
        row.append(cell);
      });
      lead(row, r);
      return row;
    };
    const made = new Map<number, HTMLTableRowElement>([...body.rows].map((row, r) => [r, row]));
    const rowOf = (r: number): HTMLTableRowElement => {
      let row = made.get(r);
      if (row === undefined) made.set(r, (row = makeRow(r)));
      return row;
    };
    /** Shows the rows that pass the filter, in the order chosen. */
    const show = (): void => {
      const cells = page.cells(t);
      const parts = wanted
        .toLowerCase()
        .split(/\s+/)
        .filter((part) => part !== '');
      const passes = (r: number): boolean => {
        const text = cells[r]!.join(' ').toLowerCase();
        return parts.every((part) => text.includes(part));
      };
      const rows = (order ?? cells.map((_, r) => r)).filter(passes);
      const shown = all ? rows : rows.slice(0, most);
      body.replaceChildren(...shown.map(rowOf));
      const count = `${page.number(rows.length)} of ${page.number(cells.length)} rows`;
      status.textContent =
        parts.length > 0
          ? `${count} match`
          : shown.length < rows.length
            ? `${page.number(shown.length)} of ${page.number(cells.length)} rows shown`
            : `${page.number(cells.length)} rows`;
      if (more !== null) more.hidden = shown.length === rows.length;
      mark(page.chosen);
    };
    const mark = (target: Target | null): void => {
      const found = target === null ? [] : page.rowsOf(target).filter(({ table: own }) => own === t);
      const rows = new Set(found.flatMap(({ rows: own }) => own));
      for (const row of body.rows) row.classList.toggle('linked', rows.has(Number(row.dataset['row'])));
    };
    page.onChoose.push(mark);

    headings.forEach((heading, i) => {
      const column = columnOf[i]!;
      const text = heading.textContent.trim();
      const button = page.make('button', { type: 'button', class: 'sort' }, text);
      heading.replaceChildren(button);
      button.addEventListener('click', () => {
        const rising = heading.getAttribute('aria-sort') !== 'ascending';
        for (const other of headings) other.removeAttribute('aria-sort');
        heading.setAttribute('aria-sort', rising ? 'ascending' : 'descending');
        const cells = page.cells(t);
        const isText = !heading.classList.contains('figure');
        const compare = (p: string, q: string): number => {
          if (p === '' || q === '') return p === q ? 0 : p === '' ? (rising ? 1 : -1) : rising ? -1 : 1;
          return isText ? p.localeCompare(q, 'en-GB') : Number(p) - Number(q);
        };
        order = cells
          .map((_, r) => r)
          .sort((p, q) => (rising ? 1 : -1) * compare(cells[p]![column]!, cells[q]![column]!) || p - q);
        show();
        page.say(`Sorted by ${text}, ${rising ? 'smallest or first' : 'largest or last'} first.`);
      });
    });
    filter.addEventListener('input', () => {
      wanted = filter.value;
      show();
      page.say(status.textContent);
    });
    const more = section.querySelector<HTMLButtonElement>('button[data-action=rows]');
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
      const url = URL.createObjectURL(new Blob([data.csv], { type: 'text/csv;charset=utf-8' }));
      const link = page.make('a', { href: url, download: section.dataset['file']! });
      document.body.append(link);
      link.click();
      link.remove();
      window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
      page.say(`Saved ${section.dataset['file']}.`);
    });
    goers[t] = (r) => {
      const details = section.closest('details');
      if (details !== null) details.open = true;
      if (!body.contains(rowOf(r))) {
        [all, wanted, filter.value] = [true, '', ''];
        show();
      }
      const row = rowOf(r);
      row.scrollIntoView({ block: 'center' });
      (row.querySelector<HTMLElement>('button') ?? section).focus({ preventScroll: true });
    };
  }
}
