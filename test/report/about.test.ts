/** What columns say they are about, however layers and measures are called, and for documents that do not say it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { csvwMetadata } from '../../src/report/csvw.js';
import { wholeContent } from '../../src/report/html/page-content.js';
import { pageData } from '../../src/report/html/page-data.js';
import { findSplits } from '../../src/story/splits.js';
import { sharedUnits } from '../../src/report/map/shared-units.js';
import { rankColumns } from '../../src/report/rank-columns.js';
import { writeTopojson } from '../../src/report/map/write-topojson.js';
import { parseResult } from '../../src/result/parse-result.js';
import type { Result } from '../../src/result/result.js';
import { ROLES } from '../../src/result/role.js';
import { writeJson } from '../../src/result/write-json.js';
import { compareWithBaseline } from '../../src/rules/baseline.js';
import { issuesOf } from '../../src/rules/issues.js';
import { quantitiesOf } from '../../src/rules/quantities.js';
import { shortWords } from '../../src/layer/short-words.js';
import { tellStory } from '../../src/story/tell-story.js';
import { troubleOf } from '../trouble-of.js';
import { twoLayers } from './two-layers.js';

type Names = readonly [string, string, string];

/** What every reader makes of a result, without the names. */
function readings(result: Result): object {
  const page = pageData(result, findSplits(result), wholeContent(result), tellStory(result));
  const topology = JSON.parse(writeTopojson(result)) as {
    objects: Record<string, { geometries: { properties: object }[] }>;
  };
  const facts = csvwMetadata(result, result.tables[0]!, 'x.csv') as Record<string, { length: number }>;
  return {
    quantities: [...quantitiesOf(result).values()].map(({ value }) => value),
    issues: issuesOf(result).map(({ kind, code, name }) => [kind, code, name]),
    splits: findSplits(result).map(({ units }) => units),
    ranks: result.tables.map(rankColumns),
    shapes: page.shapes.map(({ table, row }) => [table, row]),
    tables: page.tables.map(({ codes, targets }) => [codes, targets]),
    pairs: page.pairs.map(({ rows }) => rows),
    shared: [[...sharedUnits(result)].map((unit) => unit.split(' ')[1]), page.shared],
    cells: Object.values(topology.objects).map(({ geometries }) =>
      geometries.map(({ properties }) => Object.values(properties)),
    ),
    facts: facts['schema:additionalProperty']!.length,
  };
}

describe.each(['overlap', 'align'] as const)('readers of %s are not confused', (command) => {
  test.each<Names>([
    ['main', 'x', 'people'],
    ['x', 'main', 'people'],
    ['pct_of', 'people', 'people'],
    ['people', 'pct_of', 'icb_people'],
    ['x_code', 'from_x', 'main'],
    ['main_icb', 'icb', 'icb_people'],
    ['outside', 'area', 'outside_main'],
    ['a_basis', 'a', 'a_basis_method'],
  ])('by layers called %s and %s and people called %s', async (...names) => {
    // The first measure goes by the name of people too, where that is not its own.
    const plain: Names = ['icb', 'ltla', names[2] === 'people' ? 'people' : 'residents'];
    expect(readings(await twoLayers(command, names))).toEqual(readings(await twoLayers(command, plain)));
  });
});

/** What two layers of some kinds are called, whose ids are `one_layer` and `two`. */
function shortWordsOf(first: string | null, second: string | null): string[] {
  const word = shortWords([
    { id: 'one_layer', kind: first },
    { id: 'two', kind: second },
  ]);
  return [word('one_layer'), word('two')];
}

describe('titles', () => {
  test('say in words what headings say', async () => {
    const { tables } = await twoLayers('align');
    const titles = new Map(tables.flatMap(({ columns }) => columns.map((c) => [c.heading, c.title])));
    expect(titles.get('main_icb_name')).toBe('main ICB');
    expect(titles.get('ltla_code')).toBe('council code');
    expect(titles.get('pct_of_ltla_residents')).toBe('% of council residents');
    expect(titles.get('overlap_ha')).toBe('overlap (ha)');
  });

  test('call layers of one noun by their ids', () => {
    expect(shortWordsOf('icb', 'icb')).toEqual(['one layer', 'two']);
    expect(shortWordsOf('ltla', 'utla')).toEqual(['one layer', 'two']);
    expect(shortWordsOf('icb', null)).toEqual(['ICB', 'two']);
  });
});

describe('a document that says what its columns are about', () => {
  test('comes back as it was', async () => {
    const result = await twoLayers('align');
    expect(parseResult(writeJson(result)).tables).toEqual(result.tables);
  });

  test.each<[string, (column: Record<string, unknown>) => void]>([
    ['a role that is none', (column) => (column['about'] = { role: 'chief' })],
    ['a part that is none', (column) => (column['about'] = { colour: 'red' })],
    ['a layer that is no text', (column) => (column['about'] = { layer: 1 })],
    ['nothing where the other columns say it', (column) => delete column['about']],
  ])('is refused with %s', async (_, change) => {
    const document = JSON.parse(writeJson(await twoLayers('overlap'))) as {
      tables: { columns: Record<string, unknown>[] }[];
    };
    change(document.tables[0]!.columns[2]!);
    const trouble = troubleOf(() => parseResult(JSON.stringify(document)));
    expect(trouble).toMatchObject({ id: 'result-damaged', place: 'tables[0].columns[2].about' });
  });

  test('uses roles that the published schema lists', () => {
    const schema = JSON.parse(readFileSync('schema/result.schema.json', 'utf8')) as {
      definitions: { about: { properties: { role: { enum: string[] } } } };
    };
    expect(schema.definitions.about.properties.role.enum).toEqual(Object.keys(ROLES));
  });
});

describe('an early document, whose columns say nothing of themselves', () => {
  const old = parseResult(readFileSync('test/report/data/saved-before-about.json', 'utf8'));

  test('is told by its headings what they are about and called', async () => {
    const { tables } = await twoLayers('align');
    old.tables.forEach((table, t) => {
      table.columns.forEach(({ heading, title, about }, c) => {
        const now = tables[t]!.columns[c]!;
        expect([heading, title]).toEqual([now.heading, now.title]);
        // Which layer a match is of, and whose people stand in whole areas, nobody asks.
        if (heading !== 'match_code' && now.about.role !== undefined)
          expect(about, heading).toEqual(now.about);
      });
    });
  });

  test('has the quantities and items of a new one, so that it goes on as a baseline', async () => {
    const now = await twoLayers('align');
    const values = (result: Result): unknown =>
      [...quantitiesOf(result).values()].map(({ name, value }) => [name, value]);
    expect(values(old)).toEqual(values(now));
    expect(compareWithBaseline(now, old)).toMatchObject({ fresh: [], fixed: [] });
    expect(issuesOf(old).length).toBeGreaterThan(0);
  });

  test('is rendered like a new one', async () => {
    const now = await twoLayers('align');
    expect(findSplits(old)).toEqual(findSplits({ ...now, layers: old.layers }));
    // Columns that came later stand at the end of their tables; tables of doubts came later too.
    const asBefore = now.tables
      .filter(({ name }) => name !== 'doubts')
      .map((table, t) => ({ ...table, columns: table.columns.slice(0, old.tables[t]!.columns.length) }));
    expect(old.tables.map(rankColumns)).toEqual(asBefore.map(rankColumns));
    expect(parseResult(writeJson(old)).tables).toEqual(old.tables);
  });
});
