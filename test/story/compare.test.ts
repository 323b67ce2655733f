/** What two vintages are said to come to, on layers of a few blocks. */
import { describe, expect, it, test } from 'vitest';
import { tellStory } from '../../src/story/tell-story.js';
import type { MoveList, Story } from '../../src/story/story.js';
import { drawnLayer } from '../measures/align-lattice.js';
import { peopleOf } from '../measures/compare-drawn.js';
import { compared, kindred, withheld } from './told.js';

const told = (before: string, after: string, people: string, kinds = ['icb', 'icb']): Story =>
  tellStory(
    compared(
      [
        kindred('old', kinds[0]!, before, { vintage: '2024' }),
        kindred('new', kinds[1]!, after, { vintage: '2026' }),
      ],
      people === '' ? [] : [peopleOf(people)],
    ),
  );
const headline = (before: string, after: string, people: string, kinds?: string[]): string =>
  told(before, after, people, kinds).headline;
const movesOf = (story: Story): MoveList => story.answer as MoveList;

describe('the headline', () => {
  it('names from and to where one piece moved', () => {
    expect(headline('a a b b', 'a b b b', '900 300 900 900')).toBe('300 people moved from Unit a to Unit b');
  });

  it('counts pieces where several moved, in words to nine', () => {
    expect(headline('a a a b b b', 'a b a b a b', '9000 300 900 9000 201 900')).toBe(
      '501 people in two pieces changed hands between ICBs',
    );
    expect(headline('a a a b b b', 'a b a b a b', '9000 300 900 9000 201 900', ['stp', 'icb'])).toBe(
      '501 people in two pieces changed hands between STPs and ICBs',
    );
  });

  it('says a single person in the singular', () => {
    expect(headline('a a b b', 'a b b b', '9 1 9 9')).toBe('One person moved from Unit a to Unit b');
  });

  it('tells mergers by how many become how many', () => {
    expect(headline('a b c d', 'n n c d', '100 200 900 900')).toBe(
      '300 people come to another ICB as four become three',
    );
    expect(headline('a b c d', 'n n m m', '100 200 900 901', ['stp', 'icb'])).toBe(
      '2,101 people come to another unit as four STPs become two ICBs',
    );
    // c is split between the new n and m: two close and two open.
    expect(headline('a b c c d d', 'n n n m m m', '100 200 300 400 500 600')).toBe(
      '2,100 people come to another ICB as four become two',
    );
    expect(headline('a a b b c', 'n m n m c', '100 200 300 400 500')).toBe(
      '1,000 people come to another ICB as two close and two open',
    );
  });

  it('says that nothing moved where units were only renamed or given new codes', () => {
    const [old, renamed] = [
      kindred('old', 'icb', 'a b'),
      kindred('new', 'icb', 'a b', { named: { a: 'Ashby', b: 'Brack' } }),
    ];
    const people = [peopleOf('100 200')];
    expect(tellStory(compared([old, renamed], people)).headline).toBe('Nothing moved: two ICBs were renamed');
    expect(headline('a b', 'x b', '100 200')).toBe('Nothing moved: one ICB was given a new code');
    expect(headline('a b', 'a b', '100 200')).toBe('Nothing changed');
  });

  it('does not make much of small pieces', () => {
    expect(headline('a a b b', 'a b b b', '90000 99 90000 90000')).toBe(
      'Only 99 people moved, in one small piece',
    );
    expect(headline('a a b b', 'a b b b', '90000 0 90000 90000')).toBe(
      'Nobody moved: one small piece changed hands',
    );
  });

  it('says hectares where nobody is counted, and small areas where there is no land either', () => {
    const shapes = (before: string, after: string): string =>
      tellStory(compared([drawnLayer('old', before, 'icb'), drawnLayer('new', after, 'icb')], [])).headline;
    expect(shapes('a a b b', 'a b b b')).toBe('100 ha moved from Unit a to Unit b');
    expect(shapes('a a a b b b', 'a b a b a b')).toBe(
      'Two pieces, 200 ha together, changed hands between ICBs',
    );
    expect(headline('a a b b', 'a b b b', '')).toBe('One small area moved from Unit a to Unit b');
  });

  it('counts people who come from nobody or go to nobody', () => {
    expect(headline('a . b', 'a a b', '900 300 900')).toBe('300 people come to an ICB who were in none');
    expect(headline('a a b', 'a . b', '900 300 900')).toBe('300 people are in no ICB any more');
  });

  it('says no number where one that it needs is withheld', () => {
    const result = compared(
      [kindred('old', 'icb', 'a a a b b b'), kindred('new', 'icb', 'a b a b a b')],
      [peopleOf('9000 300 900 9000 201 900')],
    );
    const kept = withheld(result, 'transfers', 'people', ({ people }) => people === 201);
    const story = tellStory(kept);
    expect(story.headline).toBe('Two pieces changed hands between ICBs');
    expect(story.figures[0]!.value).toBe('withheld');
    expect(movesOf(story).moves.map(({ figure }) => figure)).toEqual(['300', 'withheld']);
  });
});

test('figures, list and what did not move say what the tables say', () => {
  const story = told('a a b b c', 'a b b b c', '700 300 900 100 8000');
  expect(story.title).toBe('ICBs of 2024 and ICBs of 2026');
  expect(story.subtitle).toBe('ICBs of 2024 compared with those of 2026. People as written.');
  expect(story.figures).toEqual([
    { value: '3.0\u00a0%', beside: '', text: 'of 10,000 people moved', tone: 'headline' },
    { value: '1', beside: 'piece', text: 'nothing merged, split or closed', tone: 'plain' },
    { value: '1', beside: 'of 3', text: 'unchanged; 1 larger, 1 smaller', tone: 'plain' },
  ]);
  expect(movesOf(story)).toMatchObject({
    heading: 'What moved, most people first',
    unchanged: 'One ICB is unchanged',
    moves: [
      {
        number: 1,
        kind: 'moved',
        figure: '300',
        detail: '30.0\u00a0% of the people of the one, 23.1\u00a0% of the other',
      },
    ],
  });
});

test('mergers, splits and moves are told apart, and numbered by people', () => {
  // a and half of c merge into n; the other half of c goes to m; d gives a piece to e.
  const story = told('a c c d d e', 'n n m d e e', '400 300 200 900 150 800');
  expect(movesOf(story).moves.map(({ number, kind, people }) => `${number} ${kind} ${people ?? ''}`)).toEqual(
    ['1 merged whole 400', '2 split 300', '3 split 200', '4 moved 150'],
  );
  expect(story.figures[1]).toMatchObject({
    value: '1',
    beside: '',
    text: 'ICB merges whole; 1 is split; 2 close, in four pieces; 2 open; 1 grows',
  });
});

test('pieces too small to count are told at the foot', () => {
  const story = told('a a a b b', 'a a b b c', '90000 90000 99 90000 200');
  expect(story.footnotes).toEqual(['One smaller piece holds 99 people; the tables have them all.']);
});
