/**
 * The table `shared`: which units are split at any of the vintages, and how at each.
 */
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { compareCodes } from '../../trouble/order.js';
import { capital, spaced } from '../../trouble/count-text.js';
import { sharedCodes } from '../changes/effect.js';
import { sharedStanding, type SharedStanding } from '../changes/shared-effect-table.js';
import type { Course, Timeline } from './courses.js';

interface Row {
  readonly course: Course;
  readonly code: string;
  readonly name: string;
  /** By vintage; null where the unit is not there. */
  readonly at: readonly (SharedStanding | null)[];
}

/** By layer held against, then by code; a trio of columns for each vintage. */
export function sharedOverTime({ vintages, courses }: Timeline): Table {
  const { quantity } = courses[0]!.moments[0]!.figures;
  const isLand = quantity === 'hectares';
  return makeTable({
    name: 'shared',
    title: 'Units that are split, over time',
    caption: 'One row for each unit that is shared at any vintage.',
    rows: courses.flatMap(rowsOf),
    columns: [
      {
        ...text('against', 'The layer the vintages are held against', ({ course }) => course.other.id),
        about: { role: 'id' },
      },
      {
        ...text('code', 'Code of the shared unit', ({ code }) => code),
        kind: 'code',
        about: { role: 'unit' },
      },
      {
        ...text('name', 'Name of the shared unit', ({ name }) => name),
        kind: 'name',
        about: { role: 'unit' },
      },
      text(
        'standing',
        'shared throughout, no longer shared, newly shared, shared again, or shared for a time',
        ({ at }) => standing(at),
      ),
      ...vintages.flatMap((layer, v): ColumnOf<Row>[] => {
        const when = layer.vintage ?? layer.id;
        return [
          {
            heading: `parts_${layer.id}`,
            title: `parts ${when}`,
            kind: 'count',
            description: 'Units it lies in at this vintage',
            value: ({ at }) => at[v]?.codes.length ?? null,
          },
          {
            heading: `outside_main_${layer.id}`,
            title: `outside main ${when}`,
            kind: isLand ? 'hectares' : 'people',
            decimals: isLand ? 2 : 0,
            description: `${capital(spaced(quantity))} outside its main unit at this vintage`,
            about: { layer: layer.id, role: 'outside_main', ...(isLand ? {} : { measure: quantity }) },
            value: ({ at }) => at[v]?.outside ?? null,
          },
          {
            heading: `codes_${layer.id}`,
            title: `codes ${when}`,
            kind: 'text',
            description: 'Units it lies in at this vintage, main one first',
            about: { role: 'partners' },
            value: ({ at }) => at[v]?.codes.join(';') ?? null,
          },
        ];
      }),
    ],
  });
}

const text = (heading: string, description: string, value: (row: Row) => string): ColumnOf<Row> => ({
  heading,
  title: heading,
  kind: 'text',
  description,
  value,
});

function rowsOf(course: Course): Row[] {
  const codes = new Set(course.moments.flatMap(({ figures }) => [...sharedCodes(figures)]));
  return [...codes].sort(compareCodes).map((code) => {
    const at = course.moments.map(({ figures }) => sharedStanding(figures, code));
    const last = [...course.moments].reverse().find(({ figures }) => figures.aligned.b.codes.includes(code))!;
    const { b } = last.figures.aligned;
    return { course, code, name: b.names[b.codes.indexOf(code)]!, at };
  });
}

function standing(at: readonly (SharedStanding | null)[]): string {
  const shared = at.map((each) => (each?.codes.length ?? 0) > 1);
  if (shared.every(Boolean)) return 'shared throughout';
  const [first, last] = [shared[0]!, shared[shared.length - 1]!];
  if (first && last) return 'shared again';
  return last ? 'newly shared' : first ? 'no longer shared' : 'shared for a time';
}
