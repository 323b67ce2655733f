/**
 * The table `lines`: one row for each line of descent, a unit under all codes and names it had while it carried on.
 *
 *     2021   2022   2024   2026
 *     Sussex ─────── Sussex ×          came to an end: all of it went to Surrey and Sussex
 *                           ○ Surrey and Sussex      began, of Sussex, Surrey Heartlands and a part of Frimley
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { spaced } from '../../trouble/count-text.js';
import { codeOf, nameOf, peopleColumn } from '../columns.js';
import { hectares } from '../../result/units-of-measure.js';
import type { Timeline } from './courses.js';

interface Line {
  /** For each vintage its unit, or NO_UNIT before it began and after it ended. */
  readonly units: readonly number[];
  /** First and last vintage it is in. */
  readonly first: number;
  readonly last: number;
}

/** The line of every unit, by the vintage they begin in, then by code. */
export function linesOf({ vintages, steps }: Pick<Timeline, 'vintages' | 'steps'>): Line[] {
  return vintages.flatMap((layer, first) =>
    layer.codes.flatMap((_, unit): Line[] => {
      if (first > 0 && steps[first - 1]!.continuation.before[unit] !== NO_UNIT) return [];
      const units = vintages.map(() => NO_UNIT);
      let [at, current] = [first, unit];
      for (;;) {
        units[at] = current;
        const next = steps[at]?.continuation.after[current] ?? NO_UNIT;
        if (next === NO_UNIT) return [{ units, first, last: at }];
        current = next;
        at++;
      }
    }),
  );
}

/** The table. */
export function linesTable(timeline: Timeline): Table {
  const { vintages, steps } = timeline;
  const [measure] = steps[0]!.found.measures;
  return makeTable({
    name: 'lines',
    title: 'Each unit’s line of descent',
    caption: 'One row for each unit, under all codes and names it had while it carried on.',
    rows: linesOf(timeline),
    columns: [
      text(
        'name',
        'Its name at its last vintage',
        ({ units, last }) => nameOf(vintages[last]!, units[last]!),
        'name',
      ),
      text('first_layer', 'Id of the first vintage it is in', ({ first }) => vintages[first]!.id),
      text('last_layer', 'Id of the last vintage it is in', ({ last }) => vintages[last]!.id),
      text('changes', 'What became of it at each step at which something did', (line) =>
        changesText(line, timeline),
      ),
      text(
        'came_from',
        'Codes of the units before its first vintage that it is made of; blank for the first vintage',
        ({ units, first }) => (first === 0 ? null : partners(timeline, first - 1, 'b', units[first]!)),
      ),
      text(
        'went_to',
        'Codes of the units after its last vintage that it went to; blank for the last vintage',
        ({ units, last }) =>
          last === vintages.length - 1 ? null : partners(timeline, last, 'a', units[last]!),
      ),
      ...vintages.flatMap((layer, v): ColumnOf<Line>[] => [
        {
          heading: `${layer.id}_code`,
          title: `${layer.vintage ?? layer.id} code`,
          kind: 'code',
          description: `Its code at this vintage (${layer.codeField})`,
          about: { layer: layer.id, role: 'unit' },
          value: ({ units }) => codeOf(layer, units[v]!),
        },
        {
          heading: `${layer.id}_name`,
          title: layer.vintage ?? layer.id,
          kind: 'name',
          description: 'Its name at this vintage',
          about: { layer: layer.id, role: 'unit' },
          value: ({ units }) => nameOf(layer, units[v]!),
        },
        measure === undefined
          ? {
              heading: `${layer.id}_ha`,
              title: `${layer.vintage ?? layer.id} (ha)`,
              kind: 'hectares',
              description: 'Its hectares at this vintage',
              about: { layer: layer.id, role: 'whole' },
              value: ({ units }) => areaAt(timeline, v, units[v]!),
            }
          : peopleColumn<Line>(
              measure,
              `${layer.id}_${measure.name}`,
              `${layer.vintage ?? layer.id} ${spaced(measure.name)}`,
              { layer: layer.id, role: 'whole' },
              `${spaced(measure.name)} at this vintage: ${measure.basis}`,
              ({ units }) => peopleAt(timeline, v, units[v]!),
            ),
      ]),
    ],
  });
}

const text = (
  heading: string,
  description: string,
  value: (line: Line) => string | null,
  kind: 'text' | 'name' = 'text',
): ColumnOf<Line> => ({
  heading,
  title: spaced(heading),
  kind,
  description,
  ...(/_(from|to)$/.test(heading)
    ? { about: { role: 'partners' } }
    : /_layer$/.test(heading)
      ? { about: { role: 'id' } }
      : {}),
  value,
});

/** `2022: recoded; 2026: enlarged`; steps at which nothing happened are left out. */
function changesText({ units, first, last }: Line, { vintages, steps }: Timeline): string {
  const said = (at: number, change: string): string =>
    `${vintages[at]!.vintage ?? vintages[at]!.id}: ${change}`;
  return [
    ...(first === 0 ? [] : [said(first, 'created')]),
    ...units.flatMap((unit, at) => {
      if (at <= first || at > last) return [];
      const change = steps[at - 1]!.ofAfter[unit]!;
      return change === 'unchanged' ? [] : [said(at, change)];
    }),
    ...(last === vintages.length - 1 ? [] : [said(last + 1, 'abolished')]),
  ].join('; ');
}

/** Codes of the units on the other side of a step that share something with a unit, by code. */
function partners({ steps }: Timeline, step: number, mine: 'a' | 'b', unit: number): string {
  const { pieces, before, after } = steps[step]!;
  const other = mine === 'a' ? 'b' : 'a';
  const codes = (mine === 'a' ? after : before).codes;
  return pieces
    .flatMap(({ pair }) => (pair[mine] === unit && pair[other] !== NO_UNIT ? [codes[pair[other]]!] : []))
    .sort()
    .join(';');
}

/** Of the step that a vintage begins, or ends for the last one, what its units hold. */
function peopleAt({ steps }: Timeline, v: number, unit: number): number | null {
  if (unit === NO_UNIT) return null;
  const step = steps[v];
  return step === undefined
    ? steps[v - 1]!.found.measures[0]!.unitsB[unit]!
    : step.found.measures[0]!.unitsA[unit]!;
}

function areaAt({ steps }: Timeline, v: number, unit: number): number | null {
  if (unit === NO_UNIT) return null;
  const step = steps[v];
  const areas = step === undefined ? steps[v - 1]!.found.areasB : step.found.areasA;
  return areas === null ? null : hectares(areas[unit]!);
}
