/**
 * The parts of the page's script that find units: by what is typed, by the text of a link, by what they share.
 */
import { describe, expect, it } from 'vitest';
import { findPartners, type PairList } from '../../src/report/html/client/find-partners.js';
import { unitFinder } from '../../src/report/html/client/find-units.js';
import {
  parseTarget,
  sameTarget,
  targetBox,
  targetName,
  targetText,
  type ShapeView,
  type UnitView,
} from '../../src/report/html/client/targets.js';

const unit = (layer: number, number: number, code: string, name: string): UnitView => ({
  layer,
  number,
  code,
  name,
  short: name,
  rings: [],
  outer: [],
  box: [layer, number, layer + 1, number + 1],
});

describe('the search', () => {
  const units = ['Ashford', 'Ash', 'West Ashby', 'Washington', "King's Lynn", 'Ynys Môn', 'Ash'].map(
    (name, i) => ({ name, code: `E0${i}` }),
  );
  /** The last one is of a layer that lies below. */
  const find = unitFinder(units, (i) => (i === 6 ? 1 : 0));
  const found = (typed: string): string[] => find(typed).map((i) => units[i]!.code);

  it('puts whole names first, then beginnings of names, of words, then the rest', () => {
    expect(found('ash')).toEqual(['E06', 'E01', 'E00', 'E02', 'E03']);
  });

  it('takes no notice of case, accents, apostrophes, full stops and blanks around', () => {
    expect(found(' kings LYNN ')).toEqual(['E04']);
    expect(found('king’s lynn')).toEqual(['E04']);
    expect(found('mon')).toEqual(['E05']);
  });

  it('finds codes too', () => {
    expect(found('e03')).toEqual(['E03']);
  });

  it('finds nothing for nothing', () => {
    expect(found('')).toEqual([]);
    expect(found('  ')).toEqual([]);
    expect(found('oak')).toEqual([]);
  });
});

describe('the text of a target', () => {
  const ash = unit(1, 0, 'E:06', 'Ash');
  const shape: ShapeView = {
    number: 0,
    data: { table: 't', row: 0, form: 'area', title: 'Ash in Elm', lines: '' },
    lines: [],
    box: [5, 5, 6, 6],
  };
  const unitOf = (layer: number, code: string): UnitView | undefined =>
    layer === 1 && code === ash.code ? ash : undefined;
  const parse = (text: string): ReturnType<typeof parseTarget> => parseTarget(text, [shape], unitOf);

  it('leads back to it, colons in its code and all', () => {
    for (const target of [
      { kind: 'unit', unit: ash },
      { kind: 'shape', shape },
    ] as const) {
      expect(parse(targetText(target))).toEqual(target);
    }
    expect(targetText({ kind: 'unit', unit: ash })).toBe('u:1:E:06');
  });

  it('means nothing where there is no such unit or shape', () => {
    for (const text of ['', 'u', 'u:0:E:06', 'u:1:E', 's:1', 's:x', 'x:0:1']) {
      expect(parse(text), text).toBeNull();
    }
  });

  it('has a name, a box, and is the same as itself alone', () => {
    const [p, q] = [parse('u:1:E:06')!, parse('s:0')!];
    expect([targetName(p), targetName(q)]).toEqual(['Ash', 'Ash in Elm']);
    expect([targetBox(p), targetBox(q)]).toEqual([ash.box, shape.box]);
    expect([sameTarget(p, p), sameTarget(q, q), sameTarget(p, q), sameTarget(q, p)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('partners', () => {
  const units = [unit(0, 0, 'P', 'Pine'), unit(0, 1, 'Q', 'Quince'), unit(1, 0, 'X', 'Xylo')];
  const pairs: PairList[] = [
    {
      a: 0,
      b: 1,
      overlapping: -1,
      measures: ['residents'],
      rows: [
        [0, 0, 'partial', 500, [10]],
        [1, 0, 'partial', 20, [90]],
      ],
    },
  ];

  it('are those that share most people first', () => {
    const [group] = findPartners(units[2]!, pairs, units);
    expect(group!.layer).toBe(0);
    expect(group!.partners.map((partner) => partner.unit.code)).toEqual(['Q', 'P']);
  });

  it('are found from either side', () => {
    const [group] = findPartners(units[0]!, pairs, units);
    expect(group!.partners).toEqual([{ unit: units[2], relation: 'partial', hectares: 500, people: [10] }]);
  });

  it('come by land where people are not known', () => {
    const unknown = pairs.map((list) => ({
      ...list,
      rows: list.rows.map(([a, b, relation, hectares]) => [a, b, relation, hectares, []] as const),
    }));
    const [group] = findPartners(units[2]!, unknown, units);
    expect(group!.partners.map((partner) => partner.unit.code)).toEqual(['P', 'Q']);
  });

  it('come by land, then by code where as many people are shared', () => {
    const rowsOf = (first: number, second: number): PairList[] => [
      {
        ...pairs[0]!,
        rows: [
          [1, 0, 'partial', second, [10]],
          [0, 0, 'partial', first, [10]],
        ],
      },
    ];
    const codes = (list: PairList[]): string[] =>
      findPartners(units[2]!, list, units)[0]!.partners.map((partner) => partner.unit.code);
    expect(codes(rowsOf(5, 6))).toEqual(['Q', 'P']);
    expect(codes(rowsOf(6, 6))).toEqual(['P', 'Q']);
  });

  it('are no parts of a unit where they may overlap; the unit is one of theirs all the same', () => {
    const cover = pairs.map((list) => ({ ...list, overlapping: 0 }));
    expect(findPartners(units[2]!, cover, units)[0]!.areParts).toBe(false);
    expect(findPartners(units[0]!, cover, units)[0]!.areParts).toBe(true);
  });

  it('are none of a layer that is in no pair, or where nothing is shared', () => {
    expect(findPartners(unit(2, 0, 'Z', 'Zone'), pairs, units)).toEqual([]);
    expect(findPartners(unit(0, 5, 'R', 'Rowan'), pairs, units)).toEqual([]);
  });
});
