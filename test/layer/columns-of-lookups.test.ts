/**
 * Lookups are read as columns of numbers: the result is what reading them row by row gives.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertMembership, buildMembership, type MembershipEntry } from '../../src/layer/membership.js';
import { readLookup } from '../../src/layer/read-lookup.js';
import { readCsv } from '../../src/read/table/csv.js';
import { notAmong, unionOfSorted } from '../../src/trouble/order.js';

interface Row {
  readonly member: string;
  readonly group: string;
  readonly weight: string;
}

const rows = fc.array(
  fc.record({
    member: fc.constantFrom('', 'm1', 'm2', 'm3', 'm10', 'É4', 'm5'),
    group: fc.constantFrom('', 'g1', 'g2', 'g3'),
    weight: fc.constantFrom('', '0', '1', '2', '2.5', '[c]'),
  }),
  { minLength: 1, maxLength: 30 },
);

const tableOf = (list: readonly Row[]): ReturnType<typeof readCsv> =>
  readCsv(
    new TextEncoder().encode(
      `member_code,group_code,weight\n${list.map(({ member, group, weight }) => `"${member}",${group},${weight}`).join('\n')}\n`,
    ),
    'lookup.csv',
  );

/** Reading row by row: a list of entries and sets of texts; null where it is to be refused. */
function rowByRow(list: readonly Row[], isWeighted: boolean): ReturnType<typeof buildByHand> | null {
  const seen = new Map<string, Row>();
  for (const row of list) {
    if (row.member === '') continue;
    const key = `${row.member}|${row.group}`;
    const before = seen.get(key);
    if (before !== undefined && isWeighted && before.weight !== row.weight) return null;
    if (before === undefined) seen.set(key, row);
  }
  const entries = [...seen.values()].map(({ member, group, weight }) => ({
    block: member,
    unit: group,
    weight: isWeighted ? Number(weight) || 0 : 1,
  }));
  const made = buildByHand(entries);
  return made.codes.length === 0 ? null : made;
}

function buildByHand(entries: readonly MembershipEntry[]): {
  codes: string[];
  blocks: string[];
  of: (readonly [unit: string, weight: number])[][];
} {
  const blocks = [...new Set(entries.map(({ block }) => block))].sort();
  return {
    codes: [...new Set(entries.map(({ unit }) => unit))].filter((unit) => unit !== '').sort(),
    blocks,
    of: blocks.map((block) =>
      entries
        .filter((entry) => entry.block === block && entry.unit !== '' && entry.weight > 0)
        .map(({ unit, weight }) => [unit, weight] as const)
        .sort(([p], [q]) => (p < q ? -1 : 1)),
    ),
  };
}

type Built = ReturnType<typeof buildMembership>;

const asByHand = ({ codes, membership }: Built): ReturnType<typeof buildByHand> => ({
  codes: [...codes],
  blocks: [...membership.blocks],
  of: membership.blocks.map((_, b) =>
    Array.from(
      { length: membership.start[b + 1]! - membership.start[b]! },
      (_, i) =>
        [
          codes[membership.unit[membership.start[b]! + i]!]!,
          membership.weight[membership.start[b]! + i]!,
        ] as const,
    ),
  ),
});

test.each([true, false])('a lookup is what its rows say one by one (weights: %s)', (isWeighted) => {
  fc.assert(
    fc.property(rows, (list) => {
      const expected = rowByRow(list, isWeighted);
      const columns = {
        member: 'member_code',
        group: 'group_code',
        ...(isWeighted ? { weight: 'weight' } : { overlapping: true }),
      };
      const read = (): ReturnType<typeof readLookup> => readLookup(tableOf(list), columns);
      if (expected === null) {
        expect(read).toThrow(/group|rows that differ/);
        return;
      }
      const { codes, membership } = read();
      assertMembership(membership, codes.length);
      expect(asByHand({ codes: [...codes], membership })).toEqual(expected);
    }),
  );
});

test('a membership of entries in any order is the same', () => {
  const entry = fc.record({
    block: fc.constantFrom('b1', 'b2', 'b3', 'b10'),
    unit: fc.constantFrom('', 'u1', 'u2', 'u3'),
    weight: fc.constantFrom(0, 0.5, 1, 7),
  });
  const distinct = fc.uniqueArray(entry, {
    selector: ({ block, unit }) => `${block}|${unit}`,
    maxLength: 12,
  });
  fc.assert(
    fc.property(distinct, (entries) => {
      const built = buildMembership(entries, { blockKind: 'block', weighted: true, bestFit: null });
      assertMembership(built.membership, built.codes.length);
      expect(asByHand(built)).toEqual(buildByHand(entries));
    }),
  );
});

test('sorted lists are joined and compared as sets are', () => {
  const list = fc.uniqueArray(fc.string({ maxLength: 2 })).map((codes) => codes.sort());
  fc.assert(
    fc.property(list, list, list, (p, q, r) => {
      expect(unionOfSorted([p, q, r])).toEqual([...new Set([...p, ...q, ...r])].sort());
      expect(notAmong(p, q).map((i) => p[i])).toEqual(p.filter((code) => !q.includes(code)));
    }),
  );
  const same = ['a', 'b'];
  expect(unionOfSorted([same, ['a'], ['a', 'b']])).toBe(same);
  expect(notAmong(same, same)).toEqual([]);
});
