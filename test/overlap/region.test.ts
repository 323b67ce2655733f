/**
 * The embedded region: people of every pair of every two layers by shapes, by points and by lookup are what the lookup
 * says, to the person.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../src/cli/node-files.js';
import { Inputs } from '../../src/run/inputs.js';
import { parseLayer } from '../../src/run/layer-source.js';
import { loadGround } from '../../src/run/load-ground.js';
import type { Crossing } from '../../src/measures/crossing/crossing.js';
import type { CrossedPair } from '../../src/measures/crossing/crossed-pair.js';
import { crossLayers } from '../../src/measures/crossing/cross-layers.js';

type Row = Readonly<Record<string, string>>;
const table = (name: string): Row[] => parse<Row>(readFileSync(`data/region/${name}.csv`), { columns: true });

/** Layer, file of shapes, code column of the lookup. */
const layers: readonly (readonly [string, string, string])[] = [
  ['icb', 'icb', 'ICB24CD'],
  ['older', 'icb_older', 'ICB21CD'],
  ['ltla', 'ltla', 'LAD24CD'],
  ['utla', 'utla', 'CTYUA24CD'],
  ['cauth', 'cauth', 'CAUTH24CD'],
  ['ward', 'ward', 'WD24CD'],
  ['pcn', 'pcn', 'pcn_code'],
  ['pfa', 'pfa', 'PFA24CD'],
  ['fra', 'fra', 'FRA24CD'],
];
const residents = new Map(table('residents').map((row) => [row['LSOA21CD']!, Number(row['Total'])]));
const total = [...residents.values()].reduce((sum, value) => sum + value, 0);

/** Units of each block in each layer. */
const unitsOf = new Map<string, ReadonlyMap<string, readonly string[]>>();
beforeAll(() => {
  const lookup = table('lookup');
  for (const [id, , column] of layers) {
    unitsOf.set(
      id,
      new Map(lookup.map((row) => [row['LSOA21CD']!, row[column] === '' ? [] : [row[column]!]])),
    );
  }
  const neighbourhoods = new Map([...residents.keys()].map((block): [string, string[]] => [block, []]));
  for (const row of table('neighbourhood_membership')) {
    neighbourhoods.get(row['LSOA21CD']!)!.push(row['neighbourhood_code']!);
  }
  unitsOf.set('nbhd', neighbourhoods);
});

/** People of every pair of two layers by the lookup; `-` for no unit. Pairs without people are left out. */
function peopleByLookup(a: string, b: string): Map<string, number> {
  const people = new Map<string, number>();
  for (const [block, count] of residents) {
    const [first, second] = [unitsOf.get(a)!.get(block)!, unitsOf.get(b)!.get(block)!];
    if (first.length + second.length === 0) continue;
    for (const p of first.length === 0 ? ['-'] : first) {
      for (const q of second.length === 0 ? ['-'] : second) {
        people.set(`${p} ${q}`, (people.get(`${p} ${q}`) ?? 0) + count);
      }
    }
  }
  for (const [key, count] of people) if (count === 0) people.delete(key);
  return people;
}

/** People of blocks in several units of a layer, as often as they are counted again. */
const countedAgain = (a: string, b: string): number =>
  [...residents].reduce((sum, [block, count]) => {
    const times = [a, b].map((id) => Math.max(1, unitsOf.get(id)!.get(block)!.length));
    return sum + count * (times[0]! * times[1]! - 1);
  }, 0);

/** People of every pair as crossed. */
const peopleOf = ({ a, b, land }: CrossedPair): Map<string, number> =>
  new Map(
    land.pairs
      .filter((pair) => pair.amounts[0]!.people !== 0)
      .map((pair) => [`${a.codes[pair.a] ?? '-'} ${b.codes[pair.b] ?? '-'}`, pair.amounts[0]!.people]),
  );

async function cross(given: readonly string[], blocks: string | null): Promise<Crossing> {
  const inputs = new Inputs(nodeFiles);
  const wishes = {
    people: [{ path: 'data/region/residents.csv' }],
    ...(blocks === null ? {} : { blocks: { path: blocks } }),
  };
  const sources = given.map((text) => parseLayer(text, inputs.exists));
  const ground = await loadGround(inputs, sources, wishes, () => undefined);
  return crossLayers({ ...ground, tolerance: 'auto' });
}

const shapes = [
  ...layers.map(([id, file]) => `${id}=data/region/${file}.geojson`),
  'nbhd=data/region/neighbourhoods.geojson',
];
const lookups = layers.map(([id, , column]) => `${id}=data/region/lookup.csv:LSOA21CD:${column}`);

const routes: readonly (readonly [string, readonly string[], string | null, number])[] = [
  ['by shapes and polygons of blocks', shapes, 'data/region/blocks.geojson', 45],
  ['by shapes and centroids of blocks', shapes, 'data/region/blocks_centroids.geojson', 45],
  ['by lookup alone', lookups, null, 36],
];

describe.each(routes)('people of the region %s', (_, given, blocks, pairs) => {
  let crossing: Crossing;
  beforeAll(async () => {
    crossing = await cross(given, blocks);
  });

  it('are those of the lookup for every two layers, to the person', () => {
    expect(crossing.pairs.length).toBe(pairs);
    for (const pair of crossing.pairs) {
      const found = new Map(
        [...peopleOf(pair)].map(([key, people]) => [key, Math.round(people * 1e6) / 1e6]),
      );
      const name = `${pair.a.id} and ${pair.b.id}`;
      expect([name, sorted(found)]).toEqual([name, sorted(peopleByLookup(pair.a.id, pair.b.id))]);
    }
  });

  it('add up to all residents, none lost', () => {
    for (const { a, b, land, lost } of crossing.pairs) {
      expect(land.measures[0]!.total).toBe(total);
      const inPairs = land.pairs.reduce((sum, each) => sum + each.amounts[0]!.people, 0);
      expect(Math.round((inPairs + lost[0]!) * 1e6) / 1e6).toBe(total + countedAgain(a.id, b.id));
    }
  });
});

describe('real overlaps of the region', () => {
  it('are the same pairs by shapes as by lookup, but for land where nobody lives', async () => {
    const [byShapes, byLookup] = await Promise.all([
      cross(shapes.slice(0, layers.length), 'data/region/blocks.geojson'),
      cross(lookups, null),
    ]);
    const extra = byShapes.pairs.flatMap((pair, i) => {
      const other = byLookup.pairs[i]!;
      const known = new Set(
        other.land.pairs.map((each) => `${other.a.codes[each.a]} ${other.b.codes[each.b]}`),
      );
      return pair.land.pairs
        .filter((each) => each.material && each.a >= 0 && each.b >= 0)
        .map((each) => `${pair.a.codes[each.a]} ${pair.b.codes[each.b]}`)
        .filter((key) => !known.has(key));
    });
    // Skelmoor's border cuts through an empty block of the council next door, and of two ICBs and a ward there.
    expect(extra).toEqual(['E54900002 E07900008', 'E54900013 E07900008', 'E07900008 E05900027']);
    const missing = byLookup.pairs.flatMap((pair, i) => {
      const shown = new Set(
        byShapes.pairs[i]!.land.pairs.filter((each) => each.material).map((each) => `${each.a} ${each.b}`),
      );
      return pair.land.pairs
        .filter((each) => each.a >= 0 && each.b >= 0 && !shown.has(`${each.a} ${each.b}`))
        .map((each) => `${pair.a.codes[each.a]} ${pair.b.codes[each.b]}`);
    });
    expect(missing).toEqual([]);
  });

  it('and their people are the same when the ICBs are drawn anew, less exactly', async () => {
    const drawnAnew = ['icb=data/region/icb_generalised_BSC.geojson', ...shapes.slice(1, layers.length)];
    const { pairs } = await cross(drawnAnew, 'data/region/blocks_centroids.geojson');
    for (const pair of pairs.filter(({ a }) => a.id === 'icb')) {
      expect([pair.b.id, sorted(peopleOf(pair))]).toEqual([
        pair.b.id,
        sorted(peopleByLookup('icb', pair.b.id)),
      ]);
    }
  });
});

const sorted = (map: ReadonlyMap<string, number>): [string, number][] =>
  [...map].sort(([p], [q]) => (p < q ? -1 : p > q ? 1 : 0));
