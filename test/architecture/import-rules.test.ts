import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importRules, RESULT_FILE } from './import-rules.js';

const root = resolve('src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** Relative imports of a file, as paths below src. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map((match) => match[1]!);
}

const folderOf = (file: string): string => file.split('/')[0]!;

describe('imports run one way', () => {
  test('every folder of src has a rule with a reason', () => {
    const folders = new Set(files.filter((file) => file.includes('/')).map(folderOf));
    expect([...folders].sort()).toEqual(importRules.map((rule) => rule.folder).sort());
    for (const rule of importRules) expect(rule.reason.length).toBeGreaterThan(20);
  });

  test.each(importRules)('$folder imports only what it may: $reason', (rule) => {
    const broken: string[] = [];
    for (const file of files.filter((name) => folderOf(name) === rule.folder)) {
      for (const wanted of importsOf(file)) {
        if (!wanted.startsWith('.')) continue;
        const target = relative(root, resolve(root, dirname(file), wanted)).replace(/\.js$/, '.ts');
        const folder = folderOf(target);
        if (folder !== rule.folder && !rule.may.includes(folder)) broken.push(`${file} imports ${target}`);
        if (rule.folder === 'report' && folder === 'measures' && target !== RESULT_FILE) {
          broken.push(`${file} imports ${target}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });

  test('docs/architecture.md prints the same rules', () => {
    const printed = readFileSync('docs/architecture.md', 'utf8')
      .split('<!-- import rules -->')[1]!
      .split('<!-- end -->')[0];
    const names = (folders: readonly string[]): string =>
      folders.length === 0 ? 'nothing' : folders.map((folder) => `\`${folder}\``).join(', ');
    const rows = importRules.map((rule) => `| \`${rule.folder}\` | ${names(rule.may)} | ${rule.reason} |`);
    expect(printed!.trim().split('\n').slice(2)).toEqual(rows);
  });

  test('only cli uses Node, so that the engine runs in a browser page and in a worker', () => {
    const broken: string[] = [];
    for (const file of files.filter((name) => folderOf(name) !== 'cli')) {
      const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      if (importsOf(file).some((wanted) => wanted.startsWith('node:')))
        broken.push(`${file} imports from node:`);
      if (/\b(process|Buffer|__dirname|require)\b\s*[.(]/.test(text))
        broken.push(`${file} uses a Node global`);
    }
    expect(broken).toEqual([]);
  });
});
