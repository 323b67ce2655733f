/** What a derived footprint is said to be, on a few small areas. */
import { describe, expect, it, test } from 'vitest';
import { derive } from '../../src/measures/derive/derive.js';
import { readWeighted } from '../../src/measures/derive/weighted-lookup.js';
import type { RankedList, Story } from '../../src/story/story.js';
import { tellStory } from '../../src/story/tell-story.js';
import { tableOf } from '../table-of.js';
import { resultOf, withheld } from './told.js';

const derived = (rows: string) =>
  resultOf(
    'derive',
    [],
    derive({
      lookup: readWeighted(tableOf(`lsoa21cd,pcn_code,pcn_name,patients\n${rows}`, 'patients.csv'), null),
      id: 'pcn',
      noun: 'network',
      blocks: null,
      within: null,
      only: null,
      planar: false,
      measures: [],
      homes: new Map(),
      unallocated: new Set(['U']),
      unallocatedMayWin: true,
      includeOutside: false,
      allowUnmatched: 1,
      toDegrees: (positions) => positions,
    }),
  );

const ROWS = [
  'E01000001,U00001,ASH,900',
  'E01000001,U00002,BEECH,300',
  'E01000001,U00003,CEDAR,40',
  'E01000002,U00002,BEECH,500',
  'E01000002,U00001,ASH,500',
  'E01000003,U,Unallocated,60',
  'E01000003,U00002,BEECH,40',
  'E01000004,U00002,BEECH,300',
  'E01000004,U00003,CEDAR,200',
  'E01000004,U00001,ASH,200',
].join('\n');
const told = (rows: string): Story => tellStory(derived(rows));

describe('the headline', () => {
  it('says how many live where their own network has most patients', () => {
    // Ash won the first two areas (a tie goes to it), Beech the fourth: 1,400 of 1,600 and 300 of 1,140.
    expect(told(ROWS).headline).toBe(
      '1,700 of 2,740 patients live where their own network has most patients',
    );
  });

  it('says so of all', () => {
    expect(told('E01000001,U00001,ASH,900\nE01000002,U00002,BEECH,1').headline).toBe(
      'All 901 patients live where their own network has most patients',
    );
  });

  it('counts networks where patients are withheld or none has any', () => {
    const kept = tellStory(
      withheld(derived(ROWS), 'units', 'registered_inside', (row) => row['code'] === 'U00002'),
    );
    expect(kept.headline).toBe('Two networks have most patients in at least one small area');
    expect(kept.figures[0]!.value).toBe('withheld');
    expect(told('E01000001,U,Unallocated,9').headline).toBe(
      'No network has most patients in any small area here',
    );
  });
});

test('margins, ties and those that won nothing', () => {
  const story = told(ROWS);
  expect(story.figures).toEqual([
    {
      value: '62.0\u00a0%',
      beside: '',
      text: 'of the patients of two networks live in their own area',
      tone: 'headline',
    },
    {
      value: '55.0\u00a0%',
      beside: '',
      text: 'of the patients are the winner’s in the median small area; under half in 1 of 4',
      tone: 'plain',
    },
    { value: '1', beside: 'tie', text: 'it went to the lower code; one network won nothing', tone: 'plain' },
  ]);
  expect(story.footnotes).toEqual(['In one small area most patients are in no network.']);
  const { groups } = story.answer as RankedList;
  expect(
    groups.map(({ heading, rows }) => [
      heading,
      rows.map(({ unit, figure, detail }) => `${unit.name} ${figure}: ${detail}`),
    ]),
  ).toEqual([
    ['Won nothing', ['CEDAR 240: has most patients in no small area']],
    [
      'Networks that won small areas',
      [
        'BEECH 840: 73.7\u00a0% of its 1,140 patients; has most patients in one small area',
        'ASH 200: 12.5\u00a0% of its 1,600 patients; has most patients in two small areas',
      ],
    ],
  ]);
});
