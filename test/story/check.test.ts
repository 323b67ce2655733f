/** Whether files can be used, in a sentence; what was found in them, worst first. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Layer } from '../../src/layer/layer.js';
import { noteFindings } from '../../src/read/note-findings.js';
import type { Result } from '../../src/result/result.js';
import type { FindingList, Story } from '../../src/story/story.js';
import { tellStory } from '../../src/story/tell-story.js';
import { findingWords, KINDS_WITH_WORDS } from '../../src/trouble/finding-words.js';
import { box, check, drawLayer, polygon, type Drawn } from '../measures/check-drawn.js';
import { resultOf } from './told.js';

const square = (code: string | null, x: number, y: number, width = 1): Drawn => ({
  code,
  geometry: polygon(box(x, y, width)),
});
const sound = (id: string): Layer => ({ ...drawLayer([square('a', 0, 0), square('b', 1, 0)]), id });
/** Four squares around one that is missing, a hectare and more. */
const withGap = (id: string): Layer => ({
  ...drawLayer([
    { code: 'a', geometry: polygon(box(0, 0, 3, 1)) },
    { code: 'b', geometry: polygon(box(0, 1, 1, 1)) },
    { code: 'c', geometry: polygon(box(2, 1, 1, 1)) },
    { code: 'd', geometry: polygon(box(0, 2, 3, 1)) },
  ]),
  id,
});
const overlapping = (id: string): Layer => ({
  ...drawLayer([square('a', 0, 0, 2), square('b', 1, 1, 2)]),
  id,
});
const copied = (id: string): Layer => ({
  ...drawLayer([square('a', 0, 0), square('b', 1, 0), square('a', 0, 0), square('b', 1, 0)]),
  id,
});

const checked = (...layers: Layer[]): Result => {
  const result = resultOf('check', layers, check(layers));
  const inputs = layers.map(({ id, codes }) => ({
    id,
    role: 'layer',
    file: `${id}_wards.geojson`,
    format: 'geojson',
    bytes: 1,
    sha256: '',
    reading: {
      line: '',
      fields: [],
      of: 'features',
      read: id.startsWith('copied') ? 2 * codes.length : codes.length,
      counted: codes.length,
      left: [],
      makes: null,
      total: null,
      matched: null,
    },
  }));
  return { ...result, inputs: inputs };
};
const told = (...layers: Layer[]): Story => tellStory(checked(...layers));

describe('the headline', () => {
  it('says that nothing is wrong', () => {
    expect(told(sound('x')).headline).toBe('Nothing is wrong with this file');
    expect(told(sound('x'), sound('y')).headline).toBe('Nothing is wrong with these two files');
  });

  it('says what to look at in files that can be used', () => {
    expect(told(withGap('x')).headline).toBe('This file can be used; look at one gap');
    expect(told(withGap('x'), sound('y')).headline).toBe('Both files can be used; one needs a look');
    expect(told(withGap('x'), sound('y'), copied('copied')).headline).toBe(
      'All three files can be used; two need a look',
    );
    expect(told(withGap('x'), withGap('y')).headline).toBe('Both files can be used; both need a look');
  });

  it('says which files cannot be used, and why where it is one reason', () => {
    expect(told(overlapping('x')).headline).toBe('This file cannot be used as it is: its units overlap');
    expect(told(overlapping('x'), sound('y'), sound('z')).headline).toBe(
      'One of three files cannot be used as it is: its units overlap',
    );
    expect(told(overlapping('x'), overlapping('y'), sound('z')).headline).toBe(
      'Two of three files cannot be used as they are: their units overlap',
    );
    expect(told(overlapping('x'), overlapping('y')).headline).toBe(
      'None of the two files can be used as it is: their units overlap',
    );
    const numbered = { ...drawLayer([square(null, 0, 0), square('b', 1, 0)]), id: 'z' };
    expect(told(overlapping('x'), numbered).headline).toBe('None of the two files can be used as it is');
  });
});

test('like findings of a file are one row with their sum, worst first', () => {
  const story = told(withGap('x'), overlapping('y'), copied('copied'));
  const { rows, files } = story.answer as FindingList;
  expect(rows.map(({ severity, found, file }) => `${severity}: ${found} (${file})`)).toEqual([
    'error: 1 overlap, 100 ha (Y wards)',
    'warning: 1 gap, 100 ha (X wards)',
    'warning: Both units are in the file twice (Copied wards)',
  ]);
  expect(rows[1]).toMatchObject({
    detail: 'No unit covers 100 ha between Unit a and Unit b and 2 more, 500 m wide on average.',
    places: [{ hectares: 100 }],
  });
  expect(files.map(({ title, verdict, tone }) => `${title}: ${verdict} (${tone})`)).toEqual([
    'X wards: Look: gaps (warning)',
    'Y wards: Stop: overlaps (error)',
    'Copied wards: Look: copies (warning)',
  ]);
  expect(story.subtitle).toBe(
    'The other two can, with one gap to look at in one and every unit twice in the other.',
  );
  expect(story.figures.map(({ value, beside, text }) => `${value} ${beside}: ${text}`)).toEqual([
    '1 error: in one of three files',
    '5 warnings: in two kinds: gaps and copies',
    '6 notes: for information; nothing to do',
  ]);
});

test('several of a kind are summed, the largest told', () => {
  const one = withGap('x');
  const result = checked(one);
  const gap = result.findings.find(({ finding }) => finding === 'gap')!;
  const many = {
    ...result,
    findings: [...result.findings, { ...gap, area_ha: 20.4 }, { ...gap, area_ha: 0.3 }],
  };
  const { rows } = tellStory(many).answer as FindingList;
  expect(rows).toHaveLength(1);
  expect(rows[0]!.found).toBe('3 gaps, 121 ha together');
  expect(rows[0]!.detail).toMatch(/^The largest: no unit covers 100 ha/);
});

test('every kind of error or warning that the source can find has words', () => {
  const source = ['src/read', 'src/measures/check', 'src/measures/land'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  const kinds = new Set(
    source.flatMap((text) => [...text.matchAll(/finding: '([a-z0-9-]+)'/g)].map(([, kind]) => kind!)),
  );
  expect(kinds.size).toBeGreaterThan(15);
  const harmless = new Set(['resolution', 'winding', 'several-parts']);
  expect([...kinds].filter((kind) => !KINDS_WITH_WORDS.has(kind) && !harmless.has(kind))).toEqual([]);
  const notes = [
    'closed-ring',
    'short-ring',
    'line-geometry',
    'null-geometry',
    'attributes-missing',
    'changes-in-log',
    'not-utf8',
  ];
  const warned = noteFindings(
    { notes: notes.map((note) => ({ note, feature: -1, count: 2, position: null })) } as never,
    new Int32Array(),
    { codes: [], names: [] },
  ).filter(({ severity }) => severity !== 'info');
  expect(warned.map(({ finding }) => finding).filter((kind) => !KINDS_WITH_WORDS.has(kind))).toEqual([]);
  expect(findingWords('something-new').many).toBe('findings: something new');
});
