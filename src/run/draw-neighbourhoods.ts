/**
 * A workbench for neighbourhoods drawn from nothing: small areas are given to new units, saved as a lookup, with the
 * figures of `coverage`, which reads that lookup.
 *
 *     small area ──given to──► neighbourhood          block_code,neighbourhood_code,neighbourhood_name
 */
import { InputError } from '../trouble/input-error.js';
import { openBoard, type Board } from '../measures/what-if/board.js';
import { choiceFacts, entriesChosen, type ChosenPiece } from '../measures/what-if/choice.js';
import { mapPieces, type MapPieces } from '../measures/what-if/map-pieces.js';
import { guardFormula } from '../result/format-cell.js';
import { crossingWishes } from './crossing-wishes.js';
import {
  figuresOfDrawings,
  GROUP,
  MEMBER,
  type DrawRequest,
  type FiguresOfDrawing,
} from './drawn-figures.js';
import type { Files } from './files.js';
import { Inputs } from './inputs.js';
import { loadGround } from './load-ground.js';
import { loadLayers } from './load-layers.js';
import { memoryFiles } from './memory-files.js';
import { layoutOf, nameOf } from './open-what-if.js';
import type { LookupSource } from './request.js';
import { toDegrees } from './to-degrees.js';
import { refuseRule, type WorkFigures, type Workbench } from './workbench.js';

/** Which neighbourhood each small area is in, by codes, and what neighbourhoods are called. */
interface Drawing {
  readonly unitOf: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

/** The figures where nothing is drawn. */
const NOTHING: WorkFigures = { tables: [], sentences: [], border: null };

interface Plan {
  readonly name: string;
  readonly title: string | null;
  readonly moments: readonly Drawing[];
  readonly at: number;
}

/** Lays out the workbench. Throws InputError without small areas, or for whatever is wrong with the request. */
export async function openDrawing(
  request: DrawRequest,
  files: Files,
  progress: (stage: string) => void = () => undefined,
): Promise<Workbench> {
  refuseRule(request);
  if (request.blocks === undefined)
    throw new InputError({
      id: 'blocks-needed',
      message: 'neighbourhoods are drawn from small areas, and none are given',
      hint: 'Give the small areas, as polygons, with their codes',
    });
  const inputs = new Inputs(files);
  const ground = await loadGround(inputs, [request.within, ...(request.also ?? [])], request, progress);
  progress('laying all layers on one sheet');
  const board = openBoard({ ...crossingWishes(ground, request), against: 0, sizeGuide: null });
  if (board.blocks.length === 0 && board.crossing.members === null)
    throw new InputError({
      id: 'blocks-needed',
      message: 'neighbourhoods are drawn from small areas with shapes, and these are points',
      hint: 'Give the small areas as polygons',
    });
  progress('drawing the map');
  const drawn = mapPieces(board, await toDegrees(ground), Infinity);
  const figures = figuresOfDrawings(request, files, ground, board.drawn.sheet);
  return workbenchOf(board, drawn, figures);
}

function workbenchOf(board: Board, drawn: MapPieces, figures: FiguresOfDrawing): Workbench {
  const plans: Plan[] = [];
  const of = (number: number): Plan => {
    const plan = plans[number];
    if (plan === undefined) throw new Error(`there is no proposal ${number}`);
    return plan;
  };
  const now = (number: number): Drawing => of(number).moments[of(number).at]!;
  const base = { id: 'neighbourhood', one: 'neighbourhood', many: 'neighbourhoods', codes: [], names: [] };
  const layout = layoutOf(board, drawn, base);
  const { codes } = layout.blocks!;
  const blockOfPiece = drawn.pieces.map(({ block }) => (block < 0 ? null : codes[block]!));
  return {
    layout,
    propose: (title, as) =>
      plans.push({
        ...(as === null ? { moments: [{ unitOf: new Map(), names: new Map() }], at: 0 } : of(as)),
        name: nameOf(title, plans),
        title,
      }) - 1,
    view: async (proposal) => {
      const { name, title, at, moments } = of(proposal);
      const { unitOf, names } = moments[at]!;
      return {
        proposal,
        name,
        title,
        canUndo: at > 0,
        canRedo: at + 1 < moments.length,
        units: [...new Set(unitOf.values())].sort().map((code) => ({ code, name: names.get(code) ?? code })),
        changed: blockOfPiece.flatMap((block, piece) => {
          const code = block === null ? undefined : unitOf.get(block);
          return code === undefined ? [] : [[piece, code] as const];
        }),
        figures: unitOf.size === 0 ? NOTHING : await figures(lookupText(moments[at]!)),
      };
    },
    give: (proposal, chosen, to) => {
      const plan = of(proposal);
      const { unitOf, names } = now(proposal);
      const blocks = blocksChosen(chosen, unitOf);
      const next: Drawing = {
        unitOf: withBlocks(unitOf, blocks, to.code),
        names: to.name === null ? names : new Map([...names, [to.code, to.name]]),
      };
      const moments = [...plan.moments.slice(0, plan.at + 1), next];
      plans[proposal] = { ...plan, moments, at: moments.length - 1 };
    },
    step: (proposal, by) => {
      const plan = of(proposal);
      const at = Math.min(plan.moments.length - 1, Math.max(0, plan.at + by));
      plans[proposal] = { ...plan, at };
    },
    rename: (proposal, title) => {
      const others = plans.filter((_, number) => number !== proposal);
      plans[proposal] = { ...of(proposal), title, name: nameOf(title, others) };
    },
    facts: (proposal, chosen) => {
      const blocks = blocksChosen(chosen, now(proposal).unitOf);
      return factsOfBlocks(board, blocks, now(proposal));
    },
    file: (proposal) => ({ name: `${of(proposal).name}.csv`, text: lookupText(now(proposal)) }),
    load: async (name, bytes) => {
      const inputs = new Inputs(memoryFiles({ [name]: bytes }));
      const source: LookupSource = { path: name, member: MEMBER, group: GROUP };
      const { layers } = await loadLayers(inputs, [source], { firstOverlaps: true }, () => undefined);
      const [layer] = layers;
      const { blocks, start, unit } = layer!.membership!;
      const unitOf = new Map(
        blocks.flatMap((block, b) =>
          start[b] === start[b + 1] ? [] : [[block, layer!.codes[unit[start[b]!]!]!] as const],
        ),
      );
      const names = new Map(layer!.codes.map((code, u) => [code, layer!.names[u]!]));
      const title = name.replace(/\.csv$/i, '');
      return plans.push({ name: nameOf(title, plans), title, moments: [{ unitOf, names }], at: 0 }) - 1;
    },
  };
}

/** The small areas given to a neighbourhood, or to none where its code is ''. */
function withBlocks(
  unitOf: Drawing['unitOf'],
  blocks: readonly string[],
  code: string,
): ReadonlyMap<string, string> {
  const next = new Map(unitOf);
  for (const block of blocks) {
    if (code === '') next.delete(block);
    else next.set(block, code);
  }
  return next;
}

/** Codes of the small areas of a choice: named one by one, or as all of a neighbourhood. */
const blocksChosen = (chosen: readonly ChosenPiece[], unitOf: Drawing['unitOf']): string[] => [
  ...new Set(
    chosen.flatMap(({ piece, from }) =>
      from === null
        ? [...unitOf].flatMap(([block, code]) => (code === piece ? [block] : []))
        : [piece.replace(/^block:/, '')],
    ),
  ),
];

/** What is known of small areas: their people, and the neighbourhoods that have others beside them. */
function factsOfBlocks(
  board: Board,
  blocks: readonly string[],
  { unitOf }: Drawing,
): ReturnType<Workbench['facts']> {
  const { ground } = board;
  const layer = ground.layers.find(({ id }) => id === 'block')!;
  const codeOf = new Array<string>(ground.unit.length).fill('');
  for (const [block, code] of unitOf)
    for (const cell of layer.cellsOf(block) ?? [])
      codeOf.fill(code, ground.entryStart[cell], ground.entryStart[cell + 1]);
  const chosen = blocks.map((block): ChosenPiece => ({
    piece: `block:${block}`,
    from: unitOf.get(block) ?? '',
  }));
  const facts = choiceFacts(board, { ...board.start, codeOf }, chosen);
  return { ...facts, cells: entriesChosen(board, { ...board.start, codeOf }, chosen).length };
}

/** The lookup as CSV (RFC 4180), by small area. */
function lookupText({ unitOf, names }: Drawing): string {
  const rows = [...unitOf].sort(([p], [q]) => (p < q ? -1 : p > q ? 1 : 0));
  const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map(([block, code]) =>
    [block, code, guardFormula(names.get(code) ?? code)].map(quoted).join(','),
  );
  return [`${MEMBER},${GROUP},neighbourhood_name`, ...lines, ''].join('\r\n');
}
