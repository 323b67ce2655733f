/** Ids of the catalogue in a config, and `coterminous update`, which says what is newer. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exampleFiles } from './example-files.js';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import { catalogueText, openCataloguePortal } from './small-catalogue.js';
import type { SmallPortal } from './small-portal.js';

let portal: SmallPortal;
let folder: { path: string; remove: () => void };
beforeAll(async () => {
  portal = await openCataloguePortal();
});
afterAll(() => portal.close());
beforeEach(() => {
  folder = makeFolder({ ...exampleFiles(), 'catalogue.yaml': catalogueText(portal.origin) });
  portal.asked.length = 0;
});
afterEach(() => folder.remove());

const run = (...argv: string[]): Promise<Ran> =>
  runCommand(argv, { cwd: folder.path, env: { XDG_CACHE_HOME: join(folder.path, 'cache') } });
const config = (text: string): void => writeFileSync(join(folder.path, 'coterminous.yaml'), text);

const BY_ID = `catalogue: catalogue.yaml
layers:
  icb: icb@2024
  council: { file: council@2026, call: council|councils }
people:
  residents: residents@2021
blocks: lsoa-centroids@2021
reports:
  both:
    command: overlap
    layers: [icb, council]
`;

describe('a config that names layers by ids of the catalogue', () => {
  beforeEach(() => config(BY_ID));

  test('is run on what is fetched, and then on what is kept, without asking again', async () => {
    const first = await run('report', '--format', 'csv');
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toContain('E54000001,Board 1,E06000001,Council 1,');
    expect(first.stderr).toContain('fetching icb@2024 from ');
    const asked = portal.asked.length;
    const second = await run('report', '--format', 'csv');
    expect([second.code, second.stdout, portal.asked.length]).toEqual([0, first.stdout, asked]);
    expect(second.stderr).not.toContain('fetching');
  });

  test('takes the files that fetch put into data, and so does a machine without a network', async () => {
    const ids = ['icb@2024', 'ltla', 'residents', 'lsoa-centroids'];
    expect((await run('fetch', ...ids, '--catalogue', 'catalogue.yaml')).code).toBe(0);
    const asked = portal.asked.length;
    const { code, stderr } = await runCommand(['report', '--format', 'csv', '--offline'], {
      cwd: folder.path,
      env: { XDG_CACHE_HOME: join(folder.path, 'elsewhere') },
    });
    expect([code, portal.asked.length], stderr).toEqual([0, asked]);
  });

  test('with --offline and nothing kept it ends with 2, and says what to fetch and where to put it', async () => {
    const { code, stderr } = await run('report', '--offline');
    expect([code, portal.asked]).toEqual([2, []]);
    expect(stderr).toContain('coterminous.yaml: icb@2024: it is neither in the folder data beside this file');
    expect(stderr).toContain('coterminous fetch icb@2024; then put data/icb_2024_BGC.* beside this file');
  });

  test('lends its layers to a command', async () => {
    const { code, stdout, stderr } = await run('overlap', 'icb', 'council', '--config', 'coterminous.yaml');
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('E54000004,Board 4,');
  });

  test('a file that has the name of an id is that file', async () => {
    writeFileSync(join(folder.path, 'icb@2024'), exampleFiles()['icbs.geojson']!);
    await run('report', '--format', 'csv').then(({ stdout }) => expect(stdout).toContain('Ash'));
    expect(portal.asked.some((path) => path.includes('Boards_2024'))).toBe(false);
  });

  test('columns of a lookup follow its id', async () => {
    config(`catalogue: catalogue.yaml
layers: { icb: "lsoa-icb@2026:LSOA21CD:ICB26CD", council: "lsoa-icb@2026:LSOA21CD:LAD26CD" }
people: { residents: residents@2021 }
reports: { both: { command: overlap, layers: [icb, council], outputs: icb@2024 } }
`);
    // What is no file to be read, such as an output, is never taken for an id.
    const { stderr } = await run('report');
    expect(stderr).toContain('icb@2024');
    config(
      `catalogue: catalogue.yaml
people: { residents: residents@2021 }
reports:
  both: { command: overlap, layers: ["icb=lsoa.csv:a:b", "lsoa-icb@2026:LSOA21CD:LAD26CD"] }
`.replace('"icb=lsoa.csv:a:b"', '"lsoa-icb@2026:LSOA21CD:ICB26CD"'),
    );
    const ran = await run('report', '--format', 'csv');
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stdout).toContain('E54000002,');
  });

  test('an id that the catalogue has not is guessed', async () => {
    config(BY_ID.replace('icb@2024', 'icb@2023'));
    const { code, stderr } = await run('report');
    expect([code, stderr]).toEqual([2, expect.stringContaining("the catalogue has no 'icb' of 2023")]);
  });
});

test('a config without ids asks no network, and makes no cache', async () => {
  config(exampleFiles()['coterminous.yaml']!);
  expect((await run('report', '--format', 'csv')).code).toBeLessThan(2);
  expect(existsSync(join(folder.path, 'cache'))).toBe(false);
});

describe('update', () => {
  const rows = (text: string): string[][] =>
    text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(','));

  test('says which layers have a newer vintage, and how many units it has', async () => {
    config(`layers:
  icb: icb@2024
  now: icb@2026
  file: icbs.geojson
  council: councils.geojson
  figures: england:icb@2024
  police: england:police
  lookup: lookup.csv:LSOA21CD:ICB24CD
  drawn: neighbourhoods.geojson
  gone: nothing.geojson
reports: { both: { command: overlap, layers: [icb, council] } }
`);
    const { code, stdout, stderr } = await run('update', '--catalogue', 'catalogue.yaml');
    expect(code, stderr).toBe(0);
    expect(stdout.split('\r\n')[0]).toBe('layer,given,vintage,newer,newer_date,units_change,on_portal,note');
    expect(rows(stdout).map((row) => row.slice(0, 6))).toEqual([
      ['icb', 'icb@2024', '2024-04', 'icb@2026', '2026-04', '4 to 3 (-1)'],
      ['now', 'icb@2026', '2026-04', '', '', ''],
      ['file', 'icbs.geojson', '2024', 'icb@2026', '2026-04', '2 to 3 (+1)'],
      ['council', 'councils.geojson', '2024', 'ltla@2026', '2026-05', '4 to 4 (as many)'],
      ['figures', 'england:icb@2024', '2024', 'icb@2026', '2026-04', 'now 3'],
      ['police', 'england:police', '', '', '', ''],
      ['lookup', 'lookup.csv:LSOA21CD:ICB24CD', '2024', 'icb@2026', '2026-04', 'now 3'],
      ['drawn', 'neighbourhoods.geojson', '', '', '', ''],
      ['gone', 'nothing.geojson', '', '', '', ''],
    ]);
    expect(rows(stdout).map((row) => row[7])).toEqual([
      ...['', '', '', '', ''],
      'embedded figures; name their year to compare it',
      '',
      'nothing in it tells its year',
      'there is no such file',
    ]);
    expect(stderr).toContain('9 layers, 5 with a newer vintage');
    expect(stderr).toContain('next: coterminous fetch icb@2026 ltla@2026');
    expect(portal.asked).toEqual([]);
  });

  test('with --search it asks the portal as well', async () => {
    config(`layers: { icb: icb@2026 }\nreports: { a: { command: check, layers: [icb] } }\n`);
    const { code, stdout, stderr } = await run('update', '.', '--catalogue', 'catalogue.yaml', '--search');
    expect(code, stderr).toBe(0);
    expect(rows(stdout)[0]![6]).toBe('Integrated Care Boards (April 2027) Boundaries EN BGC');
    expect(portal.asked).toHaveLength(1);
  });

  test('a year alone is not older than a month of it', async () => {
    config(`layers: { icb: england:icb@2026 }\nreports: { a: { command: check, layers: [icb] } }\n`);
    const { stdout } = await run('update', '--catalogue', 'catalogue.yaml');
    expect(rows(stdout)[0]!.slice(0, 4)).toEqual(['icb', 'england:icb@2026', '2026', '']);
  });

  test('on the catalogue on board: the ICBs of 2023 are 42, and now 36', async () => {
    config(
      `layers: { icb: icb@2023, council: council@2024 }\nreports: { a: { command: check, layers: [icb] } }\n`,
    );
    const { stdout } = await run('update');
    expect(rows(stdout)[0]).toContain('42 to 36 (-6)');
    expect(rows(stdout)[1]!.slice(3, 6)).toEqual(['ltla@2026', '2026-05', '296 to 296 (as many) in England']);
  });
});
