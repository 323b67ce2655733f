/**
 * Hectares of every pair of real units against those of an independent library, and what must not change them.
 *
 * The expected hectares were measured on a cylindrical equal-area projection with edges straight between projected
 * ends: trapezoids in the authalic term, width times the mean of both ends. Here edges are straight in longitude and
 * latitude. On the 20 m files the two agree everywhere. On the 200 m files, whose edges reach 17 km, they differ on
 * eleven pairs, and there the difference must be that of the two rules and nothing else.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildArrangement, type Arrangement } from '../../src/arrangement/arrangement.js';
import { authalic } from '../../src/arrangement/ellipsoid.js';
import { geographicLattice, valueX, valueY } from '../../src/arrangement/lattice.js';
import type { Layer } from '../../src/layer/layer.js';
import { crossOnSheet } from '../../src/measures/crossing/cross-by-shapes.js';
import { crossLayers } from '../../src/measures/crossing/cross-layers.js';
import { landOfPairs } from '../arrangement/figures.js';
import { featuresOf, makeLayer } from '../arrangement/make-layer.js';
import { toldOtherwise } from '../arrangement/rearrange.js';
import { haveRealData, realData } from '../real-data.js';
import { figuresOf, loadReal, type PairFigures } from './real-run.js';

const landLayerOf = (layer: Layer) => ({ unitCount: layer.codes.length, ...layer.land! });

/** Square metres of every face from trapezoids: the mean authalic term of both ends times the width of an edge. */
function byTrapezoids({ edges, faces }: Arrangement): Float64Array {
  const area = new Float64Array(faces.count);
  const term = (node: number): number =>
    authalic(Math.sin((valueY(edges.lattice, edges.nodeY[node]!) * Math.PI) / 180));
  for (let e = 0; e < edges.from.length; e++) {
    const [u, v] = [edges.from[e]!, edges.to[e]!];
    const width = valueX(edges.lattice, edges.nodeX[u]!) - valueX(edges.lattice, edges.nodeX[v]!);
    const land = ((width * Math.PI) / 180) * ((term(u) + term(v)) / 2);
    area[faces.ofHalfEdge[2 * e]!]! += land;
    area[faces.ofHalfEdge[2 * e + 1]!]! -= land;
  }
  return area;
}

interface Measured {
  /** Hectares expected, by 'codeA∩codeB', of pairs above one hectare. */
  readonly expected: ReadonlyMap<string, number>;
  /** Hectares as the engine measures, and by trapezoids. */
  readonly exact: ReadonlyMap<string, number>;
  readonly trapezoids: ReadonlyMap<string, number>;
}

async function measure(a: 'icb23' | 'icb24', b: 'lad24' | 'lad25', file: string): Promise<Measured> {
  const [first, second] = await loadReal([a, b]);
  const arrangement = buildArrangement([landLayerOf(first!), landLayerOf(second!)], geographicLattice);
  const hectares = (measured: Arrangement): Map<string, number> =>
    new Map(
      [...landOfPairs(measured, 0, 1, first!.codes, second!.codes)].map(([pair, land]) => [pair, land / 1e4]),
    );
  const rows = readFileSync(realData(`expected/${file}`), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  const expected = rows
    .map((row) => row.split(','))
    .map(([p, q, land]) => [`${p}∩${q}`, Number(land)] as const);
  return {
    expected: new Map(expected.filter(([, land]) => land > 1)),
    exact: hectares(arrangement),
    trapezoids: hectares({ ...arrangement, area: byTrapezoids(arrangement) }),
  };
}

const agrees = (given: number, wanted: number): boolean =>
  Math.abs(given - wanted) <= Math.max(0.05, 1e-5 * wanted);

/** Pairs that are missing or off. */
const pairsOff = (given: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): string[] =>
  [...expected].filter(([pair, land]) => !agrees(given.get(pair) ?? 0, land)).map(([pair]) => pair);

describe.skipIf(!haveRealData)('hectares of pairs', () => {
  it('of ICBs 2024 and councils 2025 are all as expected, to 1e-5 or 0.05 ha', async () => {
    const { expected, exact, trapezoids } = await measure(
      'icb24',
      'lad25',
      'overlap_area_icb24_lad25_bgc.csv',
    );
    expect(expected.size).toBeGreaterThan(500);
    expect(pairsOff(exact, expected)).toEqual([]);
    expect(pairsOff(trapezoids, expected)).toEqual([]);
  });

  it('of ICBs 2023 and councils 2024 are as expected but for eleven, which the length of edges explains', async () => {
    const { expected, exact, trapezoids } = await measure(
      'icb23',
      'lad24',
      'overlap_area_icb23_lad24_bsc.csv',
    );
    expect(expected.size).toBeGreaterThan(500);
    expect(pairsOff(trapezoids, expected)).toEqual([]);
    const off = pairsOff(exact, expected);
    expect(off.length).toBe(11);
    for (const pair of off) {
      const bend = exact.get(pair)! - trapezoids.get(pair)!;
      expect([pair, agrees(exact.get(pair)! - bend, expected.get(pair)!)]).toEqual([pair, true]);
      expect(Math.abs(bend)).toBeLessThan(4);
    }
  });
});

const request = { planar: false, measures: [] } as const;

describe.skipIf(!haveRealData)('pairs of ICBs 2024 and councils 2025', () => {
  it('are the same with combined authorities and LSOAs beside them, at any tolerance', async () => {
    const layers = await loadReal(['icb24', 'lad25', 'cauth25', 'lsoa21']);
    const [a, b] = [layers[0]!, layers[1]!];
    const two = crossLayers({ ...request, tolerance: 'auto', layers: [a, b] });
    const four = crossLayers({ ...request, tolerance: 'auto', layers });
    for (const tolerance of ['auto', 0, 20, 100, 1000] as const) {
      const [alone, beside] = [two, four].map(({ sheet }) =>
        figuresOf(crossOnSheet(sheet!, [[a, b]], tolerance)[0]!),
      );
      const all = [...new Set([...alone!.keys(), ...beside!.keys()])];
      expect(all.length).toBeGreaterThan(650);
      const changed = all.filter((pair) => !areAlike(alone!.get(pair), beside!.get(pair)));
      expect([tolerance, changed]).toEqual([tolerance, []]);
    }
    const found = [...figuresOf(four.pairs[0]!).values()];
    expect(found.filter(({ relation }) => relation !== 'sliver').length).toBe(309);
  });
});

/** Crossings of further borders round to a centimetre; nothing else may differ. */
function areAlike(one: PairFigures | undefined, other: PairFigures | undefined): boolean {
  const [p, q] = [one ?? NOTHING, other ?? NOTHING];
  return (
    p.relation === q.relation &&
    p.patches === q.patches &&
    Math.abs(p.hectares - q.hectares) < 0.02 &&
    Math.abs(p.width - q.width) < 0.02
  );
}
const NOTHING: PairFigures = { relation: 'none', hectares: 0, width: 0, patches: 0 };

describe.skipIf(!haveRealData)('ICBs 2023 and councils 2024', () => {
  /** The same layer with its features shuffled, rings turned around and begun elsewhere. */
  const retold = (layer: Layer, seed: number): Layer => {
    const told = makeLayer(toldOtherwise(featuresOf(landLayerOf(layer)), seed), 'parity', layer.codes.length);
    return { ...layer, land: { ...layer.land!, shapes: told.shapes, featureUnit: told.featureUnit } };
  };

  it('give the same numbers told in another order, and swapped', async () => {
    const [a, b] = await loadReal(['icb23', 'lad24buc']);
    const [found] = crossLayers({ ...request, tolerance: 'auto', layers: [a!, b!] }).pairs;
    const straight = figuresOf(found!);
    const [other] = crossLayers({
      ...request,
      tolerance: 'auto',
      layers: [retold(a!, 1), retold(b!, 2)],
    }).pairs;
    expect(figuresOf(other!)).toEqual(straight);
    expect(other!.land.areasA).toEqual(found!.land.areasA);
    const [swapped] = crossLayers({ ...request, tolerance: 'auto', layers: [retold(b!, 3), a!] }).pairs;
    const mirror: Record<string, string> = { within: 'contains', contains: 'within' };
    const turned = [...figuresOf(swapped!)].map(([pair, figures]) => {
      const { relation } = figures;
      return [
        pair.split('∩').reverse().join('∩'),
        { ...figures, relation: mirror[relation] ?? relation },
      ] as const;
    });
    expect(new Map(turned.sort(([p], [q]) => (p < q ? -1 : 1)))).toEqual(straight);
  });
});
