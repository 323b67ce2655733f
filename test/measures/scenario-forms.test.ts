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
    ['merge: [{New: [a, b]}, {Other: [c, d]}]', merged],
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
    ['units: {Oak: [Ash, Beech]}', 'merge: {Oak: [Ash, Beech]}'],
    ['operations: [{type: merge, units: [Ash, Beech], name: Oak}]', '- {merge: [Ash, Beech], into: Oak}'],
    ['operations: [{op: rename, unit: Ash, new: Oak}]', '- {rename: Ash, to: Oak}'],
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
    ['one,two\na,n\nb,n', 'one two'],
    ['Area,Plan\na,n\nb,m', 'Area Plan'],
    ['Existing council,becomes\na,n\nb,m', 'Existing council becomes'],
    ['LAD24NM,LAD24CD,new_unit\nAsh,E1,n', 'LAD24CD new_unit'],
    ['LAD24CD,new_code,new_name\nE1,n,North', 'LAD24CD new_code'],
    ['LAD24CD,LAD24NM,council_code,council_name\nE1,Ash,n,North\nE2,Elm,n,North', 'LAD24CD council_code'],
    ['county_name,county_code,Area Code,Area Name\nN,n,E1,Ash\nN,n,E2,Elm', 'Area Code county_code'],
    ['LAD24CD,LAD24NM,Council\nE1,Ash,North\nE2,Elm,North', 'LAD24CD Council'],
    ['ICB24CD,ICB24CDH,ICB24NM,cluster_code\nE1,QA,Ash,n\nE2,QB,Elm,n', 'ICB24CD cluster_code'],
    ['note,unit,proposed_council\nx,a,n', 'unit proposed_council'],
  ])('%s', (text, found) => expect(columns(text)).toBe(found));

  it.each([
    ['new units as headings', 'East Surrey,West Surrey\nElmbridge,Woking\nMole Valley,Guildford'],
    ['no headings', 'Elmbridge,East Surrey\nMole Valley,East Surrey\nWoking,West Surrey'],
  ])('with %s is not taken for something else', (_, text) => {
    expect(troubleOf(() => pairColumns(tableOf(text))).message).toContain('not clear');
  });

  it('of which it is not clear what becomes what is answered with the right form', () => {
    const trouble = troubleOf(() => pairColumns(tableOf('Area,Reason,Plan\nAsh,x,North\nBeech,y,North')));
    expect(trouble.message).toContain('(Area, Reason, Plan)');
    expect(trouble.hint).toContain('table.csv:Area:Reason');
    expect(trouble.hint).toContain('Ash,New name');
    const coded = troubleOf(() => pairColumns(tableOf('LAD24CD,LAD24NM,Reason,Plan\nE1,Ash,x,North')));
    expect(coded.hint).toContain('table.csv:LAD24CD:Reason');
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
