/**
 * Blocks, people and parents in, neighbourhoods out.
 */
import { partnersOfPeople, USUAL_UNMATCHED } from '../../layer/partners-of-people.js';
import { respellLayers } from '../../layer/respell-layers.js';
import { suggestNeighbourhoods } from '../../measures/neighbourhoods/neighbourhoods.js';

import type { Result } from '../../result/result.js';
import { InputError } from '../../trouble/input-error.js';
import { inRole } from '../../trouble/note.js';
import { blocksAsLayer } from '../blocks-as-layer.js';
import type { Inputs } from '../inputs.js';
import { loadGround, noteMatched } from '../load-ground.js';
import { loadPeople } from '../load-people.js';
import { loadServices } from '../load-services.js';
import { lookupText } from '../lookup-text.js';
import { resultOf, type Progress } from '../report-steps.js';
import type { NeighbourhoodsRequest } from '../request.js';
import { unitsNamed } from '../units-named.js';

/** What random numbers start from, and steps of the search in each parent, where nothing is said. */
export const USUAL_SEED = 1;
export const USUAL_EFFORT = 30_000;

export async function runNeighbourhoods(
  request: NeighbourhoodsRequest,
  inputs: Inputs,
  progress: Progress,
): Promise<Result> {
  const {
    people = [],
    blocks: blocksGiven,
    only = [],
    keepWhole = [],
    compareWith = [],
    ...others
  } = request;
  if (request.disclosure !== undefined) throw blocksWithheld();
  if (blocksGiven === undefined || people.length === 0) throw blocksAndPeopleNeeded();
  for (const count of [request.number, request.seed, request.effort])
    if (count !== undefined && !Number.isSafeInteger(count)) throw notWhole(count);
  if (request.size.least > request.size.most) throw bandUpsideDown(request.size);
  const sources = [blocksAsLayer(blocksGiven), request.within, ...keepWhole, ...compareWith];
  const ground = await loadGround(inputs, sources, others, progress);
  const [blocks, ...further] = ground.layers;
  if (blocks!.land === null) throw blocksWithoutShapes(blocksGiven.path);
  const ofBlocks = { codes: blocks!.codes, what: 'blocks' };
  const spelled = respellLayers(further, ofBlocks);
  const [within, ...layers] = spelled.layers;
  const counted = await loadPeople(inputs, people, undefined, blocks!.codes, progress);
  const settled = counted.measures.map(({ measure, line }) => {
    const found = partnersOfPeople(measure, ofBlocks, request.allowUnmatched ?? USUAL_UNMATCHED);
    noteMatched(line, found.matched, found.measure.reading);
    return found;
  });
  const services =
    request.services === undefined
      ? null
      : await loadServices(inputs, request.services, undefined, ground, request.allowUnmatched, progress);
  const found = suggestNeighbourhoods(
    {
      blocks: blocks!,
      within: within!,
      only: only.length === 0 ? null : unitsNamed(within!, only),
      kept: layers.slice(0, keepWhole.length),
      drawn: layers.slice(keepWhole.length),
      measure: settled[0]!.measure,
      low: request.size.least,
      high: request.size.most,
      number: request.number ?? null,
      seed: request.seed ?? USUAL_SEED,
      effort: request.effort ?? USUAL_EFFORT,
      services: services?.request.services ?? null,
      planar: ground.planar,
    },
    progress,
  );
  const notes = [
    ...ground.notes,
    ...inRole('layer', spelled.notes),
    ...counted.notes,
    ...inRole(
      'people',
      settled.flatMap((each) => each.notes),
    ),
    ...(services?.notes ?? []),
  ];
  const result = await resultOf(request, inputs, { ...ground, layers: found.layers, notes }, found);
  if (request.documents === undefined) return result;
  return { ...result, documents: [{ role: 'lookup', text: lookupText(result) }] };
}

const blocksWithheld = (): InputError =>
  new InputError({
    id: 'blocks-withheld',
    message:
      'suggest neighbourhoods puts single blocks together by their people, and a disclosure rule keeps those back',
    hint: 'Leave out --disclosure, and build from published counts',
  });

const blocksAndPeopleNeeded = (): InputError =>
  new InputError({
    id: 'blocks-needed',
    message: 'neighbourhoods are built from small areas and the people in them',
    hint: 'Give the shapes of the small areas with --blocks and their people with --people',
  });

const notWhole = (count: number): InputError =>
  new InputError({
    id: 'number-not-whole',
    message: `${count} neighbourhoods, steps or seeds are not a whole number`,
    hint: 'Give whole numbers, 1 or more',
  });

const bandUpsideDown = ({ least, most }: NeighbourhoodsRequest['size']): InputError =>
  new InputError({
    id: 'band-upside-down',
    message: `no neighbourhood has at least ${least} and at most ${most} people`,
    hint: 'Give --size LEAST:MOST, for example 30000:50000',
  });

const blocksWithoutShapes = (file: string): InputError =>
  new InputError({
    id: 'blocks-needed',
    file,
    message: 'the blocks have no shapes, and nothing tells which of them border on one another',
    hint: 'Give the small areas as polygons with --blocks',
  });
