/** docs/recipes.md: its command runs as it stands, and its Python prints what the page says. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { havePython, runPython } from '../cli/python.js';
import { makeFolder, runCommand } from '../cli/run-command.js';

const page = readFileSync('docs/recipes.md', 'utf8');
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)![1]!;

const folder = makeFolder();
afterAll(() => folder.remove());
const words = block('sh').replaceAll('\\\n', ' ').trim().split(/\s+/).slice(2);
const outputs = words.filter((_, i) => words[i - 1] === '-o');

beforeAll(async () => {
  const argv = words.map((word) => word.replace('data/region/', `${resolve('data/region')}/`));
  const { code, stderr } = await runCommand([...argv, '--quiet'], { cwd: folder.path });
  expect(code, stderr).toBe(0);
});

test('the command writes every file that the recipes open', () => {
  const opened = [...page.matchAll(/"([\w.]+\.(?:gpkg|geoparquet|parquet))"|'([\w.]+\.parquet)'/g)].map(
    ([, double, single]) => double ?? single,
  );
  expect(outputs).toEqual(expect.arrayContaining(opened));
  for (const name of outputs) expect(existsSync(join(folder.path, name)), name).toBe(true);
});

test('the map has an object for each layer, whose shapes have codes', () => {
  const map = JSON.parse(readFileSync(join(folder.path, 'map.topojson'), 'utf8')) as {
    objects: Record<string, { geometries: { properties: object }[] }>;
  };
  expect(Object.keys(map.objects)).toEqual(['icb', 'ltla']);
  expect(map.objects['ltla']!.geometries[0]!.properties).toMatchObject({ code: 'E06900001' });
});

test.skipIf(!havePython)('the Python prints what the page says', () => {
  const printed = runPython(block('python'), folder.path);
  expect(printed.startsWith(block('text'))).toBe(true);
});
