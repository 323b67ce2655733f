/**
 * Everything a report works on: layers, people and blocks, all in one coordinate system.
 */
import { workInStrips } from '../arrangement/strips/strip-size.js';
import { landFromBlocks } from '../layer/land-from-blocks.js';
import type { KnownResidents } from '../layer/known-residents.js';
import type { Layer } from '../layer/layer.js';
import { withPeopleConcerned } from '../layer/unknown-weights.js';
import { blockCodes, blockSource, blocksWithoutPlace, type Blocks } from '../layer/blocks.js';
import { partnersOfPeople, type LaidOn } from '../layer/partners-of-people.js';
import { respellLayers } from '../layer/respell-layers.js';
import { mixedLayerNotes } from '../layer/mixed-layers.js';
import { clipLayers } from '../measures/land/clip-layers.js';
import { keepSheetsOf } from '../measures/land/layer-arrangement.js';
import type { MeasureRequest } from '../measures/people/measure-request.js';
import { bringPoints, bringTogether } from '../read/common-system.js';
import { InputError } from '../trouble/input-error.js';
import { inRole, type Note } from '../trouble/note.js';
import type { Matched } from '../trouble/reading-record.js';
import { residentsOnBoard } from './england-figures.js';
import { unionOfSorted } from '../trouble/order.js';
import { callLayers } from './call-layers.js';
import type { Inputs, LedgerLine } from './inputs.js';
import { keeperOfSheets } from './keep-sheets.js';
import { loadAreas } from './load-areas.js';
import { groupLayers } from './load-groups.js';
import { loadLayers } from './load-layers.js';
import { codesOf, loadPeople, measureRequests, type LoadedPeople, type RawBlocks } from './load-people.js';
import { countPassing, type PassingGround, type PassingPeople } from './passing-people.js';
import { refuseManyVertices, stripNodesOf } from './refuse-over-memory.js';
import type { CommonWishes, LayerSource } from './request.js';
import { takeBytes } from './take-bytes.js';

export interface Ground {
  readonly layers: readonly Layer[];
  readonly planar: boolean;
  readonly areaModel: string | null;
  readonly measures: readonly MeasureRequest[];
  /** Small areas that were given as polygons, or null. */
  readonly blocks: Layer | null;
  /** What is known beforehand of the residents of layers. */
  readonly known: ReadonlyMap<Layer, KnownResidents>;
  /** How inputs were read. */
  readonly notes: Layer['notes'];
  /** Areas that are no layer of the report (gaps allowed), in the same coordinate system. */
  readonly areas: readonly Layer[];
  /** Bytes of the grid of shifts, where the user has one. */
  readonly grid: Uint8Array | undefined;
}

/** What a report tells its ground beside the wishes all reports share. */
export interface GroundWishes extends CommonWishes {
  /** True where faults in codes are to be found, not refused. */
  readonly lenient?: boolean;
  /** True where units of the first layer may overlap. */
  readonly firstOverlaps?: boolean;
  /** True where people are counted on the sheet of all layers and nowhere else, so that a large table of them may go by. */
  readonly peoplePass?: boolean;
}

/** Loads what a request names; `areas` are further areas, read already, to be brought along. */
export async function loadGround(
  inputs: Inputs,
  sources: readonly LayerSource[],
  wishes: GroundWishes,
  progress: (text: string) => void,
  areas: readonly Layer[] = [],
): Promise<Ground> {
  const grid =
    wishes.grid === undefined ? undefined : (await takeBytes(inputs, wishes.grid, 'grid', 'ntv2')).bytes;
  const loaded = await loadLayers(inputs, sources, wishes, progress);
  const grouped = callLayers(inputs, await groupLayers(inputs, loaded.layers, wishes), sources, wishes.call);
  const members = unionOfSorted(grouped.map(({ membership }) => membership?.blocks ?? []));
  const mayPass = wishes.peoplePass === true && grouped.every(({ land }) => land !== null);
  const people = await loadPeople(inputs, wishes.people ?? [], wishes.blocks, members, progress, mayPass);
  const ofBlocks = people.blocks === null ? null : { codes: codesOf(people.blocks), what: 'blocks' };
  const { layers: own, notes: spelling } = respellLayers(grouped, ofBlocks);
  const raw = [people.blocks, ...people.measures.map((each) => each.own)].filter((blocks) => blocks !== null);
  const passing = raw.flatMap((blocks) => (blocks.form === 'passing' ? [blocks.passing] : []));
  const polygons = raw.flatMap((blocks) => (blocks.form === 'polygons' ? [blocks.layer] : []));
  const points = raw.flatMap((blocks) => (blocks.form === 'points' ? [blocks.points] : []));
  const clip = wishes.clip === undefined ? null : await loadAreas(inputs, wishes.clip, 'clip');
  const common = await bringTogether(
    [...own, ...polygons, ...areas, ...(clip === null ? [] : [clip])],
    [...points, ...passing.map((each) => each.points)].map((each) => each.system),
    { grid, once: (layer, key, make) => inputs.onceOf(layer, key, make) },
  );
  const placed = new Map<RawBlocks, Blocks>();
  const place = (blocks: RawBlocks): Blocks => {
    let found = placed.get(blocks);
    if (found === undefined) placed.set(blocks, (found = placeBlocks(blocks)));
    return found;
  };
  const placeBlocks = (blocks: RawBlocks): Blocks => {
    if (blocks.form === 'polygons') {
      return { form: 'polygons', layer: common.layers[own.length + polygons.indexOf(blocks.layer)]! };
    }
    const { codes, positions, system, method, source } = blocks.points;
    return {
      form: 'points',
      codes,
      method,
      source,
      positions: bringPoints(positions, system, common.planar, grid),
    };
  };
  const given = people.blocks === null ? null : place(people.blocks);
  const whole = common.layers
    .slice(0, own.length)
    .map((layer) =>
      layer.land === null && given?.form === 'polygons' ? withBlocksLand(inputs, layer, given.layer) : layer,
    );
  whole.forEach(({ reading }, l) => noteMatched(loaded.lines[l], reading?.matched));
  refuseManyVertices(inputs, common.layers);
  workInStrips(stripNodesOf(inputs, common.layers));
  const keeper = keeperOfSheets(inputs);
  if (keeper !== null) keepSheetsOf([...whole, ...common.layers.slice(own.length)], keeper);
  const clipped =
    clip === null
      ? { layers: whole, notes: [] }
      : clipLayers(whole, common.layers[common.layers.length - 1]!, common.planar);
  const land = clipped.layers;
  if (keeper !== null) keepSheetsOf(land, keeper);
  const settled =
    people.measures.length > 0
      ? await countedOn({ layers: land, planar: common.planar, grid }, measureRequests(people, place))
      : peopleOfAtoms(loaded.people, people);
  if (people.measures.length > 0 && land.every((layer) => layer.land !== null)) refuseNowhere(settled);
  const { measures, notes } = withPartners(settled, people, land, wishes.allowUnmatched);
  return {
    layers: land,
    planar: common.planar,
    areaModel: land.some((layer) => layer.land !== null) ? common.areaModel : null,
    measures,
    blocks: given?.form === 'polygons' ? given.layer : null,
    // Clipped land holds a part of the residents only.
    known: clip === null ? await residentsOnBoard(inputs, land, measures) : new Map(),
    notes: [
      ...inRole(
        'layer',
        withPeopleConcerned(
          own.flatMap((layer) => layer.notes),
          measures[0]?.measure,
        ),
      ),
      ...inRole('layer', [...spelling, ...common.notes, ...mixedLayerNotes(land), ...clipped.notes]),
      ...people.notes,
      ...inRole('people', notes),
    ],
    areas: common.layers.slice(own.length + polygons.length).slice(0, areas.length),
    grid,
  };
}

/** All measures, those that go by again counted now; they have the sheet of the crossing, blocks of others on it. */
async function countedOn(
  ground: PassingGround,
  requests: readonly (MeasureRequest | PassingPeople)[],
): Promise<MeasureRequest[]> {
  const others = requests.filter((request): request is MeasureRequest => !('again' in request));
  const counted: MeasureRequest[] = [];
  for (const request of requests)
    counted.push('again' in request ? await countPassing(request, ground, others) : request);
  return counted;
}

/** The measures with codes as their blocks have them; refused where too many people or blocks have no partner. */
function withPartners(
  measures: readonly MeasureRequest[],
  { measures: own }: LoadedPeople,
  layers: readonly Layer[],
  allowed: number | undefined,
): { measures: MeasureRequest[]; notes: Note[] } {
  const notes: Note[] = [];
  const ofLookups = (): LaidOn => ({
    codes: unionOfSorted(layers.map(({ membership }) => membership?.blocks ?? [])),
    what: 'blocks of the lookups',
  });
  const byLookup = layers.every(({ land }) => land === null);
  const settled = measures.map((request, m): MeasureRequest => {
    const { measure, blocks } = request;
    const laidOn =
      blocks === null || byLookup
        ? ofLookups()
        : { codes: blockCodes(blocks), what: blockSource(blocks), placeless: blocksWithoutPlace(blocks) };
    // People with blocks of their own need partners where these are joined to others by their codes.
    if (own.length === 0 || (own[m]!.own !== null && !byLookup) || laidOn.codes.length === 0) return request;
    const found = partnersOfPeople(measure, laidOn, allowed);
    notes.push(...found.notes);
    noteMatched(own[m]!.line, found.matched, found.measure.reading);
    return { ...request, measure: found.measure };
  });
  return { measures: settled, notes };
}

/** Adds to the record of an input how much of it found a partner, where it does not say so yet. */
export function noteMatched(
  line: LedgerLine | undefined,
  matched: Matched | null | undefined,
  reading = line?.reading,
): void {
  if (line?.reading?.matched === null && reading && matched) line.reading = { ...reading, matched };
}

/** A layer's land from its blocks, made once for each layer of blocks. */
function withBlocksLand(inputs: Inputs, layer: Layer, blocks: Layer): Layer {
  const made = inputs.onceOf(layer, 'land from blocks', () => new Map<Layer, Layer>());
  const found = made.get(blocks) ?? landFromBlocks(layer, blocks);
  made.set(blocks, found);
  return found;
}

/** Layers that all have shapes know no block codes: people given by code alone would go nowhere. */
function refuseNowhere(measures: readonly MeasureRequest[]): void {
  const nowhere = measures.find(({ blocks }) => blocks === null);
  if (nowhere === undefined) return;
  throw new InputError({
    id: 'blocks-needed',
    message: `${nowhere.measure.name} (${nowhere.measure.basis}) are counted by code, and nothing says where those codes lie`,
    hint: 'Give the small areas with --blocks FILE, as polygons or as points',
  });
}

/** Atom tables bring their own people, used where none are given. */
function peopleOfAtoms(measure: MeasureRequest['measure'] | null, people: LoadedPeople): MeasureRequest[] {
  return measure === null || people.measures.length > 0 ? [] : [{ measure, blocks: null }];
}
