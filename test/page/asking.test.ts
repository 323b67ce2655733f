/**
 * What files are taken for on the page, and what is asked of them by itself.
 */
import { describe, expect, it } from 'vitest';
import { Inputs, memoryFiles, takeFiles, type FileChange } from '../../src/index.js';
import { atHand } from '../../src/page/asking/at-hand.js';
import { choicesOfTrouble } from '../../src/page/asking/choices-of-trouble.js';
import { askingOf, firstAsking } from '../../src/page/asking/first-asking.js';
import { hintForPage } from '../../src/page/asking/hint-for-page.js';
import { memoryWarning } from '../../src/page/asking/memory-needed.js';
import { requestOf } from '../../src/page/asking/request-of.js';
import { workbenchOf } from '../../src/page/asking/workbench-of.js';
import { boundaryFormats } from '../../src/read/formats/formats.js';
import { isBoundaryName } from '../../src/run/found/boundary-name.js';
import { collection, feature, polygon, square } from '../cli/small-files.js';

const layer = (properties: readonly object[], members: object = {}): string =>
  collection(
    properties.map((each, i) => feature(each, polygon(square(-1 + i * 0.1, 52, 0.1)))),
    members,
  );
const codes = (stem: string, entity: string): object[] =>
  [1, 2].map((n) => ({ [`${stem}CD`]: `${entity}00000${n}`.padEnd(9, '0'), [`${stem}NM`]: `Place ${n}` }));
const FILES = {
  'ltla.geojson': layer(codes('LAD24', 'E07')),
  'icb.geojson': layer(codes('ICB24', 'E54')),
  'blocks.geojson': layer(codes('LSOA21', 'E01')),
  'residents.csv': 'LSOA21CD,residents\nE01000001,40\nE01000002,60\n',
};

const taking = (files: Record<string, string>, changes: Record<string, FileChange> = {}) =>
  takeFiles(new Inputs(memoryFiles(files)), Object.keys(files), changes);

describe('files are taken', () => {
  it('for what they are, in a sentence', async () => {
    const taken = await taking(FILES);
    expect(taken.map(({ role }) => role)).toEqual(['layer', 'layer', 'blocks', 'people']);
    expect(taken[1]!.sentence).toBe(
      '2 ICBs of 2024, codes in ICB24CD, names in ICB24NM, WGS 84 longitude and latitude',
    );
    expect(taken[3]!.sentence).toBe('people by LSOA of 2021: residents in column residents, 100 in all');
  });

  it('for a refusal with the fields that could be the codes, and for a layer once one is chosen', async () => {
    const file = {
      'a.geojson': layer([
        { colour: 'red', size: 1 },
        { colour: 'red', size: 1 },
      ]),
    };
    const [refused] = await taking(file);
    const choices = choicesOfTrouble(refused!.trouble!);
    expect(choices.map(({ change }) => change)).toContainEqual({ code: 'colour' });
    const [taken] = await taking(file, { 'a.geojson': { code: 'colour' } });
    expect(taken).toMatchObject({ role: 'layer', trouble: null });
  });

  it('for a cut download, which goes on when that is chosen', async () => {
    const file = { 'lad.geojson': layer(codes('LAD24', 'E07'), { exceededTransferLimit: true }) };
    const [refused] = await taking(file);
    const [choice] = choicesOfTrouble(refused!.trouble!);
    expect(choice!.change).toEqual({ truncated: true });
    expect((await taking(file, { 'lad.geojson': choice!.change! }))[0]!.role).toBe('layer');
    expect(hintForPage(refused!.trouble!)).toBe(
      'Fetch the rest and put the pages together, or go on with what is here.',
    );
  });

  it('with the parts of a file beside it as one, whatever their case; a part alone is refused', async () => {
    const files = { ...FILES, 'open.gpkg-shm': 'x', 'OPEN.GPKG': 'x', 'ltla.shx': 'x' };
    expect((await taking(files)).map(({ file }) => file)).toEqual([
      ...Object.keys(FILES),
      'OPEN.GPKG',
      'ltla.shx',
    ]);
  });

  it('and refused in words of the page where the command line has an option', () => {
    const trouble = { id: 'format-not-read', message: 'the file is GML, which is not read' };
    expect(hintForPage({ ...trouble, hint: 'Convert it: ogr2ogr -f GPKG a.gpkg a.gml' })).toBe(
      'Open it in QGIS and export it as GeoPackage, or convert it: ogr2ogr -f GPKG a.gpkg a.gml',
    );
    expect(hintForPage({ id: 'blocks-needed', message: 'x', hint: 'Give them with --blocks' })).toBe(
      'Drop the boundaries of the small areas too, or their centroids.',
    );
    expect(hintForPage({ id: 'x', message: 'x', hint: 'Give --size LEAST:MOST' })).toContain(
      'those of the command line',
    );
    expect(hintForPage({ id: 'x', message: 'x', hint: 'Download it again' })).toBe('Download it again.');
    const command = 'Drop it too, or run `coterminous report my.yaml` in the folder of the file';
    expect(hintForPage({ id: 'config-files-missing', message: 'x', hint: command })).toBe(`${command}.`);
  });
});

describe('what is asked', () => {
  it('of health and councils with people is where they do not line up, health first', async () => {
    const hand = atHand(await taking(FILES));
    const asking = firstAsking(hand)!;
    expect(requestOf(asking, hand, {})).toMatchObject({
      command: 'align',
      layers: [{ path: 'icb.geojson' }, { path: 'ltla.geojson' }],
      people: [{ name: 'residents', path: 'residents.csv' }],
      blocks: { path: 'blocks.geojson' },
    });
  });

  it('of two years of one kind is what changed, the earlier first', async () => {
    const files = {
      'new.geojson': layer(codes('ICB24', 'E54')),
      'old.geojson': layer(codes('ICB22', 'E54')),
    };
    const hand = atHand(await taking(files));
    expect(requestOf(firstAsking(hand)!, hand, {})).toMatchObject({
      command: 'compare',
      before: { path: 'old.geojson' },
      after: { path: 'new.geojson' },
    });
  });

  it('names what was set about a file', async () => {
    const hand = atHand(await taking(FILES));
    const changes = { 'icb.geojson': { code: 'ICB24CD' } };
    expect(requestOf(askingOf('overlap', hand), hand, changes)).toMatchObject({ code: { icb: 'ICB24CD' } });
  });

  it('opens a workbench with the layers, people and settings of a report', async () => {
    const hand = atHand(await taking(FILES));
    const asking = { ...firstAsking(hand)!, tolerance: 5 };
    const changes = { 'icb.geojson': { code: 'ICB24CD' } };
    const common = {
      people: [{ name: 'residents', path: 'residents.csv' }],
      blocks: { path: 'blocks.geojson' },
      tolerance: 5,
      code: { icb: 'ICB24CD' },
    };
    expect(workbenchOf('moves', asking, hand, changes)).toMatchObject({
      kind: 'moves',
      request: { layer: { path: 'icb.geojson' }, against: [{ path: 'ltla.geojson' }], ...common },
    });
    expect(workbenchOf('drawing', asking, hand, changes)).toMatchObject({
      kind: 'drawing',
      request: { within: { path: 'ltla.geojson' }, also: [{ path: 'icb.geojson' }], ...common },
    });
  });

  it('draws neighbourhoods in what those at hand should cover, of small areas nobody is counted by', async () => {
    const hand = atHand(await taking(FILES));
    const asking = { ...askingOf('coverage', hand), people: null, blocks: null };
    const [, second] = asking.layers;
    const wanted = workbenchOf('drawing', asking, hand, {})!;
    expect(wanted.request).toMatchObject({
      within: { path: second },
      also: [],
      blocks: { path: 'blocks.geojson' },
    });
    expect(wanted.request).not.toHaveProperty('people');
    const without = atHand((await taking(FILES)).filter(({ role }) => role !== 'blocks'));
    expect(workbenchOf('drawing', firstAsking(without)!, without, {})).toBeNull();
  });

  it('warns of memory past two gigabytes, not at it', () => {
    const most = ((2 - 0.35) * 1024 ** 3) / 4;
    expect(memoryWarning([{ name: 'a.json', size: Math.floor(most) }])).toBeNull();
    expect(memoryWarning([{ name: 'a.json', size: Math.ceil(most) + 1 }])).toContain('memory');
  });
});

it('a file in any format of boundaries is taken by its name for one', () => {
  const endings = boundaryFormats.filter(({ id }) => id !== 'csv').flatMap(({ extensions }) => extensions);
  expect(endings.filter((ending) => !isBoundaryName(`a${ending}`))).toEqual([]);
  expect(isBoundaryName('a.csv')).toBe(false);
});
