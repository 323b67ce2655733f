/** Which proposal is said to line up better, on layers of a few blocks. */
import { describe, expect, it, test } from 'vitest';
import type { ProposalMatrix, Story } from '../../src/story/story.js';
import { tellStory } from '../../src/story/tell-story.js';
import { peopleOf } from '../measures/compare-drawn.js';
import { kindred, proposed, withheld } from './told.js';

// Councils a to d; ICB I has a, half of b and half of c; J the rest.
const councils = kindred('ltla', 'ltla', 'a a b b c c d d', {
  named: { a: 'Ashby', b: 'Brack', c: 'Corve', d: 'Dale' },
});
const icbs = kindred('icb', 'icb', 'I I I J I J J J', {
  vintage: '2024',
  named: { I: 'NHS Isle Integrated Care Board', J: 'NHS Jarrow Integrated Care Board' },
});
const forces = kindred('pfa', 'pfa', 'P P P P P P P P');
const people = peopleOf('100 200 300 50 500 70 900 1000');

const merge = (units: string, into: string): string =>
  `operations:\n  - merge: [${units}]\n    into: {code: ${into}, name: ${into} council}\n`;
const renamed = 'operations:\n  - rename: b\n    to: Brook\n';
const told = (
  proposals: Readonly<Record<string, string>>,
  layers = [councils, icbs],
  guide: Parameters<typeof proposed>[3] = null,
): Story => tellStory(proposed(layers, [people], proposals, guide));
const matrixOf = (story: Story): ProposalMatrix => story.answer as ProposalMatrix;
const row = (story: Story, question: RegExp): string[] =>
  matrixOf(story)
    .rows.find((each) => question.test(each.question))!
    .cells.map(({ value, detail, change }) =>
      [value, detail, change === null ? '' : `${change.arrow} ${change.text}`]
        .filter((part) => part !== '')
        .join(' | '),
    );

describe('the headline', () => {
  it('tells one proposal by its name, fewer split units and the people outside', () => {
    // b and c together: 800 in I, 120 in J; as before 50 + 70 are outside.
    expect(told({ one: merge('b, c', 'n') }).headline).toBe(
      '“One” splits fewer councils between ICBs, with as many people outside their council’s main ICB as now',
    );
    // c and d together: J has 1,970, I 500.
    expect(told({ one: merge('c, d', 'n') }).headline).toBe(
      '“One” puts 430 more people outside their council’s main ICB',
    );
    expect(told({ one: merge('b, d', 'n') }).headline).toBe(
      '“One” puts 250 more people outside their council’s main ICB',
    );
  });

  it('puts both together where they do alike, with a span where figures differ', () => {
    expect(told({ two: merge('b, c, d', 'n'), three: merge('a, b, c, d', 'n') }).headline).toBe(
      'Both proposals split fewer councils between ICBs, but put 680 to 980 more people outside their council’s main ICB',
    );
    expect(told({ two: merge('b, c, d', 'n'), three: merge('c, b, d', 'm') }).headline).toBe(
      'Both proposals split fewer councils between ICBs, but put 680 more people outside their council’s main ICB',
    );
  });

  it('compares proposals that do not do alike', () => {
    expect(told({ one: merge('a, d', 'n'), other: merge('b, c', 'm') }).headline).toBe(
      'No proposal leaves fewer people outside their council’s main ICB than now, 120',
    );
    const better = 'operations:\n  - move: [icb:J]\n    from: b\n    to: d\n';
    expect(told({ move: better, worse: merge('a, d', 'm') }).headline).toBe(
      '“Move” leaves fewest people outside their council’s main ICB: none, against 350 in “Worse”',
    );
  });

  it('says that nothing changes', () => {
    expect(told({ one: merge('a, b', 'n') }, [councils, forces]).headline).toBe(
      '“One” changes nothing between councils and police force areas',
    );
    expect(told({ one: merge('a, b', 'n'), two: merge('c, d', 'm') }, [councils, forces]).headline).toBe(
      'The proposals change nothing between councils and police force areas',
    );
  });

  it('says of how many the size is as wanted where nothing is split and one is wanted', () => {
    // a has 300, b 350, c 570, d 1,900; a and b together 650, c and d 2,470, b, c and d 2,820.
    const plans = { one: merge('a, b', 'n'), two: merge('b, c, d', 'm') };
    const sized = (
      least: number | null,
      most: number | null,
      proposals: Parameters<typeof told>[0] = plans,
    ) => told(proposals, [councils, forces], { least, most }).headline;
    const whole = 'No proposal splits a council between police force areas';
    expect(sized(650, null)).toBe(`${whole}; all councils would have the size that is wanted`);
    expect(sized(651, null)).toBe(`${whole}; the one and none of one council would have under 651 people`);
    expect(sized(null, 650)).toBe(`${whole}; none of one and the one council would have over 650 people`);
    expect(sized(2000, null, { one: merge('a, b', 'n') })).toBe(
      '“One” splits no council between police force areas; the one council would have under 2,000 people',
    );
    expect(sized(650, null, { one: merge('a, b', 'n') })).toBe(
      '“One” splits no council between police force areas; the one council would have the size that is wanted',
    );
  });

  it('says which units are split in place of which where counts and people are as now', () => {
    const [cases, held] = [
      { one: merge('a, b', 'n') },
      '“One” splits n council in place of Brack between ICBs, with as many people outside their council’s main ICB as now',
    ];
    // a and b together: 800 in I, 50 in J; the 50 are outside as before.
    expect(told(cases).headline).toBe(held);
    expect(told({ one: merge('a, b', 'n'), two: merge('a, b', 'm') }).headline).toBe(
      'The proposals split as many councils between ICBs as now, but not the same ones, with as many people outside their council’s main ICB as now',
    );
    expect(told({ one: merge('a, b', 'n'), two: merge('a, d', 'm') }).headline).not.toContain('in place of');
    // A new name or code is no other unit.
    for (const text of [renamed, 'operations:\n  - rename: b\n    to: {code: z, name: Brack}\n'])
      expect(told({ one: text }).headline).toBe('“One” changes nothing between councils and ICBs');
    expect(told({ one: merge('a, b', 'n'), two: renamed }).headline).toBe(held);
  });

  it('says that as many people are outside where they are those of the other unit', () => {
    // Brack gives its 50 in J to Corve, which gives its 70 there back: each has what the other had.
    const swap =
      'operations:\n  - move: [x:d]\n    from: b\n    to: c\n  - move: [x:f]\n    from: c\n    to: b\n';
    const pieces = kindred('x', 'x', 'a b c d e f g h');
    const story = told({ swap }, [councils, icbs, pieces]);
    expect(story.headline).toBe(
      '“Swap” puts as many people outside their council’s main ICB as now, but not the same ones',
    );
  });

  it('does not say that nothing changes where who is outside is withheld', () => {
    const kept = withheld(
      proposed([councils, icbs], [people], { one: merge('c, d', 'n') }),
      'units',
      'icb_outside_main',
    );
    expect(tellStory(kept).headline).toBe('“One” splits n council in place of Corve between ICBs');
    const same = withheld(
      proposed([councils, icbs], [people], { one: renamed }),
      'units',
      'icb_outside_main',
    );
    expect(tellStory(same).headline).toBe('“One” leaves as many councils split between ICBs as now');
  });

  it('tells what a layer by itself becomes', () => {
    expect(told({ one: merge('a, b', 'n') }, [councils]).headline).toBe(
      '“One” makes three councils of four, with 650 people in another one than now',
    );
  });

  it('says no number of people where one is withheld', () => {
    const kept = withheld(
      proposed([councils, icbs], [people], { one: merge('b, c', 'n') }),
      'units',
      'icb_outside_main',
    );
    const story = tellStory(kept);
    expect(story.headline).toBe('“One” splits fewer councils between ICBs');
    expect(row(story, /^People outside/)[1]).toBe('withheld');
  });
});

test('the matrix has a row a question, people judged and counts not', () => {
  const story = told({ two: merge('b, c, d', 'n') }, [councils, icbs, forces], { least: 600, most: 5000 });
  expect(matrixOf(story).columns).toEqual([
    { title: 'Now', subtitle: 'three councils' },
    { title: 'Two', subtitle: 'n council' },
  ]);
  expect(row(story, /split between ICBs/)).toEqual(['2 of 3', '1 of 1']);
  expect(row(story, /^People outside/)).toEqual([
    '120 | 4.3\u00a0%',
    '800 | 28.4\u00a0% | ▲ 680 more, worse',
  ]);
  expect(row(story, /^Where/)).toEqual(['Corve 70 | Brack 50, all in Jarrow', 'n council 800 | all in Isle']);
  expect(row(story, /that a council deals with/)).toEqual([
    '1, 2 and 2 | Dale one; Brack and Corve two',
    '2',
  ]);
  expect(row(story, /under 600/)).toEqual(['2 of 3 | smallest 350', '0 of 1 | smallest 2,820']);
  expect(matrixOf(story).same).toEqual({
    text: 'The same now and in the proposal: no council that changes is split between police force areas and no council has over 5,000 people',
    rows: [
      { question: 'Councils split between police force areas', value: '0 of 3 and 0 of 1' },
      { question: 'Councils over 5,000 people', value: '0 of 3 and 0 of 1' },
    ],
  });
});

test('the units of now are those that any of the proposals changes', () => {
  const story = told({ one: merge('a, b', 'n'), other: merge('c, d', 'm') });
  expect(matrixOf(story).columns.map(({ subtitle }) => subtitle)).toEqual([
    'four councils',
    'n council',
    'm council',
  ]);
  // Each proposal leaves two of the four as they are: their people stay in its figures.
  expect(row(story, /split between ICBs/)).toEqual(['2 of 4', '2 of 3', '2 of 3']);
  expect(row(story, /^People outside/)).toEqual([
    '120 | 3.8\u00a0%',
    '120 | 3.8\u00a0%',
    '550 | 17.6\u00a0% | ▲ 430 more, worse',
  ]);
});

test('where ICBs change, councils of the whole layer are counted', () => {
  const story = told({ one: merge('I, J', 'N') }, [icbs, councils]);
  expect(story.headline).toBe(
    '“One” splits fewer councils between ICBs and leaves 120 fewer people outside their council’s main ICB',
  );
  expect(row(story, /split between ICBs/)).toEqual(['2 of 4', '0 of 4']);
  expect(row(story, /^People outside/)).toEqual(['120 | 3.8\u00a0%', '0 | 0\u00a0% | ▼ 120 fewer, better']);
});

test('a proposal goes by its own title', () => {
  const story = told({ two_unitaries: `title: Two unitary councils\n${merge('b, c', 'n')}` });
  expect(matrixOf(story).columns[1]!.title).toBe('Two unitary councils');
  expect(told({ two_unitaries: merge('b, c', 'n') }).headline).toMatch(/^“Two unitaries” splits fewer/);
});
