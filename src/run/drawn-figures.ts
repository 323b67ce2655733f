/**
 * The figures of neighbourhoods drawn by hand: those of `coverage` for the lookup that they are saved as, on the sheet that
 * was laid out before the first was drawn.
 *
 *     small areas, parents, others ──► one sheet, once
 *     lookup ──► units of the small areas ──► labels of the faces that are there ──► coverage
 *
 * Neighbourhoods have no border but that of small areas, so no face is new. What changes the land or reads further files
 * is a whole run.
 */
import { joinEdges } from '../arrangement/contract-faces.js';
import { labelOtherwise } from '../arrangement/label-otherwise.js';
import { landFromBlocks } from '../layer/land-from-blocks.js';
import type { Layer } from '../layer/layer.js';
import { respellLayers } from '../layer/respell-layers.js';
import { landOf, type LayerArrangement } from '../measures/land/layer-arrangement.js';
import type { Sheet } from '../measures/people/sheet.js';
import type { Result } from '../result/result.js';
import { callLayers } from './call-layers.js';
import { checkRequest } from './check-request.js';
import type { Files } from './files.js';
import { Inputs } from './inputs.js';
import type { Ground } from './load-ground.js';
import { loadLayers } from './load-layers.js';
import { finished } from './measure-report.js';
import { memoryFiles } from './memory-files.js';
import { coverageOn } from './reports/coverage.js';
import type { CoverageRequest, LookupSource } from './request.js';
import { run } from './run.js';
import type { WorkFigures } from './workbench.js';

/** What `coverage` is asked for, without neighbourhoods: they are made by hand. `blocks` are needed. */
export type DrawRequest = Omit<CoverageRequest, 'command' | 'neighbourhoods'>;

/** The columns of the lookup that a drawing is saved as. */
export const MEMBER = 'block_code';
export const GROUP = 'neighbourhood_code';

/** What a lookup of drawn neighbourhoods comes to; by the text of the lookup. */
export type FiguresOfDrawing = (lookup: string) => Promise<WorkFigures>;

/** What changes the land that small areas have, or needs further files: then every drawing is a whole run. */
const ASKS_MORE = ['clip', 'services', 'times', 'groups', 'rules', 'baseline'] as const;

/** Makes figures of drawings; `sheet` has the layers of the ground and its small areas, null where there is none. */
export function figuresOfDrawings(
  request: DrawRequest,
  files: Files,
  ground: Ground,
  sheet: Sheet | null,
): FiguresOfDrawing {
  const { blocks } = ground;
  const needsRun = ASKS_MORE.some((wish) => isAsked(request[wish]));
  const onBoard = needsRun || sheet === null ? null : blocksOnSheet(sheet, blocks);
  let drawings = 0;
  return async (lookup) => {
    const path = `drawn_${++drawings}.csv`;
    const neighbourhoods: LookupSource = { path, member: MEMBER, group: GROUP };
    const asked: CoverageRequest = { ...request, command: 'coverage', neighbourhoods };
    const layer = onBoard === null ? null : await drawnLayer(asked, lookup, ground);
    const found =
      onBoard === null || layer === null
        ? await run(asked, new Inputs(withSaved(files, path, lookup)))
        : await onSheet(asked, ground, layer, onBoard(layer));
    return { tables: found.tables, sentences: found.summary, border: null };
  };
}

const isAsked = (wish: unknown): boolean => wish !== undefined && !(Array.isArray(wish) && wish.length === 0);

/** Gives a layer made of small areas its place on the sheet that has these; null where it has not. */
function blocksOnSheet(
  { arrangement, positionOf }: Sheet,
  blocks: Layer | null,
): ((drawn: Layer) => CoverageArrange) | null {
  const position = blocks === null ? undefined : positionOf(blocks);
  if (position === undefined) return null;
  const labelled = labelOtherwise(arrangement, position);
  const { faces, length } = joinEdges(arrangement);
  const meetings = { faces, length };
  return (drawn) => {
    const own = labelled(landOf([drawn])[0]!);
    const labels = [...arrangement.labels, own.labels];
    const repeats = [...arrangement.repeats, own.repeats];
    return (layers) => ({
      arrangement: { ...arrangement, labels, repeats, meetings },
      position: layers.map((layer) => (layer === drawn ? labels.length - 1 : positionOf(layer))),
    });
  };
}

type CoverageArrange = (layers: readonly Layer[]) => LayerArrangement;

/** The layer that a run would make of a lookup; null where it would call layers otherwise than they are called here. */
async function drawnLayer(asked: CoverageRequest, lookup: string, ground: Ground): Promise<Layer | null> {
  const { neighbourhoods, within, also = [], call } = asked;
  const inputs = new Inputs(memoryFiles({ [(neighbourhoods as LookupSource).path]: lookup }));
  const { layers } = await loadLayers(inputs, [neighbourhoods], { firstOverlaps: true }, () => undefined);
  const [read] = layers as [Layer];
  if (ground.layers.some(({ id }) => id === read.id)) return null;
  const [own, ...others] = callLayers(
    inputs,
    [read, ...ground.layers],
    [neighbourhoods, within, ...also],
    call,
  ) as [Layer, ...Layer[]];
  const areCalled = ({ title, called }: Layer): string => JSON.stringify([title, called]);
  if (others.some((layer, l) => areCalled(layer) !== areCalled(ground.layers[l]!))) return null;
  const blocks = ground.blocks!;
  const { layers: spelled } = respellLayers([own], { codes: blocks.codes, what: 'blocks' });
  return landFromBlocks(spelled[0]!, blocks);
}

async function onSheet(
  asked: CoverageRequest,
  ground: Ground,
  layer: Layer,
  arrange: CoverageArrange,
): Promise<Result> {
  checkRequest(asked);
  const layers = [layer, ...ground.layers];
  // What draws or verifies is for a report, and changes no figure.
  const bare = { ...asked, map: false, shapes: false, verify: false };
  const nothingRead = new Inputs(memoryFiles({}));
  return finished(await coverageOn(bare, nothingRead, { ...ground, layers }, () => undefined, arrange));
}

/** Files, and beside them one that was drawn. */
const withSaved = (files: Files, saved: string, text: string): Files => {
  const drawn = memoryFiles({ [saved]: text });
  const own = (path: string): Files => (path === saved ? drawn : files);
  return { ...files, exists: (path) => own(path).exists(path), open: (path) => own(path).open(path) };
};
