/**
 * The figures of a proposal line by line: what it is, before, now, and the difference in words. Texts only.
 */
import type { Cell, Table, WorkLayout, WorkView } from '../../index.js';

export interface FigureLine {
  readonly label: string;
  readonly before: string;
  readonly now: string;
  /** `45,197 fewer`; '' where nothing changed. */
  readonly difference: string;
  /** What more there is to say of it: which policy test it is. */
  readonly note: string | null;
  /** Whether the difference is one to the better; null where it is neither, or nothing changed. */
  readonly isBetter: boolean | null;
}

const NUMBERS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A share as per cent: `2.9 %`. */
const percent = (share: number): string => `${TENTHS.format(100 * share)} %`;

/** A whole number with its thousands apart. */
export const wholeNumber = (value: number): string => NUMBERS.format(value);

/** The cell of a row in the column of a heading; null where there is none. */
export function cellOf({ columns }: Table, row: readonly Cell[], heading: string): Cell {
  const at = columns.findIndex((column) => column.heading === heading);
  return at < 0 ? null : (row[at] ?? null);
}

export const tableNamed = ({ figures }: WorkView, name: string): Table | undefined =>
  figures.tables.find((table) => table.name === name);

/** A row of the table `effect`. */
interface QuantityRow {
  readonly against: Cell;
  readonly quantity: string;
  readonly basis: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** All lines of a proposal of moves. */
export function figureLines(view: WorkView, layout: WorkLayout): FigureLine[] {
  const effect = tableNamed(view, 'effect');
  if (effect === undefined) return [];
  const rows = effect.rows.map((row): QuantityRow => {
    const cell = (heading: string): Cell => cellOf(effect, row, heading);
    return {
      against: cell('against'),
      quantity: String(cell('quantity')),
      basis: String(cell('basis')),
      before: cell('before') as number | null,
      after: cell('after') as number | null,
    };
  });
  const { base, measure } = layout;
  const people = (measure ?? 'land').replaceAll('_', ' ');
  const line = (
    label: string,
    found: QuantityRow | undefined,
    note: string | null = null,
    good: 'less' | 'more' | null = null,
  ): FigureLine[] => {
    if (found === undefined) return [];
    const isShare = found.quantity.endsWith(' share');
    const both = compared(found.before, found.after, isShare);
    const isMore = (found.after ?? 0) > (found.before ?? 0);
    const isBetter = good === null || both.difference === '' ? null : isMore === (good === 'more');
    return [{ label, note, isBetter, ...both }];
  };
  const of = (against: string | null, quantity: string): QuantityRow | undefined =>
    rows.find((row) => row.against === against && row.quantity === quantity);
  return [
    ...layout.against.flatMap((other) => {
      const [shared, holder] = other.shared === 'other' ? [other, base] : [base, other];
      const tests = rows.filter(
        ({ against, quantity }) => against === other.id && /^P\d/.test(quantity) && !/ share$/.test(quantity),
      );
      return [
        ...line(
          `${capital(measure === null ? 'hectares' : people)} outside the main ${holder.one}`,
          of(other.id, 'outside_main'),
          null,
          'less',
        ),
        ...line(`${capital(shared.many)} shared between ${holder.many}`, of(other.id, 'units_shared')),
        ...tests.flatMap((row) => testLine(row, line)),
        ...line(of(other.id, 'P3 share')?.basis ?? '', of(other.id, 'P3 share'), 'policy test P3', 'more'),
      ];
    }),
    ...line(capital(base.many), of(null, 'units')),
    ...line(`Smallest ${base.one}, ${people}`, of(null, 'smallest_unit')),
    ...line(`Largest ${base.one}, ${people}`, of(null, 'largest_unit')),
    ...line(`${capital(base.many)} under the size guide`, of(null, 'size_under')),
    ...line(`${capital(base.many)} within the size guide`, of(null, 'size_within')),
    ...line(`${capital(base.many)} over the size guide`, of(null, 'size_over')),
    ...line(`${capital(people)} that come to another ${base.one}`, of(null, 'changing_unit')),
    ...borderLine(view, layout),
  ];
}

/** `P1 met` counts those that meet P1; an answer of P2 is neither better nor worse. */
function testLine(
  row: QuantityRow,
  line: (label: string, row: QuantityRow, note: string, good: 'more' | null) => FigureLine[],
): FigureLine[] {
  const [test = ''] = row.quantity.split(' ');
  return row.quantity.endsWith(' met')
    ? line(row.basis, row, `policy test ${test}, how many meet it`, 'more')
    : line(row.basis, row, `policy test ${test}, one of its answers`, null);
}

function borderLine({ figures: { border } }: WorkView, { base }: WorkLayout): FigureLine[] {
  if (border === null) return [];
  const kilometres = (metres: number): number => Math.round(metres / 1000);
  return [
    {
      label: `Kilometres of border between ${base.many}`,
      note: null,
      isBetter: null,
      ...compared(kilometres(border.before), kilometres(border.after), false),
    },
  ];
}

/** Both figures and their difference in words. */
function compared(
  before: number | null,
  after: number | null,
  isShare: boolean,
): Pick<FigureLine, 'before' | 'now' | 'difference'> {
  const text = (value: number | null): string =>
    value === null ? 'not known' : isShare ? percent(value) : wholeNumber(value);
  const by = (after ?? 0) - (before ?? 0);
  const size = isShare ? `${TENTHS.format(100 * Math.abs(by))} points` : wholeNumber(Math.abs(by));
  const isNone = before === null || after === null || text(before) === text(after);
  const word = isShare ? (by > 0 ? 'more' : 'less') : by > 0 ? 'more' : 'fewer';
  return { before: text(before), now: text(after), difference: isNone ? '' : `${size} ${word}` };
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether a unit that changed is in one piece: only what there is to say. */
export function pieceSentences(view: WorkView): string[] {
  const [now, before] = [tableNamed(view, 'units'), tableNamed(view, 'units_now')];
  if (now === undefined || before === undefined) return [];
  const parts = new Map(
    before.rows.map((row) => [cellOf(before, row, 'code'), cellOf(before, row, 'parts')]),
  );
  return now.rows.flatMap((row) => {
    const [name, code, count] = ['name', 'code', 'parts'].map((heading) => cellOf(now, row, heading));
    const was = parts.get(code!) ?? null;
    if (count === null || was === count) return [];
    if (count === 1) return was === null ? [] : [`${name} is in one piece, and was in ${was}.`];
    return [`${name} is in ${count} pieces${was === null ? '' : `, and was in ${was === 1 ? 'one' : was}`}.`];
  });
}
