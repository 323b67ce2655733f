/**
 * Proposals side by side: the saved file of each, run by the command line, has the figures of its column; also where
 * pieces are of further layers, where units are called anew, and where neighbourhoods are drawn from nothing.
 */
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  openDrawing,
  openWhatIf,
  type Cell,
  type Table,
  type WhatIfRequest,
  type Workbench,
} from '../../src/index.js';
import { figureLines } from '../../src/page/what-if/figure-lines.js';
import { runCommand } from '../cli/run-command.js';
import { filesOfRegion, inputsOfRegion, people } from './region-files.js';

const cwd = mkdtempSync(join(tmpdir(), 'coterminous-proposals-'));
for (const name of ['icb.geojson', 'ltla.geojson', 'ward.geojson', 'blocks.geojson', 'residents.csv'])
  copyFileSync(`data/region/${name}`, join(cwd, name));
const PEOPLE = ['--people', 'residents.csv', '--blocks', 'blocks.geojson'];

const request: WhatIfRequest = {
  layer: { path: 'icb.geojson' },
  against: [{ path: 'ltla.geojson' }],
  pieces: [{ path: 'ward.geojson' }],
  ...people,
};

type Rows = readonly Readonly<Record<string, Cell>>[];

/** Tables by name, as the command line writes them. */
async function ran(argv: readonly string[]): Promise<ReadonlyMap<string, Rows>> {
  const { code, stdout, stderr } = await runCommand([...argv, ...PEOPLE, '--format', 'json', '--quiet'], {
    cwd,
  });
  expect(code, stderr).toBe(0);
  const { tables } = JSON.parse(stdout) as { tables: { name: string; rows: Rows }[] };
  return new Map(tables.map(({ name, rows }) => [name, rows]));
}

const rowsOf = ({ columns, rows }: Table): Rows =>
  rows.map((row) => Object.fromEntries(columns.map(({ heading }, i) => [heading, row[i]!])));

/** Saves a proposal where commands are run; gives the name of its file. */
function save(bench: Workbench, proposal: number): string {
  const { name, text } = bench.file(proposal);
  writeFileSync(join(cwd, name), text);
  return name;
}

const give = (
  bench: Workbench,
  proposal: number,
  piece: string,
  from: string,
  to: string,
  name?: string,
): void => bench.give(proposal, [{ piece, from }], { code: to, name: name ?? null });

it('each of three proposals has the figures of its saved file, alone and beside the others', async () => {
  const bench = await openWhatIf(request, inputsOfRegion());
  const nothing = bench.propose('By wards', null);
  give(bench, nothing, 'ward:E05900001', 'E54900001', 'E54900002');
  const copy = bench.propose('Wards and a new board', nothing);
  // It went with its ward, and goes on from there.
  give(bench, copy, 'block:E01900005', 'E54900002', 'NEW1', 'Fresh board');
  bench.rename(copy, 'A new board');
  const other = bench.propose('Third', null);
  bench.give(other, [{ piece: 'E54900003', from: null }], { code: 'E54900002', name: null });
  const proposals = [nothing, copy, other];
  const views = await Promise.all(proposals.map((proposal) => bench.view(proposal)));
  const files = proposals.map((proposal) => save(bench, proposal));
  const nowOf = views.map((view) =>
    figureLines(view, bench.layout).map(({ label, now }) => `${label}: ${now}`),
  );
  expect(new Set(nowOf.map((lines) => lines.join('; '))).size).toBe(3);
  const together = await ran(['scenario', ...files]);
  for (const [i, view] of views.entries()) {
    const alone = await ran(['scenario', files[i]!]);
    for (const table of view.figures.tables) expect(rowsOf(table), table.name).toEqual(alone.get(table.name));
    const [effect] = view.figures.tables;
    expect(rowsOf(effect!)).toEqual(
      together.get('effect')!.filter(({ scenario }) => scenario === rowsOf(effect!)[0]!['scenario']),
    );
  }
});

it('a scenario that calls units anew is gone on from, and what is saved of it has its figures', async () => {
  const bench = await openWhatIf(request, inputsOfRegion());
  const text = [
    'name: called_anew',
    'layer: icb.geojson',
    'against: [ltla.geojson]',
    'operations:',
    '  - rename: E54900002',
    '    to: { code: E54900099, name: The board in the middle }',
  ].join('\n');
  const proposal = await bench.load('called_anew.yaml', new TextEncoder().encode(text));
  const called = (await bench.view(proposal)).units.find(({ name }) => name === 'The board in the middle')!;
  give(bench, proposal, 'block:E01900001', 'E54900001', called.code);
  const view = await bench.view(proposal);
  const alone = await ran(['scenario', save(bench, proposal)]);
  for (const table of view.figures.tables) expect(rowsOf(table), table.name).toEqual(alone.get(table.name));
  expect(alone.get('units')!.map(({ name }) => name)).toContain('The board in the middle');
});

it('neighbourhoods drawn from nothing, side by side, have the figures that coverage has for their lookups', async () => {
  const bench = await openDrawing(
    { within: { path: 'ltla.geojson' }, also: [{ path: 'icb.geojson' }], ...people },
    filesOfRegion(),
  );
  const first = bench.propose('First plan', null);
  give(bench, first, 'block:E01900001', '', 'N1', 'North');
  give(bench, first, 'block:E01900002', '', 'N2', 'South');
  const second = bench.propose('Second plan', first);
  give(bench, second, 'block:E01900003', '', 'N1');
  for (const proposal of [first, second]) {
    const { figures } = await bench.view(proposal);
    const alone = await ran([
      'coverage',
      `${save(bench, proposal)}:block_code:neighbourhood_code`,
      '--within',
      'ltla.geojson',
      '--also',
      'icb.geojson',
    ]);
    expect(figures.tables.length).toBeGreaterThan(2);
    for (const table of figures.tables) expect(rowsOf(table), table.name).toEqual(alone.get(table.name));
  }
});
