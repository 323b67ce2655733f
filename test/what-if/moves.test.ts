/** Moves made by hand have, after each of them, the figures that `scenario` has for the file they are saved as. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openWhatIf,
  run,
  type ChosenPiece,
  type Table,
  type WhatIfRequest,
  type Workbench,
} from '../../src/index.js';
import { readScenario } from '../../src/measures/scenario/read-scenario.js';
import { troubleOf } from '../trouble-of.js';
import { inputsOfRegion, people } from './region-files.js';

const region: WhatIfRequest = {
  layer: { path: 'icb.geojson' },
  against: [{ path: 'ltla.geojson' }, { path: 'utla.geojson' }],
  sizeGuide: { least: 300_000, most: 900_000 },
  ...people,
};
const england: WhatIfRequest = {
  layer: { england: 'icb' },
  against: [{ england: 'ltla' }, { england: 'cauth' }],
  sizeGuide: { least: 500_000 },
};
const lookup: WhatIfRequest = {
  layer: { path: 'lookup.csv', member: 'LSOA21CD', group: 'ICB24CD' },
  against: [{ path: 'lookup.csv', member: 'LSOA21CD', group: 'LAD24CD' }],
  people: people.people,
};

const rowsOf = (tables: readonly Table[]): unknown =>
  Object.fromEntries(
    tables
      .filter(({ name }) => ['effect', 'units', 'units_now', 'shared'].includes(name))
      .map(({ name, columns, rows }) => [name, [columns.map(({ heading }) => heading), ...rows]]),
  );

async function expectSame(bench: Workbench, proposal: number, request: WhatIfRequest): Promise<void> {
  const { name, text } = bench.file(proposal);
  const result = await run(
    { ...request, command: 'scenario', scenarios: [{ path: name }] },
    inputsOfRegion({ [name]: text }),
  );
  const { figures } = await bench.view(proposal);
  expect(rowsOf(figures.tables)).toEqual(rowsOf(result.tables));
  for (const sentence of figures.sentences) expect(result.summary).toContain(sentence);
}

/** One way of choosing: the small area, the part of a unit of the other layer, or the whole unit that a piece is in. */
function choose(bench: Workbench, units: readonly string[], piece: number, by: string): ChosenPiece | null {
  const { layout } = bench;
  const from = units[piece]!;
  if (by === 'unit') return from === '' ? null : { piece: from, from: null };
  const [layer, number] =
    by === 'block' && layout.blocks !== null
      ? [layout.blocks, layout.pieceBlock[piece]!]
      : [layout.other!, layout.pieceOther[piece]!];
  return number < 0 ? null : { piece: `${layer.id}:${layer.codes[number]!}`, from };
}

async function unitsNow(bench: Workbench, proposal: number): Promise<string[]> {
  const { layout } = bench;
  const units = Array.from(layout.pieceBase, (unit) => (unit < 0 ? '' : layout.base.codes[unit]!));
  for (const [piece, code] of (await bench.view(proposal)).changed) units[piece] = code;
  return units;
}

const moves = fc.array(
  fc.record({
    piece: fc.nat(),
    by: fc.constantFrom('block', 'part', 'unit'),
    to: fc.nat(),
    isNew: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    back: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    // What is prepared is given then, or something else is.
    prepared: fc.constantFrom('nothing', 'the same', 'another'),
  }),
  { minLength: 1, maxLength: 6 },
);

describe.each([
  ['shapes', region, 12],
  ['figures for England', england, 8],
  ['lookups', lookup, 6],
] as const)('on %s', (_, request, runs) => {
  it('random moves have the figures of the saved scenario', { timeout: 120_000 }, async () => {
    const bench = await openWhatIf(request, inputsOfRegion());
    await fc.assert(
      fc.asyncProperty(moves, async (steps) => {
        const proposal = bench.propose('try', null);
        let made = 0;
        for (const { piece, by, to, isNew, back, prepared } of steps) {
          const units = await unitsNow(bench, proposal);
          const chosen = choose(bench, units, piece % units.length, by);
          const codes = [...new Set(units)].filter((code) => code !== '').sort();
          const code = isNew ? `N${++made}` : codes[to % codes.length]!;
          if (chosen !== null && chosen.piece !== code) {
            const target = { code, name: isNew ? `New ${made}` : null };
            if (prepared === 'the same') bench.prepare!(proposal, [chosen], target);
            if (prepared === 'another') bench.prepare!(proposal, [chosen], { code: codes[0]!, name: null });
            bench.give(proposal, [chosen], target);
          }
          if (back) bench.step(proposal, -1);
        }
        if ((await bench.view(proposal)).canUndo) await expectSame(bench, proposal, request);
      }),
      { numRuns: runs, seed: 20 },
    );
  });
});

describe('a workbench', () => {
  const give = (bench: Workbench, proposal: number, piece: string, from: string, to: string): void =>
    bench.give(proposal, [{ piece, from }], { code: to, name: null });

  it('says again where it moves what was moved before, and the file can be read', async () => {
    const bench = await openWhatIf(region, inputsOfRegion());
    const proposal = bench.propose('There and on', null);
    give(bench, proposal, 'block:E01900001', 'E54900001', 'E54900002');
    give(bench, proposal, 'block:E01900001', 'E54900002', 'E54900003');
    const { name, text } = bench.file(proposal);
    expect(name).toBe('there_and_on.yaml');
    expect(readScenario(text, name).operations.map(({ again }) => again)).toEqual([undefined, true]);
    await expectSame(bench, proposal, region);
    const loaded = await bench.load(name, new TextEncoder().encode(text));
    expect((await bench.view(loaded)).changed).toEqual((await bench.view(proposal)).changed);
  });

  it('puts moves between the same two units together', async () => {
    const bench = await openWhatIf(region, inputsOfRegion());
    const proposal = bench.propose('two', null);
    give(bench, proposal, 'block:E01900001', 'E54900001', 'E54900002');
    give(bench, proposal, 'block:E01900002', 'E54900001', 'E54900002');
    expect(readScenario(bench.file(proposal).text, 'two.yaml').operations).toHaveLength(1);
    await expectSame(bench, proposal, region);
  });

  it('takes moves back and does them again, in many steps', async () => {
    const bench = await openWhatIf(region, inputsOfRegion());
    const proposal = bench.propose('many', null);
    const blocks = bench.layout.blocks!.codes.slice(0, 30);
    const home = new Map(
      blocks.map((code, block) => {
        const piece = bench.layout.pieceBlock.indexOf(block);
        return [code, bench.layout.base.codes[bench.layout.pieceBase[piece]!]!];
      }),
    );
    for (const block of blocks) give(bench, proposal, `block:${block}`, home.get(block)!, 'E54900003');
    const whole = await bench.view(proposal);
    blocks.forEach(() => bench.step(proposal, -1));
    const none = await bench.view(proposal);
    expect([none.changed, none.canUndo, none.canRedo]).toEqual([[], false, true]);
    blocks.forEach(() => bench.step(proposal, 1));
    expect(await bench.view(proposal)).toEqual(whole);
    expect(whole.changed.length).toBeGreaterThan(20);
  });

  it('keeps proposals apart', async () => {
    const bench = await openWhatIf(region, inputsOfRegion());
    const first = bench.propose('one', null);
    give(bench, first, 'block:E01900001', 'E54900001', 'E54900002');
    const second = bench.propose('one', first);
    give(bench, second, 'block:E01900002', 'E54900001', 'E54900002');
    expect([(await bench.view(first)).changed.length, (await bench.view(second)).changed.length]).toEqual([
      1, 2,
    ]);
    expect((await bench.view(second)).name).toBe('one_2');
  });

  it('refuses a piece that has nothing of the unit, as the command line does', async () => {
    const bench = await openWhatIf(region, inputsOfRegion());
    const proposal = bench.propose('wrong', null);
    const trouble = troubleOf(() => give(bench, proposal, 'block:E01900001', 'E54900002', 'E54900003'));
    expect(trouble.id).toBe('piece-elsewhere');
    expect((await bench.view(proposal)).canUndo).toBe(false);
  });

  it('knows people and neighbours of what is chosen', async () => {
    const bench = await openWhatIf(region, inputsOfRegion());
    const proposal = bench.propose('facts', null);
    const facts = bench.facts(proposal, [{ piece: 'block:E01900001', from: 'E54900001' }]);
    expect(facts.people).toBe(2111);
  });
});
