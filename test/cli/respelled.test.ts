/** Codes that differ in case or spaces alone, wherever two files meet, and minutes that do not belong to their blocks. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder, runCommand } from './run-command.js';
import { collection, councils, feature, icbs, polygon, square } from './small-files.js';

const blocks = ['B1', 'B2', 'B3', 'B4'];
const [upper, lower] = [(code: string): string => code, (code: string): string => code.toLowerCase()];
const apart = (code: string): string => [...code].join(' ');
const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;
const icbOf = (write: (code: string) => string): string =>
  lines('block,icb', ...blocks.map((code, i) => `${write(code)},E5400000${i < 2 ? 1 : 2}`));
const ladOf = (write: (code: string) => string): string =>
  lines('block,lad', ...blocks.map((code, i) => `${write(code)},${write(i < 3 ? 'Xa' : 'Yb')}`));
const people = (write: (code: string) => string): string =>
  lines('block,people', ...blocks.map((code, i) => `${write(code)},${(i + 1) * 100}`));
const grounds = collection(
  blocks.map((LSOA21CD, i) => feature({ LSOA21CD }, polygon(square(-1 + i * 0.05, 52, 0.05)))),
);

const folder = makeFolder({
  'icb.csv': icbOf(upper),
  'icb_lower.csv': icbOf(lower),
  'lad.csv': ladOf(upper),
  'lad_apart.csv': ladOf(apart),
  'people.csv': people(upper),
  'people_lower.csv': people(lower),
  'icb.geojson': icbs,
  'lad.geojson': councils,
  'blocks.geojson': grounds,
  'audit.csv': lines('b,lad', ...blocks.map((code, i) => `${code},E0700000${i < 1 ? 1 : 2}`)),
  'audit_lower.csv': lines('b,lad', ...blocks.map((code, i) => `${lower(code)},e0700000${i < 1 ? 1 : 2}`)),
  'services.csv': lines('code,type,longitude,latitude', 'S1,hub,-0.98,52.01', 'S2,hub,-0.83,52.01'),
  'times.csv': lines(
    'block,site_code,minutes',
    ...blocks.flatMap((code) => [`${code},S1,9`, `${code},S2,7`]),
  ),
  'times_apart.csv': lines('block,site_code,minutes', ...blocks.map((code) => `${lower(code)},s 1,9`)),
  'times_short.csv': lines('block,site_code,minutes', ...blocks.slice(1).map((code) => `${code},S1,9`)),
  'times_elsewhere.csv': lines('block,site_code,minutes', ...blocks.map((code) => `${code},T1,9`)),
});
afterAll(() => folder.remove());
const run = (...args: string[]): ReturnType<typeof runCommand> => runCommand(args, { cwd: folder.path });
const asOne = /taken for the same/;

describe('codes spelled in two ways are the same', () => {
  const counted = async (icb: string, lad: string, residents: string): ReturnType<typeof runCommand> =>
    run('overlap', `icb=${icb}:block:icb`, `ltla=${lad}:block:lad`, '--people', residents);

  it.each([
    ['icb_lower.csv', 'lad.csv', 'people.csv'],
    ['icb.csv', 'lad_apart.csv', 'people.csv'],
    ['icb.csv', 'lad.csv', 'people_lower.csv'],
    ['icb_lower.csv', 'lad_apart.csv', 'people_lower.csv'],
  ])('between lookups and people (%s, %s, %s)', async (...files) => {
    const amounts = ({ stdout }: { stdout: string }): string[] =>
      [...stdout.matchAll(/,(\d+),(\d+),(\d+),[\d.]+,[\d.]+,\d+,people in/g)].map((found) =>
        found.slice(1).join(' '),
      );
    const same = await counted('icb.csv', 'lad.csv', 'people.csv');
    expect(amounts(same)).toEqual(['300 300 600', '300 700 600', '400 700 400']);
    expect(same.stderr).not.toMatch(asOne);
    const odd = await counted(...files);
    expect(odd.code, odd.stderr).toBe(0);
    expect(amounts(odd)).toEqual(amounts(same));
    expect(odd.stderr).toMatch(asOne);
  });

  it('in audits', async () => {
    const audited = (file: string): ReturnType<typeof run> =>
      run(
        ...['align', 'icb.geojson', 'lad.geojson', '--people', 'people.csv', '--blocks', 'blocks.geojson'],
        ...['--audit', `${file}:b:lad`, '--table', 'audit'],
      );
    const [same, odd] = [await audited('audit.csv'), await audited('audit_lower.csv')];
    expect(same.stdout).toContain('B2,B2,E07000002,E07000001,0.0000,100.0000');
    expect(odd.stdout).toBe(same.stdout);
    expect(odd.stderr).toMatch(asOne);
  });

  it('between the layers of two dates', async () => {
    const dated = (name: string, write: (code: string) => string): void =>
      writeFileSync(
        join(folder.path, name),
        collection(
          ['Team A', 'Team B'].map((Team, i) =>
            feature({ team_code: write(Team) }, polygon(square(-1 + i, 52, 1))),
          ),
        ),
      );
    dated('then.geojson', upper);
    dated('now.geojson', lower);
    const { code, stdout, stderr } = await run('compare', 'then.geojson', 'now.geojson', '--table', 'units');
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('unchanged');
    expect(stdout).not.toContain('recoded');
  });

  it('in baselines', async () => {
    const aligned = (lad: string, ...more: string[]): ReturnType<typeof run> =>
      run('align', 'icb=icb.csv:block:icb', `ltla=${lad}:block:lad`, '--people', 'people.csv', ...more);
    expect((await aligned('lad.csv', '-o', 'then.json')).code).toBe(0);
    const now = await aligned('lad_apart.csv', '--baseline', 'then.json', '--table', 'baseline');
    expect(now.code, now.stderr).toBe(0);
    expect(now.stdout).toMatch(/^still there,.*\bX A\b|^still there,.*\bX a\b/m);
    expect(now.stdout).not.toMatch(/^(new|fixed),/m);
    writeFileSync(
      join(folder.path, 'other.csv'),
      ladOf((code) => `Z${code}`),
    );
    const other = await aligned('other.csv', '--baseline', 'then.json').catch(() => null);
    expect(other!.code).not.toBe(0);
  });
});

describe('people with polygons of their own, laid on lookups', () => {
  const counts = (write: (code: string) => string): string =>
    collection(
      blocks.map((code, i) =>
        feature(
          { LSOA21CD: write(code), residents: (i + 1) * 100 },
          polygon(square(-1 + i * 0.05, 52, 0.05)),
        ),
      ),
    );
  const laid = (name: string, text: string, ...more: string[]): ReturnType<typeof run> => {
    writeFileSync(join(folder.path, name), text);
    return run('overlap', 'icb.csv:block:icb', 'lad.csv:block:lad', '--people', name, ...more);
  };

  it('are matched whatever their case, and refused where they have no partner', async () => {
    const odd = await laid('counts_lower.geojson', counts(lower));
    expect(odd.code, odd.stderr).toBe(0);
    expect(odd.stderr).toMatch(asOne);
    expect(odd.stderr).toContain('1,000 people = 1,000 in rows (difference 0)');
    const text = counts((code) => code.replace('B4', 'Z4'));
    const refused = await laid('counts_other.geojson', text);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/Z4.*B4.*\(40 %\)/s)]);
    expect((await laid('counts_other.geojson', text, '--allow-unmatched', '40')).code).toBe(0);
  });
});

describe('minutes', () => {
  const covered = (times: string, ...more: string[]): ReturnType<typeof run> =>
    run(
      ...['coverage', 'lad.geojson', '--within', 'icb.geojson', '--people', 'people.csv'],
      ...['--blocks', 'blocks.geojson', '--services', 'services.csv', '--times', times],
      ...['--table', 'services', ...more],
    );

  it('of blocks and sites spelled otherwise are theirs', async () => {
    const odd = await covered('times_apart.csv');
    expect(odd.code, odd.stderr).toBe(0);
    expect(odd.stdout).toMatch(/9\.0/);
    expect(odd.stderr).toMatch(asOne);
  });

  it('are refused where blocks with people have none, and --allow-unmatched goes on', async () => {
    const refused = await covered('times_short.csv');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/1 of 4 blocks with people \(25 %\) .*B1.*--allow-unmatched 25/s);
    expect((await covered('times_short.csv', '--allow-unmatched', '24')).code).toBe(2);
    expect((await covered('times_short.csv', '--allow-unmatched', '25')).code).toBe(0);
  });

  it('to none of the services are refused', async () => {
    const refused = await covered('times_elsewhere.csv');
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/2 of 2 services \(100 %\)/)]);
    expect((await covered('times_elsewhere.csv', '--allow-unmatched', '100')).code).toBe(0);
  });
});
