/** `coterminous check` as a user meets it: table, formats, rules, allowed gaps, clip and notes on mixed layers. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand } from './run-command.js';
import { collection, feature, icbs, polygon, square } from './small-files.js';

const council = (code: string, name: string, west: number, south: number, side = 0.1): object =>
  feature({ LAD24CD: code, LAD24NM: name }, polygon(square(west, south, side)));

/** Elm and Fir overlap in half of each; Oak, Ash, Yew and Box leave a hole between them. */
const overlapping = collection([council('E07000001', 'Elm', -1, 52), council('E07000002', 'Fir', -0.95, 52)]);
const ring = collection([
  feature(
    { LAD24CD: 'E07000001', LAD24NM: 'Oak' },
    polygon([...square(-1, 52, 0.3)], [...square(-0.9, 52.1, 0.1)]),
  ),
]);
const lake = collection([feature({ note: 'a lake' }, polygon(square(-0.9, 52.1, 0.1)))]);
const unclosed = collection([
  feature({ LAD24CD: 'E07000001', LAD24NM: 'Elm' }, polygon(square(-1, 52, 0.1).slice(0, 4))),
]);

const folder = makeFolder({
  'icbs.geojson': icbs,
  'overlapping.geojson': overlapping,
  'ring.geojson': ring,
  'lake.geojson': lake,
  'unclosed.geojson': unclosed,
  'people.csv': 'code,longitude,latitude,people\np1,-0.925,52.05,70\np2,-0.85,52.15,12\n',
  'england_BUC.geojson': collection([feature({ name: 'England' }, polygon(square(-1, 52, 0.1)))]),
  'icb_2023_BSC.geojson': icbs.replaceAll('ICB24', 'ICB23'),
  'lad_2025_BUC.geojson': overlapping.replaceAll('LAD24', 'LAD25'),
  'low_water_BFE.geojson': collection([council('E07000001', 'Elm', -1, 52, 0.12)]),
  'high_water_BFC.geojson': icbs,
});
afterAll(() => folder.remove());
const run = (...argv: string[]): ReturnType<typeof runCommand> => runCommand(argv, { cwd: folder.path });

describe('check', () => {
  it('writes one row a finding, with the headings of the contract', async () => {
    const { code, stdout } = await run('check', 'overlapping.geojson');
    expect(code).toBe(0);
    const lines = stdout.trim().split('\r\n');
    expect(lines[0]).toBe(
      'layer,finding,severity,code,name,other_code,area_ha,width_m,longitude,latitude,detail',
    );
    expect(lines[1]).toMatch(
      /^ltla,overlap,error,E07000001,Elm,E07000002,3\d{3}\.\d\d,\d+\.\d,-0\.925000,52\.05/,
    );
  });

  it('exits with 1 only where a rule says so', async () => {
    expect((await run('check', 'overlapping.geojson')).code).toBe(0);
    expect((await run('check', 'overlapping.geojson', '--fail-on', 'error')).code).toBe(1);
    expect((await run('check', 'ring.geojson', '--fail-on', 'error')).code).toBe(0);
    expect((await run('check', 'ring.geojson', '--fail-on', 'warning')).code).toBe(1);
    expect((await run('check', 'overlapping.geojson', '--fail-on', 'errors max 1')).code).toBe(0);
  });

  it('lets a layer overlap that may, and refuses to where no such layer is loaded', async () => {
    const { stdout } = await run(
      'check',
      'overlapping.geojson',
      '--allow-overlap',
      'ltla',
      '--fail-on',
      'error',
    );
    expect(stdout).not.toContain(',overlap,');
    const { code, stderr } = await run('check', 'overlapping.geojson', '--allow-overlap', 'icb');
    expect(code).toBe(2);
    expect(stderr).toContain('--allow-overlap icb names a layer that is not loaded (layers: ltla)');
  });

  it('counts people on gaps and overlaps, and takes a file of gaps that are known', async () => {
    const { stdout } = await run('check', 'ring.geojson', '--people', 'people.csv:people');
    expect(stdout).toMatch(/^ltla,gap,warning,E07000001,Oak,,\d+\.\d\d,.*,12\r$/m);
    const allowed = await run(
      'check',
      'ring.geojson',
      '--allowed-gaps',
      'lake.geojson',
      '--fail-on',
      'warning',
    );
    expect(allowed.code).toBe(0);
    expect(allowed.stdout).toContain('ltla,allowed-gap,info,E07000001');
  });

  it('draws gaps and overlaps as GeoJSON, and gives the whole result as JSON', async () => {
    await run('check', 'overlapping.geojson', '-o', 'found.geojson', '-o', 'found.json', '--quiet');
    const drawn = JSON.parse(readFileSync(join(folder.path, 'found.geojson'), 'utf8')) as {
      features: { properties: Record<string, unknown>; geometry: { type: string } }[];
    };
    expect(drawn.features).toHaveLength(1);
    expect(drawn.features[0]!.properties).toMatchObject({ finding: 'overlap', code: 'E07000001' });
    expect(drawn.features[0]!.geometry.type).toBe('Polygon');
    const result = JSON.parse(readFileSync(join(folder.path, 'found.json'), 'utf8')) as {
      command: string;
      findings: { id: string }[];
    };
    expect(result.command).toBe('check');
    expect(result.findings.map(({ id }) => id)).toContain('overlap:ltla:E07000001:E07000002');
  });

  it('holds the document against the standard, feature by feature', async () => {
    const { stdout } = await run('check', 'unclosed.geojson');
    expect(stdout).toMatch(
      /ltla,structure,warning,.*feature 1 is not as GeoJSON wants it.*first and last positions/,
    );
    expect(stdout).toContain('ltla,closed-ring,');
  });

  it('checks the embedded region and finds its layers sound', async () => {
    const { code, stderr } = await run(
      'check',
      ...['icb', 'ltla', 'cauth'].map((name) => `${process.cwd()}/data/region/${name}.geojson`),
      '--fail-on',
      'warning',
    );
    expect(stderr).toContain('3 layers checked: 0 errors, 0 warnings');
    expect(code).toBe(0);
  });

  it('of a lookup looks at codes and names', async () => {
    const { code, stderr } = await run('check', 'england:icb');
    expect(code).toBe(0);
    expect(stderr).toContain('42 ICBs: nothing wrong was found');
  });
});

describe('a lookup exported as GeoJSON', () => {
  it('is a table where its columns are named, and refused as a layer of shapes with that hint', async () => {
    const rows = [
      ['E07000001', 'E54000001'],
      ['E07000002', 'E54000002'],
    ];
    const lookup = collection(rows.map(([LAD24CD, ICB24CD]) => feature({ LAD24CD, ICB24CD }, null)));
    const other = makeFolder({ 'lookup.geojson': lookup, 'overlapping.geojson': overlapping });
    const refused = await runCommand(['check', 'lookup.geojson'], { cwd: other.path });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('table.csv:member:group');
    const taken = await runCommand(['check', 'lookup.geojson:LAD24CD:ICB24CD'], { cwd: other.path });
    other.remove();
    expect(taken.code).toBe(0);
    expect(taken.stderr).toContain('2 ICBs: nothing wrong was found');
  });
});

describe('layers that do not quite belong together', () => {
  it('of two resolutions and two vintages are told what to expect', async () => {
    const { stderr } = await run('overlap', 'icb_2023_BSC.geojson', 'lad_2025_BUC.geojson');
    expect(stderr).toContain('ICBs and councils are of different resolution (BSC, 200 m, and BUC, 500 m)');
    expect(stderr).toContain('ICBs are of 2023 and councils of 2025');
    const same = await run('overlap', 'icbs.geojson', 'overlapping.geojson');
    expect(same.stderr).not.toContain('resolution');
    expect(same.stderr).not.toContain('is of 20');
  });

  it('of two extents have a line for foreshore and estuaries', async () => {
    const { stderr } = await run('overlap', 'high_water_BFC.geojson', 'low_water_BFE.geojson');
    expect(stderr).toContain('councils (BFE) are drawn to low water and ICBs (BFC) to high water');
    expect(stderr).toMatch(
      /Foreshore and estuaries: [\d,]+ ha of councils, drawn to low water \(BFE\), lie outside ICBs/,
    );
  });

  it('can be cut to the land of another, and what is set aside is told in hectares', async () => {
    const { stderr, stdout } = await run(
      'overlap',
      'icbs.geojson',
      'overlapping.geojson',
      '--clip',
      'england_BUC.geojson',
    );
    expect(stderr).toMatch(
      /icb: 7,\d{3} ha outside the land of --clip set aside, with them 1 unit that has 1 %/,
    );
    expect(stderr).toMatch(/ltla: 3,\d{3} ha outside the land of --clip set aside\n/);
    expect(stdout).toContain('E54000001,Ash,E07000001,Elm');
    expect(stdout).not.toContain('Birch');
  });
});

it('knows no machine: two folders, the same bytes', async () => {
  const other = makeFolder({ 'overlapping.geojson': overlapping });
  const first = await run('check', 'overlapping.geojson', '--json');
  const second = await runCommand(['check', 'overlapping.geojson', '--json'], { cwd: other.path });
  other.remove();
  expect(existsSync(other.path)).toBe(false);
  expect(second.stdout).toBe(first.stdout);
});
