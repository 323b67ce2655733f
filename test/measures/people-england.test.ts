/**
 * The embedded figures for England, against what is known of it (facts of 2024 and 2026, Census 2021 residents).
 */
import { describe, expect, test } from 'vitest';
import { runCommand } from '../cli/run-command.js';

interface Result {
  readonly tables: { rows: Record<string, string | number | null>[] }[];
  readonly summary: string[];
}

async function england(...args: string[]): Promise<Result> {
  const { code, stdout, stderr } = await runCommand([...args, '--json', '--quiet']);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Result;
}

/** Codes of councils in two or more ICBs, and people outside the main one. */
function sharedCouncils(result: Result, code: string): { codes: string[]; outside: number } {
  const parts = new Map<string, number[]>();
  for (const row of result.tables[0]!.rows) {
    const council = String(row[code]);
    parts.set(council, [...(parts.get(council) ?? []), Number(row['people'])]);
  }
  const shared = [...parts].filter(([, people]) => people.length > 1);
  const outside = shared.reduce(
    (sum, [, people]) => sum + people.reduce((a, b) => a + b, 0) - Math.max(...people),
    0,
  );
  return { codes: shared.map(([council]) => council).sort(), outside };
}

describe('England as figures', () => {
  test.each([
    ['england:icb', 'england:ltla', 309, 12, 386_898],
    ['england:icb', 'england:utla', null, 10, 1_258_478],
    ['england:icb@2026', 'england:ltla', 302, 5, 133_486],
    ['england:icb@2026', 'england:utla', null, 5, 133_486],
  ] as const)('%s × %s', async (icb, council, pairCount, sharedCount, outside) => {
    const result = await england('overlap', icb, council);
    if (pairCount !== null) expect(result.tables[0]!.rows).toHaveLength(pairCount);
    const found = sharedCouncils(result, council.endsWith('ltla') ? 'ltla_code' : 'utla_code');
    expect(found.codes).toHaveLength(sharedCount);
    expect(found.outside).toBe(outside);
  });

  test('18 councils of either tier are shared in 2024, 6 in 2026', async () => {
    const distinct = async (icb: string): Promise<number> => {
      const lower = sharedCouncils(await england('overlap', icb, 'england:ltla'), 'ltla_code').codes;
      const upper = sharedCouncils(await england('overlap', icb, 'england:utla'), 'utla_code').codes;
      return new Set([...lower, ...upper]).size;
    };
    expect(await distinct('england:icb')).toBe(18);
    expect(await distinct('england:icb@2026')).toBe(6);
  });
});

describe('partners of one place', () => {
  const partners = async (place: string) => {
    const result = await england('partners', place);
    return { ...result, rows: result.tables[0]!.rows };
  };

  test('Essex the county: three ICBs in 2024, one in 2026, twelve districts none of which is shared', async () => {
    const { rows, summary } = await partners('Essex');
    const icbs = (vintage: string) =>
      rows
        .filter((row) => row['vintage'] === vintage && String(row['layer']).startsWith('icb'))
        .map((row) => [row['name'], row['people'], row['pct_of_place'], row['whole_or_shared']]);
    expect(icbs('2024')).toEqual([
      ['NHS Mid and South Essex Integrated Care Board', 842_862, 56.0591, 'shared'],
      ['NHS Suffolk and North East Essex Integrated Care Board', 341_014, 22.681, 'shared'],
      ['NHS Hertfordshire and West Essex Integrated Care Board', 319_649, 21.26, 'shared'],
    ]);
    expect(icbs('2026')).toEqual([['NHS Essex Integrated Care Board', 1_503_525, 100, 'whole']]);
    expect(summary[1]).toBe(
      'Essex (council (upper tier), E10000012): 1,503,525 people (usual residents, Census 2021).',
    );
    expect(summary.join(' ')).toContain(
      '12 councils (lower tier or unitary), all of them inside it, none shared',
    );
    expect(summary.join(' ')).toContain('no combined authority');
  });

  test('a GSS code and an ODS code name a place too', async () => {
    expect((await partners('E10000012')).summary[1]).toMatch(/^Essex \(council/);
    expect((await partners('QNQ')).summary[1]).toMatch(/^NHS Frimley Integrated Care Board .*764,343 people/);
  });

  test('a misspelt name is answered with what may be meant, a part of several names with a list', async () => {
    const misspelt = await runCommand(['partners', 'Esex']);
    expect(misspelt.code).toBe(2);
    expect(misspelt.stderr).toContain('Did you mean Essex (council (upper tier), E10000012)');
    const part = await runCommand(['partners', 'Cambridge and']);
    expect(part.code).toBe(2);
    const several = await runCommand(['partners', 'Yorkshir']);
    expect(several.stderr).toMatch(/several places have that in their name: .*\(council/);
  });
});
