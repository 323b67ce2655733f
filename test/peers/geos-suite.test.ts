/**
 * The cases of the GEOS suite through the command: every pair of valid polygons as a map, every polygon through `check`.
 * They are held against the answers that the suite writes and against GEOS itself.
 */
import { describe, expect, test } from 'vitest';
import { Inputs, memoryFiles, run, type Result } from '../../src/index.js';
import { columnAbout, columnHeaded } from '../../src/result/find-column.js';
import { overlaidAreas, type Overlaid, reasonOf, validArea, VALID } from '../measures/geos.js';
import {
  haveGeosSuite,
  readGeosSuite,
  readShape,
  type SuiteCase,
  type SuiteQuestion,
  type SuiteShape,
} from './geos-suite.js';
import { fileOf, placingOf, positionsOf, type Placing } from './place-shape.js';

const isAreal = (shape: SuiteShape): boolean =>
  (shape?.type === 'Polygon' || shape?.type === 'MultiPolygon') && positionsOf(shape).length > 0;

/** Area of the polygons of a shape, in square units. */
const areaOf = (shape: SuiteShape): number =>
  isAreal(shape)
    ? validArea(shape, 'structure')
    : (shape?.geometries ?? []).reduce((sum, part) => sum + areaOf(part), 0);

const cases = haveGeosSuite ? readGeosSuite() : [];

/** Findings of `check` that say a ring is not as a ring should be. */
const RING_FAULTS =
  /^(ring-touches-itself|ring-crosses-itself|spike|zero-area-ring|no-area|rings-cross|hole-outside-shell|nested-holes|nested-shells|interior-disconnected|open-ring|short-ring)/;

/** What `check` says against the rings of one shape; the sentence of its refusal where it takes none. */
async function faultsOf(geometry: unknown): Promise<string[]> {
  const inputs = new Inputs(memoryFiles({ 'a.geojson': fileOf('A', geometry) }));
  try {
    const result = await run({ command: 'check', layers: [{ path: 'a.geojson' }] }, inputs);
    return result.findings.map(({ finding }) => finding).filter((finding) => RING_FAULTS.test(finding));
  } catch (error) {
    return [`refused: ${(error as Error).message}`];
  }
}

/** Square metres that two shapes share and that each has alone, as `overlap` prints them. */
async function overlapped(a: unknown, b: unknown, fill: 'parity' | 'union' = 'parity'): Promise<Overlaid> {
  const inputs = new Inputs(memoryFiles({ 'a.geojson': fileOf('A', a), 'b.geojson': fileOf('B', b) }));
  const result = await run(
    {
      command: 'overlap',
      layers: [
        { path: 'a.geojson', id: 'a' },
        { path: 'b.geojson', id: 'b' },
      ],
      tolerance: 0,
      includeSlivers: true,
      includeOutside: true,
      fill,
    },
    inputs,
  );
  return landOf(result);
}

function landOf(result: Result): Overlaid {
  const table = result.tables[0]!;
  const land = columnAbout(table, { role: 'amount', kind: 'hectares' });
  const [a, b] = ['a', 'b'].map((layer) => columnAbout(table, { role: 'unit', kind: 'code', layer }));
  const relation = columnHeaded(table, 'relation');
  const sum = (keep: (row: readonly unknown[]) => boolean): number =>
    table.rows.filter(keep).reduce((all, row) => all + (row[land] as number) * 1e4, 0);
  return {
    both: sum((row) => row[relation] !== 'outside'),
    onlyA: sum((row) => row[relation] === 'outside' && row[a!] === 'A' && row[b!] !== 'B'),
    onlyB: sum((row) => row[relation] === 'outside' && row[b!] === 'B' && row[a!] !== 'A'),
  };
}

/** Length of all borders, in metres: what a millimetre of rounding can change is in proportion to it. */
function borderOf(shape: { readonly coordinates: unknown }): number {
  let length = 0;
  const walk = (value: readonly unknown[]): void => {
    const [first] = value;
    if (!Array.isArray(first)) return;
    if (typeof first[0] !== 'number') return value.forEach((part) => walk(part as unknown[]));
    const ring = value as readonly (readonly [number, number])[];
    for (let i = 1; i < ring.length; i++)
      length += Math.hypot(ring[i]![0] - ring[i - 1]![0], ring[i]![1] - ring[i - 1]![1]);
  };
  walk(shape.coordinates as unknown[]);
  return length;
}

const placed = (shapes: readonly SuiteShape[]): Placing => placingOf(shapes)!;
const asked = ({ questions }: SuiteCase, name: string): string | undefined =>
  questions.find(({ operation }) => operation === name)?.answer;

/** What each operation of the suite asks, told from the land that two shapes share and have alone. */
const ANSWERS: Readonly<Record<string, (land: Overlaid, slack: number) => number | boolean>> = {
  intersection: ({ both }) => both,
  union: ({ both, onlyA, onlyB }) => both + onlyA + onlyB,
  difference: ({ onlyA }) => onlyA,
  symdifference: ({ onlyA, onlyB }) => onlyA + onlyB,
  contains: ({ both, onlyB }, slack) => both > slack && onlyB <= slack,
};

/** Square metres of the answer of the suite. */
const landOfAnswer = ({ answer }: SuiteQuestion, { scale }: Placing): number =>
  areaOf(readShape(answer)) * scale ** 2;

describe.skipIf(!haveGeosSuite)('the GEOS suite', () => {
  test('every polygon through check: a fault where the suite and GEOS call it invalid, none elsewhere', async () => {
    const polygons = cases.filter(
      (one) => isAreal(one.a) && placingOf([one.a]) !== null && asked(one, 'isvalid') !== undefined,
    );
    const wrong: string[] = [];
    let invalid = 0;
    for (const one of polygons) {
      const geometry = placed([one.a]).place(one.a);
      const reason = reasonOf(geometry);
      const faults = await faultsOf(geometry);
      const suite = asked(one, 'isvalid') === 'true';
      if (!suite) invalid++;
      if (suite !== (reason === VALID)) wrong.push(`${one.name}: the suite says ${suite}, GEOS ${reason}`);
      else if (suite !== (faults.length === 0)) wrong.push(`${one.name}: ${reason}, here ${faults.join()}`);
    }
    expect(wrong).toEqual([]);
    expect([polygons.length, invalid]).toEqual([322, 46]);
  });

  test('every pair of valid polygons as a map: the land shared and left over is that of GEOS and of the suite', async () => {
    const pairs = cases.filter(
      ({ a, b }) => isAreal(a) && isAreal(b) && reasonOf(a) === VALID && reasonOf(b) === VALID,
    );
    const wrong: string[] = [];
    let answered = 0;
    for (const one of pairs) {
      const placing = placed([one.a, one.b]);
      const [a, b] = [placing.place(one.a), placing.place(one.b)];
      const here = await overlapped(a, b);
      const there = overlaidAreas(a, b);
      const border = borderOf(a) + borderOf(b);
      // A millimetre either way along all borders, and hectares are printed to the hundredth.
      const slack = border * 0.001 + 100;
      for (const part of ['both', 'onlyA', 'onlyB'] as const)
        if (Math.abs(here[part] - there[part]) > slack)
          wrong.push(`${one.name}: ${part} ${here[part]}, GEOS ${there[part]}`);
      for (const question of one.questions) {
        const asks = ANSWERS[question.operation.replace(/(ng|sr)$/, '')];
        if (asks === undefined) continue;
        answered++;
        const own = asks(question.turned ? { ...here, onlyA: here.onlyB, onlyB: here.onlyA } : here, slack);
        // Answers on a grid may be off by half a diagonal of a cell along all borders.
        const cell = question.scale === 0 ? 0 : (placing.scale / question.scale) * border * Math.SQRT1_2;
        const suite = typeof own === 'boolean' ? question.answer === 'true' : landOfAnswer(question, placing);
        if (typeof own === 'boolean' ? own !== suite : Math.abs(own - Number(suite)) > 2 * slack + cell)
          wrong.push(`${one.name}: ${question.operation} ${own}, the suite ${suite}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(pairs).toHaveLength(75);
    expect(answered).toBe(258);
  });

  test('every polygon that is united with itself has the land of the answer', async () => {
    const alone = cases.filter(
      ({ a, b, questions }) => isAreal(a) && b === null && questions[0]?.operation === 'union',
    );
    for (const one of alone) {
      const placing = placed([one.a]);
      const a = placing.place(one.a);
      const { both } = await overlapped(a, a, 'union');
      expect(Math.abs(both - landOfAnswer(one.questions[0]!, placing)), one.name).toBeLessThan(
        borderOf(a) * 0.001 + 100,
      );
    }
    expect(alone).toHaveLength(1);
  });
});
