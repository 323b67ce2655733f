/** Words for places, in every style that registers and people use, among the embedded layers of England. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import { unitsCalled } from '../../src/layer/units-called.js';
import { atomLayer } from '../../src/run/load-lookup.js';
import { tableOf } from '../table-of.js';

const atoms = tableOf(readFileSync('data/england/atoms.csv', 'utf8'), 'atoms.csv');
const layer = (stem: string): Layer => atomLayer(atoms, stem, null).layer;
const england = ['icb_2024', 'icb_2026', 'utla', 'ltla', 'cauth_2025', 'region', 'pfa', 'fra'].map(layer);
const called = unitsCalled(england);
const first = (word: string): string => {
  const { by, places } = called.find(word);
  const place = places[0];
  return place === undefined ? by : `${by} ${place.layer.kind} ${place.layer.codes[place.unit]}`;
};

describe('official styles of names', () => {
  it.each([
    ['Essex County Council', 'name utla E10000012'],
    ['ESSEX  county council', 'name utla E10000012'],
    ['Leeds City Council', 'name utla E08000035'],
    ['Greater Manchester Combined Authority', 'name cauth E47000001'],
    ['East Midlands Combined County Authority', 'name cauth E47000013'],
    ['Greater London Authority', 'name cauth E61000001'],
    ['Royal Borough of Kensington and Chelsea', 'name utla E09000020'],
    ['Royal Borough of Windsor & Maidenhead', 'name utla E06000040'],
    ['London Borough of Camden', 'name utla E09000007'],
    ['Camden London Borough Council', 'name utla E09000007'],
    ['Borough of Broxbourne', 'name ltla E07000095'],
    ['Elmbridge Borough Council', 'name ltla E07000207'],
    ['Mole Valley District Council', 'name ltla E07000210'],
    ['Dudley Metropolitan Borough Council', 'name utla E08000027'],
    ['City of Wolverhampton Council', 'name utla E08000031'],
    ['City of York Council', 'name utla E06000014'],
    ['Bristol City Council', 'name utla E06000023'],
    ['City of Bristol', 'name utla E06000023'],
    ['Hull City Council', 'name utla E06000010'],
    ['Herefordshire Council', 'name utla E06000019'],
    ['Durham County Council', 'name utla E06000047'],
    ['City of London Corporation', 'name utla E09000001'],
    ['Council of the Isles of Scilly', 'name utla E06000053'],
    ['St. Helens', 'name utla E08000013'],
    ['Saint Helens Council', 'name utla E08000013'],
    ['Kings Lynn and West Norfolk', 'name ltla E07000146'],
    ['NHS Devon Integrated Care Board', 'name icb E54000037'],
    ['NHS Devon ICB', 'name icb E54000037'],
    ['Devon ICS', 'name icb E54000037'],
    ['King’s Lynn & West Norfolk Borough Council', 'name ltla E07000146'],
    ["Borough Council of King's Lynn and West Norfolk", 'name ltla E07000146'],
    ['St. Albans City and District Council', 'name ltla E07000240'],
    ['The City of Bradford Metropolitan District Council', 'name utla E08000032'],
    ['Metropolitan Borough of Wirral', 'name utla E08000015'],
    ['Wirral Metropolitan Borough', 'name utla E08000015'],
    ['City of Westminster Council', 'name utla E09000033'],
    ['LB Camden', 'name utla E09000007'],
    ['Camden (London Borough)', 'name utla E09000007'],
    ['Surrey Heath BC', 'name ltla E07000214'],
    ['Derbyshire CC', 'name utla E10000007'],
    ['Derby City', 'name utla E06000015'],
    ['Derby UA', 'name utla E06000015'],
    ['Kingston upon Hull', 'name utla E06000010'],
    ['Thames Valley Police', 'name pfa E23000029'],
    ['Hampshire & Isle of Wight Constabulary', 'name pfa E23000030'],
    ['Police and Crime Commissioner for Essex', 'name pfa E23000028'],
    ['Hereford & Worcester Fire and Rescue Service', 'name fra E31000018'],
    ['Tees Valley MCA', 'name cauth E47000006'],
    ['BSW ICB', 'name icb E54000040'],
    ['London', 'name region E12000007'],
    ['City of London', 'name utla E09000001'],
    ['Essex Police', 'name pfa E23000028'],
    ['Essex Fire and Rescue Service', 'name fra E31000015'],
    ['London Fire Brigade', 'name fra E31000046'],
    ['Avon & Somerset Constabulary', 'name pfa E23000036'],
    ['Metropolitan Police Service', 'name pfa E23000001'],
    ['Essex Health and Wellbeing Board', 'name utla E10000012'],
    ['North East region', 'name region E12000001'],
    ['police:Essex', 'name pfa E23000028'],
    ['County: Essex', 'name utla E10000012'],
    ['ICB:QNQ', 'code icb E54000034'],
  ])('%s', (word, found) => expect(first(word)).toBe(found));
});

describe('codes', () => {
  it.each([
    ['qnq', 'code icb E54000034'],
    ['e10000012', 'code utla E10000012'],
    [' E10000012 ', 'code utla E10000012'],
  ])('%s', (word, found) => expect(first(word)).toBe(found));

  it('that changed are followed, both ways', () => {
    expect(first('E08000038')).toBe('old-code utla E08000016');
    const after = unitsCalled([{ ...layer('ltla'), codes: ['E08000039'], names: ['Sheffield'] }]);
    expect(after.find('E08000019').places[0]).toMatchObject({ unit: 0 });
  });
});

describe('what is short of a name', () => {
  const found = (word: string): string[] => [
    called.find(word).by,
    ...new Set(called.find(word).places.map(({ layer, unit }) => layer.names[unit]!)),
  ];
  it.each([
    ['Newcastle City Council', 'Newcastle upon Tyne', 'Newcastle-under-Lyme'],
    ['Kingston Council', 'Kingston upon Hull, City of', 'Kingston upon Thames'],
    ['Richmond Council', 'Richmond upon Thames'],
    ['Kensington', 'Kensington and Chelsea'],
    ['utla:Stoke', 'Stoke-on-Trent'],
    ['GMCA', 'Greater Manchester'],
    ['BCP Council', 'Bournemouth, Christchurch and Poole'],
    ['RBKC', 'Kensington and Chelsea'],
    ['BNSSG', 'NHS Bristol, North Somerset and South Gloucestershire Integrated Care Board'],
    ['HIOW ICB', 'NHS Hampshire and Isle of Wight Integrated Care Board'],
    ['NWL ICB', 'NHS North West London Integrated Care Board'],
  ])('%s', (word, ...names) => expect(found(word)).toEqual(['part', ...names]));

  it('whole words stand before parts of words', () => {
    expect(found('Stoke')).not.toContain('Basingstoke and Deane');
    expect(found('basingst')).toEqual(['part', 'Basingstoke and Deane']);
  });

  it.each(['constructor', 'toString', '__proto__', 'the', 'Council', 'of', ' '])(
    '%s is a word like another',
    (word) => expect(['none', 'part']).toContain(called.find(word).by),
  );
});

it('in a layer a name as it stands is before those that become it without their style', () => {
  const wards = {
    ...layer('ltla'),
    kind: null,
    codes: ['a', 'b', 'c'],
    names: ['East City', 'East', 'East Ward'],
  };
  const units = (word: string): number[] =>
    unitsCalled([wards])
      .find(word)
      .places.map(({ unit }) => unit);
  expect([units('East'), units('East City'), units('East Ward')]).toEqual([[1], [0], [2]]);
});

it('a style narrows a name to the kind it speaks of; a name alone is all of them', () => {
  const kinds = (word: string): (string | null)[] => [
    ...new Set(called.find(word).places.map((place) => place.layer.kind)),
  ];
  expect(kinds('Essex')).toEqual(['utla', 'icb', 'pfa', 'fra']);
  expect(kinds('Essex County Council')).toEqual(['utla']);
  expect(unitsCalled([layer('ltla')]).find('Essex County Council').by).toBe('none');
});

it('a layer of no known kind takes any style', () => {
  const unknown = { ...layer('utla'), kind: null };
  expect(unitsCalled([unknown]).find('Essex Police').by).toBe('name');
});

it('tells nearly right names, nearest first', () => {
  const near = (word: string): string[] =>
    called.nearest(word, 2).map(({ layer: { names }, unit }) => names[unit]!);
  expect(near('Elmbrige')[0]).toBe('Elmbridge');
  expect(near('Elmbrige Borough Council')[0]).toBe('Elmbridge');
  expect(near('Qqqqqqqqqqqqqqq')).toEqual([]);
});
