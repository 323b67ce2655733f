/**
 * Faulty files dropped on the page, alone and beside two sound layers: each is refused in words or answered, and nothing is
 * a fault of the engine.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atHand } from '../../src/page/asking/at-hand.js';
import { firstAsking } from '../../src/page/asking/first-asking.js';
import { hintForPage } from '../../src/page/asking/hint-for-page.js';
import { requestOf } from '../../src/page/asking/request-of.js';
import type { InputTrouble } from '../../src/index.js';
import { engineWithData, handed } from './ask-engine.js';
import { expectSameWords, refusalsOf } from './refusals.js';

const folder = resolve(process.env['COTERMINOUS_CASES'] ?? '../shared/cases', 'files');
const haveCases = existsSync(folder);
if (!haveCases)
  console.warn(`Faulty files are not dropped on the page: ${folder} is not there (set COTERMINOUS_CASES).`);

/** Files that are dropped at once: a folder with all that lies in it, any other alone. */
const drops = haveCases
  ? readdirSync(folder).map((name): readonly [string, readonly string[]] => {
      const path = join(folder, name);
      return [
        name,
        statSync(path).isDirectory() ? readdirSync(path).map((part) => join(path, part)) : [path],
      ];
    })
  : [];
const SOUND = ['icb24_good.geojson', 'lad24_good.geojson', 'lookup.csv', 'people.csv'].map((name) =>
  join(folder, name),
);

/** A refusal says what is wrong and what can be done here. */
function expectWords(trouble: InputTrouble): void {
  expect(trouble.message).toMatch(/\w/);
  expect(hintForPage(trouble)).toMatch(/\w.*[.?)]$|ogr2ogr/);
}

describe.skipIf(!haveCases)('what is dropped on the page is refused in words or answered', () => {
  it.each(drops)(
    '%s',
    async (_name, paths) => {
      for (const beside of [[], SOUND]) {
        const ask = engineWithData();
        await ask('add', { files: [...paths, ...beside].map((path) => handed(path)) });
        const taken = await ask('taken', { changes: {}, england: false });
        if (taken.says !== 'done') throw new Error(JSON.stringify(taken));
        expect(taken.value.length).toBeGreaterThan(0);
        for (const { sentence, trouble } of taken.value)
          if (trouble === null) expect(sentence).toMatch(/\w/);
          else expectWords(trouble);
        const hand = atHand(taken.value);
        const asking = firstAsking(hand);
        if (asking === null) continue;
        const ran = await ask('run', { request: requestOf(asking, hand, {}) });
        if (ran.says === 'refused') expectWords(ran.trouble);
        else if (ran.says === 'done') expect(ran.value.headline).toMatch(/\w/);
        else throw new Error(ran.fault);
      }
    },
    60_000,
  );

  it.each(drops)(
    '%s in the words of the command line',
    async (_name, paths) => {
      for (const beside of [[], SOUND]) {
        const files = Object.fromEntries(
          [...paths, ...beside].map((path) => [basename(path), readFileSync(path)]),
        );
        for (const refusal of await refusalsOf(files)) await expectSameWords(files, refusal);
      }
    },
    60_000,
  );
});
