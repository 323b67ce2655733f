/**
 * `--registrations FILE --practices FILE`: patients by where they live and where they are registered.
 *
 * The patients make a layer of weighted membership (by ICB or network of registration) and a measure of their own.
 * Patients of English practices who live in Wales or Scotland stay in: the other layers get a unit "outside England".
 */
import type { Layer } from '../layer/layer.js';
import { withOutsideEngland } from '../layer/outside-england.js';
import type { MeasureRequest } from '../measures/crossing/measure-request.js';
import type { InputRecord } from '../result/result.js';
import { readPracticeMap, suitsPracticeMap } from '../read/table/practice-map.js';
import { readRegistrations, registeredLookup, registeredMeasure } from '../read/table/registrations.js';
import { InputError } from '../trouble/input-error.js';
import { layerOfLookup } from './load-lookup.js';
import type { Run } from './load-ground.js';
import { fileSource, readWhole } from '../cli/read-source.js';
import { readTable } from './read-table.js';

export interface RegistrationsGiven {
  readonly registrations: string;
  readonly practices: string;
  readonly by: 'icb' | 'pcn';
}

/** The run with the layer of registration first, and registered patients as a measure. */
export async function addRegistrations(run: Run, given: RegistrationsGiven): Promise<Run> {
  const inputs: InputRecord[] = [];
  const patients = fileSource(given.registrations);
  const loaded = await readTable(patients, null);
  inputs.push({
    id: 'registered',
    role: 'registrations',
    file: patients.shortName,
    format: loaded.format,
    ...loaded.seal,
  });
  const map = await readPractices(given.practices, inputs);
  const registrations = readRegistrations(loaded.table);
  const lookup = registeredLookup(registrations, map, given.by);
  const measure = registeredMeasure(lookup);
  const layer: Layer = { ...layerOfLookup(lookup, `${given.by}_code`), id: `registered_${given.by}` };
  const others = run.layers.map((other) => withHomesOutside(other, lookup.membership.blocks));
  const requests: MeasureRequest[] = [
    { measure, blocks: null },
    ...run.measures.map((request) => ({ ...request, blocks: null })),
  ];
  return {
    ...run,
    layers: [layer, ...others],
    measures: requests,
    inputs: [...inputs, ...run.inputs],
    notes: [...registrations.notes, ...lookup.notes, ...measure.notes, ...run.notes],
  };
}

/** A practice map as CSV, or the sheet of a workbook that holds one. */
async function readPractices(
  file: string,
  inputs: InputRecord[],
): Promise<ReturnType<typeof readPracticeMap>> {
  const source = fileSource(file);
  if (!/\.xlsx$/i.test(file)) {
    const { table, format, seal } = await readTable(source, null);
    inputs.push({ id: 'practices', role: 'lookup', file: source.shortName, format, ...seal });
    return readPracticeMap(table);
  }
  const { readXlsx } = await import('../read/table/xlsx.js');
  const { bytes, seal } = await readWhole(source);
  inputs.push({ id: 'practices', role: 'lookup', file: source.shortName, format: 'xlsx', ...seal });
  return readPracticeMap(await readXlsx(bytes, file, { suits: suitsPracticeMap }));
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
