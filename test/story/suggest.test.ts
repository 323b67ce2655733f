/** What the cheapest moves are said to do, on layers of a few blocks. */
import { describe, expect, it, test } from 'vitest';
import type { MoveList, Story } from '../../src/story/story.js';
import { tellStory } from '../../src/story/tell-story.js';
import { peopleOf } from '../measures/compare-drawn.js';
import { kindred, suggested, withheld } from './told.js';

const icbs = kindred('icb', 'icb', 'I I I J I J J J');
const councils = kindred('ltla', 'ltla', 'a a b b c c d d');
const people = [peopleOf('100 200 300 50 500 70 900 1000')];
const told = (wishes: Parameters<typeof suggested>[2] = {}): Story =>
  tellStory(suggested([icbs, councils], people, wishes));

describe('the headline', () => {
  it('says how many would move and what that would leave', () => {
    expect(told().headline).toBe(
      'Moving 120 people to another ICB would leave no council split between ICBs',
    );
  });

  it('says what cannot be settled', () => {
    expect(told({ never: new Set(['b']) }).headline).toBe(
      'Moving 70 people to another ICB would settle one of the two split councils',
    );
    expect(told({ never: new Set(['b', 'c']) }).headline).toBe(
      'No allowed move settles any of the two split councils',
    );
  });

  it('says that nothing has to move', () => {
    const whole = tellStory(
      suggested(
        [kindred('icb', 'icb', 'I I J J'), kindred('ltla', 'ltla', 'a b c c')],
        [peopleOf('1 2 3 4')],
      ),
    );
    expect(whole.headline).toBe('Nothing has to move: ICBs and councils line up already');
    expect(whole.figures[0]).toMatchObject({ value: '0\u00a0%' });
  });

  it('tells the other test by what it asks', () => {
    expect(told({ test: 'P2' }).headline).toBe(
      'Moving 120 people to another ICB would leave no ICB that cuts across the edge of a council',
    );
  });

  it('says no number where one is withheld', () => {
    const kept = withheld(
      suggested([icbs, councils], people),
      'fix',
      'people_moved',
      (row) => row['people_moved'] === 50,
    );
    expect(tellStory(kept).headline).toBe('Two moves would leave no council split between ICBs');
    expect(tellStory(kept).figures[0]!.value).toBe('withheld');
  });
});

test('figures and list say what the tables say, and what it is not', () => {
  const story = told({ never: new Set(['b']) });
  expect(
    story.figures.map(({ value, beside, text }) => `${value} ${beside} ${text}`.replace('  ', ' ')),
  ).toEqual([
    '2.2\u00a0% of 3,120 people would come to another ICB',
    '1 of 2 councils settled, by one move',
    '2 of 2 ICBs would gain or lose a part',
  ]);
  const list = story.answer as MoveList;
  expect(
    list.moves.map(({ from, to, figure, detail }) => `${from!.name} → ${to!.name} ${figure}; ${detail}`),
  ).toEqual(['Unit J → Unit I 70; a part of Unit c']);
  expect(story.footnotes).toEqual([
    'Left as it is, for no allowed move settles it: Unit b.',
    'This is arithmetic, not a recommendation: it knows nothing of how bodies work.',
  ]);
});
