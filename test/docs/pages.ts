/**
 * The pages that people read: the README, everything below docs, and those that stand beside code and data.
 */
import { readdirSync } from 'node:fs';

/** Paths from the root, sorted. */
export const PAGES: readonly string[] = [
  ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...['data/region/README.md', 'data/england/README.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md')),
].sort();

/** Pages that `npm run docs` writes whole. */
export const isMade = (page: string): boolean => page.startsWith('docs/reference/');

/** A fenced block of a page. */
export interface Block {
  /** What stands after the backticks: `console`, `sh`, `yaml`; blank where nothing does. */
  readonly language: string;
  readonly text: string;
  /** Where its text begins in the page. */
  readonly start: number;
  /** The name in `<!-- file: NAME -->` on the line before it; null where there is none. */
  readonly file: string | null;
}

/** The fenced blocks of a page, in order. */
export const blocksOf = (page: string): Block[] =>
  [...page.matchAll(/^(?:<!-- file: (\S+) -->\n)?```([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[2]!.trim(),
    text: match[3]!,
    start: match.index + match[0].length - '```'.length - match[3]!.length,
    file: match[1] ?? null,
  }));
