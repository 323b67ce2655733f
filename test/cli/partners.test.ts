/** Partners of a place where nobody is counted and no land is read, as a user meets them. */
import { afterAll, expect, it } from 'vitest';
import { makeFolder, runCommand } from './run-command.js';

const folder = makeFolder({
  'lookup.csv':
    'LSOA21CD,ICB24CD,ICB24NM,LAD24CD,LAD24NM\nE01000001,E54000001,Ash,E07000001,One\nE01000002,E54000001,Ash,E07000001,One\nE01000003,E54000002,Beech,E07000001,One\nE01000004,E54000002,Beech,E07000002,Two\n',
});
afterAll(() => folder.remove());
const layers = ['lookup.csv:LSOA21CD:ICB24CD', 'lookup.csv:LSOA21CD:LAD24CD'];

it('lookups alone tell the partners of a place, without amounts', async () => {
  const { code, stdout, stderr } = await runCommand(['partners', 'E07000001', ...layers], {
    cwd: folder.path,
  });
  expect(stdout.trim().split(/\r?\n/).slice(1)).toEqual([
    '2024,icb,E54000001,Ash,inside the place,,,,whole,,ltla,E07000001,One,',
    '2024,icb,E54000002,Beech,overlaps,,,,shared,,ltla,E07000001,One,',
  ]);
  expect(stderr).toContain('2024: 2 ICBs: Ash, Beech.');
  expect(stderr).toContain('From lookups only: no land and no people were read');
  expect(code).toBe(0);
});

it('lookups alone tell no hectares outside the main unit either', async () => {
  const { stderr } = await runCommand(['align', ...layers], { cwd: folder.path });
  expect(stderr).toMatch(/^One lies in more than one ICB\.$/m);
  expect(stderr).not.toMatch(/\b0 ha\b/);
});
