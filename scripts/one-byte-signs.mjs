/**
 * A plugin of the bundler: signs beyond ASCII are written as escapes in the sources, since it leaves those of patterns as
 * they are. What is bundled is then read one byte a sign, which is the fastest way there is.
 */
import { readFile } from 'node:fs/promises';

const BEYOND = /[^\0-\x7f]/g;

export const oneByteSigns = {
  name: 'one-byte-signs',
  setup(bundler) {
    bundler.onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replace(BEYOND, escaped), loader: path.endsWith('ts') ? 'ts' : 'js' };
    });
  },
};

const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
