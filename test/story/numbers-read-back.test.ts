/**
 * Every number that a story says is read back from the tables of its result, or is made of them by adding, counting or
 * dividing whole columns: worked out here by itself, without the code of `src/story`.
 *
 * A further command joins by a line in RESULTS.
 */
import { describe, expect, test } from 'vitest';
import { nodeFiles } from '../../src/cli/node-files.js';
import type { Result } from '../../src/result/result.js';
import type { Story } from '../../src/story/story.js';
import { tellStory } from '../../src/story/tell-story.js';
import { run } from '../../src/run/run.js';
import type { Request } from '../../src/run/request.js';

const region = (id: string) => ({ id, path: `data/region/${id}.geojson` });
const people = [{ name: 'residents', path: 'data/region/residents.csv' }];
const blocks = { id: 'blocks', path: 'data/region/blocks.geojson' };

const RESULTS: Readonly<Record<string, object>> = {
  'align of England': { command: 'align', layers: [{ england: 'icb' }, { england: 'ltla' }] },
  'align of the region': { command: 'align', layers: [region('icb'), region('ltla')], people, blocks },
  'align the other way round': { command: 'align', layers: [region('ltla'), region('icb')], people, blocks },
  'overlap of the region': { command: 'overlap', layers: [region('icb'), region('ltla')], people, blocks },
  'partners of a place': { command: 'partners', place: 'North Yorkshire' },
};

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Figures of a text: 1,234, 0.7 %, and words to nine; years and names are none. */
function numbersIn(text: string): { value: number; percent: boolean }[] {
  const figures = [...text.matchAll(/(?<![\w<>.])(\d[\d,]*(?:\.\d+)?)(\u00a0%)?/g)].map(([, digits, sign]) => ({
    value: Number(digits!.replaceAll(',', '')),
    percent: sign !== undefined,
  }));
  const words = [...text.toLowerCase().matchAll(/\b[a-z]+\b/g)].flatMap(([word]) =>
    WORDS.indexOf(word) > 1 ? [{ value: WORDS.indexOf(word), percent: false }] : [],
  );
  return [...figures, ...words];
}

/** Everything that the tables say: cells, sums and counts of columns, and shares of any two of these. */
function saidBy(result: Result): { wholes: Set<number>; bases: number[] } {
  const bases: number[] = [];
  const counts: number[] = result.layers.map(({ units }) => units);
  for (const line of result.reconciliation) bases.push(line.total - line.left_out);
  for (const { columns, rows } of result.tables) {
    counts.push(rows.length);
    columns.forEach((column, place) => {
      const cells = rows.map((row) => row[place]);
      const figures = cells.filter((cell): cell is number => typeof cell === 'number');
      if (column.kind === 'people' || column.kind === 'count' || column.kind === 'hectares') {
        bases.push(...figures, figures.reduce((sum, figure) => sum + figure, 0));
        counts.push(figures.filter((figure) => figure > 0.5).length, figures.filter((figure) => figure === 0).length);
      }
      const tally = new Map<unknown, number>();
      for (const cell of cells) tally.set(cell, (tally.get(cell) ?? 0) + 1);
      counts.push(...tally.values(), tally.size);
      counts.push([...tally.values()].filter((count) => count > 1).length);
      counts.push([...tally.values()].filter((count) => count === 1).length);
    });
  }
  return { wholes: new Set([...bases, ...counts].map((value) => Math.round(value))), bases };
}

const textsOf = (story: Story): string[] => [
  story.headline,
  ...story.figures.map(({ value, beside, text }) => `${value} ${beside} ${text}`),
  ...(story.answer?.kind === 'list'
    ? story.answer.groups.flatMap(({ rows }) => rows.map(({ figure }) => figure))
    : []),
  ...(story.answer?.kind === 'place'
    ? story.answer.groups.flatMap(({ rows }) => rows.map(({ figure }) => figure))
    : []),
];

describe('numbers of a story stand in the tables', () => {
  for (const [name, request] of Object.entries(RESULTS))
    test(
      name,
      async () => {
        const result = (await run(request as Request, nodeFiles)) as Result;
        const story = tellStory(result);
        expect(story.figures).toHaveLength(3);
        expect(result.summary[0]).toBe(`${story.headline}.`);
        const { wholes, bases } = saidBy(result);
        const shares = result.tables.flatMap(({ columns, rows }) =>
          columns.flatMap((column, place) =>
            column.kind === 'percent' ? rows.map((row) => row[place]).filter((cell) => typeof cell === 'number') : [],
          ),
        ) as number[];
        const isShare = (value: number): boolean =>
          shares.some((share) => Math.abs(share - value) <= 0.5 || Math.abs(100 - share - value) <= 0.5) ||
          bases.some((part) => bases.some((whole) => whole > 0 && Math.abs((100 * part) / whole - value) < 0.051));
        const numbers = textsOf(story).flatMap(numbersIn);
        expect(numbers.length).toBeGreaterThan(4);
        const unfounded = numbers.filter(({ value, percent }) =>
          percent
            ? !isShare(value)
            : !wholes.has(value) &&
              ![...wholes].some((whole) => [...result.layers, { units: 0 }].some(() => wholes.has(whole - value) && whole < 400)) &&
              !bases.some((whole) => bases.some((part) => Math.round(whole - part) === value)),
        );
        expect(unfounded).toEqual([]);
      },
      60_000,
    );
});
