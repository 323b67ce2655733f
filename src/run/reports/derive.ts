/**
 * Registrations in, a layer and its diagnostics out.
 */
import type { Lookup } from '../../layer/membership.js';
import { partnersOfPeople, USUAL_UNMATCHED } from '../../layer/partners-of-people.js';
import { respellLayers } from '../../layer/respell-layers.js';
import { withPeopleConcerned } from '../../layer/unknown-weights.js';
import { derive } from '../../measures/derive/derive.js';
import { disclosePatients, disclosePeople } from '../../measures/derive/disclose-patients.js';
import { readWeighted, type WeightedColumns } from '../../measures/derive/weighted-lookup.js';
import type { PracticeMap } from '../../read/table/practice-map.js';
import {
  holdsRegistrations,
  readRegistrations,
  registeredLookup,
  UNMAPPED,
  type Registrations,
} from '../../read/table/registrations.js';
import type { Result } from '../../result/result.js';
import { InputError } from '../../trouble/input-error.js';
import { inRole } from '../../trouble/note.js';
import { comparable } from '../../trouble/order.js';
import { shownName, shownPath } from '../files.js';
import type { Inputs } from '../inputs.js';
import { loadGround, noteMatched } from '../load-ground.js';
import { layerOfLookup } from '../load-lookup.js';
import { loadPeople } from '../load-people.js';
import { blocksAsLayer } from '../blocks-as-layer.js';
import { unitsNamed } from '../units-named.js';
import { loadPractices } from '../load-practices.js';
import { takeTable } from '../read-table.js';
import { resultOf, type Progress } from '../report-steps.js';
import type { DeriveRequest } from '../request.js';
import { toDegrees } from '../to-degrees.js';

/** Codes that published files and this tool give to patients in no network. */
const NO_NETWORK = ['U', UNMAPPED];

export async function runDerive(request: DeriveRequest, inputs: Inputs, progress: Progress): Promise<Result> {
  const { kind, only = [], unallocated = [] } = request;
  if (only.length > 0 && request.within === undefined) throw onlyWithoutWithin();
  const rule = request.disclosure ?? null;
  const { lookup: asRead, homes } = await loadPatients(request, inputs, progress);
  const { people = [], blocks: blocksGiven, ...others } = request;
  // Blocks and the layer they must be in are laid on one ground; people are counted by code.
  const sources = [blocksGiven && blocksAsLayer(blocksGiven), request.within].filter(
    (source) => source !== undefined,
  );
  const ground = await loadGround(inputs, sources, others, progress);
  const counted = await loadPeople(inputs, people, undefined, asRead.membership.blocks, progress);
  const blocks = blocksGiven === undefined ? null : ground.layers[0]!;
  const ofBlocks = blocks === null ? null : { codes: blocks.codes, what: 'blocks' };
  const spelled = respellLayers(
    [...(request.within === undefined ? [] : ground.layers.slice(-1)), layerOfLookup(asRead, kind)],
    ofBlocks,
  );
  const membership = spelled.layers.at(-1)!.membership!;
  const lookup = {
    ...asRead,
    membership: rule === null ? membership : disclosePatients(membership, rule),
  };
  const within = request.within === undefined ? null : spelled.layers[0]!;
  const allowUnmatched = request.allowUnmatched ?? USUAL_UNMATCHED;
  const settled = counted.measures.map(({ measure, line }) => {
    const found = partnersOfPeople(
      measure,
      ofBlocks ?? { codes: lookup.membership.blocks, what: 'blocks of the patients' },
      allowUnmatched,
    );
    noteMatched(line, found.matched, found.measure.reading);
    return found;
  });
  progress('finding who has most patients in each block');
  const found = derive({
    lookup,
    homes,
    id: kind,
    noun: kind === 'pcn' ? 'network' : 'unit',
    blocks,
    within,
    only: within === null || only.length === 0 ? null : unitsNamed(within, only),
    planar: ground.planar,
    measures: settled.map(({ measure }) => (rule === null ? measure : disclosePeople(measure, rule))),
    allowUnmatched,
    unallocated: new Set([...NO_NETWORK, ...unallocated]),
    unallocatedMayWin: request.allocatedOnly !== true,
    includeOutside: request.includeOutside === true,
    toDegrees: await toDegrees(ground),
  });
  const patientNotes = withPeopleConcerned(lookup.notes, settled[0]?.measure);
  const notes = [
    ...inRole('patients', [...patientNotes, ...spelled.notes]),
    ...ground.notes,
    ...counted.notes,
    ...inRole(
      'people',
      settled.flatMap((each) => each.notes),
    ),
  ];
  const { shapes: _, ...unshaped } = found;
  return resultOf(request, inputs, { ...ground, notes }, blocks === null ? unshaped : found);
}

interface LoadedPatients {
  readonly lookup: Lookup;
  /** ICB of each network, where a practice map tells. */
  readonly homes: ReadonlyMap<string, string>;
}

async function loadPatients(
  { patients, practices, allowUnmatched, disclosure }: DeriveRequest,
  inputs: Inputs,
  progress: Progress,
): Promise<LoadedPatients> {
  const path = shownPath(patients.path);
  progress(`reading ${shownName(patients.path)}`);
  const columns = columnsOf(patients);
  const { table, line } = await takeTable(inputs, patients, 'patients', 'patients');
  if (columns !== null || !holdsRegistrations(table)) {
    const lookup = readWeighted(table, columns);
    line.reading = lookup.reading;
    return { lookup, homes: new Map() };
  }
  if (practices === undefined) throw practicesNeeded(path);
  const map = await loadPractices(inputs, practices);
  const registrations = readRegistrations(table);
  const lookup = registeredLookup(registrations, map, 'pcn', allowUnmatched);
  line.reading = lookup.reading;
  return { lookup, homes: homesOf(registrations, map, disclosure === undefined) };
}

/** The three columns, or null where none is named. */
function columnsOf({ path, member, group, weight }: DeriveRequest['patients']): WeightedColumns | null {
  if (member === undefined && group === undefined && weight === undefined) return null;
  if (member !== undefined && group !== undefined && weight !== undefined) return { member, group, weight };
  throw new InputError({
    id: 'weight-columns',
    file: path,
    message: 'two columns are named, and three are needed',
    hint: 'Name them as FILE:BLOCK:UNIT:PATIENTS',
  });
}

/**
 * The ICB with most of each network’s patients, by the ICBs of its practices, or where these are not to be counted with
 * most of its practices; ties go to the lower code.
 */
function homesOf(registrations: Registrations, map: PracticeMap, byPatients: boolean): Map<string, string> {
  const patients = new Map<string, Map<string, number>>();
  const placeOf = new Map([...map.practices].map(([code, place]) => [comparable(code), place]));
  const seen = new Set<number>();
  const weightOf = (practice: number, row: number): number => {
    const isNew = !seen.has(practice);
    seen.add(practice);
    return byPatients ? registrations.patients[row]! : Number(isNew);
  };
  registrations.practice.forEach((practice, row) => {
    const place = placeOf.get(comparable(registrations.practiceCodes[practice]!));
    if (place === undefined || place.pcn === '' || place.icb === '') return;
    const ofNetwork = patients.get(place.pcn) ?? new Map<string, number>();
    ofNetwork.set(place.icb, (ofNetwork.get(place.icb) ?? 0) + weightOf(practice, row));
    patients.set(place.pcn, ofNetwork);
  });
  return new Map(
    [...patients].map(([network, byIcb]) => [
      network,
      [...byIcb].sort((p, q) => q[1] - p[1] || (p[0] < q[0] ? -1 : 1))[0]![0],
    ]),
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
