/** The catalogue on board: every entry is of its form, of a known kind, whole, and was seen somewhere. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  attributionOf,
  isFilePlace,
  resolutionOf,
  seenText,
  vintageOf,
  wordOf,
  type Entry,
} from '../../src/cli/catalogue/catalogue.js';
import { choiceOf, entryOf, vintagesOf } from '../../src/cli/catalogue/find-entries.js';
import { idInText } from '../../src/cli/catalogue/id-in-text.js';
import { dateOfTitle } from '../../src/cli/catalogue/date-of-title.js';
import { readCatalogue } from '../../src/cli/catalogue/read-catalogue.js';
import { fileNameOf, shownAddress, wantedOf } from '../../src/cli/catalogue/wanted-of.js';
import { metresOfSuffix, resolutionSuffix } from '../../src/layer/accuracy.js';
import { readFieldName } from '../../src/layer/field-name.js';
import { kindOfId, kindOfStem } from '../../src/layer/kinds.js';

const catalogue = readCatalogue();
const { entries } = catalogue;
const boundaries = entries.filter(({ holds }) => holds === 'boundaries');
const choices = entries.flatMap((entry) => entry.services.map((place) => ({ entry, place })));

describe('the catalogue on board', () => {
  test('is of its form, also for a validator of others', () => {
    const accepts = new Ajv().compile(
      JSON.parse(readFileSync('schema/catalogue.schema.json', 'utf8')) as object,
    );
    const ok = accepts(parse(readFileSync('data/catalogue.yaml', 'utf8')));
    expect(accepts.errors ?? []).toEqual([]);
    expect(ok).toBe(true);
  });

  test('has what people come for', () => {
    for (const id of [
      ...['icb@2026', 'icb@2023', 'icb@2022', 'sicbl@2026', 'nhser@2024', 'ccg@2021', 'stp@2021'],
      ...[
        'ltla@2021',
        'ltla@2022',
        'ltla@2023',
        'ltla@2024',
        'ltla@2025',
        'ltla@2026',
        'utla@2025',
        'cty@2024',
      ],
      ...['cauth@2025', 'region@2025', 'ward@2026', 'lsoa@2021', 'lsoa@2011', 'msoa@2021', 'oa@2021'],
      ...['lsoa-centroids@2021', 'pfa@2024', 'fra@2023', 'csp@2023', 'lpa@2023', 'pcon@2024'],
      ...['built-up-areas@2022', 'lsoa-icb@2026', 'lsoa-ward@2025', 'ltla-cauth@2025', 'ltla-region@2025'],
      ...['residents@2021', 'mid-year@2024'],
    ])
      expect(entries.map((entry) => entry.id)).toContain(id);
  });

  test.each(entries.map((entry) => [entry.id, entry] as const))(
    '%s is of a known kind, and dated',
    (_, entry) => {
      if (entry.kind !== undefined) expect(kindOfId(entry.kind)).not.toBeNull();
      if (entry.holds === 'boundaries' && entry.id !== 'built-up-areas@2022')
        expect(wordOf(entry.id)).toBe(entry.kind);
      expect(entry.date.startsWith(vintageOf(entry.id))).toBe(true);
      expect(entry.title.replace(/,? [A-Z][a-z]+ \d{4}$/, '')).not.toBe('');
    },
  );

  test.each(boundaries.map((entry) => [entry.id, entry] as const))(
    'fields of %s are of its kind and year',
    (_, entry) => {
      for (const field of [entry.code, entry.name].filter((each) => each !== undefined)) {
        const read = readFieldName(field);
        expect(read?.vintage).toBe(entry.date.slice(0, 4));
        if (entry.kind !== undefined) expect(kindOfStem(read!.stem)?.id).toBe(entry.kind);
      }
    },
  );

  test.each(entries.filter(({ groups }) => groups !== undefined).map((entry) => [entry.id, entry] as const))(
    'a lookup, %s, names its areas and what they are in',
    (_, { holds, code, groups }) => {
      expect(holds).toBe('lookup');
      expect([code!, ...groups!].every((field) => readFieldName(field)?.role === 'code')).toBe(true);
      expect(new Set([code!, ...groups!]).size).toBe(groups!.length + 1);
    },
  );

  test('every address is one, no two entries have the same, and each was seen somewhere', () => {
    for (const { place } of choices) {
      const url = new URL(shownAddress(catalogue, place));
      expect(url.protocol).toBe('https:');
      expect(Object.keys(catalogue.hosts!)).toContain(url.hostname);
      if (!isFilePlace(place))
        expect(url.pathname).toMatch(/\/rest\/services\/[\w()-]+\/FeatureServer\/\d+$/);
      expect(seenText(catalogue, place).length).toBeGreaterThan(20);
      // The search that quotes public code names no repository: what the code is stands in its place.
      if (place.seen === 'quoted') expect(place.as).toBeDefined();
    }
    const addresses = choices.map(({ place }) => shownAddress(catalogue, place));
    expect(addresses.filter((address, i) => addresses.indexOf(address) !== i)).toEqual([]);
    const unused = Object.keys(catalogue.seen).filter(
      (key) => !choices.some(({ place }) => place.seen === key),
    );
    expect(unused).toEqual([]);
  });

  test('a resolution is what the name of the service says, and the accuracy is read from the name of the file', () => {
    for (const choice of choices) {
      const resolution = resolutionOf(choice.place);
      if (resolution === null) continue;
      expect(
        resolutionSuffix((choice.place as { service: string }).service.replace(/Generalised_Clipped_/, '')),
      ).toBe(resolution);
      expect(resolutionSuffix(`${fileNameOf(choice)}.geojson`)).toBe(resolution);
      expect(metresOfSuffix(resolution)).not.toBeNull();
    }
    expect(new Set(choices.map(fileNameOf)).size).toBe(choices.length);
  });

  test('the page on firewalls has every host', () => {
    const page = readFileSync('docs/how-to/locked-down.md', 'utf8');
    for (const host of Object.keys(catalogue.hosts!)) expect(page).toContain(`| \`${host}\` |`);
  });

  test('what is asked for carries licence, attribution and the field of codes', () => {
    const wanted = wantedOf(catalogue, choiceOf(catalogue, 'icb@2026', null));
    expect(wanted).toMatchObject({
      service: `${catalogue.services}/Integrated_Care_Boards_April_2026_Boundaries_EN_BGC/FeatureServer`,
      layer: 0,
      codeField: 'ICB26CD',
      name: 'icb_2026_BGC',
      licence: catalogue.licence,
    });
    expect(wanted.attribution).toMatch(/Crown copyright and database right 2026$/);
    expect(wantedOf(catalogue, choiceOf(catalogue, 'lsoa-icb', null))).toMatchObject({ shapes: false });
    for (const entry of entries) expect(attributionOf(catalogue, entry)).not.toContain('{');
  });
});

describe('the figures for England agree with', () => {
  const [heading, ...rows] = readFileSync('data/england/atoms.csv', 'utf8').trim().split(/\r?\n/);
  const columns = heading!.split(',');
  /** Distinct codes of a column of the embedded figures; names in quotes hold commas, so codes are found by their form. */
  const codes = (stem: string): number => {
    const place = columns.indexOf(`${stem}_code`);
    const found = new Set(
      rows.map((row) => splitRow(row)[place]!).filter((code) => /^E(?!61)\d{8}$/.test(code)),
    );
    expect(found.size).toBeGreaterThan(0);
    return found.size;
  };
  const splitRow = (row: string): string[] =>
    [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell!);

  test.each([
    ['icb@2023', 'icb_2024'],
    ['icb@2026', 'icb_2026'],
    ['ltla@2025', 'ltla'],
    ['utla@2025', 'utla'],
    ['cauth@2025', 'cauth_2025'],
    ['region@2025', 'region'],
    ['pfa@2024', 'pfa'],
    ['fra@2023', 'fra'],
  ])('%s', (id, stem) => {
    expect(entryOf(catalogue, id).units?.england).toBe(codes(stem));
  });

  test('all units are no fewer than those of England, and the same where England is all', () => {
    for (const { units, extent } of entries) {
      if (units?.all === undefined || units.england === undefined) continue;
      expect(units.all).toBeGreaterThanOrEqual(units.england);
      if (extent === 'EN') expect(units.all).toBe(units.england);
    }
  });
});

describe('a word finds the entry that is meant', () => {
  test.each([
    ['icb', 'icb@2026'],
    ['ICBs', 'icb@2026'],
    ['integrated care board@2023', 'icb@2023'],
    ['council', 'ltla@2026'],
    ['council@2025', 'ltla@2025'],
    ['council@2025-05', 'ltla@2025-05'],
    ['ltla@2025-12', 'ltla@2025'],
    ['lad@2024', 'ltla@2024'],
    ['county', 'cty@2024'],
    ['hwb', 'utla@2025'],
    ['CTYUA', 'utla@2025'],
    ['mca', 'cauth@2025'],
    ['police', 'pfa@2024'],
    ['Police Force Areas', 'pfa@2024'],
    ['wards', 'ward@2026'],
    ['lsoa', 'lsoa@2021'],
    ['LSOA centroids', 'lsoa-centroids@2021'],
    ['lsoa_centroids@2011', 'lsoa-centroids@2011'],
    ['lad-region', 'ltla-region@2025'],
    ['council-cauth', 'ltla-cauth@2025'],
    ['lsoa-icb@2024', 'lsoa-icb@2024'],
    ['residents', 'residents@2021'],
  ])('%s → %s', (word, id) => {
    expect(entryOf(catalogue, word).id).toBe(id);
  });

  test('vintages come newest first, and each can be asked for by its own id', () => {
    for (const word of new Set(entries.map(({ id }) => wordOf(id)))) {
      const dates = vintagesOf(catalogue, word).map(({ date }) => date);
      expect(dates).toEqual([...dates].sort().reverse());
      expect(new Set(dates).size).toBe(dates.length);
    }
    const own = (entry: Entry): string => entryOf(catalogue, entry.id).id;
    expect(entries.map(own)).toEqual(entries.map(({ id }) => id));
  });
});

test.each([
  ['icb@2024', 'icb@2024', ''],
  ['icb@2024:BSC', 'icb@2024:BSC', ''],
  ['lsoa-icb@2026:LSOA21CD:ICB26CD', 'lsoa-icb@2026', ':LSOA21CD:ICB26CD'],
  ['icb@2024:bsc#x', 'icb@2024:bsc', '#x'],
  ['ltla@2025-05', 'ltla@2025-05', ''],
])('%s is an id where a file belongs', (text, id, rest) => {
  expect(idInText(text)).toEqual({ id, rest });
});

test.each([
  'icb',
  'icbs.geojson',
  'england:icb@2024',
  'a@b.csv',
  'icb@20',
  'x/icb@2024.geojson',
  'icb@2024.geojson',
])('%s is none', (text) => {
  expect(idInText(text)).toBeNull();
});

test.each([
  ['Integrated Care Boards (April 2026) Boundaries EN BGC', '2026-04'],
  ['LAD_MAY_2025_UK_BGC_V2', '2025-05'],
  ['LSOA (2021) to SICBL to ICB to LAD (April 2026) Lookup in EN', '2026-04'],
  ['Wards (Dec 2025) Boundaries', '2025-12'],
  ['Built-up areas 2022', '2022-01'],
  ['A guide', null],
  ['Population 58620101', null],
])('the date of %s is %s', (title, date) => {
  expect(dateOfTitle(title)).toBe(date);
});
