import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/result/result.js';
import { judgeRules } from '../../src/rules/judge-rules.js';
import { parseRule } from '../../src/rules/parse-rule.js';
import { writeGithub } from '../../src/report/github.js';
import { writeJunit } from '../../src/report/junit.js';
import { writerFor } from '../../src/report/writers.js';
import { sampleResult, sharedTable } from './sample-result.js';
import { expectWellFormed } from './well-formed.js';

/** What the schema that Jenkins publishes (junit-10.xsd) allows of what we write: attributes, those needed, children. */
const SCHEMA: Readonly<Record<string, { may: string[]; must: string[]; children: string[] }>> = {
  testsuites: {
    may: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'],
    must: [],
    children: ['testsuite'],
  },
  testsuite: {
    may: [
      'name',
      'tests',
      'failures',
      'errors',
      'group',
      'time',
      'skipped',
      'timestamp',
      'hostname',
      'id',
      'package',
      'file',
    ],
    must: ['name', 'tests'],
    children: ['testcase', 'properties', 'system-out', 'system-err'],
  },
  testcase: {
    may: ['name', 'assertions', 'time', 'classname', 'status', 'class', 'file', 'line'],
    must: ['name'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { may: ['type', 'message'], must: [], children: [] },
  skipped: { may: ['type', 'message'], must: [], children: [] },
};

interface Found {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Found[];
}

function elements(xml: string): Found {
  expectWellFormed(xml, 'JUnit');
  const read = (node: Element): Found => ({
    name: node.tagName,
    attributes: Object.fromEntries(
      [...Array(node.attributes.length).keys()].map((i) => [
        node.attributes[i]!.name,
        node.attributes[i]!.value,
      ]),
    ),
    children: [...Array(node.childNodes.length).keys()].flatMap((i) =>
      node.childNodes[i]!.nodeType === 1 ? [read(node.childNodes[i] as Element)] : [],
    ),
  });
  return read(new DOMParser().parseFromString(xml, 'text/xml').documentElement);
}

function obeysSchema({ name, attributes, children }: Found): void {
  const rule = SCHEMA[name]!;
  expect(rule, name).toBeDefined();
  for (const attribute of Object.keys(attributes)) expect(rule.may, name).toContain(attribute);
  for (const attribute of rule.must) expect(Object.keys(attributes), name).toContain(attribute);
  for (const child of children) {
    expect(rule.children, name).toContain(child.name);
    obeysSchema(child);
  }
}

/** Counts of a suite must be those of its tests. */
function countsAreTrue({ attributes, children }: Found): void {
  const has = (kind: string): number =>
    children.filter((test) => test.children.some(({ name }) => name === kind)).length;
  expect(attributes).toMatchObject({
    tests: String(children.length),
    failures: String(has('failure')),
    skipped: String(has('skipped')),
  });
}

const judged = (rules: readonly string[], baseline: Result | null): Result => {
  const result = { ...sampleResult, tables: [sharedTable], findings: [], rules: [] };
  const { rules: records, table } = judgeRules(result, { rules: rules.map(parseRule), baseline });
  return { ...result, rules: records, tables: table === null ? [sharedTable] : [sharedTable, table] };
};
const withoutHart: Result = {
  ...sampleResult,
  findings: [],
  tables: [{ ...sharedTable, rows: sharedTable.rows.filter(([code]) => code !== 'E07000089') }],
};

describe('a result as JUnit XML', () => {
  test.each<[string, Result]>([
    ['a run without rules', { ...sampleResult, rules: [] }],
    ['rules met and broken', sampleResult],
    ['a baseline', judged(['shared_units max 2'], withoutHart)],
  ])('obeys the schema for %s', (_, result) => {
    const root = elements(writeJunit(result));
    obeysSchema(root);
    root.children.forEach(countsAreTrue);
    expect(root.attributes['tests']).toBe(
      String(root.children.reduce((sum, { children }) => sum + children.length, 0)),
    );
  });

  test('a new finding fails, one still there is skipped, a fixed one passes', () => {
    const outcome = (result: Result): string[] =>
      elements(writeJunit(result))
        .children.at(-1)!
        .children.map(
          ({ attributes, children }) => `${attributes['name']!} ${children[0]?.name ?? 'passes'}`,
        );
    expect(outcome(judged([], withoutHart))).toEqual([
      'shared:ltla:E07000089 failure',
      'shared:ltla:E07000180 skipped',
      'shared:ltla:E07000244 skipped',
    ]);
    expect(outcome(judged([], { ...sampleResult, findings: [], tables: [sharedTable] }))).toHaveLength(3);
  });

  test('names from files cannot open an element', () => {
    const table = {
      ...sharedTable,
      rows: sharedTable.rows.map((row) => row.map((cell, i) => (i === 1 ? '"/><failure/>\n&' : cell))),
    };
    const result = { ...sampleResult, tables: [table], findings: [], rules: [] };
    const { rules, table: baseline } = judgeRules(result, { rules: [], baseline: withoutHart });
    obeysSchema(elements(writeJunit({ ...result, rules, tables: [table, baseline!] })));
  });
});

describe('a result as GitHub annotations', () => {
  test('broken rules and new findings are errors, findings are warnings, the headline is a notice', () => {
    expect(
      writeGithub(judged(['shared_units max 2'], withoutHart))
        .split('\n')
        .map((line) => line.replace(/::.*$/, '').concat(line.split('::')[1] ?? '')),
    ).toEqual([
      'error title=Broken rule',
      'error title=Broken rule',
      'error title=New finding',
      'notice title=coterminous overlap',
      '',
    ]);
    expect(writeGithub(sampleResult)).toContain(
      '::warning title=repeated-polygon::councils (lower tier or unitary) E06000053 Isles of Scilly: ',
    );
  });

  test('no name begins a command of its own', () => {
    const finding = { ...sampleResult.findings[0]!, name: 'x\n::error::forged', detail: '100 %' };
    const result = { ...sampleResult, rules: [], findings: [finding] };
    const lines = (writerFor('github').write(result, result.tables[0]!) as string).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::error'))).toEqual([]);
    expect(lines.at(-1)).toContain('100 %25');
  });
});
