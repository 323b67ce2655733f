/**
 * Patients by where they live and where they are registered.
 *
 * The patients make a layer of weighted membership (by ICB or network of registration) and a measure of their own.
 * Patients of English practices who live in Wales or Scotland stay in: the other layers get a unit "outside England".
 */
import type { Layer } from '../layer/layer.js';
import { withOutsideEngland } from '../layer/outside-england.js';
import { partnersOfPeople } from '../layer/partners-of-people.js';
import { respellLayers } from '../layer/respell-layers.js';
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
  allowUnmatched: number | undefined,
): Promise<Ground> {
  const { table, line } = await takeTable(inputs, patients, 'registrations', 'registered');
  const map = await loadPractices(inputs, practices);
  for (const layer of ground.layers) if (layer.membership === null) throw byLookupOnly(layer);
  const known = comparableSet(ground.layers.flatMap((layer) => layer.membership?.blocks ?? []));
  const registrations = readRegistrations(table, known);
  const asRead = registeredLookup(registrations, map, by, allowUnmatched);
  const registered: Layer = { ...layerOfLookup(asRead, `${by}_code`), id: `registered_${by}` };
  const { layers, notes: spelling } = respellLayers([...ground.layers, registered], null);
  const [layer, homes] = [layers.at(-1)!, layers.slice(0, -1)];
  const lookup = { ...asRead, membership: layer.membership! };
  line.reading = lookup.reading;
  const measure = registeredMeasure(lookup);
  const members = [...new Set(homes.flatMap((home) => home.membership!.blocks))].sort();
  // Refuses; those outside England are not left out here, but get a unit of their own.
  partnersOfPeople(
    { ...measure, name: 'registered patients' },
    { codes: members, what: 'blocks of the lookups' },
    allowUnmatched,
  );
  const others = homes.map((home) => withHomesOutside(home, lookup.membership.blocks));
  const requests: MeasureRequest[] = [
    { measure, blocks: null },
    ...ground.measures.map((request) => ({ ...request, blocks: null })),
  ];
  return {
    ...ground,
    layers: [layer, ...others],
    measures: requests,
    notes: [...inRole('registrations', [...lookup.notes, ...measure.notes, ...spelling]), ...ground.notes],
  };
}

function withHomesOutside(layer: Layer, blocks: readonly string[]): Layer {
  const { codes, names, ods, membership } = withOutsideEngland(
    {
      codes: layer.codes,
      names: layer.names,
      ods: layer.ods,
      membership: layer.membership!,
      source: layer.id,
      notes: [],
    },
    blocks,
  );
  return { ...layer, codes, names, ods, membership };
}

const byLookupOnly = (layer: Layer): InputError =>
  new InputError({
    id: 'residence-by-lookup',
    unit: layer.id,
    message:
      'registrations are crossed with where patients live by lookup, and this layer is given by shapes',
    hint: 'Give it as a lookup of small areas, table.csv:LSOA21CD:LAD24CD',
  });
