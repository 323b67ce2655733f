/**
 * The blocks of units that are written as a list of areas, found through the lookups of the run.
 *
 *     list        Riverside: ward E05000001, less LSOA E01000007
 *     lookup      LSOA → ward                                       Riverside: the LSOAs of the ward but for one
 *
 * The lookups must be of the same blocks; those by weight share blocks out and do not serve. A list of blocks alone needs
 * no lookup.
 */
import { makeNote } from '../trouble/note.js';
import type { AreaList, ListedArea } from './area-list.js';
import { codeKind } from './code-kind.js';
import { readFieldName } from './field-name.js';
import { kinds, kindOfStem, type Kind } from './kinds.js';
import {
  levelWithoutLookup,
  nothingLeft,
  notInside,
  severalLevels,
  unitsOverlap,
  unknownArea,
  unknownLevel,
} from './list-trouble.js';
import { kindsCalled } from './kinds-called.js';
import type { Layer } from './layer.js';
import { blocksInSeveral, buildMembership, type Lookup, type Membership } from './membership.js';
import { tidyCode } from './tidy-codes.js';
import { codeOfPlace, distinctPlaces, isMeant, unitsCalled } from './units-called.js';

/** Areas of one level: the blocks of each by its code. */
interface Level {
  /** Id of its kind; null for a layer of none. */
  readonly kind: string | null;
  /** Word by which a list may call it beside its kind. */
  readonly id: string;
  readonly blocksOf: ReadonlyMap<string, readonly string[]>;
  /** The code of the area that a word stands for; null for none, and for several of one name. */
  codeOf(word: string): string | null;
  /** Codes by name, to be offered where a word stands for none. */
  readonly names: ReadonlyMap<string, string>;
  readonly bestFit: boolean | null;
}

/**
 * The lookup that a list stands for. Throws InputError for a level that no lookup gives, a code that none has, an area
 * taken out of a unit that it is not in, a unit of which nothing is left and, where units may not overlap, a block in two.
 */
export function lookupOfList(list: AreaList, layers: readonly Layer[], overlapping: boolean): Lookup {
  const sources = layers.filter(({ membership }) => membership !== null && !membership.weighted);
  const blockKind = sources[0]?.membership?.blockKind ?? blockKindOf(list);
  const levels = levelsOf(sources, blockKind, list);
  const found = list.areas.map((area) => ({ area, ...findArea(area, levels, list, blockKind) }));
  const entries = [...list.names.keys()].flatMap((unit) =>
    blocksOfUnit(
      unit,
      found.filter(({ area }) => area.unit === unit),
      list,
    ).map((block) => ({ block, unit, weight: 1 })),
  );
  const fits = found.map(({ bestFit }) => bestFit);
  const { codes, membership } = buildMembership(entries, {
    blockKind,
    weighted: false,
    bestFit: fits.includes(true) ? true : fits.includes(null) ? null : false,
  });
  if (!overlapping) refuseOverlap(membership, list);
  return {
    codes,
    names: codes.map((code) => list.names.get(code)!),
    ods: null,
    membership,
    source: `${list.heading} as listed in ${list.fileName}`,
    notes: [
      makeNote('areas-listed', list.fileName, {
        counts: { units: codes.length, areas: list.areas.length, members: membership.blocks.length },
        words: { groups: list.heading, members: blockKind },
      }),
    ],
  };
}

/** The level of the blocks, and of every layer that has the same blocks. */
function levelsOf(sources: readonly Layer[], blockKind: string, list: AreaList): Level[] {
  const own = kindOfHeading(blockKind);
  const same = sources.filter(({ membership }) => sameBlocks(membership!.blockKind, blockKind));
  const blocks =
    same.length > 0
      ? same.flatMap(({ membership }) => membership!.blocks)
      : list.areas.map(({ code }) => tidyCode(code));
  const ofBlocks: Level = {
    kind: own?.id ?? null,
    id: own?.id ?? blockKind,
    blocksOf: new Map(blocks.map((block) => [block, [block]])),
    codeOf: () => null,
    names: new Map(),
    bestFit: false,
  };
  return [ofBlocks, ...same.map(levelOfLayer)];
}

function levelOfLayer(layer: Layer): Level {
  const { id, kind, codes, names, membership } = layer;
  const { blocks, start, unit, bestFit } = membership!;
  const ofUnit = codes.map((): string[] => []);
  blocks.forEach((block, b) => {
    for (let entry = start[b]!; entry < start[b + 1]!; entry++) ofUnit[unit[entry]!]!.push(block);
  });
  const called = unitsCalled([layer]);
  return {
    kind,
    id,
    blocksOf: new Map(codes.map((code, u) => [code, ofUnit[u]!])),
    codeOf: (word) => {
      // A code is looked up as it is: only names have styles.
      if (codeKind(tidyCode(word)) !== null) return null;
      const { by, places } = called.find(word);
      const [only, ...others] = isMeant(by) ? distinctPlaces(places) : [];
      return only === undefined || others.length > 0 ? null : codeOfPlace(only);
    },
    names: new Map(names.map((name, u) => [name, codes[u]!])),
    bestFit,
  };
}

/** The blocks of an area of the list. */
function findArea(
  area: ListedArea,
  levels: readonly Level[],
  list: AreaList,
  blockKind: string,
): { blocks: readonly string[]; bestFit: boolean | null } {
  const asked = kindsOf(area, levels, list);
  const fitting = levels.filter(
    ({ kind, id }) => asked === null || id === area.level || asked.some((each) => each.id === kind),
  );
  if (fitting.length === 0)
    throw levelWithoutLookup(area, asked ?? [], list, { heading: blockKind, kind: kindOfHeading(blockKind) });
  const hits = fitting.flatMap(({ blocksOf, codeOf, bestFit }) => {
    const blocks = blocksOf.get(area.code) ?? blocksOf.get(tidyCode(area.code)) ?? null;
    const named = blocks ?? blocksOf.get(codeOf(area.code) ?? '') ?? null;
    return named === null ? [] : [{ blocks: named, bestFit }];
  });
  const [first] = hits;
  if (first === undefined) throw unknownArea(area, choicesOf(fitting), list);
  const key = first.blocks.join(' ');
  if (hits.some(({ blocks }) => blocks.join(' ') !== key)) throw severalLevels(area, list);
  return first;
}

/** The kinds an area may be of, by the word for its level or by its code; null where nothing tells. */
function kindsOf(
  { level, code, place }: ListedArea,
  levels: readonly Level[],
  list: AreaList,
): readonly Kind[] | null {
  if (level === '') {
    const folded = tidyCode(code);
    if (!/^[EWSNKJ]\d{8}$/.test(folded)) return null;
    const known = kinds.filter(({ entities }) => entities.includes(folded.slice(0, 3)));
    return known.length === 0 ? null : known;
  }
  const called = kindsCalled(level);
  if (called.length > 0 || levels.some(({ id }) => id === level)) return called;
  throw unknownLevel(level, place, list.fileName, [
    ...kinds.map(({ id }) => id),
    ...levels.map(({ id }) => id),
    'council',
  ]);
}

/** Everything included, less everything excluded. */
function blocksOfUnit(
  unit: string,
  rows: readonly { readonly area: ListedArea; readonly blocks: readonly string[] }[],
  list: AreaList,
): string[] {
  const left = new Set(rows.flatMap(({ area, blocks }) => (area.excluded ? [] : blocks)));
  const included = new Set(left);
  for (const { area, blocks } of rows.filter((row) => row.area.excluded)) {
    const inside = blocks.filter((block) => included.has(block));
    if (inside.length < blocks.length || blocks.length === 0)
      throw notInside(area, blocks.length, inside.length, list);
    for (const block of blocks) left.delete(block);
  }
  if (left.size > 0) return [...left];
  throw nothingLeft(unit, list);
}

/** The heading of the blocks of a list that no lookup goes with: its codes are blocks, all of one kind. */
function blockKindOf(list: AreaList): string {
  const called = list.areas.map(({ level, code }) =>
    level === ''
      ? kinds.find(({ entities }) => entities.includes(tidyCode(code).slice(0, 3)))
      : kindsCalled(level).find(({ sector }) => sector === 'statistics'),
  );
  const [first] = called;
  return first?.sector === 'statistics' && called.every((kind) => kind === first)
    ? `${first.id}_code`
    : 'block';
}

const kindOfHeading = (heading: string): Kind | null => kindOfStem(readFieldName(heading)?.stem ?? heading);

/** Whether two headings name blocks of one kind and, as far as they say, of one year. */
function sameBlocks(p: string, q: string): boolean {
  if (p === q) return true;
  const [ofP, ofQ] = [readFieldName(p)?.vintage ?? null, readFieldName(q)?.vintage ?? null];
  const sameYear = ofP === null || ofQ === null || ofP === ofQ;
  return sameYear && kindOfHeading(p) !== null && kindOfHeading(p) === kindOfHeading(q);
}

function refuseOverlap(membership: Membership, list: AreaList): void {
  const several = blocksInSeveral(membership).map((block) => membership.blocks[block]!);
  if (several.length === 0) return;
  throw unitsOverlap(several, list);
}

/** Everything an area of some levels may be called, with its code. */
const choicesOf = (levels: readonly Level[]): Map<string, string> =>
  new Map(
    levels.flatMap(({ blocksOf, names }) => [
      ...names,
      ...[...blocksOf.keys()].map((code) => [code, code] as const),
    ]),
  );
