/**
 * What the page refuses and what the command line says of the same files.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { InputTrouble } from '../../src/index.js';
import { atHand } from '../../src/page/asking/at-hand.js';
import { choicesOfTrouble } from '../../src/page/asking/choices-of-trouble.js';
import { firstAsking } from '../../src/page/asking/first-asking.js';
import { hintForPage, namesOption } from '../../src/page/asking/hint-for-page.js';
import { requestOf } from '../../src/page/asking/request-of.js';
import { commandWords } from '../../src/run/typed/command-line.js';
import { doorOfGdal } from '../../src/cli/gdal/door-of-gdal.js';
import { runCommand } from '../cli/run-command.js';
import { icbs } from '../cli/small-files.js';
import { engineWithData } from './ask-engine.js';

export type Dropped = Readonly<Record<string, Uint8Array | string>>;

/** A refusal of the page, and the words by which the command line meets the same. */
export interface Refusal {
  readonly trouble: InputTrouble;
  readonly words: readonly string[];
}

/** Refusals that only the page has: it takes any file, where the command line is told what a file is. */
const OF_THE_PAGE = ['table-of-nothing-known', 'part-alone'];

/** A sound layer beside the one that is refused. */
const OTHER = 'other layer.geojson';

const isTable = (file: string): boolean => /\.(csv|txt|xlsx?|ods)$/i.test(file);

/** What is refused of files when they are dropped, and when the likeliest question is asked of them. */
export async function refusalsOf(files: Dropped): Promise<Refusal[]> {
  const ask = engineWithData();
  const copies = Object.entries(files).map(([name, content]) => ({
    name,
    bytes: Uint8Array.from(typeof content === 'string' ? new TextEncoder().encode(content) : content).buffer,
  }));
  await ask('add', { files: copies });
  const taken = await ask('taken', { changes: {}, england: false });
  if (taken.says !== 'done') throw new Error(JSON.stringify(taken));
  const told = taken.value.flatMap(({ file, path, trouble }): Refusal[] => {
    if (trouble === null || OF_THE_PAGE.includes(trouble.id)) return [];
    return [{ trouble, words: isTable(path) ? asPeople(file) : ['overlap', file, OTHER] }];
  });
  const hand = atHand(taken.value);
  const asking = firstAsking(hand);
  if (asking === null) return told;
  const request = requestOf(asking, hand, {});
  const ran = await ask('run', { request });
  if (ran.says === 'failed') throw new Error(ran.fault);
  return ran.says === 'refused' ? [...told, { trouble: ran.trouble, words: commandWords(request) }] : told;
}

const asPeople = (file: string): string[] => ['overlap', 'england:icb', 'england:ltla', '--people', file];

/** Holds a refusal against the command line's: the same place and sentence, and its hint in options or in buttons. */
export async function expectSameWords(files: Dropped, { trouble, words }: Refusal): Promise<void> {
  const cwd = mkdtempSync(join(tmpdir(), 'coterminous-refusal-'));
  for (const [name, content] of [...Object.entries(files), [OTHER, icbs] as const])
    writeFileSync(join(cwd, name), content);
  const { code, stderr } = await runCommand([...words, '--quiet'], { cwd });
  rmSync(cwd, { recursive: true });
  const { file, unit, place, message, hint } = trouble;
  const where = [file, unit, place].filter((part) => part !== undefined).join(': ');
  const isForGdal = trouble.id === 'format-not-read' && hint.includes('ogr2ogr');
  if (isForGdal) expect(hintForPage(trouble)).toContain('QGIS');
  // Where the package is installed by which the command line reads it, the two have nothing in common.
  if (isForGdal && doorOfGdal() !== null) return;
  expect(code, stderr).toBe(2);
  if (isForGdal) {
    // The command line tells of the package.
    expect(stderr).toContain(`${file!}: the file is `);
    return;
  }
  expect(stderr).toContain(`${where === '' ? '' : `${where}: `}${message}. ${hint}`);
  const said = hintForPage(trouble);
  if (!namesOption(hint)) expect(said.replace(/\.$/, '')).toBe(hint.replace(/\.$/, ''));
  else if (choicesOfTrouble(trouble).length === 0) expect(said).not.toMatch(/ --[a-z]/);
}
