/**
 * `coterminous derive`: registrations in, a layer and its diagnostics out.
 */
import type { Layer } from '../../layer/layer.js';
import type { Lookup } from '../../layer/membership.js';
import type { Table } from '../../layer/table.js';
import { derive } from '../../measures/derive/derive.js';
import { readWeighted, type WeightedColumns } from '../../measures/derive/weighted-lookup.js';
import type { InputRecord } from '../../result/result.js';
import {
  readClosedNetworks,
  readPracticeMap,
  suitsPracticeMap,
  type PracticeMap,
} from '../../read/table/practice-map.js';
import {
  holdsRegistrations,
  readRegistrations,
  registeredLookup,
  UNMAPPED,
  type Registrations,
} from '../../read/table/registrations.js';
import { InputError } from '../../trouble/input-error.js';
import { parseLayerArgument } from '../../run/layer-argument.js';
import { loadPeople } from '../../run/load-people.js';
import { loadRun } from '../../run/load-ground.js';
import { makeResult } from '../../result/make-result.js';
import { checkOutputs, deliver } from '../output.js';
import { exists, fileSource, readWhole } from '../read-source.js';
import { readTable } from '../../run/read-table.js';
import type { SharedOptions } from '../shared-options.js';
import { makeProgress } from '../terminal.js';
import { toDegrees } from '../../run/to-degrees.js';

/** What the options of this command say. */
export interface DeriveOptions {
  readonly patients: string;
  readonly practices: string | null;
  readonly within: string | null;
  readonly only: readonly string[];
  readonly unallocated: readonly string[];
  readonly allocatedOnly: boolean;
}

/** Runs the command; returns its exit code. */
export async function runDerive(
  kind: 'pcn' | 'footprint',
  own: DeriveOptions,
  options: SharedOptions,
): Promise<number> {
  checkOutputs(options);
  if (own.only.length > 0 && own.within === null) throw onlyWithoutWithin();
  const progress = makeProgress(options.quiet);
  const inputs: InputRecord[] = [];
  const { lookup, homes } = await loadPatients(own, inputs, progress.step);
  const layersGiven = [options.blocks, own.within].filter((layer) => layer !== null);
  const run = await loadRun(layersGiven, { ...options, blocks: null, people: [] }, progress.step);
  const people = await loadPeople(options.people, null, progress.step);
  const blocks = options.blocks === null ? null : run.layers[0]!;
  const within = own.within === null ? null : run.layers[run.layers.length - 1]!;
  progress.step('finding who has most patients in each block');
  const found = derive({
    lookup,
    homes,
    id: kind,
    noun: kind === 'pcn' ? 'network' : 'unit',
    blocks,
    within,
    only: within === null || own.only.length === 0 ? null : unitsNamed(within, own.only),
    planar: run.planar,
    measures: people.measures.map(({ measure }) => measure),
    unallocated: new Set([...NO_NETWORK, ...own.unallocated]),
    unallocatedMayWin: !own.allocatedOnly,
    includeOutside: options.includeOutside,
    toDegrees: await toDegrees(run, options.grid),
  });
  progress.clear();
  const result = makeResult(
    'derive',
    {
      ...run,
      inputs: [...inputs, ...run.inputs, ...people.inputs],
      notes: [...lookup.notes, ...run.notes, ...people.notes],
    },
    found,
  );
  return deliver({ ...result, ...(blocks === null ? {} : { shapes: found.shapes }) }, options);
}

/** Codes that published files and this tool give to patients in no network. */
const NO_NETWORK = ['U', UNMAPPED];

interface LoadedPatients {
  readonly lookup: Lookup;
  /** ICB of each network, where a practice map tells. */
  readonly homes: ReadonlyMap<string, string>;
}

async function loadPatients(
  own: DeriveOptions,
  inputs: InputRecord[],
  progress: (text: string) => void,
): Promise<LoadedPatients> {
  const { path, columns } = patientsArgument(own.patients);
  progress(`reading ${path}`);
  const source = fileSource(path);
  const { table, format, seal } = await readTable(source, null);
  inputs.push({ id: 'patients', role: 'patients', file: source.shortName, format, ...seal });
  if (columns !== null || !holdsRegistrations(table)) {
    return { lookup: readWeighted(table, columns), homes: new Map() };
  }
  if (own.practices === null) throw practicesNeeded(path);
  const map = await loadPracticeMap(own.practices, inputs, progress);
  const registrations = readRegistrations(table);
  return { lookup: registeredLookup(registrations, map, 'pcn'), homes: homesOf(registrations, map) };
}

/** `FILE` or `FILE:BLOCK:UNIT:PATIENTS`. */
function patientsArgument(given: string): { path: string; columns: WeightedColumns | null } {
  const parsed = parseLayerArgument(given, exists);
  if (parsed.form !== 'lookup') return { path: given, columns: null };
  const { path, member, group, weight } = parsed;
  if (weight === null) {
    throw new InputError({
      id: 'weight-columns',
      file: path,
      message: 'two columns are named, and three are needed',
      hint: 'Name them as FILE:BLOCK:UNIT:PATIENTS',
    });
  }
  return { path, columns: { member, group, weight } };
}

/** The map of practices; networks that ePCN.xlsx says are closed are passed over. */
async function loadPracticeMap(
  path: string,
  inputs: InputRecord[],
  progress: (text: string) => void,
): Promise<PracticeMap> {
  progress(`reading ${path}`);
  const source = fileSource(path);
  if (!/\.xlsx$/i.test(path)) {
    const { table, format, seal } = await readTable(source, null);
    inputs.push({ id: 'practices', role: 'practices', file: source.shortName, format, ...seal });
    return readPracticeMap(table);
  }
  const { readXlsx } = await import('../../read/table/xlsx.js');
  const { bytes, seal } = await readWhole(source);
  inputs.push({ id: 'practices', role: 'practices', file: source.shortName, format: 'xlsx', ...seal });
  const map = await readXlsx(bytes, path, { suits: suitsPracticeMap });
  return readPracticeMap(map, await closedNetworks(() => readXlsx(bytes, path, { sheet: 'PCNDetails' })));
}

/** Closed networks of a workbook that has a sheet of them. */
async function closedNetworks(readDetails: () => Promise<Table>): Promise<Set<string>> {
  let details: Table;
  try {
    details = await readDetails();
  } catch (error) {
    if (error instanceof InputError) return new Set();
    throw error;
  }
  return readClosedNetworks(details);
}

/** The ICB with most of each network’s patients, by the ICBs of its practices; ties go to the lower code. */
function homesOf(registrations: Registrations, map: PracticeMap): Map<string, string> {
  const patients = new Map<string, Map<string, number>>();
  registrations.practice.forEach((practice, row) => {
    const place = map.practices.get(registrations.practiceCodes[practice]!);
    if (place === undefined || place.pcn === '' || place.icb === '') return;
    const ofNetwork = patients.get(place.pcn) ?? new Map<string, number>();
    ofNetwork.set(place.icb, (ofNetwork.get(place.icb) ?? 0) + registrations.patients[row]!);
    patients.set(place.pcn, ofNetwork);
  });
  return new Map(
    [...patients].map(([network, byIcb]) => [
      network,
      [...byIcb].sort((p, q) => q[1] - p[1] || (p[0] < q[0] ? -1 : 1))[0]![0],
    ]),
  );
}

/** Units by code, ODS code or name. */
function unitsNamed(layer: Layer, wanted: readonly string[]): Set<number> {
  return new Set(
    wanted.map((text) => {
      const name = text.trim();
      const at = [layer.codes, layer.ods ?? [], layer.names].map((list) => list.indexOf(name));
      const unit = at.find((index) => index >= 0);
      if (unit !== undefined) return unit;
      throw new InputError({
        id: 'no-such-unit',
        unit: name,
        message: `${layer.id} has no unit of that code or name`,
        hint: `It has, for example, ${layer.codes.slice(0, 3).join(', ')}`,
      });
    }),
  );
}

const onlyWithoutWithin = (): InputError =>
  new InputError({
    id: 'only-without-within',
    message: '--only names units, but --within names no layer that has them',
    hint: 'Give --within LAYER too',
  });

const practicesNeeded = (file: string): InputError =>
  new InputError({
    id: 'practices-needed',
    file,
    message: 'it counts patients by practice, and nothing says to which network each practice belongs',
    hint: 'Give the practice map (gp-reg-pat-prac-map.csv or ePCN.xlsx) with --practices',
  });
