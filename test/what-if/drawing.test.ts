/** Neighbourhoods drawn from small areas have the figures of `coverage` for the lookup they are saved as. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openDrawing, run, type DrawRequest, type Workbench } from '../../src/index.js';
import { troubleOfAsync } from './trouble-of-async.js';
import { filesOfRegion, inputsOfRegion, people } from './region-files.js';

const request: DrawRequest = { within: { path: 'ltla.geojson' }, also: [{ path: 'icb.geojson' }], ...people };
const BLOCKS = Array.from({ length: 8 }, (_, i) => `E0190000${i + 1}`);

const draw = (
  bench: Workbench,
  proposal: number,
  blocks: readonly string[],
  code: string,
  name: string,
): void =>
  bench.give(
    proposal,
    blocks.map((block) => ({ piece: `block:${block}`, from: '' })),
    { code, name },
  );

const tableOf = (tables: readonly { name: string; rows: unknown }[], name: string): unknown =>
  tables.find((table) => table.name === name)!.rows;

it('eight blocks: people to the person, size band, what they cross, as coverage says', async () => {
  const bench = await openDrawing(request, filesOfRegion());
  const proposal = bench.propose('My plan', null);
  draw(bench, proposal, BLOCKS, 'N1', 'First, and "foremost"');
  const { figures, units, changed } = await bench.view(proposal);
  const residents = readFileSync('data/region/residents.csv', 'utf8');
  const sum = BLOCKS.reduce(
    (all, block) => all + Number(new RegExp(`${block},(\\d+)`).exec(residents)![1]),
    0,
  );
  const [table] = figures.tables;
  const cell = (heading: string): unknown =>
    table!.rows[0]![table!.columns.findIndex((column) => column.heading === heading)];
  expect([cell('neighbourhood_name'), cell('people'), cell('size_band')]).toEqual([
    'First, and "foremost"',
    sum,
    'under 30,000',
  ]);
  expect(units).toEqual([{ code: 'N1', name: 'First, and "foremost"' }]);
  expect(changed).toHaveLength(8);
  expect(
    bench.facts(
      proposal,
      BLOCKS.map((block) => ({ piece: `block:${block}`, from: 'N1' })),
    ).people,
  ).toBe(sum);
  const { name, text } = bench.file(proposal);
  const neighbourhoods = { path: name, member: 'block_code', group: 'neighbourhood_code' };
  const result = await run(
    { ...request, command: 'coverage', neighbourhoods },
    inputsOfRegion({ [name]: text }),
  );
  for (const { name: of } of result.tables)
    expect(tableOf(figures.tables, of)).toEqual(tableOf(result.tables, of));
});

it('blocks can be taken out again, whole neighbourhoods given to others, and a saved lookup gone on from', async () => {
  const bench = await openDrawing(request, filesOfRegion());
  const proposal = bench.propose('plan', null);
  draw(bench, proposal, BLOCKS.slice(0, 4), 'N1', 'One');
  draw(bench, proposal, BLOCKS.slice(4), 'N2', 'Two');
  bench.give(proposal, [{ piece: `block:${BLOCKS[0]!}`, from: 'N1' }], { code: '', name: null });
  expect((await bench.view(proposal)).changed).toHaveLength(7);
  bench.give(proposal, [{ piece: 'N2', from: null }], { code: 'N1', name: null });
  expect((await bench.view(proposal)).units.map(({ code }) => code)).toEqual(['N1']);
  bench.step(proposal, -1);
  const { name, text } = bench.file(proposal);
  const loaded = await bench.load(name, new TextEncoder().encode(text));
  const [saved, again] = [await bench.view(proposal), await bench.view(loaded)];
  expect(again.units).toEqual(saved.units);
  expect(again.changed).toEqual(saved.changed);
  expect(tableOf(again.figures.tables, 'neighbourhoods')).toEqual(
    tableOf(saved.figures.tables, 'neighbourhoods'),
  );
});

it('nothing is drawn at first, and without small areas nothing can be', async () => {
  const bench = await openDrawing(request, filesOfRegion());
  expect((await bench.view(bench.propose('empty', null))).figures.tables).toEqual([]);
  const without: DrawRequest = { within: request.within };
  expect((await troubleOfAsync(openDrawing(without, filesOfRegion()))).id).toBe('blocks-needed');
  const ruled: DrawRequest = { ...request, disclosure: { under: 8, round: 5 } };
  expect((await troubleOfAsync(openDrawing(ruled, filesOfRegion()))).id).toBe('disclosure-by-hand');
});
