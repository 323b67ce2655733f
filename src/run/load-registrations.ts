/**
 * Patients by where they live and where they are registered.
 *
 * The patients make a layer of weighted membership (by ICB or network of registration) and a measure of their own.
 * Patients of English practices who live in Wales or Scotland stay in: the other layers get a unit "outside England".
 */
import type { Layer } from '../layer/layer.js';
import { withOutsideEngland } from '../layer/outside-england.js';
import { comparableSet } from '../layer/spelling.js';
import type { MeasureRequest } from '../measures/people/measure-request.js';
import { readRegistrations, registeredLookup, registeredMeasure } from '../read/table/registrations.js';
import { InputError } from '../trouble/input-error.js';
import { inRole } from '../trouble/note.js';
import type { Inputs } from './inputs.js';
import type { Ground } from './load-ground.js';
import { layerOfLookup } from './load-lookup.js';
import { loadPractices } from './load-practices.js';
import { takeTable } from './read-table.js';
import type { OverlapRequest } from './request.js';

/** The ground with the layer of registration first, and registered patients as a measure. */
export async function addRegistrations(
  inputs: Inputs,
  ground: Ground,
  { patients, practices, by = 'icb' }: NonNullable<OverlapRequest['registrations']>,
): Promise<Ground> {
  const { table } = await takeTable(inputs, patients, 'registrations', 'registered');
  const map = await loadPractices(inputs, practices);
  const known = comparableSet(ground.layers.flatMap((layer) => layer.membership?.blocks ?? []));
  const registrations = readRegistrations(table, known);
  const lookup = registeredLookup(registrations, map, by);
  const measure = registeredMeasure(lookup);
  const layer: Layer = { ...layerOfLookup(lookup, `${by}_code`), id: `registered_${by}` };
  const others = ground.layers.map((other) => withHomesOutside(other, lookup.membership.blocks));
  const requests: MeasureRequest[] = [
    { measure, blocks: null },
    ...ground.measures.map((request) => ({ ...request, blocks: null })),
  ];
  return {
    ...ground,
    layers: [layer, ...others],
    measures: requests,
    notes: [...inRole('registrations', [...lookup.notes, ...measure.notes]), ...ground.notes],
  };
}

function withHomesOutside(layer: Layer, blocks: readonly string[]): Layer {
  if (layer.membership === null) {
    throw new InputError({
      id: 'residence-by-lookup',
      unit: layer.id,
      message:
        'registrations are crossed with where patients live by lookup, and this layer is given by shapes',
      hint: 'Give it as a lookup of small areas, table.csv:LSOA21CD:LAD24CD',
    });
  }
  const { codes, names, ods, membership } = withOutsideEngland(
    {
      codes: layer.codes,
      names: layer.names,
      ods: layer.ods,
      membership: layer.membership,
      source: layer.id,
      notes: [],
    },
    blocks,
  );
  return { ...layer, codes, names, ods, membership };
}
