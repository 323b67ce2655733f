/**
 * Every link of every page leads somewhere: to a file that is there, and to a heading that it has.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PAGES } from './pages.js';

/** Anchors of a page as GitHub makes them of headings: lower case, signs left out, hyphens for blanks, numbered if repeated. */
function anchorsOf(path: string): Set<string> {
  const seen = new Map<string, number>();
  const text = readFileSync(path, 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
  return new Set(
    [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => {
      const anchor = heading!
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-');
      const times = seen.get(anchor) ?? 0;
      seen.set(anchor, times + 1);
      return times === 0 ? anchor : `${anchor}-${times}`;
    }),
  );
}

/** Links and pictures of a page, code left out. */
const linksOf = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8')
      .replace(/^```[\s\S]*?^```$/gm, '')
      .replace(/`[^`\n]*`(?!\])/g, '')
      .matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g),
  ].map(([, target]) => target!);

describe('the links of', () => {
  test.each(PAGES)('%s lead somewhere', (page) => {
    const broken = linksOf(page).filter((link) => {
      if (/^(https?|mailto):/.test(link)) return false;
      const [file, anchor] = link.split('#') as [string, string?];
      const path = file === '' ? page : join(dirname(page), file);
      if (!existsSync(path)) return true;
      return anchor !== undefined && !(path.endsWith('.md') && anchorsOf(path).has(anchor));
    });
    expect(broken).toEqual([]);
  });

  test('docs/README.md reach every page below docs', () => {
    const reached = new Set<string>();
    const go = (page: string): void => {
      if (reached.has(page)) return;
      reached.add(page);
      for (const link of linksOf(page)) {
        const path = join(dirname(page), link.split('#')[0]!).replaceAll('\\', '/');
        if (path.endsWith('.md') && existsSync(path) && statSync(path).isFile()) go(path);
      }
    };
    go('docs/README.md');
    expect(PAGES.filter((page) => page.startsWith('docs/') && !reached.has(page))).toEqual([]);
  });
});
