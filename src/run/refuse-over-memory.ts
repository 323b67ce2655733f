/**
 * Memory estimated before it is taken, where a run has a bound: by the sizes of the files before anything is read, by
 * the vertices before anything is laid out.
 *
 *     files ──► bytes ──► vertices ──► memory      least figures: what is refused would not have fitted
 *                                      in strips   where the whole would not fit, and strips may
 *
 * How much a vertex takes was measured on generated maps (`docs/performance.md`). Maps of many small units take more, for
 * their rows; that shows while the run goes on, and is looked at between its steps.
 */
import type { Layer } from '../layer/layer.js';
import { positionCount, type Shapes } from '../layer/shapes.js';
import { wholeText } from '../trouble/count-text.js';
import { InputError } from '../trouble/input-error.js';
import type { ExpectedInput, Inputs } from './inputs.js';
import { STANDARD_INPUT } from './files.js';
import type { InputRole } from './input-role.js';
import { isTextTable, isWorkbook } from './read-table.js';

const MEBIBYTE = 2 ** 20;

/** Bytes that a run takes for itself. */
export const OWN_MEMORY = 60 * MEBIBYTE;
/** Bytes of memory for each vertex, at the least: of a map that is worked whole, and of one that is worked in strips. */
export const MEMORY_OF_VERTEX = 78;
export const MEMORY_IN_STRIPS = 60;
/** Bytes of GeoJSON for each vertex, with its share of attributes: 19 to 30 in published files. */
export const TEXT_OF_VERTEX = 30;
/** How much smaller a compressed file is, at the least: 3.0 to 4.1 for published boundaries. */
export const PACKED = 3;

const OF_LAND: readonly InputRole[] = ['layer', 'blocks', 'clip'];

/** Throws InputError where the files of land that a report names would take more memory than the desk allows. */
export function refuseLargeFiles({ files }: Inputs, named: readonly ExpectedInput[]): void {
  const { maxMemory = Infinity, cache } = files;
  // What is kept is neither read nor laid out again.
  if (maxMemory === Infinity || cache !== undefined) return;
  const paths = new Map<string, string>();
  for (const { path, role } of named) {
    if (!OF_LAND.includes(role) || path === STANDARD_INPUT || isTextTable(path) || isWorkbook(path)) continue;
    if (files.exists(path)) paths.set(files.identity(path), path);
  }
  let bytes = 0;
  for (const path of paths.values()) {
    const stream = files.open(path);
    bytes += (stream.size ?? 0) * (/\.(gz|zip|kmz)$/i.test(path) ? PACKED : 1);
    stream.close();
  }
  refuse(bytes / TEXT_OF_VERTEX, `${wholeText(bytes / MEBIBYTE)} MiB of boundaries hold`, maxMemory);
}

/** Throws InputError where the vertices of layers would take more memory than the desk allows, even in strips. */
export function refuseManyVertices({ files }: Inputs, layers: readonly Layer[]): void {
  const { maxMemory = Infinity, cache } = files;
  if (maxMemory === Infinity || cache !== undefined) return;
  refuse(verticesOf(layers), 'the layers hold', maxMemory);
}

/** Strips that a map which would take too much memory otherwise is worked in: a fifth of it each takes little more than none. */
const STRIPS = 5;

/** Nodes of each strip that a desk has layers worked in; null where they may be worked whole. */
export function stripNodesOf({ files }: Inputs, layers: readonly Layer[]): number | null {
  const { maxMemory = Infinity, stripNodes = null } = files;
  const vertices = verticesOf(layers);
  if (stripNodes !== null || OWN_MEMORY + MEMORY_OF_VERTEX * vertices <= maxMemory) return stripNodes;
  return Math.ceil(vertices / STRIPS);
}

/** Vertices of layers; the same shapes in two of them are held once. */
function verticesOf(layers: readonly Layer[]): number {
  const drawn = new Set(layers.flatMap(({ land }): Shapes[] => (land === null ? [] : [land.shapes])));
  return [...drawn].reduce((sum, shapes) => sum + positionCount(shapes), 0);
}

/** A bound below what a run takes for itself is told by what it holds already. */
function refuse(vertices: number, what: string, most: number): void {
  const need = OWN_MEMORY + MEMORY_IN_STRIPS * vertices;
  if (need <= most || most < OWN_MEMORY) return;
  throw new InputError({
    id: 'over-memory-estimate',
    message: `${what} some ${wholeText(vertices)} vertices, which take ${wholeText(need / MEBIBYTE)} MiB of memory or more, and --max-memory allows ${wholeText(most / MEBIBYTE)} MiB`,
    hint: 'Allow more, use layers of a coarser resolution (BGC or BSC), or take files of fewer units',
  });
}
