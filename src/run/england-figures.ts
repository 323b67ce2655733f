/**
 * The embedded figures for England: read once, a layer at a time.
 */
import { atomStems } from '../layer/atoms.js';
import type { Layer } from '../layer/layer.js';
import {
  knownResidents,
  saysResidents,
  stemsOnBoard,
  type KnownResidents,
} from '../layer/known-residents.js';
import type { Measure } from '../layer/people.js';
import { columnWithKey } from '../layer/table.js';
import type { MeasureRequest } from '../measures/people/measure-request.js';
import { isPast, layersOnBoard } from '../layer/years-on-board.js';
import { makeNote, type Note } from '../trouble/note.js';
import type { Inputs } from './inputs.js';
import { asLayer, atomLayer } from './load-lookup.js';
import { readTable, type ReadTable } from './read-table.js';

const pathOf = ({ files }: Inputs): string => files.packaged('england/atoms.csv');

/** Whether whoever lends files lends the figures. */
export const hasEngland = (inputs: Inputs): boolean => inputs.exists(pathOf(inputs));

/** The table of atoms. Throws InputError where whoever lends files lends none of that name. */
export const englandTable = (inputs: Inputs): Promise<ReadTable> =>
  inputs.once('figures for England', () => readTable(inputs, { path: pathOf(inputs) }, 'atoms'));

/** A layer of the table with the people of its atoms, by the stem of its columns. */
export const englandLayer = (
  inputs: Inputs,
  { table }: ReadTable,
  stem: string,
): { layer: Layer; people: Measure } =>
  inputs.onceOf(table, `england ${stem}`, () => {
    const found = atomLayer(table, stem, 'usual residents, Census 2021');
    // The embedded figures need no telling how their columns were read.
    return { ...found, layer: { ...found.layer, notes: notesOf(stem) } };
  });

/** What there is to say of how the figures of a layer came about. */
function notesOf(stem: string): readonly Note[] {
  if (stem === 'icb_2026') return [makeNote('figures-derived', null)];
  if (layersOnBoard.some((each) => each.stem === stem && isPast(each)))
    return [makeNote('figures-of-2011', null, { words: { layer: asLayer(stem) } })];
  return [];
}

/**
 * What is known of the residents of layers, where residents are counted and a layer's kind and vintage are on board.
 * The figures are read only then; where nobody lends them, nothing is known.
 */
export async function residentsOnBoard(
  inputs: Inputs,
  layers: readonly Layer[],
  measures: readonly MeasureRequest[],
): Promise<ReadonlyMap<Layer, KnownResidents>> {
  const known = new Map<Layer, KnownResidents>();
  if (!measures.some(({ measure }) => saysResidents(measure))) return known;
  for (const layer of layers) {
    const stems = stemsOnBoard(layer);
    if (stems.length === 0 || !hasEngland(inputs)) continue;
    const read = await englandTable(inputs);
    const there = atomStems(read.table);
    for (const stem of stems) {
      if (known.has(layer) || !there.includes(stem)) continue;
      const found = knownResidents(layer, peopleByCode(inputs, read, stem));
      if (found !== null) known.set(layer, found);
    }
  }
  return known;
}

/** Residents of the units of an embedded layer, by code: sums over the atoms, without making layers of them. */
function peopleByCode(inputs: Inputs, { table }: ReadTable, stem: string): ReadonlyMap<string, number> {
  return inputs.onceOf(table, `residents ${stem}`, () => {
    const code = columnWithKey(table, [`${stem}_code`]);
    const people = table.numbers(columnWithKey(table, ['people'])).values;
    const sums = new Map<string, number>();
    for (let row = 0; row < table.rowCount; row++) {
      const unit = table.text(code, row);
      if (unit !== '') sums.set(unit, (sums.get(unit) ?? 0) + people[row]!);
    }
    return sums;
  });
}
