/** Drawings have, after every change, each figure that a whole run of `coverage` has for the lookup they are saved as. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Inputs,
  memoryFiles,
  openDrawing,
  run,
  type DrawRequest,
  type Files,
  type Workbench,
} from '../../src/index.js';
import { haveRealData, realData } from '../real-data.js';
import { filesOfRegion, people } from './region-files.js';
import { troubleOfAsync } from './trouble-of-async.js';

/** Councils of the region drawn some twenty metres otherwise, so that slivers lie along every border. */
const rough = readFileSync('data/region/ltla.geojson', 'utf8').replace(
  /\[(-?\d+\.\d+),(\d+\.\d+)\]/g,
  (_, x: string, y: string) =>
    `[${(Number(x) + 3e-4 * Math.sin(4e4 * Number(y))).toFixed(7)},${(Number(y) + 2e-4 * Math.sin(3e4 * Number(x))).toFixed(7)}]`,
);
/** Small areas of which one is drawn over its neighbours, and so is in land of two neighbourhoods. */
const overlapping = readFileSync('data/region/blocks.geojson', 'utf8').replace(
  /(?<="LSOA21CD":"E01900005".*?"coordinates":\[\[)(.*?)(?=\]\])/,
  (ring) => ring.replace(/\[(-?\d+\.\d+),/g, (_, x: string) => `[${(Number(x) + 0.004).toFixed(7)},`),
);
const own = { 'rough.geojson': rough, 'overlapping.geojson': overlapping };

async function expectSame(
  bench: Workbench,
  proposal: number,
  request: DrawRequest,
  filesWith: (own: Record<string, string>) => Files,
): Promise<void> {
  const { name, text } = bench.file(proposal);
  const neighbourhoods = { path: name, member: 'block_code', group: 'neighbourhood_code' };
  const { figures } = await bench.view(proposal);
  const whole = await run(
    { ...request, command: 'coverage', neighbourhoods },
    new Inputs(filesWith({ [name]: text })),
  );
  expect(figures.sentences).toEqual(whole.summary);
  expect(figures.tables).toEqual(whole.tables);
}

const withOwn = (saved: Record<string, string>): Files => filesOfRegion({ ...own, ...saved });

const REQUESTS: readonly (readonly [string, DrawRequest])[] = [
  ['councils and boards', { within: { path: 'ltla.geojson' }, also: [{ path: 'icb.geojson' }], ...people }],
  [
    'slivers along every border, tolerance measured',
    { within: { path: 'rough.geojson', id: 'ltla' }, also: [{ path: 'icb.geojson' }], ...people },
  ],
  [
    'slivers shown, tolerance given, blocks placed whole',
    {
      within: { path: 'icb.geojson' },
      also: [{ path: 'rough.geojson' }],
      tolerance: 30,
      includeSlivers: true,
      placing: 'whole',
      bands: [2000, 8000],
      groups: [],
      ...people,
    },
  ],
  [
    'small areas that overlap, words of the user',
    {
      within: { path: 'ltla.geojson', id: 'place' },
      call: { place: 'borough' },
      ...people,
      blocks: { path: 'overlapping.geojson' },
    },
  ],
  [
    'parents by lookup, clipped land',
    {
      within: { path: 'lookup.csv', member: 'LSOA21CD', group: 'LAD24CD' },
      clip: { path: 'icb.geojson' },
      ...people,
    },
  ],
];

describe.each(REQUESTS)('%s', (_, request) => {
  it('random drawings', { timeout: 240_000 }, async () => {
    const opened: string[] = [];
    const files = withOwn({});
    const bench = await openDrawing(request, {
      ...files,
      open: (path) => (opened.push(path), files.open(path)),
    });
    opened.length = 0;
    const { codes } = bench.layout.blocks!;
    const given = fc.record({
      from: fc.nat(codes.length - 1),
      count: fc.integer({ min: 1, max: 40 }),
      step: fc.integer({ min: 1, max: 7 }),
      to: fc.constantFrom('N1', 'N2', 'N3', ''),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(given, { minLength: 1, maxLength: 4 }), async (changes) => {
        const proposal = bench.propose('plan', null);
        // What lies in a parent must be there to be measured.
        const all = [{ from: 0, count: 9, step: 1, to: 'N0' }, ...changes];
        const unitOf = new Map<string, string>();
        for (const { from, count, step, to } of all) {
          const blocks = codes.filter((__, b) => b >= from && (b - from) % step === 0).slice(0, count);
          const chosen = blocks.map((block) => ({ piece: `block:${block}`, from: unitOf.get(block) ?? '' }));
          bench.give(proposal, chosen, { code: to, name: to === '' ? null : `${to}, drawn` });
          for (const block of blocks) unitOf.set(block, to);
        }
        if ([...unitOf.values()].every((code) => code === '')) return;
        await expectSame(bench, proposal, request, withOwn);
      }),
      { numRuns: 3 },
    );
    // Where the land is that of the small areas nothing is read again.
    expect(opened.length === 0).toBe(request.clip === undefined);
  });
});

it('layers that cannot be told from neighbourhoods are refused as the command refuses them', async () => {
  const request: DrawRequest = { within: { path: 'ltla.geojson', id: 'neighbourhood' }, ...people };
  const bench = await openDrawing(request, filesOfRegion());
  const proposal = bench.propose('plan', null);
  bench.give(proposal, [{ piece: 'block:E01900001', from: '' }], { code: 'N1', name: null });
  expect((await troubleOfAsync(bench.view(proposal))).id).toBe('same-id');
});

it.skipIf(!haveRealData)('small areas of England in two changes', { timeout: 240_000 }, async () => {
  const [icb, lad, lsoa, residents] = [
    'bgc/ICB24_BGC_from_LSOA21.geojson',
    'bgc/LAD25_BGC_UK_from_WD25.geojson.gz',
    'bgc/LSOA21_BGC_EW.geojson.gz',
    'people/census21_residents_lsoa21.csv',
  ] as const;
  const read = Object.fromEntries(
    [icb, lad, lsoa, residents].map((path) => [path, readFileSync(realData(path))]),
  );
  const filesWith = (saved: Record<string, string>): Files => memoryFiles({ ...read, ...saved });
  const request: DrawRequest = {
    within: { path: icb },
    also: [{ path: lad }],
    people: [{ path: residents }],
    blocks: { path: lsoa },
  };
  const bench = await openDrawing(request, filesWith({}));
  const proposal = bench.propose('plan', null);
  const { codes } = bench.layout.blocks!;
  for (const [code, from, to] of [
    ['N1', 4000, 4040],
    ['N2', 12_000, 12_900],
  ] as const) {
    const chosen = codes.slice(from, to).map((block) => ({ piece: `block:${block}`, from: '' }));
    bench.give(proposal, chosen, { code, name: null });
    const before = process.cpuUsage();
    await bench.view(proposal);
    const { user, system } = process.cpuUsage(before);
    console.log(`a change of a drawing on the real files: ${Math.round((user + system) / 1000)} ms of CPU`);
  }
  await expectSame(bench, proposal, request, filesWith);
});
