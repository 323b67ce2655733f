/** Imports of src run one way: between folders, between the floors of measures, and between files. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { floorRules, importRules, ON_NODE, type ImportRule } from './import-rules.js';
import { codeOf, findCircles, folderOf, importsIn, readImports } from './read-imports.js';

const imports = readImports();
const files = [...imports.keys()];

/** Imports that a rule does not allow: of files below `above`, whose folders the rules are about. */
function broken(rule: ImportRule, above: string): string[] {
  const inside = (file: string): boolean => imports.has(file) && file.startsWith(above);
  return files
    .filter((file) => inside(file) && folderOf(file, above) === rule.folder)
    .flatMap((file) =>
      imports
        .get(file)!
        .filter(inside)
        .filter((wanted) => ![rule.folder, ...rule.may].includes(folderOf(wanted, above)))
        .map((wanted) => `${file} imports ${wanted}`),
    );
}

/** The rows of a table of docs/architecture.md between two marks. */
const printed = (mark: string): string[] =>
  readFileSync('docs/architecture.md', 'utf8')
    .split(`<!-- ${mark} -->`)[1]!
    .split('<!-- end -->')[0]!
    .trim()
    .split('\n')
    .slice(2);

const asRow = ({ folder, may, reason }: ImportRule): string =>
  `| \`${folder}\` | ${may.length === 0 ? 'nothing' : may.map((each) => `\`${each}\``).join(', ')} | ${reason} |`;

describe.each([
  { where: 'src', above: '', rules: importRules, mark: 'import rules' },
  { where: 'src/measures', above: 'measures', rules: floorRules, mark: 'floors of measures' },
])('imports of $where run one way', ({ above, rules, mark }) => {
  test('every folder has a rule with a reason, every rule a folder', () => {
    const folders = new Set(
      files.filter((file) => file.startsWith(above)).map((file) => folderOf(file, above)),
    );
    expect([...folders].sort()).toEqual(rules.map((rule) => rule.folder).sort());
    for (const rule of rules) expect(rule.reason.length).toBeGreaterThan(15);
  });

  test('no rule allows a folder that a rule above it names: the lowest stand first', () => {
    rules.forEach((rule, place) => {
      const below = rules.slice(0, place).map(({ folder }) => folder);
      expect(rule.may.filter((folder) => !below.includes(folder))).toEqual([]);
    });
  });

  test.each(rules)('$folder imports only what it may: $reason', (rule) => {
    expect(broken(rule, above)).toEqual([]);
  });

  test('docs/architecture.md prints the same rules', () => {
    expect(printed(mark)).toEqual(rules.map(asRow));
  });
});

describe('between files', () => {
  test('there is no circle of imports, type-only ones included', () => {
    expect(findCircles(imports).map((circle) => circle.join(' → '))).toEqual([]);
  });

  test('every import leads to a file', () => {
    const below = [...imports].flatMap(([file, wanted]) =>
      wanted.filter((each) => each.endsWith('.ts') && !imports.has(each)).map((each) => `${file} → ${each}`),
    );
    expect(below).toEqual([]);
  });

  test('a circle is found and told, whatever stands beside it', () => {
    const drawn = new Map([
      ['a', ['b', 'x']],
      ['b', ['c']],
      ['c', ['x', 'b']],
      ['x', []],
      ['d', ['d']],
    ]);
    expect(findCircles(drawn)).toEqual([
      ['b', 'c', 'b'],
      ['d', 'd'],
    ]);
  });

  test('imports of types, of effects alone, in types and on the way are imports', () => {
    const text = [
      "import type { A } from './a.js';",
      "import {\n  b,\n  type B,\n} from './b.js';",
      "export { c } from './c.js';",
      "import './d.js';",
      "type E = import('./e.js').E;",
      "await import('./f.js');",
    ].join('\n');
    expect(importsIn(text)).toEqual(['./a.js', './b.js', './c.js', './d.js', './e.js', './f.js']);
  });
});

test('only the rim uses Node, so that the engine runs in a browser page and in a worker', () => {
  const onNode = files
    .filter((file) => !ON_NODE.includes(folderOf(file)))
    .flatMap((file) => [
      ...imports
        .get(file)!
        .flatMap((wanted) => (wanted.startsWith('node:') ? [`${file} imports ${wanted}`] : [])),
      ...(/\b(process|Buffer|__dirname|require)\b\s*[.(]/.test(codeOf(file))
        ? [`${file} uses a Node global`]
        : []),
    ]);
  expect(onNode).toEqual([]);
});

test('only the gate writes to standard output and standard error', () => {
  const writing = files.filter((file) => /\bstd(out|err)\s*\.write\(|\bconsole\./.test(codeOf(file)));
  expect(writing).toEqual(['cli/say.ts']);
});
