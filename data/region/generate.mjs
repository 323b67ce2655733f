/**
 * Writes the embedded region: `node data/region/generate.mjs [folder]`, by default the folder of this script.
 *
 * Seeded, no clock, no dependency: every run writes the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { factColumns, makeFacts } from './generator/facts.mjs';
import { furthestMoved, makeLayers } from './generator/layers.mjs';
import { makeReadme } from './generator/readme.mjs';
import { buildRegion } from './generator/region.mjs';
import { makeServices, makeTables } from './generator/tables.mjs';
import { csv, geojson } from './generator/text.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url));
mkdirSync(folder, { recursive: true });

const region = buildRegion();
const services = makeServices(region);
const sections = makeFacts(region, services);
const known = sections.flatMap(({ facts }) => facts.map((fact) => factColumns.map((column) => fact[column])));

const written = [
  ...makeLayers(region).map(({ file, features, turn, system }) => ({
    file: `${file}.geojson`,
    text: geojson(file, features, turn, system),
  })),
  ...makeTables(region, services),
  { file: 'known.csv', text: csv(factColumns.join(','), known) },
  { file: 'README.md', text: makeReadme(sections, furthestMoved(region)) },
];
for (const { file, text } of written) writeFileSync(`${folder}/${file}`, text);
