/**
 * What is said first of two layers, in every case there is.
 */
import { describe, expect, test } from 'vitest';
import type { LayerRecord, Result } from '../../src/result/result.js';
import type { PairFacts } from '../../src/story/pair-facts.js';
import { alignHeadline, overlapHeadline } from '../../src/story/split-headline.js';
import { shareText } from '../../src/story/share-text.js';
import type { SplitUnit } from '../../src/story/splits.js';

const layer = (id: string, noun: string, nouns: string): LayerRecord =>
  ({ id, kind: id, noun, nouns, one: noun, many: nouns, vintage: null, units: 4 }) as LayerRecord;
const [a, b] = [
  layer('icb', 'ICB', 'ICBs'),
  layer('ltla', 'council (lower tier or unitary)', 'councils (lower tier or unitary)'),
];
const result = { layers: [a, b] } as unknown as Result;

const unit = (name: string, outside: number | null): SplitUnit => ({
  code: name,
  name,
  mainCode: 'A',
  mainName: 'A',
  partners: ['A', 'B'],
  parts: [],
  amount: 100,
  outside,
});

const facts = (units: readonly SplitUnit[], more: Partial<PairFacts> = {}): PairFacts => ({
  a,
  b,
  measure: 'people',
  table: 'shared',
  units,
  asked: 12,
  whole: 12 - units.length,
  partners: 4,
  sharing: 2,
  everyone: 1200,
  overlapping: false,
  ...more,
});

describe('align', () => {
  const say = (units: readonly SplitUnit[], more: Partial<PairFacts> = {}): string =>
    alignHeadline(facts(units, more), result);

  test('people outside, in several councils, in one, one person', () => {
    expect(say([unit('Hart', 1200), unit('Ash', 34)])).toBe(
      '1,234 people in two councils live outside their council’s main ICB',
    );
    expect(say([unit('Hart', 1200)])).toBe('1,200 people in Hart live outside the council’s main ICB');
    expect(say([unit('Hart', 1)])).toBe('One person in Hart lives outside the council’s main ICB');
  });

  test('a council without anybody outside is not counted: under half a person is nobody', () => {
    expect(say([unit('Hart', 7), unit('Ash', 0.4)])).toContain('7 people in Hart live');
    expect(say([unit('Hart', 7), unit('Ash', 0.5)])).toContain('in two councils');
    expect(say([unit('Hart', 0.4)])).toBe('Hart is split between ICBs, but nobody lives in the smaller part');
  });

  test('nothing split: whole, or partly in none, or apart', () => {
    expect(say([])).toBe('All 12 councils lie whole in one ICB');
    expect(say([], { whole: 10 })).toBe('No council is split between ICBs, but two of 12 lie partly in none');
    expect(say([], { asked: 0, whole: 0 })).toBe('No council lies in any ICB');
  });

  test('what is withheld, not known, or would be counted twice is not added up', () => {
    const counts = 'Two of 12 councils lie in more than one ICB';
    const two = [unit('Hart', 7), unit('Ash', 5)];
    expect(say([unit('Hart', 7), unit('Ash', null)])).toBe(counts);
    expect(say(two, { measure: null })).toBe(counts);
    expect(say(two, { overlapping: true })).toBe(counts);
  });
});

test('overlap goes on from the count to the people', () => {
  const say = (units: readonly SplitUnit[]): string => overlapHeadline(facts(units), result);
  expect(say([unit('Hart', 7), unit('Ash', 5)])).toBe(
    'Two of 12 councils lie in more than one ICB: 12 people are outside the main one',
  );
  expect(say([unit('Hart', 0)])).toBe('Hart lies in more than one ICB, but nobody is outside the main one');
});

test('shares have one decimal, and are nought or whole only where they are', () => {
  const said = [0, 0.0004, 0.0005, 0.0069, 0.0999, 0.1, 0.473, 0.9909, 0.9999, 1].map(shareText);
  expect(said.map((text) => text.replace('\u00a0%', ''))).toEqual([
    '0',
    '<0.1',
    '0.1',
    '0.7',
    '10.0',
    '10.0',
    '47.3',
    '99.1',
    '>99.9',
    '100',
  ]);
});
