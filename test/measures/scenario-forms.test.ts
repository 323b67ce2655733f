/** The forms in which a scenario may be written, and what is said of those in which it may not. */
import { describe, expect, it } from 'vitest';
import { pairColumns } from '../../src/measures/scenario/pair-columns.js';
import { readScenario } from '../../src/measures/scenario/read-scenario.js';
import { unitsNamed } from '../../src/measures/scenario/units-named.js';
import { tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';

const takings = (text: string): unknown =>
  readScenario(text, 'x.yaml').operations.map(({ verb, takings: all }) => [verb, all]);
const hint = (text: string): string => troubleOf(() => readScenario(text, 'x.yaml')).hint;

describe('short forms are the long ones', () => {
  const merged = 'operations:\n- {merge: [a, b], into: New}\n- {merge: [c, d], into: Other}';
  it.each([
    ['merge: {New: [a, b], Other: [c, d]}', merged],
    ['- merge: {New: [a, b], Other: [c, d]}', merged],
    ['operations:\n  merge: {New: [a, b], Other: [c, d]}', merged],
    ['operations:\n- merge: {New: [a, b]}\n- merge: {Other: [c, d]}', merged],
    ['merge: [a, b]\ninto: New', 'operations: [{merge: [a, b], into: New}]'],
    ['merge: [a, b]\ninto: {name: New}', 'operations: [{merge: [a, b], into: New}]'],
    ['rename: {a: b}', 'operations: [{rename: a, to: b}]'],
    ['abolish: {a: nobody}', 'operations: [{abolish: a, to: nobody}]'],
    ['move: {b: [p, q]}', 'operations: [{move: [p, q], to: b}]'],
    [
      'split: {a: {One: [p], Other: rest}}',
      'operations: [{split: a, into: [{name: One, pieces: [p]}, {name: Other, rest: true}]}]',
    ],
    ['merge: {New: [a, b]}\nrename: {c: d}', 'operations: [{merge: [a, b], into: New}, {rename: c, to: d}]'],
  ])('%s', (short, long) => expect(takings(short)).toEqual(takings(long)));
});

describe('errors show the right form in the own words', () => {
  it.each([
    ['operations: [{merge: [Ash, Beech]}]', '- {merge: [Ash, Beech], into: New name}'],
    ['operations: [{merge: [Ash, Beech], to: Oak}]', '- {merge: [Ash, Beech], into: Oak}'],
    ['operations: [{combine: [Ash, Beech], into: Oak}]', '- {merge: [Ash, Beech], into: Oak}'],
    ['operations: [{merg: [Ash, Beech], into: Oak}]', '- {merge: [Ash, Beech], into: Oak}'],
    ['operations: [{move: [Ash], into: Oak}]', '- {move: [Ash], to: Oak}'],
    ['operations: [{rename: Ash, into: Oak}]', '- {rename: Ash, to: Oak}'],
    ['operations: [{abolish: Ash}]', '- {abolish: Ash, to: Other unit}'],
    ['operations: [{split: Ash, to: Oak}]', '- {split: Ash, into: [{name: Oak'],
    ['Oak: [Ash, "Beech: West"]', "merge: {Oak: [Ash, 'Beech: West']}"],
    ['name: x', 'merge: {New name: [One unit, Another]}'],
    ['create: {name: Oak}\npieces: [w]', 'operations: [{create: Oak, pieces: [w]}]'],
    ['merge: {Oak: [Ash]}\noperations: []', 'coterminous help scenarios'],
  ])('%s', (text, form) => expect(hint(text)).toContain(form));
});

describe('a plain table', () => {
  const columns = (text: string): string => {
    const { member, group } = pairColumns(tableOf(text));
    return `${member} ${group}`;
  };
  it.each([
    ['unit,new_unit\na,n', 'unit new_unit'],
    ['new_unit,unit\nn,a', 'unit new_unit'],
    ['ltla,unitary\na,n\nb,n', 'ltla unitary'],
    ['unitary,ltla\nn,a\nn,b', 'ltla unitary'],
    ['one,two\na,n\nb,m', 'one two'],
    ['LAD24NM,LAD24CD,new_unit\nAsh,E1,n', 'LAD24CD new_unit'],
    ['LAD24CD,new_code,new_name\nE1,n,North', 'LAD24CD new_code'],
    ['note,unit,proposed_council\nx,a,n', 'unit proposed_council'],
  ])('%s', (text, found) => expect(columns(text)).toBe(found));

  it('of which it is not clear what becomes what is answered with the right form', () => {
    const trouble = troubleOf(() => pairColumns(tableOf('Area,Reason,Plan\nAsh,x,North\nBeech,y,North')));
    expect(trouble.message).toContain('(Area, Reason, Plan)');
    expect(trouble.hint).toContain('table.csv:Area:Reason');
    expect(trouble.hint).toContain('Ash,New name');
  });
});

it('the units that tell the layer are those that are there before', () => {
  const named = (text: string): readonly string[] => unitsNamed(readScenario(text, 'x.yaml'));
  expect(named('- {merge: [a, b], into: n}\n- {rename: n, to: m}\n- {move: [p], from: c, to: d}')).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
  expect(named("regroup: [{name: n, pieces: [a, 'icb:x']}]")).toEqual(['a']);
});
