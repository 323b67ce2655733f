/**
 * The question that is proposed for what is at hand, and the layers it is put to: a line for each mixture of layers.
 */
import { describe, expect, it } from 'vitest';
import type { TakenFile } from '../../src/index.js';
import { kindOfId } from '../../src/layer/kinds.js';
import type { Question } from '../../src/page/asking/asking.js';
import { atHand } from '../../src/page/asking/at-hand.js';
import { askingOf, firstAsking } from '../../src/page/asking/first-asking.js';
import { engineWithData } from './ask-engine.js';

/** How many units the kinds have in England. */
const UNITS: Readonly<Record<string, number>> = {
  ...{
    icb: 42,
    stp: 42,
    sicbl: 106,
    ccg: 106,
    nhser: 7,
    cal: 21,
    utla: 153,
    ltla: 296,
    cauth: 16,
    region: 9,
  },
  ...{ pfa: 39, ward: 6900, parish: 10400, pcon: 543, pcn: 1278, neighbourhood: 6, place: 4, practice: 6200 },
  ...{ lsoa: 33755, msoa: 6856, north: 5, south: 20 },
};

/** A file taken for a layer: `icb@2024`, `lookup:icb@2024`, or a name of no kind. */
function takenLayer(word: string): TakenFile {
  const [, from, id, vintage] = /^(lookup:)?(\w+?)(?:@(\d+))?$/.exec(word)!;
  const kind = kindOfId(id!)?.id ?? null;
  const path = from === undefined ? `${word}.geojson` : 'lookup.csv';
  const source = from === undefined ? { path } : { path, member: 'LSOA21CD', group: id! };
  const names = Array.from({ length: 3 }, (_, i) => `${id!} ${i}`);
  const layer = {
    id: id!,
    kind,
    vintage: vintage ?? null,
    title: id!,
    units: UNITS[id!] ?? 10,
    names,
    source,
  };
  return {
    ...{ file: word, path, role: kindOfId(id!)?.sector === 'statistics' ? 'blocks' : 'layer', parts: [] },
    ...{ people: null, lookup: null, settings: [], aside: '', why: '', sentence: '', trouble: null },
    layers: [{ ...layer, file: word, codeField: 'code', nameField: null, system: null }],
  };
}

const RESIDENTS = {
  ...takenLayer('residents'),
  ...{ file: 'residents', role: 'people', layers: [] },
  people: { file: 'residents', total: 100, counted: 'residents', kind: 'lsoa', vintage: '2021' },
} as unknown as TakenFile;

const handOf = (words: string) =>
  atHand(words.split(' ').map((word) => (word === 'residents' ? RESIDENTS : takenLayer(word))));

/** The proposal in a line. */
function proposed(words: string): string {
  const asking = firstAsking(handOf(words));
  if (asking === null) return 'nothing';
  const who = asking.people === null ? '' : ` people of ${asking.people} by ${asking.blocks}`;
  return `${asking.question} ${asking.layers.join(' ')}${who}`;
}

describe('what is proposed', () => {
  it.each([
    // Health against councils, whatever else is there and however it is dropped.
    ['ltla@2025 icb@2024', 'align icb@2024 ltla@2025'],
    ['utla@2025 sicbl@2024', 'align sicbl@2024 utla@2025'],
    ['ltla@2024 utla@2024 icb@2024', 'align icb@2024 utla@2024'],
    ['sicbl@2024 icb@2024 nhser@2024 ltla@2024', 'align icb@2024 ltla@2024'],
    ['ward@2024 pfa@2023 ltla@2024 cauth@2025 icb@2024', 'align icb@2024 ltla@2024'],
    ['icb@2022 icb@2024 ltla@2024 ltla@2023', 'align icb@2024 ltla@2024'],
    ['stp@2021 icb@2024 ltla@2024', 'align icb@2024 ltla@2024'],
    ['north icb@2024 ltla@2024', 'align icb@2024 ltla@2024'],
    // Whether a health board is made of whole authorities is asked of the board.
    ['cauth@2025 icb@2024', 'align icb@2024 cauth@2025'],
    // Else the second is what may be split between units of the first: the finer one.
    ['icb@2024 region@2023', 'align region@2023 icb@2024'],
    ['icb@2024 nhser@2024', 'align nhser@2024 icb@2024'],
    ['icb@2024 cal@2024', 'align cal@2024 icb@2024'],
    ['sicbl@2024 icb@2024', 'align icb@2024 sicbl@2024'],
    ['ltla@2024 region@2023', 'align region@2023 ltla@2024'],
    ['ltla@2024 cauth@2025', 'align cauth@2025 ltla@2024'],
    ['ltla@2024 utla@2024', 'align utla@2024 ltla@2024'],
    ['ltla@2024 pfa@2023', 'align pfa@2023 ltla@2024'],
    ['pfa@2023 icb@2024', 'align icb@2024 pfa@2023'],
    ['ward@2024 ltla@2024', 'align ltla@2024 ward@2024'],
    ['practice ltla@2024', 'align ltla@2024 practice'],
    ['south north', 'align north south'],
    // Neighbourhoods and what they lie in.
    ['ltla@2024 neighbourhood', 'coverage neighbourhood ltla@2024'],
    ['icb@2024 ltla@2024 neighbourhood', 'coverage neighbourhood ltla@2024 icb@2024'],
    ['ltla@2024 icb@2024 pcn@2026', 'coverage pcn@2026 icb@2024 ltla@2024'],
    ['ward@2024 ltla@2024 neighbourhood', 'coverage neighbourhood ltla@2024'],
    ['pcn@2024 pcn@2026 icb@2024', 'coverage pcn@2026 icb@2024'],
    ['place icb@2024', 'coverage place icb@2024'],
    ['neighbourhood north', 'coverage neighbourhood north'],
    ['neighbourhood ward@2024', 'align neighbourhood ward@2024'],
    ['pcn@2026 neighbourhood', 'align neighbourhood pcn@2026'],
    // Versions of one layer, the earliest first.
    ['icb@2024 icb@2022', 'compare icb@2022 icb@2024'],
    ['icb@2024 icb@2022 icb@2023', 'compare icb@2022 icb@2023 icb@2024'],
    ['icb@2024 stp@2021', 'compare stp@2021 icb@2024'],
    ['sicbl@2024 ccg@2021', 'compare ccg@2021 sicbl@2024'],
    ['pcn@2026 pcn@2024', 'compare pcn@2024 pcn@2026'],
    // One layer, or none.
    ['north', 'check north'],
    ['lsoa@2021 icb@2024', 'check icb@2024'],
    ['lsoa@2021', 'nothing'],
    ['lsoa@2021 msoa@2021 residents', 'nothing'],
    // People first, by the small areas that they are counted by.
    [
      'msoa@2021 lsoa@2021 residents ltla@2024 icb@2024',
      'align icb@2024 ltla@2024 people of residents by lsoa@2021',
    ],
    [
      'residents lsoa@2011 lsoa@2021 neighbourhood ltla@2024',
      'coverage neighbourhood ltla@2024 people of residents by lsoa@2021',
    ],
    // Shapes and lookups meet where small areas join them; where nothing else can be asked, the refusal says so.
    ['icb@2024 lookup:ltla@2024', 'align icb@2024 lookup:ltla@2024'],
    ['icb@2024 utla@2024 lookup:ltla@2024', 'align icb@2024 utla@2024'],
    ['lookup:ltla@2024 lookup:icb@2024', 'align lookup:icb@2024 lookup:ltla@2024'],
    [
      'residents lsoa@2021 icb@2024 lookup:ltla@2024',
      'align icb@2024 lookup:ltla@2024 people of residents by lsoa@2021',
    ],
  ])('of %s: %s', (words, wanted) => expect(proposed(words)).toBe(wanted));

  it('of two layers without a kind is what changed where most units are of one name, at half of them too', () => {
    const named = (file: string, names: readonly string[]): TakenFile => {
      const taken = takenLayer(file);
      return { ...taken, layers: [{ ...taken.layers[0]!, names }] };
    };
    const question = (names: readonly string[]): Question =>
      firstAsking(atHand([named('north', ['a', 'b', 'c', 'd']), named('south', names)]))!.question;
    expect(question(['a', 'b', 'x', 'y'])).toBe('compare');
    expect(question(['a', 'x', 'y', 'z'])).toBe('align');
    expect(question([])).toBe('align');
  });

  it('of layers takes the coarser first past one and a half times its units, not at it', () => {
    const counted = (file: string, units: number): TakenFile => {
      const taken = takenLayer(file);
      return { ...taken, layers: [{ ...taken.layers[0]!, units }] };
    };
    const order = (units: number): readonly string[] =>
      firstAsking(atHand([counted('north', units), counted('south', 100)]))!.layers;
    expect(order(150)).toEqual(['north', 'south']);
    expect(order(151)).toEqual(['south', 'north']);
  });

  it('of England’s figures is health boards against councils, with the people that come with them', async () => {
    const last = await engineWithData()('taken', { changes: {}, england: true });
    if (last.says !== 'done') throw new Error(last.says);
    const hand = atHand(last.value);
    const of = (question: Question): string => askingOf(question, hand).layers.join(' ');
    expect(firstAsking(hand)!.question).toBe('align');
    expect(of('align')).toBe('england:icb_2024 england:utla');
    expect(of('overlap')).toBe('england:icb_2024 england:utla');
    expect(of('compare')).toBe('england:icb_2024 england:icb_2026');
    expect(of('partners')).toBe('england:icb_2024 england:utla england:ltla england:cauth_2025');
    // Files that are dropped beside them are asked about where they can be alone: figures have no shapes.
    const own = atHand([...last.value, takenLayer('icb@2024'), takenLayer('ltla@2024')]);
    expect(firstAsking(own)!.layers).toEqual(['icb@2024', 'ltla@2024']);
    expect(firstAsking(atHand([...last.value, takenLayer('ltla@2024')]))!.layers).toEqual([
      'england:icb_2024',
      'england:utla',
    ]);
  });
});
