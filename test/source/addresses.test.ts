/** Addresses in place of files, on the command line: fetched, kept, told in results and reports. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Ajv from 'ajv';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeFolder, runCommand, type Ran } from '../cli/run-command.js';
import { openPortal, type Portal } from './portal.js';

const schema = JSON.parse(readFileSync('schema/result.schema.json', 'utf8')) as object;
let portal: Portal;
let folder: ReturnType<typeof makeFolder>;
let cache: ReturnType<typeof makeFolder>;

const LAND = (shift: number): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: ['E07900001', 'E07900002'].map((LAD24CD, i) => ({
      type: 'Feature',
      properties: { LAD24CD, LAD24NM: `Council ${i}` },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-2 + i + shift, 51],
            [-1 + i + shift, 51],
            [-1 + i + shift, 52],
            [-2 + i + shift, 52],
            [-2 + i + shift, 51],
          ],
        ],
      },
    })),
  });
const PEOPLE = `LSOA21CD,residents\n${Array.from({ length: 40 }, (_, i) => `E01${String(i + 1).padStart(6, '0')},${100 + i}`).join('\n')}\n`;

beforeAll(async () => {
  portal = await openPortal({ units: 40, maxRecordCount: 15 });
  portal.serve('/files/Councils_May_2024_BSC.geojson', (asked, answer) => {
    answer.setHeader('ETag', '"v1"');
    answer.statusCode = asked.headers['if-none-match'] === '"v1"' ? 304 : 200;
    answer.end(answer.statusCode === 200 ? LAND(0.05) : undefined);
  });
  portal.serve('/files/residents.csv', (_, answer) => void answer.end(PEOPLE));
  portal.serve('/files/lookup.csv', (_, answer) =>
    answer.end('LSOA21CD,LAD24CD\nE01000001,E07900001\nE01000002,E07900002\n'),
  );
  folder = makeFolder({ 'councils.geojson': LAND(0.05) });
});
beforeEach(() => {
  cache?.remove();
  cache = makeFolder();
});
afterAll(async () => {
  folder.remove();
  cache.remove();
  await portal.close();
});

const run = (...argv: string[]): Promise<Ran> =>
  runCommand(argv, {
    cwd: folder.path,
    env: { XDG_CACHE_HOME: cache.path, SOURCE_DATE_EPOCH: '1790000000' },
  });

const councils = (): string => `${portal.origin}/files/Councils_May_2024_BSC.geojson`;
const residents = (): string => `${portal.origin}/files/residents.csv`;

describe('addresses as layers', () => {
  test('give what their files give', async () => {
    const of = await run(
      'overlap',
      portal.layer,
      councils(),
      '--people',
      residents(),
      '--blocks',
      portal.layer,
      '--json',
    );
    expect(of.stderr).toMatch(/fetched http:.*FeatureServer\/0: 40 features, \d+ kB, kept as /);
    expect(of.code).toBe(0);
    const kept = [...of.stderr.matchAll(/kept as (.*)/g)].map(([, path]) => path!);
    expect(kept).toHaveLength(3);
    const [layer, council, people] = kept as [string, string, string];
    const same = await run('overlap', layer, council, '--people', people, '--blocks', layer, '--json');
    expect(same.stdout).toBe(of.stdout);
    const { inputs, tables } = JSON.parse(of.stdout) as {
      inputs: { file: string; origin: object }[];
      tables: { rows: unknown[] }[];
    };
    expect(tables[0]!.rows.length).toBeGreaterThan(30);
    expect(inputs[0]).toMatchObject({
      file: 'LSOA_December_2021_Boundaries_EW_BGC.geojson',
      origin: {
        address: portal.layer,
        count: 40,
        attribution: 'Made up for a test',
        query: { outSR: '4326' },
      },
    });
    expect(inputs.map(({ origin }) => (origin as { address: string }).address)).toContain(residents());
  });

  test('without their provenance the files give the same but for where they came from', async () => {
    const of = await run('overlap', portal.layer, councils(), '--json');
    const [layer] = [...of.stderr.matchAll(/kept as (.*)/g)].map(([, path]) => path!);
    writeFileSync(`${folder.path}/LSOA_December_2021_Boundaries_EW_BGC.geojson`, readFileSync(layer!));
    writeFileSync(`${folder.path}/Councils_May_2024_BSC.geojson`, LAND(0.05));
    const files = await run(
      'overlap',
      'LSOA_December_2021_Boundaries_EW_BGC.geojson',
      'Councils_May_2024_BSC.geojson',
      '--json',
    );
    const withoutOrigins = (text: string): unknown =>
      JSON.parse(text, (key, value: unknown) => (key === 'origin' ? undefined : value));
    expect(withoutOrigins(files.stdout)).toEqual(withoutOrigins(of.stdout));
  });

  test('may have ids and columns, and stand in a config file', async () => {
    const lookup = `${portal.origin}/files/lookup.csv:LSOA21CD:LAD24CD`;
    expect(
      (await run('overlap', `small=${portal.layer}`, `areas=${councils()}`, '--format', 'csv')).stdout,
    ).toContain('small_code');
    const table = await run('align', lookup, `before=${lookup}`, '--format', 'csv');
    expect(table.code, table.stderr).toBe(0);
    writeFileSync(
      `${folder.path}/coterminous.yaml`,
      `layers:\n  lsoa: ${portal.layer}\n  ltla:\n    file: ${councils()}\npeople:\n  residents: ${residents()}\nblocks: ${portal.layer}\nreports:\n  table:\n    command: overlap\n    layers: [lsoa, ltla]\n`,
    );
    const report = await run('report', '--format', 'md');
    expect(report.stderr + report.stdout).toContain('Made up for a test');
    expect(report.code).toBe(0);
  });

  test('where they came from stays with a saved result, by its schema', async () => {
    await run('overlap', portal.layer, councils(), '-o', 'saved.json');
    const saved = readFileSync(`${folder.path}/saved.json`, 'utf8');
    expect((await run('render', 'saved.json', '--json')).stdout).toBe(saved);
    const validate = new Ajv().compile(schema);
    expect(validate(JSON.parse(saved)), JSON.stringify(validate.errors)).toBe(true);
    writeFileSync(
      `${folder.path}/broken.json`,
      saved.replace(`"address": "${portal.layer}"`, '"address": 5'),
    );
    expect((await run('render', 'broken.json')).stderr).toContain('is not where a file came from');
  });

  test('inspect tells where a file came from', async () => {
    const { stdout } = await run('inspect', portal.layer);
    expect(stdout).toContain(`from       ${portal.layer}`);
    expect(stdout).toContain('fetched on 2026-09-21, last edited on 2026-09-21');
    expect(stdout).toContain('source     Made up for a test');
    const json = JSON.parse((await run('inspect', portal.layer, '--json')).stdout) as {
      files: { provenance: { sha256: string }; sha256: string }[];
    };
    expect(json.files[0]!.provenance.sha256).toBe(json.files[0]!.sha256);
  });

  test('a file that was changed since is not said to come from there', async () => {
    const { stderr } = await run('inspect', councils());
    const path = /kept as (.*)/.exec(stderr)![1]!;
    writeFileSync(path, LAND(0.06));
    expect((await run('inspect', path)).stdout).not.toContain(portal.origin);
  });

  test.each(['report.html', 'report.md', 'table.svg'])(
    '%s prints what the source wants to be named as',
    async (name) => {
      const { code, stderr } = await run('overlap', portal.layer, councils(), '-o', name);
      expect(code, stderr).toBe(0);
      expect(readFileSync(`${folder.path}/${name}`, 'utf8')).toContain('Made up for a test');
    },
  );
});

describe('the network', () => {
  test('is asked whether a file is still the same, and with --refresh for all of it', async () => {
    await run('inspect', councils());
    const before = portal.asked.length;
    expect((await run('inspect', councils())).stderr).not.toContain('fetched http');
    expect(portal.asked).toHaveLength(before + 1);
    expect((await run('inspect', councils(), '--refresh')).stderr).toContain('fetched http');
  });

  test('is not asked offline: what is kept is taken, else it says what to put where', async () => {
    const empty = await run('overlap', portal.layer, councils(), '--offline');
    expect(empty).toMatchObject({ code: 2, stdout: '' });
    expect(empty.stderr).toContain(
      'nothing is kept of it, and --offline says that no network is to be asked',
    );
    expect(empty.stderr).toContain(`put the file that comes into ${cache.path}`);
    const of = await run('overlap', portal.layer, councils(), '--json');
    const before = portal.asked.length;
    const offline = await run('overlap', portal.layer, councils(), '--offline', '--json');
    expect(offline.stdout).toBe(of.stdout);
    expect(portal.asked).toHaveLength(before);
  });

  test('a file put where offline says is taken', async () => {
    const { stderr } = await run('overlap', portal.layer, councils(), '--offline');
    const place = /put the file that comes into (\S+),/.exec(stderr)![1]!;
    mkdirSync(place, { recursive: true });
    writeFileSync(`${place}LSOA_2021.geojson`, LAND(0));
    expect((await run('inspect', portal.layer, '--offline')).stdout).toContain('LSOA_2021.geojson');
  });

  test('an address that nothing answers at is an error that can be mended', async () => {
    const missing = await run('overlap', `${portal.origin}/none.geojson`, councils());
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain(
      'it could not be fetched: there is nothing at it (404). Check the address in a browser',
    );
    for (const refused of ['http://example.org/a.geojson', 'https://me:pw@example.org/a.geojson'])
      expect((await run('overlap', refused, councils())).stderr).toMatch(
        /error: .*(http, by which|a password)/,
      );
  });

  test('a word that is an address alone is asked to be inspected', async () => {
    expect((await run(councils())).stderr).toContain(`Did you mean: coterminous inspect`);
  });
});
