/**
 * Every file that a run reads goes through the desk, once, and is told in the result with its hash.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../src/cli/node-files.js';
import type { Files } from '../../src/run/files.js';
import { Inputs } from '../../src/run/inputs.js';
import type { Request } from '../../src/run/request.js';
import { run } from '../../src/run/run.js';
import { makeFolder } from '../cli/run-command.js';

const region = (name: string): string => `data/region/${name}`;
const file = (name: string): { path: string } => ({ path: region(name) });

/** Files that count how often each is opened. */
function countingFiles(): { files: Files; opened: Map<string, number> } {
  const opened = new Map<string, number>();
  const files: Files = {
    ...nodeFiles,
    open: (path) => {
      opened.set(path, (opened.get(path) ?? 0) + 1);
      return nodeFiles.open(path);
    },
  };
  return { files, opened };
}

const layers = [file('icb.geojson'), file('ltla.geojson')];
const people = [{ name: 'residents', path: region('residents.csv') }];
const blocks = file('blocks.geojson');
const lookup = { path: region('lookup.csv'), member: 'LAD24CD', group: 'CTYUA24CD' };

const own = makeFolder({
  'recode.csv': 'old_code,new_code\nE07009901,E07009902\n',
  'amounts.csv': 'code,pounds\n',
  'times.csv': 'LSOA21CD,site_code,minutes\n',
  'plan.yaml': 'name: plan\noperations: []\n',
});
const ownFile = (name: string): string => join(own.path, name);

const requests: readonly (readonly [string, Request])[] = [
  ['overlap', { command: 'overlap', layers, people, blocks }],
  [
    'overlap with a group, a recode and a clip',
    {
      command: 'overlap',
      layers,
      groups: [{ id: 'county', from: 'ltla', lookup }],
      recode: { path: ownFile('recode.csv') },
      clip: file('icb.geojson'),
      people,
      blocks: file('blocks_centroids.geojson'),
    },
  ],
  [
    'overlap by lookup',
    {
      command: 'overlap',
      layers: [
        { ...lookup, member: 'LSOA21CD', group: 'ICB24CD' },
        { ...lookup, member: 'LSOA21CD', group: 'LAD24CD' },
      ],
      people,
    },
  ],
  [
    'align',
    {
      command: 'align',
      layers,
      people,
      blocks,
      audit: { path: region('lookup.csv'), member: 'LSOA21CD', group: 'LAD24CD' },
    },
  ],
  [
    'coverage',
    {
      command: 'coverage',
      neighbourhoods: file('neighbourhoods.geojson'),
      within: file('ltla.geojson'),
      services: file('services.csv'),
      people,
      blocks,
    },
  ],
  ['partners', { command: 'partners', place: 'Brackenholt', layers, people, blocks }],
  ['check', { command: 'check', layers, allowedGaps: file('icb.geojson') }],
  [
    'compare',
    {
      command: 'compare',
      before: file('icb_older.geojson'),
      after: file('icb.geojson'),
      against: [file('ltla.geojson')],
      people,
      blocks,
    },
  ],
  ['suggest', { command: 'suggest', layers, people, blocks }],
  [
    'suggest neighbourhoods',
    {
      command: 'suggest neighbourhoods',
      within: layers[0]!,
      keepWhole: [layers[1]!],
      compareWith: [{ id: 'drawn', ...file('neighbourhoods.geojson') }],
      size: { least: 40_000, most: 90_000 },
      effort: 50,
      services: file('services.csv'),
      people,
      blocks,
    },
  ],
  ['differencing', { command: 'differencing', layers, people, blocks, under: 10 }],
];

describe('the inputs of a result are the files that were opened, with their hashes:', () => {
  it.each(requests)('%s', async (_, request) => {
    const { files, opened } = countingFiles();
    const result = await run(request, new Inputs(files));
    const told = new Map(result.inputs.map((input) => [input.file, input.sha256]));
    // The figures that come with the tool are only held against others: no figure of a result is made of them.
    const read = [...opened.keys()].filter((path) => path !== files.packaged('england/atoms.csv'));
    expect(read.length).toBeGreaterThan(1);
    expect([...told.keys()].sort()).toEqual(read.map((path) => basename(path)).sort());
    for (const path of read) {
      expect(told.get(basename(path)), path).toBe(
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      );
      expect(opened.get(path), `${path} is opened once`).toBe(1);
    }
  });
});

describe('no reader goes past the desk:', () => {
  const READS = /\b(readFileSync|readFile|openSync|readSync|createReadStream|fs\/promises|opendirSync)\b/;
  /**
   * The desk's own files, what the cache has kept of them, folders that come as archives, the schema that comes with the
   * package, the catalogue of what can be fetched, what lies beside a file that would be written over, the program itself
   * with its pages of help, the parts of which the page is made, and the parts of files that the second thread reads ahead.
   */
  const allowed = [
    'cli/node-files.ts',
    'cli/cache/cache-folder.ts',
    'cli/config/files-below.ts',
    'cli/config/schema.ts',
    'cli/lines-of-source.ts',
    'cli/gdal/pack-folder.ts',
    'cli/catalogue/read-catalogue.ts',
    'cli/catalogue/kept-file.ts',
    'cli/commands/page.ts',
    'cli/start.ts',
    'cli/threads/hash-file.ts',
    'cli/threads/read-parts.ts',
    'cli/threads/unpack-ahead.ts',
    'cli/load-main.ts',
    'cli/kept-code.ts',
  ];

  it('only Node’s files read', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    // What is fetched becomes a file in the cache first, which src/source looks after.
    const reading = sources.filter(
      (name) => !name.startsWith('source/') && READS.test(readFileSync(join('src', name), 'utf8')),
    );
    expect(reading.sort()).toEqual([...allowed].sort());
  });
});
