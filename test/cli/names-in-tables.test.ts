/** Tables that go with a layer may name its units in any way people do: groups, sums, scenarios in a workbook. */
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand, type Ran } from './run-command.js';
import { councils, icbs } from './small-files.js';

/** A workbook of one sheet of texts. */
function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const cells = rows.map(
    (row, r) =>
      `<row r="${r + 1}">${row
        .map((text, c) => `<c r="${'ABCDE'[c]!}${r + 1}" t="inlineStr"><is><t>${text}</t></is></c>`)
        .join('')}</row>`,
  );
  const parts = {
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="http://t/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Plan" sheetId="1" r:id="s"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="s" Type="http://t/worksheet" Target="worksheets/s.xml"/></Relationships>',
    'xl/worksheets/s.xml': `<worksheet><sheetData>${cells.join('')}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

const PAIRS = [
  ['district', 'unitary'],
  ['Elmbridge', 'East'],
  ['Mole Valley District Council', 'East'],
  ['Woking', 'West'],
] as const;
const asCsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join()}\n`).join('');

const folder = makeFolder({
  'icbs.geojson': icbs,
  'councils.geojson': councils,
  'plan.csv': asCsv(PAIRS),
  'plan.xlsx': workbook(PAIRS),
  'operations.xlsx': workbook([
    ['operation', 'pieces', 'from', 'to', 'name'],
    ['merge', 'Elmbridge;Mole Valley', '', 'East', ''],
    ['merge', 'Woking', '', 'West', ''],
  ]),
  'by-code.csv': 'LAD24CD,cluster_code\nE07000001,North\nE07000002,North\n',
  'by-name.csv': 'council,cluster\nElm Borough Council,North\nFIR,North\n',
  'name-second.csv': 'cluster,council\nNorth,Elm\nNorth,Fir\n',
  'unknown.csv': 'council,cluster\nOak,North\nYew,North\n',
  'residents.csv': 'LAD24CD,people\nE07000001,100\nE07000002,50\n',
  'sums.csv': 'code,pounds\nE07000001,10\nE07000002,20\n',
  'sums-by-name.csv': 'council,pounds\nElm,10\nFir Borough Council,20\n',
});
afterAll(() => folder.remove());
const run = (...argv: string[]): Promise<Ran> => runCommand(argv, { cwd: folder.path });

describe('a scenario in a workbook', () => {
  it.each(['plan.xlsx', 'operations.xlsx'])('%s is the one in a table', async (file) => {
    const units = async (name: string): Promise<string> => {
      const { code, stdout, stderr } = await run('scenario', name, '--table', 'units', '--quiet');
      expect(code, stderr).toBe(0);
      return stdout.replace(/^(plan|operations),/gm, '');
    };
    expect(await units(file)).toBe(await units('plan.csv'));
  });
});

describe('--group', () => {
  const grouped = (...lookup: string[]): Promise<Ran> =>
    run(
      'overlap',
      'icbs.geojson',
      'councils.geojson',
      ...lookup.flatMap((each) => ['--group', `cl=ltla,${each}`]),
    );

  it.each(['by-name.csv', 'by-name.csv:council:cluster', 'name-second.csv'])('%s', async (lookup) => {
    const { code, stdout, stderr } = await grouped(lookup);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('North');
    expect(stdout).toBe((await grouped('by-code.csv:LAD24CD:cluster_code')).stdout);
  });

  it('names that no unit has are refused', async () => {
    const { code, stderr } = await grouped('unknown.csv');
    expect([code, stderr]).toEqual([2, expect.stringContaining('unknown.csv')]);
  });
});

it('--apportion takes names of units', async () => {
  const shared = async (file: string): Promise<string> => {
    const { code, stdout, stderr } = await run(
      ...[
        'suggest',
        'icbs.geojson',
        'councils.geojson',
        '--people',
        'residents.csv',
        '--blocks',
        'councils.geojson',
      ],
      ...['--apportion', `budget=${file}`, '--table', 'apportioned'],
    );
    expect(code, stderr).toBe(0);
    return stdout.replaceAll(file.split(':')[0]!, 'sums');
  };
  expect(await shared('sums-by-name.csv:council:pounds')).toBe(await shared('sums.csv:code:pounds'));
});

describe('kinds of England that are not on board', () => {
  it.each([
    ['ambulance', '--group ambulance=sicbl,FILE.csv'],
    ['cancer alliance', 'as FILE.csv:LSOA21CD:CAL24CD'],
    ['parish', 'ONS Open Geography Portal: Parishes'],
  ])('%s are told how they can be had', async (word, said) => {
    const { code, stderr } = await run('overlap', `england:${word}`, 'england:ltla');
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});
