/**
 * Documents of the tool itself among the files of the page: a config file is run, a saved result shown or held against.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atHand } from '../../src/page/asking/at-hand.js';
import { firstAsking } from '../../src/page/asking/first-asking.js';
import { requestOf } from '../../src/page/asking/request-of.js';
import { makeFolder, runCommand } from '../cli/run-command.js';
import { engineWithData, handed, type AskEngine } from './ask-engine.js';

const REGION = ['icb.geojson', 'ltla.geojson'].map((name) => handed(`data/region/${name}`));
const CONFIG = `layers:
  icb: boundaries/icb.geojson
  council: { file: boundaries/ltla.geojson, call: borough|boroughs }
reports:
  pairs: { command: overlap, layers: [icb, council], outputs: pairs.csv }
  sound: { command: check, layers: [icb] }
`;
const named = (name: string, text: string) => ({
  name,
  bytes: new TextEncoder().encode(text).buffer,
});

async function dropped(...files: { name: string; bytes: ArrayBuffer }[]): Promise<AskEngine> {
  const ask = engineWithData();
  await ask('add', { files });
  return ask;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('a config file', () => {
  it('runs as the command line runs it, with files that lie in other folders than it says', async () => {
    const ask = await dropped(named('coterminous.yaml', CONFIG), ...REGION);
    const request = await ask('config', { path: 'coterminous.yaml' });
    if (request.says !== 'done') throw new Error(JSON.stringify(request));
    const ran = await ask('run', { request: request.value });
    if (ran.says !== 'done') throw new Error(JSON.stringify(ran));
    expect(ran.value.tables.map(({ name }) => name)).toContain('overlap');
    const wrote = await ask('write', { answer: ran.value.answer, format: 'csv', table: 'overlap' });
    if (wrote.says !== 'done') throw new Error(JSON.stringify(wrote));
    const folder = makeFolder({
      'coterminous.yaml': CONFIG,
      'boundaries/icb.geojson': readFileSync('data/region/icb.geojson'),
      'boundaries/ltla.geojson': readFileSync('data/region/ltla.geojson'),
    });
    const report = await runCommand(['report', '--quiet'], { cwd: folder.path });
    expect(report.code, report.stderr).toBe(0);
    expect(text(wrote.value.bytes)).toBe(readFileSync(`${folder.path}/pairs.csv`, 'utf8'));
    folder.remove();
    const { answer } = ran.value;
    const lineFor = async (format: string, table?: string) =>
      ask('command-line', { answer, format, ...(table === undefined ? {} : { table }) });
    expect(await lineFor('html')).toMatchObject({
      value: 'coterminous report coterminous.yaml -o report.html',
    });
    // The file says which tables there are: all of them come into a folder.
    expect(await lineFor('csv', 'overlap')).toMatchObject({
      value: 'coterminous report coterminous.yaml -o tables/',
    });
  });

  it('names every file that is not here, and the command that has them', async () => {
    const ask = await dropped(named('my.yaml', CONFIG), REGION[0]!);
    const without = await ask('config', { path: 'my.yaml' });
    expect(without).toMatchObject({
      says: 'refused',
      trouble: {
        file: 'my.yaml',
        message: 'it reads ltla.geojson, which is not here',
        hint: 'Drop it too, or run `coterminous report my.yaml` in the folder of the file',
      },
    });
    const alone = await (await dropped(named('my.yaml', CONFIG)))('config', { path: 'my.yaml' });
    expect(alone).toMatchObject({
      trouble: { message: 'it reads icb.geojson and ltla.geojson, which are not here' },
    });
  });

  it.each([
    ['icb@2026', 'icb@2026', 'run `coterminous fetch icb@2026`'],
    ['https://example.org/icb.geojson?x=1', 'https://example.org/icb.geojson?x=1', 'download what stands'],
  ])('says of %s that it would need the network, and what to do', async (layer, named_, advice) => {
    const text = CONFIG.replace('boundaries/icb.geojson', layer);
    const ask = await dropped(named('config/my.yaml', text), REGION[1]!);
    const refused = await ask('config', { path: 'config/my.yaml' });
    if (refused.says !== 'refused') throw new Error(JSON.stringify(refused));
    const { id, message, hint } = refused.trouble;
    expect(id).toBe('config-needs-network');
    expect(message).toBe(`it takes ${named_} from the network, which nothing here may ask`);
    expect(hint).toContain(advice);
    expect(hint).toMatch(
      /drop what comes and write its name into the file; or run `coterminous report my.yaml` there$/,
    );
    // A file that is missing is told first: what is fetched comes after it.
    const both = await (await dropped(named('my.yaml', text)))('config', { path: 'my.yaml' });
    expect(both).toMatchObject({
      trouble: { id: 'config-files-missing', message: 'it reads ltla.geojson, which is not here' },
    });
  });

  it('is refused with its line where it is wrong, as on the command line', async () => {
    const wrong = CONFIG.replace('command: check', 'command: chek');
    const ask = await dropped(named('coterminous.yaml', wrong), ...REGION);
    const refused = await ask('config', { path: 'coterminous.yaml' });
    if (refused.says !== 'refused') throw new Error(JSON.stringify(refused));
    const folder = makeFolder({ 'coterminous.yaml': wrong });
    const { stderr } = await runCommand(['report'], { cwd: folder.path });
    folder.remove();
    const { place, message } = refused.trouble;
    expect(place).toMatch(/^line \d+$/);
    expect(stderr).toContain(`${place!}: ${message}`);
  });
});

describe('a saved result', () => {
  it('is held against the answer where it is chosen', async () => {
    const first = await dropped(...REGION);
    const taken = await first('taken', { changes: {}, england: false });
    if (taken.says !== 'done') throw new Error(JSON.stringify(taken));
    const hand = atHand(taken.value);
    const asking = { ...firstAsking(hand)!, question: 'overlap' as const };
    const ran = await first('run', { request: requestOf(asking, hand, {}) });
    if (ran.says !== 'done') throw new Error(JSON.stringify(ran));
    const saved = await first('write', { answer: ran.value.answer, format: 'json' });
    if (saved.says !== 'done') throw new Error(JSON.stringify(saved));

    await first('add', { files: [{ name: 'before.json', bytes: saved.value.bytes.buffer }] });
    const again = await first('taken', { changes: {}, england: false });
    if (again.says !== 'done') throw new Error(JSON.stringify(again));
    const both = atHand(again.value);
    expect(both.results.map(({ file }) => file)).toEqual(['before.json']);
    const request = requestOf({ ...asking, baseline: 'before.json' }, both, {});
    expect(request).toMatchObject({ baseline: 'before.json' });
    const held = await first('run', { request });
    if (held.says !== 'done') throw new Error(JSON.stringify(held));
    expect(held.value.tables.map(({ name }) => name)).toContain('baseline');
    const shown = await first('run', { request: { command: 'render', path: 'before.json' } });
    expect(shown).toMatchObject({ says: 'done', value: { headline: ran.value.headline } });
  });
});
