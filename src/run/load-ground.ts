/**
 * Everything a report works on: layers, people and blocks, all in one coordinate system.
 */
import type { Blocks } from '../layer/blocks.js';
import { landFromBlocks } from '../layer/land-from-blocks.js';
import type { Layer } from '../layer/layer.js';
import { mixedLayerNotes } from '../layer/mixed-layers.js';
import { clipLayers } from '../measures/clip-layers.js';
import type { MeasureRequest } from '../measures/crossing/measure-request.js';
import type { InputRecord } from '../result/result.js';
import { InputError } from '../trouble/input-error.js';
import { bringPoints, bringTogether } from '../read/common-system.js';
import { loadAreas } from './load-areas.js';
import { keepInputs } from '../cli/keep-inputs.js';
import { parseLayerArgument } from './layer-argument.js';
import { groupLayers } from './load-groups.js';
import { loadLayers } from './load-layers.js';
import {
  loadPeople,
  measureRequests,
  parsePeopleArgument,
  type LoadedPeople,
  type RawBlocks,
} from './load-people.js';
import { exists, fileSource, readWhole } from '../cli/read-source.js';
import type { SharedOptions } from '../cli/shared-options.js';

export interface Run {
  readonly layers: readonly Layer[];
  readonly planar: boolean;
  readonly areaModel: string | null;
  readonly measures: readonly MeasureRequest[];
  readonly inputs: readonly InputRecord[];
  /** Sentences about how inputs were read. */
  readonly notes: readonly string[];
  /** Areas that are no layer of the report (gaps allowed), in the same coordinate system. */
  readonly areas?: readonly Layer[];
}

/** Loads what the arguments and options name; `areas` are further areas, read already, to be brought along. */
export async function loadRun(
  layersGiven: readonly string[],
  options: SharedOptions,
  progress: (text: string) => void,
  areas: readonly Layer[] = [],
): Promise<Run> {
  keepInputs(options.outputs, inputPaths(layersGiven, options));
  const grid = options.grid === null ? undefined : (await readWhole(fileSource(options.grid))).bytes;
  const read = await loadLayers(layersGiven, options, progress);
  const groups = await groupLayers(read.layers, options.groups, options.recode);
  const loaded = { ...read, layers: groups.layers, inputs: [...read.inputs, ...groups.inputs] };
  const people = await loadPeople(options.people, options.blocks, progress);
  const raw = [people.blocks, ...people.measures.map(({ own }) => own)].filter((blocks) => blocks !== null);
  const polygons = raw.flatMap((blocks) => (blocks.form === 'polygons' ? [blocks.layer] : []));
  const points = raw.flatMap((blocks) => (blocks.form === 'points' ? [blocks.points] : []));
  const clip = options.clip === null ? null : await loadAreas(options.clip, 'clip');
  const common = await bringTogether(
    [...loaded.layers, ...polygons, ...areas, ...(clip === null ? [] : [clip.layer])],
    points.map((each) => each.system),
    grid,
  );
  const placed = new Map<RawBlocks, Blocks>();
  const place = (blocks: RawBlocks): Blocks => {
    let found = placed.get(blocks);
    if (found === undefined) placed.set(blocks, (found = placeBlocks(blocks)));
    return found;
  };
  const placeBlocks = (blocks: RawBlocks): Blocks => {
    if (blocks.form === 'polygons') {
      const layer = common.layers[loaded.layers.length + polygons.indexOf(blocks.layer)]!;
      return { form: 'polygons', layer };
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
    .slice(0, loaded.layers.length)
    .map((layer) =>
      layer.land === null && given?.form === 'polygons' ? landFromBlocks(layer, given.layer) : layer,
    );
  const { layers: land, notes: clipped } =
    clip === null
      ? { layers: whole, notes: [] }
      : clipLayers(whole, common.layers[common.layers.length - 1]!, common.planar);
  const measures =
    people.measures.length > 0 ? measureRequests(people, place) : peopleOfAtoms(loaded.people, people);
  if (people.measures.length > 0 && land.every((layer) => layer.land !== null)) refuseNowhere(measures);
  return {
    layers: land,
    planar: common.planar,
    areaModel: land.some((layer) => layer.land !== null) ? common.areaModel : null,
    measures,
    inputs: [...loaded.inputs, ...people.inputs, ...(clip === null ? [] : [clip.input])],
    notes: [
      ...loaded.layers.flatMap((layer) => layer.notes),
      ...common.notes,
      ...mixedLayerNotes(land),
      ...clipped,
      ...people.notes,
    ].map((note) => (options.disclosure === null ? note : withoutCounts(note))),
    areas: common.layers.slice(loaded.layers.length + polygons.length).slice(0, areas.length),
  };
}

/** Paths of the files that the arguments and options name. */
function inputPaths(layersGiven: readonly string[], options: SharedOptions): string[] {
  const layers = layersGiven.map((given) => parseLayerArgument(given, exists));
  const tables = [...options.people, ...(options.blocks === null ? [] : [options.blocks])].map(
    parsePeopleArgument,
  );
  return [
    ...layers.flatMap((layer) => ('path' in layer ? [layer.path] : [])),
    ...tables.map(({ path }) => path),
  ];
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

/** A note without the counts of people that no disclosure rule was applied to. */
const withoutCounts = (note: string): string =>
  note.replace(/\d[\d,.]*(?= (people|patients|residents)\b)/g, 'some');

/** Atom tables bring their own people, used where none are given. */
function peopleOfAtoms(measure: MeasureRequest['measure'] | null, people: LoadedPeople): MeasureRequest[] {
  return measure === null || people.measures.length > 0 ? [] : [{ measure, blocks: null }];
}
