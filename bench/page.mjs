/**
 * `npm run bench:page`: weight and frame times of pages, side by side with those of another build in the same run.
 *
 * COTERMINOUS_BEFORE names the other build's bin/coterminous.js; without it, this build stands alone. Real boundary files
 * come from COTERMINOUS_DATA (by default ../shared/data); without them a seeded map of 35,721 units is used alone.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBrowser, timePage } from './drag-page.mjs';
import { writeMosaic } from './large-map.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const data = resolve(process.env.COTERMINOUS_DATA ?? join(root, '../shared/data'));
const before = process.env.COTERMINOUS_BEFORE;
const work = mkdtempSync(join(tmpdir(), 'coterminous-bench-'));

const counties = join(work, 'counties.geojson');
const areas = join(work, 'areas.geojson');
writeMosaic(counties, { columns: 6, rows: 7, points: 300, seed: 1, entity: 'C', stem: 'CTY24' });
writeMosaic(areas, { columns: 189, rows: 189, points: 3, seed: 2, entity: 'A', stem: 'LSOA21' });

const file = (path) => join(data, path);
const residents = ['--people', `residents=${file('people/census21_residents_lsoa21.csv')}`];
const blocks = ['--blocks', file('bgc/LSOA21_BGC_EW.geojson.gz')];
const icb = file('bgc/ICB24_BGC_from_LSOA21.geojson');
const councils = file('bgc/LAD25_BGC_UK_from_WD25.geojson.gz');
const networks = file('pcn/PCN_2021_practice_drawn_overlapping.geojson');
const councils24 = file('official/Local_Authority_Districts_May_2024_Boundaries_UK_BSC.geojson');
const localities = file('neighbourhoods/BSol_localities_2024_BNG.geojson');

const pages = [
  ['Seeded map: 42 × 35,721 units', ['overlap', counties, areas]],
  ...(existsSync(data)
    ? [
        ['align: ICBs × councils 2025, 20 m, residents', ['align', icb, councils, ...residents, ...blocks]],
        ['overlap: 1,278 overlapping networks × councils', ['overlap', networks, councils24]],
        ['coverage: the same networks', ['coverage', networks, '--within', councils24]],
        ['align: ICBs × 35,672 LSOAs', ['align', icb, file('bgc/LSOA21_BGC_EW.geojson.gz')]],
        ['coverage: six localities', ['coverage', localities, '--within', councils, ...residents, ...blocks]],
      ]
    : []),
];

const ms = ({ worst, time }) => `${Math.round(worst)} ms (${(time / 1000).toFixed(1)} s)`;

try {
  const browser = await startBrowser();
  for (const [title, args] of pages) {
    console.log(title);
    for (const [name, bin] of [
      ['before', before],
      ['now', join(root, 'bin/coterminous.js')],
    ]) {
      if (bin === undefined) continue;
      const page = join(work, `${name}.html`);
      execFileSync(process.execPath, [bin, ...args, '--quiet', '-o', page]);
      const { ready, whole, zoom, near } = await timePage(browser, page);
      console.log(
        `  ${name}: ${(statSync(page).size / 1e6).toFixed(2)} MB, first map ${Math.round(ready)} ms; longest frame ` +
          `dragging all ${ms(whole)}, zooming ${ms(zoom)}, dragging near ${ms(near)}`,
      );
    }
  }
  await browser.close();
} finally {
  rmSync(work, { recursive: true, force: true });
}
