/**
 * Layers written as lists of areas: told from other tables by their headings, made when all lookups are there.
 */
import { isAreaList, readAreaList, type AreaList } from '../layer/area-list.js';
import { lookupOfList } from '../layer/layer-of-list.js';
import type { Layer } from '../layer/layer.js';
import type { Inputs, LedgerLine } from './inputs.js';
import { layerOfLookup } from './load-lookup.js';
import { isTextTable, isWorkbook, noteRead, readTable } from './read-table.js';
import type { FileSource } from './request.js';
import { STANDARD_INPUT } from './files.js';

/** A list with its line in the ledger. */
export interface LoadedList {
  readonly list: AreaList;
  readonly line: LedgerLine;
}

/** The list that a file holds, or null for a file that holds something else. */
export async function loadList(inputs: Inputs, source: FileSource): Promise<LoadedList | null> {
  const { path } = source;
  if (path === STANDARD_INPUT) return null;
  if (!isWorkbook(path) && !(isTextTable(path) && (await beginsLikeList(inputs, path)))) return null;
  const read = await readTable(inputs, source, 'layer');
  if (!isAreaList(read.table.headings)) return null;
  return { list: readAreaList(read.table), line: noteRead(inputs, source, 'layer', '', read) };
}

/** Lines among which the headings must stand. */
const FIRST_LINES = 12;

/** Whether one of the first lines of a text table could be the headings of a list; the file can still be read otherwise. */
async function beginsLikeList(inputs: Inputs, path: string): Promise<boolean> {
  const start = new TextDecoder().decode(await inputs.open(path, 'layer').start());
  return start
    .split(/\r\n|\r|\n/, FIRST_LINES)
    .some((line) => isAreaList(line.split(/[,;\t|]/).map((cell) => cell.replace(/^"|"$/g, ''))));
}

/** The layer of a list by the lookups of the other layers. */
export function layerOfList(list: AreaList, others: readonly Layer[], overlapping: boolean): Layer {
  const lookup = lookupOfList(list, others, overlapping);
  return { ...layerOfLookup(lookup, list.heading), id: list.kind, kind: list.kind, vintage: null };
}
