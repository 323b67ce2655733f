/**
 * The embedded region against itself: what the generator writes is what is committed, the mesh fits together,
 * every shape is the sum of its blocks, and the numbers of the README follow from the tables.
 *
 * Everything is read back from the written files; the generator's own code is not asked.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

type Position = readonly [number, number];
type Ring = readonly Position[];
interface Feature {
  readonly properties: Readonly<Record<string, string | number>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}
type Row = Readonly<Record<string, string>>;

const folder = resolve('data/region');
const features = (name: string): Feature[] => {
  const text = readFileSync(join(folder, `${name}.geojson`), 'utf8');
  return (JSON.parse(text) as { features: Feature[] }).features;
};
const table = (name: string): Row[] =>
  parse<Row>(readFileSync(join(folder, `${name}.csv`)), { columns: true });

const toStep = (degrees: number): number => Math.round(degrees * 1e7);
/** Rings of a feature on the lattice of 1e-7 degree. */
function ringsOf({ geometry }: Feature): Ring[] {
  const polygons = (
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  ) as Position[][][];
  return polygons.flat().map((ring) => ring.map(([x, y]) => [toStep(x), toStep(y)] as const));
}

/** Twice the signed area of a ring in square lattice steps. */
function twiceArea(ring: Ring): bigint {
  let sum = 0n;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[i + 1]!;
    sum += BigInt(ax) * BigInt(by) - BigInt(bx) * BigInt(ay);
  }
  return sum;
}
const size = (n: bigint): bigint => (n < 0n ? -n : n);

/** Twice the area of a feature: in every polygon the first ring counts, the others are holes. */
function twiceAreaOf({ geometry }: Feature): bigint {
  const polygons = (
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  ) as Position[][][];
  let sum = 0n;
  for (const rings of polygons) {
    rings.forEach((ring, i) => {
      const area = size(twiceArea(ring.map(([x, y]) => [toStep(x), toStep(y)] as const)));
      sum += i === 0 ? area : -area;
    });
  }
  return sum;
}

/** Parity over all rings: true when the position is inside the feature. */
function covers(feature: Feature, [x, y]: Position): boolean {
  let odd = false;
  for (const ring of ringsOf(feature)) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = ring[i]!;
      const [bx, by] = ring[i + 1]!;
      if (ay > y !== by > y && (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0 === by > ay) odd = !odd;
    }
  }
  return odd;
}

/** Edges of features as "from to", every ring turned so that land lies left of outer rings. */
function edgesOf(list: readonly Feature[]): string[] {
  return list.flatMap((feature) => {
    const polygons = (
      feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates] : feature.geometry.coordinates
    ) as Position[][][];
    return polygons.flatMap((rings) =>
      rings.flatMap((ring, i) => {
        const steps = ring.map(([x, y]) => [toStep(x), toStep(y)] as const);
        const turned = twiceArea(steps) > 0n === (i === 0) ? steps : [...steps].reverse();
        return turned.slice(1).map((to, k) => `${turned[k]!.join(' ')}|${to.join(' ')}`);
      }),
    );
  });
}
const backwards = (edge: string): string => edge.split('|').reverse().join('|');

const lookup = table('lookup');
const residents = new Map(table('residents').map((row) => [row['LSOA21CD']!, Number(row['Total'])]));
const peopleOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + residents.get(row['LSOA21CD']!)!, 0);
const blocks = features('blocks');
const blockArea = new Map(blocks.map((block) => [String(block.properties['LSOA21CD']), twiceAreaOf(block)]));
const areaOf = (rows: readonly Row[]): bigint =>
  rows.reduce((sum, row) => sum + blockArea.get(row['LSOA21CD']!)!, 0n);

/** Layer file, code field of the file, rows that say which block is in which unit, code column of those rows. */
const memberships: readonly (readonly [string, string, readonly Row[]])[] = [
  ['icb', 'ICB24CD', lookup],
  ['icb_older', 'ICB21CD', lookup],
  ['ltla', 'LAD24CD', lookup],
  ['utla', 'CTYUA24CD', lookup],
  ['cauth', 'CAUTH24CD', lookup],
  ['ward', 'WD24CD', lookup],
  ['pfa', 'PFA24CD', lookup],
  ['fra', 'FRA24CD', lookup],
  ['pcn', 'pcn_code', lookup],
  ['neighbourhoods', 'neighbourhood_code', table('neighbourhood_membership')],
];

const known = table('known');
const knownRows = (fact: string): Row[] => known.filter((row) => row['fact'] === fact);

describe('the generator', () => {
  it('writes exactly the committed bytes', () => {
    const other = mkdtempSync(join(tmpdir(), 'region-'));
    try {
      execFileSync(process.execPath, [join(folder, 'generate.mjs'), other]);
      const written = readdirSync(other).sort();
      const committed = readdirSync(folder).filter((name) => /\.(geojson|csv|md)$/.test(name));
      expect(written).toEqual(committed.sort());
      for (const name of written) {
        expect(readFileSync(join(other, name)).equals(readFileSync(join(folder, name))), name).toBe(true);
      }
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('stays under three megabytes', () => {
    const bytes = readdirSync(folder, { recursive: true })
      .map((name) => statSync(join(folder, String(name))))
      .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
    expect(bytes).toBeLessThan(3_000_000);
  });
});

describe('the mesh', () => {
  const all = edgesOf([...blocks, ...features('neighbour_country')]);

  it('has every inner edge exactly twice, once each way, and no edge twice the same way', () => {
    const seen = new Set(all);
    expect(seen.size).toBe(all.length);
    const outer = all.filter((edge) => !seen.has(backwards(edge)));
    expect(outer.length).toBeGreaterThan(500);
    expect(outer.length).toBeLessThan(all.length / 4);
  });

  it('touches the neighbour country along whole edges', () => {
    const land = new Set(edgesOf(blocks));
    const border = edgesOf(features('neighbour_country')).filter((edge) => land.has(backwards(edge)));
    expect(border.length).toBeGreaterThan(100);
  });

  it('has no two edges that cross', () => {
    const edges = [...new Set(all.map((edge) => (edge < backwards(edge) ? edge : backwards(edge))))].map(
      (edge) => edge.split('|').map((end) => end.split(' ').map(Number) as [number, number]),
    ) as unknown as [Position, Position][];
    const left = ([a, b]: [Position, Position]): number => Math.min(a[0], b[0]);
    edges.sort((a, b) => left(a) - left(b));
    const side = (a: Position, b: Position, c: Position): number =>
      Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
    let crossed = 0;
    edges.forEach(([a, b], i) => {
      const right = Math.max(a[0], b[0]);
      for (let j = i + 1; j < edges.length && left(edges[j]!) <= right; j++) {
        const [c, d] = edges[j]!;
        if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) crossed++;
      }
    });
    expect(crossed).toBe(0);
  });

  it('gives every position on the lattice of 1e-7 degree', () => {
    const text = readFileSync(join(folder, 'blocks.geojson'), 'utf8');
    expect(text).not.toMatch(/\.\d{8}/);
    expect(text).not.toMatch(/\de-?\d/);
  });
});

describe('shapes', () => {
  for (const [file, field, rows] of memberships) {
    it(`of ${file} are the sums of their blocks, but for the listed deviations`, () => {
      const differences = features(file)
        .map((feature) => {
          const code = String(feature.properties[field]);
          return [code, twiceAreaOf(feature) - areaOf(rows.filter((row) => row[field] === code))] as const;
        })
        .filter(([, difference]) => difference !== 0n);
      if (file === 'ltla') {
        expect(differences.map(([code]) => code)).toEqual(['E07900005', 'E07900008']);
        expect(differences[0]![1]).toBe(-differences[1]![1]);
        const cut = knownRows('council-border-cuts-block')[0]!;
        expect(hectares(differences[1]![1])).toBeCloseTo(Number(cut['hectares']), 0);
      } else if (file === 'pfa') {
        expect(differences.map(([code]) => code)).toEqual(['E23900002']);
        expect(hectares(differences[0]![1])).toBeCloseTo(Number(knownRows('foreshore')[0]!['hectares']), -1);
      } else expect(differences).toEqual([]);
    });

    it(`of ${file} have the codes the tables have`, () => {
      const inTables = [...new Set(rows.map((row) => row[field]!))].filter((code) => code !== '').sort();
      expect(features(file).map((feature) => feature.properties[field])).toEqual(inTables);
    });
  }

  it('lie around the centres of their blocks, in the generalised copy as well', () => {
    const centres = new Map(
      features('blocks_centroids').map((feature) => {
        const [x, y] = feature.geometry.coordinates as Position;
        return [String(feature.properties['LSOA21CD']), [toStep(x), toStep(y)] as const];
      }),
    );
    expect(centres.size).toBe(blocks.length);
    for (const block of blocks)
      expect(covers(block, centres.get(String(block.properties['LSOA21CD']))!)).toBe(true);
    const checked = [...memberships, ['icb_generalised_BSC', 'ICB24CD', lookup] as const];
    for (const [file, field, rows] of checked) {
      for (const feature of features(file)) {
        const code = String(feature.properties[field]);
        const inside = [...centres].filter(([, centre]) => covers(feature, centre)).map(([block]) => block);
        const people = inside.reduce((sum, block) => sum + residents.get(block)!, 0);
        expect(people, `${file} ${code}`).toBe(peopleOf(rows.filter((row) => row[field] === code)));
      }
    }
  });

  it('include a council with a hole, islands, and rings of either direction', () => {
    const rings = features('ltla').find((feature) => feature.properties['LAD24NM'] === 'Fenmarch')!;
    expect(ringsOf(rings)).toHaveLength(2);
    const coast = features('ltla').find((feature) => feature.properties['LAD24NM'] === 'Gannet Coast')!;
    expect(coast.geometry.coordinates).toHaveLength(3);
    expect(twiceArea(ringsOf(features('icb')[0]!)[0]!) < 0n).toBe(true);
    expect(twiceArea(ringsOf(features('ward')[0]!)[0]!) > 0n).toBe(true);
  });

  it('of the generalised copy differ from the ICBs everywhere, by less than one part in two hundred', () => {
    const exact = features('icb').map(twiceAreaOf);
    features('icb_generalised_BSC').forEach((feature, i) => {
      const difference = size(twiceAreaOf(feature) - exact[i]!);
      expect(difference).toBeGreaterThan(0n);
      expect(difference * 200n).toBeLessThan(exact[i]!);
    });
    const shared = new Set(edgesOf(features('icb')));
    expect(edgesOf(features('icb_generalised_BSC')).filter((edge) => shared.has(edge))).toEqual([]);
  });
});

/** Hectares of twice an area in square steps, near 53.6 degrees north, good to a few parts in a thousand. */
const hectares = (twice: bigint): number => ((Number(twice) / 2) * 1.113e-2 * 6.621e-3) / 10000;

describe('codes', () => {
  it('have the shape of real ones', () => {
    const gss = /^[EWSNKJ]\d{8}$/;
    for (const row of lookup) {
      for (const [column, value] of Object.entries(row)) {
        if (column.endsWith('CD') && value !== '') expect(value, column).toMatch(gss);
      }
      if (row['pcn_code'] !== '') expect(row['pcn_code']).toMatch(/^U\d{5}$/);
      expect(row['ICB24CDH']).toMatch(/^[A-Z0-9]{3,5}$/);
    }
    for (const row of table('registrations')) expect(row['LSOA21CD']).toMatch(/^[EW]01\d{6}$/);
    for (const row of table('gp-reg-pat-prac-map')) expect(row['PRACTICE_CODE']).toMatch(/^[A-Z]\d{5}$/);
  });

  it('name one unit each', () => {
    for (const [field, name] of [
      ['LSOA21CD', 'LSOA21NM'],
      ['WD24CD', 'WD24NM'],
      ['LAD24CD', 'LAD24NM'],
      ['pcn_code', 'pcn_name'],
    ] as const) {
      const pairs = new Set(lookup.map((row) => `${row[field]} ${row[name]}`));
      expect(new Set(lookup.map((row) => row[field])).size).toBe(pairs.size);
      expect(new Set(lookup.map((row) => row[name])).size).toBe(pairs.size);
    }
  });
});

describe('people', () => {
  it('have a number in every block, and every block a row in every table', () => {
    const codes = blocks.map((block) => block.properties['LSOA21CD']);
    expect([...residents.keys()]).toEqual(codes);
    expect(lookup.map((row) => row['LSOA21CD'])).toEqual(codes);
    expect(table('deprivation').map((row) => row['LSOA21CD'])).toEqual(codes);
  });

  it('live in Core20 blocks where the decile is 1 or 2', () => {
    for (const row of table('deprivation')) {
      const core = Number(row['imd_decile']) <= 2;
      expect(row['core20']).toBe(core ? '1' : '0');
      expect(Number(row['core20_residents'])).toBe(core ? residents.get(row['LSOA21CD']!) : 0);
    }
  });

  const total = [...residents.values()].reduce((sum, people) => sum + people, 0);
  const partFacts = [
    ['council', 'LAD24CD', ''],
    ['council-in-icbs', 'LAD24CD', 'ICB24CD'],
    ['upper-tier-in-icbs', 'CTYUA24CD', 'ICB24CD'],
    ['icb-and-cauth', 'ICB24CD', 'CAUTH24CD'],
    ['icb-2021-to-2024', 'ICB21CD', 'ICB24CD'],
    ['pcn-in-icbs', 'pcn_code', 'ICB24CD'],
  ] as const;
  for (const [fact, field, other] of partFacts) {
    it(`of the known facts "${fact}" are those of the lookup, none missing`, () => {
      const sums = new Map<string, number>();
      for (const row of lookup) {
        if (row[field] === '') continue;
        const key = other === '' ? row[field]! : `${row[field]} ${row[other]}`;
        sums.set(key, (sums.get(key) ?? 0) + residents.get(row['LSOA21CD']!)!);
      }
      const parts = (code: string): number => [...sums.keys()].filter((key) => key.startsWith(code)).length;
      const whole = !['council-in-icbs', 'upper-tier-in-icbs', 'pcn-in-icbs'].includes(fact);
      const expected = [...sums].filter(([key]) => whole || parts(key.split(' ')[0]!) > 1);
      const written = knownRows(fact).map((row) => [
        other === '' ? row['code'] : `${row['code']} ${row['other_code']}`,
        Number(row['people']),
      ]);
      expect(new Map(written as [string, number][])).toEqual(new Map(expected));
      if (whole) expect(written.reduce((sum, [, people]) => sum + Number(people), 0)).toBe(total);
    });
  }

  it('of neighbourhoods reconcile: once, plus the double cover, less the gap', () => {
    const membership = table('neighbourhood_membership');
    const gap = Number(knownRows('neighbourhood-gap')[0]!['people']);
    const double = Number(knownRows('neighbourhood-double')[0]!['people']);
    expect(peopleOf(membership)).toBe(total + double - gap);
    const times = new Map<string, number>();
    for (const row of membership) times.set(row['LSOA21CD']!, (times.get(row['LSOA21CD']!) ?? 0) + 1);
    expect(peopleOf(lookup.filter((row) => !times.has(row['LSOA21CD']!)))).toBe(gap);
    expect(peopleOf(lookup.filter((row) => times.get(row['LSOA21CD']!) === 2))).toBe(double);
  });

  it('have one council shared by few and one by many, and one ICB equal to one combined authority', () => {
    const shared = knownRows('council-in-icbs').map((row) => `${row['name']} ${row['people']}`);
    expect(shared).toHaveLength(4);
    const first = knownRows('icb-and-cauth').filter((row) => row['code'] === 'E54900001');
    expect(first.map((row) => row['other_code'])).toEqual(['E47900001']);
    expect(knownRows('icb-and-cauth').filter((row) => row['other_code'] === 'E47900001')).toHaveLength(1);
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const row of known) expect(readme).toContain(Number(row['people']).toLocaleString('en-GB'));
  });
});

describe('registrations', () => {
  const byNetwork = table('registrations');
  const byPractice = table('gp-reg-pat-prac-lsoa-all');
  const networkOf = new Map(
    table('gp-reg-pat-prac-map').map((row) => [row['PRACTICE_CODE']!, row['PCN_CODE']!]),
  );

  it('by practice add up to those by network', () => {
    const sums = new Map<string, number>();
    for (const row of byPractice) {
      const key = `${row['LSOA_CODE']} ${networkOf.get(row['PRACTICE_CODE']!)}`;
      sums.set(key, (sums.get(key) ?? 0) + Number(row['NUMBER_OF_PATIENTS']));
    }
    const written = byNetwork.map((row) => [
      `${row['LSOA21CD']} ${row['pcn_code']}`,
      Number(row['patients']),
    ]);
    expect(new Map(written as [string, number][])).toEqual(sums);
  });

  it('give every block the network the lookup names, with one tie that the lower code wins', () => {
    const ties: string[] = [];
    for (const row of lookup) {
      const mine = byNetwork
        .filter((each) => each['LSOA21CD'] === row['LSOA21CD'])
        .sort(
          (a, b) =>
            Number(b['patients']) - Number(a['patients']) || (a['pcn_code']! < b['pcn_code']! ? -1 : 1),
        );
      expect(row['pcn_code'], row['LSOA21CD']).toBe(mine[0]?.['pcn_code'] ?? '');
      if (mine.length > 1 && mine[0]!['patients'] === mine[1]!['patients']) {
        ties.push(`${row['LSOA21NM']} ${mine[0]!['pcn_code']} ${mine[1]!['pcn_code']}`);
      }
    }
    const [tie] = knownRows('pcn-tie');
    expect(ties).toHaveLength(1);
    expect(ties[0]).toContain(`${tie!['code']} ${tie!['other_code']}`);
  });

  it('include patients from across the national border', () => {
    const abroad = byNetwork.filter((row) => row['LSOA21CD']!.startsWith('W01'));
    const people = abroad.reduce((sum, row) => sum + Number(row['patients']), 0);
    const written = knownRows('residence-and-registration').filter((row) => row['code'] === 'W92900001');
    expect(people).toBeGreaterThan(0);
    expect(written.reduce((sum, row) => sum + Number(row['people']), 0)).toBe(people);
  });
});

describe('services', () => {
  it('stand on land of the region', () => {
    for (const row of table('services')) {
      const place = [toStep(Number(row['longitude'])), toStep(Number(row['latitude']))] as const;
      expect(
        blocks.some((block) => covers(block, place)),
        row['service_name'],
      ).toBe(true);
    }
  });
});

describe('groupings', () => {
  it('name every ward, ICB and council once', () => {
    const codes = (name: string, field: string): string[] => table(name).map((row) => row[field]!);
    expect(codes('area_committees', 'WD24CD')).toEqual(features('ward').map((f) => f.properties['WD24CD']));
    expect(codes('cluster', 'ICB24CD')).toEqual(features('icb').map((f) => f.properties['ICB24CD']));
    const councils = features('ltla').map((f) => f.properties['LAD24CD']);
    for (const name of ['proposal_two_councils', 'proposal_three_councils']) {
      expect(codes(name, 'LAD24CD').sort()).toEqual(councils);
    }
  });
});
