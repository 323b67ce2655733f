/** Where `coterminous page` writes: a file that a browser opens as a page, and nothing else. */
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from './run-command.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'coterminous-page-name-'));

it.each(['page.pdf', 'page', 'page.html.gz', '-', '.html', 'pages/', 'html', 'page.xhtml', 'page.csv'])(
  'a page called %s is refused, and nothing is written',
  async (name) => {
    const cwd = folder();
    const { code, stdout, stderr } = await runCommand(['page', '-o', name], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(
      `error: ${name}: a page has a name that ends in .html. Name it so: coterminous page -o coterminous.html\n`,
    );
    expect(stdout).toBe('');
    expect(readdirSync(cwd)).toEqual([]);
  },
);

it('a folder that is called like a page is refused', async () => {
  const cwd = folder();
  mkdirSync(join(cwd, 'page.html'));
  const { code, stderr } = await runCommand(['page', '-o', 'page.html'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toBe('error: page.html: it is a folder. Name a file in it\n');
});

it('a folder that is not there is told before anything is put together', async () => {
  const { code, stderr } = await runCommand(['page', '-o', 'none/page.HTM'], { cwd: folder() });
  expect(code).toBe(2);
  expect(stderr).toContain("there is no folder 'none'");
});
