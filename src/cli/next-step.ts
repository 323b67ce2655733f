/**
 * The command that one would type next, with the names of one's own files: said in one line at the end of `demo`,
 * `init`, `inspect` and `check`.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isCodeHeading } from '../read/table/code-headings.js';
import type { InspectedFile } from '../run/inspect-file.js';
import { quoted } from './command-text.js';
import { isBoundaryName } from '../run/found/boundary-name.js';
import { sectorOf } from '../layer/kinds.js';
import type { FoundLayer } from '../run/found/found-file.js';
import { lookupLayers } from '../run/found/lookup-layers.js';
import { sayLines } from './say.js';

/** Says the next command, on one line that can be copied whole. */
export const sayNext = (...words: readonly string[]): void =>
  sayLines(`next: coterminous ${words.map(quoted).join(' ')}`);

/** After a demonstration: one's own files where some are here, else more of what is on board. */
export function nextAfterDemo(name: string): string[] {
  const own = boundariesBeside('.');
  if (own.length > 1) return ['init'];
  if (own.length === 1) return ['inspect', own[0]!];
  return name === 'england' ? ['partners', 'Essex County Council'] : ['demo', 'england'];
}

/** After `init`: the report, of the folder where that is another one. */
export const nextAfterInit = (folder: string): string[] =>
  folder === '.' || folder === './' ? ['report'] : ['report', folder];

/** After `check`: what the layers share, with one that lies beside where there is only one. */
export function nextAfterCheck(layers: readonly string[]): string[] {
  if (layers.length > 1) return ['overlap', ...layers];
  const [layer] = layers;
  const other = boundariesBeside(layer!).find((path) => !layer!.includes(path));
  return other === undefined ? ['init', dirname(pathOf(layer!))] : ['overlap', layer!, other];
}

/** After `inspect`: what can be done with such a file. `given` are the paths as they were typed. */
export function nextAfterInspect(files: readonly InspectedFile[], given: readonly string[]): string[] {
  const layers = given.filter((_, i) => isDrawn(files[i]!)).map((path, i) => layerOf(files[i]!, path));
  if (layers.length > 1) return ['overlap', ...layers];
  if (layers.length === 1)
    return nextAfterCheck(layers)[0] === 'init' ? ['check', ...layers] : nextAfterCheck(layers);
  const lookups = given.flatMap((path, i) => layersOfLookup(files[i]!, path));
  if (lookups.length > 1) return ['overlap', ...pairOf(lookups).map(({ file }) => file)];
  if (lookups.length === 1) return ['check', lookups[0]!.file];
  const [first, second] = boundariesBeside(given[0]!);
  const blocks = filesBeside(given[0]!, PLACES).find((path) => SMALL_AREAS.test(path) && path !== given[0]);
  // Without where the small areas are, nobody can be placed; `init` looks further than names.
  return second === undefined || blocks === undefined
    ? ['init', dirname(pathOf(given[0]!))]
    : ['overlap', first!, second, '--people', given[0]!, '--blocks', blocks];
}

/** The layers that a lookup holds; `file` is how each is typed, `path:member:group`. */
export function layersOfLookup(file: InspectedFile, given: string): FoundLayer[] {
  const fields = file.table?.columns ?? file.layers[0]?.fields ?? [];
  const codes = fields.filter(({ field }) => isCodeHeading(field));
  if (codes.length < 2 || isDrawn(file)) return [];
  const [headings, distinct] = [codes.map(({ field }) => field), codes.map((each) => each.distinct)];
  return lookupLayers([{ file: given, headings, distinct }], []);
}

/** A layer of the NHS and one of councils where there are such, else the first two. */
function pairOf(layers: readonly FoundLayer[]): readonly FoundLayer[] {
  const health = layers.find((layer) => sectorOf(layer) === 'health');
  const council = layers.find((layer) => sectorOf(layer) === 'council');
  return health !== undefined && council !== undefined ? [health, council] : layers.slice(0, 2);
}

const isDrawn = ({ layers }: InspectedFile): boolean => layers.some(({ polygons }) => polygons > 0);

/** The file as a layer: with the name of an inner one where there are several. */
function layerOf({ layers }: InspectedFile, given: string): string {
  const inner = layers.length > 1 ? layers.find(({ polygons }) => polygons > 0)!.inner : null;
  return inner === null ? given : `${given}#${inner}`;
}

/** A LAYER without its id, inner layer and columns. */
const pathOf = (layer: string): string => layer.replace(/^\w+=/, '').replace(/[#:][^/]*$/, '');

/** Names of files of small areas, which are what people are counted by and no layer to compare. */
const SMALL_AREAS = /lsoa|msoa|output_?area|blocks?|centroid|pwc/i;

/** Boundary files of units in the folder of a file, or in the current one, as they are typed. */
const boundariesBeside = (path: string): string[] =>
  filesBeside(path).filter((name) => !SMALL_AREAS.test(name));

/** Tables of points of small areas. */
const PLACES = /(centroid|pwc)[^/]*\.(csv|tsv)$/i;

/** Boundary files in the folder of a file, by their names, and what else is called so, as they are typed. */
function filesBeside(path: string, further: RegExp | null = null): string[] {
  const folder = path === '.' ? '.' : dirname(pathOf(path));
  try {
    return readdirSync(folder)
      .filter((name) => isBoundaryName(name) || further?.test(name) === true)
      .filter((name) => !name.startsWith('.') && !name.endsWith('.json'))
      .sort()
      .map((name) => (folder === '.' ? name : join(folder, name)));
  } catch {
    return [];
  }
}
