/**
 * The page's script as it was built: one text that can stand in a script element and needs nothing from outside.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { clientCode } from '../../src/report/html/client-code.js';

describe('the script of the page', () => {
  it('is a script by itself: no module, nothing imported, no source map', () => {
    expect(() => new Script(clientCode)).not.toThrow();
    expect(clientCode).not.toMatch(/\bimport\b|\bexport\b|sourceMappingURL/);
  });

  it('can end no script element and begin no comment in one', () => {
    expect(clientCode).not.toMatch(/<\/?script|<!--/i);
  });

  it('asks for nothing from a network and makes no code from text', () => {
    expect(clientCode).not.toMatch(
      /\bfetch\(|XMLHttpRequest|\beval\(|new Function|innerHTML|https?:(?!\/\/www\.w3\.org\/2000\/svg)/,
    );
  });

  // A third of it lays circles, labels, leaders and insets out, with the widths of letters, and the small maps.
  it('is under 95 kB', () => {
    expect(Buffer.byteLength(clientCode)).toBeLessThan(95_000);
  });

  it('is built from modules: no function of a writer is turned into text', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    for (const file of files.filter((name) => name.startsWith('report/'))) {
      expect(readFileSync(`src/${file}`, 'utf8'), file).not.toMatch(/\.toString\(\)/);
    }
  });
});
