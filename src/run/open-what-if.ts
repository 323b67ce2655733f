/**
 * A workbench for moves between the units of a layer: saved as scenarios, with the figures of `scenario`.
 */
import { unitWord } from '../layer/unit-words.js';
import type { Layer } from '../layer/layer.js';
import { openBoard, type Board } from '../measures/what-if/board.js';
import { choiceFacts, movesOf, type ChosenPiece } from '../measures/what-if/choice.js';
import { mapPieces, unitsOfPieces, type MapPieces } from '../measures/what-if/map-pieces.js';
import {
  doNext,
  newProposal,
  scenarioOf,
  stateOf,
  step,
  type Proposal,
} from '../measures/what-if/proposal.js';
import { proposalFigures, type ProposalFigures } from '../measures/what-if/proposal-figures.js';
import { firstOf } from '../measures/changes/effect.js';
import { codesPresent } from '../measures/scenario/codes-present.js';
import { respellScenario } from '../measures/scenario/respell-scenario.js';
import type { Operation } from '../measures/scenario/scenario-document.js';
import { writeScenario } from '../measures/scenario/write-scenario.js';
import { crossingWishes } from './crossing-wishes.js';
import { expectInputs, expectLayers } from './expect-inputs.js';
import { Inputs } from './inputs.js';
import { layerText } from './layer-source.js';
import { loadGround } from './load-ground.js';
import { loadScenarios } from './load-scenarios.js';
import { memoryFiles } from './memory-files.js';
import type { LayerSource, ScenarioRequest } from './request.js';
import { toDegrees } from './to-degrees.js';
import { refuseRule, type WorkLayer, type WorkLayout, type WorkTarget, type Workbench } from './workbench.js';

/** What `scenario` is asked for, without scenarios: they are made here. */
export interface WhatIfRequest extends Omit<
  ScenarioRequest,
  'command' | 'scenarios' | 'chain' | 'documents'
> {
  readonly layer: LayerSource;
}

/** Times that figures are made before the first is asked for. */
const WARM = 3;

/** Lays out a workbench. Throws InputError for whatever is wrong with the request or its files. */
export async function openWhatIf(
  request: WhatIfRequest,
  inputs: Inputs,
  progress: (stage: string) => void = () => undefined,
): Promise<Workbench> {
  refuseRule(request);
  const { layer, against = [], pieces = [] } = request;
  const sources = [layer, ...against, ...pieces];
  await expectInputs(inputs, { ...request, command: 'scenario', scenarios: [] });
  await expectLayers(inputs, sources);
  const ground = await loadGround(inputs, sources, request, progress);
  progress('laying all layers on one sheet');
  const { least = null, most = null } = request.sizeGuide ?? {};
  const board = openBoard({
    ...crossingWishes(ground, request),
    against: against.length,
    sizeGuide: least === null && most === null ? null : { least, most },
  });
  progress('drawing the map');
  const drawn = mapPieces(board, await toDegrees(ground));
  return workbenchOf(board, drawn, request);
}

function workbenchOf(board: Board, { pieces, map }: MapPieces, request: WhatIfRequest): Workbench {
  const proposals: Proposal[] = [];
  const of = (number: number): Proposal => {
    const proposal = proposals[number];
    if (proposal === undefined) throw new Error(`there is no proposal ${number}`);
    return proposal;
  };
  const add = (proposal: Proposal): number => proposals.push(proposal) - 1;
  const figuresOf = figuresKept(board);
  /** What was prepared last: a proposal, what is given of it to whom, and what comes of that. */
  let prepared: { readonly plan: Proposal; readonly given: string; readonly next: Proposal } | null = null;
  const afterGiving = (
    plan: Proposal,
    chosen: readonly ChosenPiece[],
    to: WorkTarget,
  ): NonNullable<typeof prepared> => {
    const given = JSON.stringify([chosen, to]);
    if (prepared?.plan === plan && prepared.given === given) return prepared;
    const isNew = !stateOf(board, plan).codeOf.includes(to.code);
    return { plan, given, next: doNext(board, plan, movesOf(chosen, to, isNew)) };
  };
  // Code that has run is quicker: the first move should not wait for that.
  for (let turn = 0; turn < WARM; turn++) proposalFigures(board, newProposal(board, 'start', null));
  const codesAtStart = unitsOfPieces(pieces, board.start);
  return {
    layout: layoutOf(board, { pieces, map }),
    propose: (title, as) => {
      const name = nameOf(title, proposals);
      return add(as === null ? newProposal(board, name, title) : { ...of(as), name, title });
    },
    view: (proposal) => {
      const plan = of(proposal);
      const { name, title, at, moments } = plan;
      const state = stateOf(board, plan);
      const { effect, units, unitsNow, shared, sentences, border } = figuresOf(plan);
      return Promise.resolve({
        proposal,
        name,
        title,
        canUndo: at > 0,
        canRedo: at + 1 < moments.length,
        units: codesPresent(state.codeOf).map((code) => ({ code, name: state.names.get(code) ?? code })),
        changed: unitsOfPieces(pieces, state).flatMap((code, piece) =>
          code === codesAtStart[piece] ? [] : [[piece, code] as const],
        ),
        figures: {
          tables: [effect, units, unitsNow, ...(shared === null ? [] : [shared])],
          sentences,
          border,
        },
      });
    },
    give: (proposal, chosen, to) => void (proposals[proposal] = afterGiving(of(proposal), chosen, to).next),
    prepare: (proposal, chosen, to) => {
      try {
        prepared = afterGiving(of(proposal), chosen, to);
        figuresOf(prepared.next);
      } catch {
        // Whatever is wrong with it is said when it is given.
        prepared = null;
      }
    },
    step: (proposal, by) => void (proposals[proposal] = step(of(proposal), by)),
    rename: (proposal, title) => {
      const others = proposals.filter((_, number) => number !== proposal);
      proposals[proposal] = { ...of(proposal), title, name: nameOf(title, others) };
    },
    facts: (proposal, chosen) => choiceFacts(board, stateOf(board, of(proposal)), chosen),
    file: (proposal) => {
      const plan = of(proposal);
      const scenario = {
        ...scenarioOf(plan),
        layer: layerText(request.layer),
        against: (request.against ?? []).map(layerText),
        pieces: (request.pieces ?? []).map(layerText),
      };
      return { name: `${plan.name}.yaml`, text: writeScenario(scenario, commentsOf(board, plan)) };
    },
    load: async (name, bytes) => {
      const [read] = await loadScenarios(new Inputs(memoryFiles({ [name]: bytes })), [{ path: name }]);
      const { scenario } = respellScenario(board.ground, board.start.codeOf, read!);
      const begun = newProposal(board, nameOf(scenario.name, proposals), scenario.title);
      return add(doNext(board, begun, scenario.operations));
    },
  };
}

/** Makes what gives the figures of a proposal, those of a moment of it only once. */
function figuresKept(board: Board): (plan: Proposal) => ProposalFigures {
  type Known = Pick<Proposal, 'name' | 'title'> & { readonly figures: ProposalFigures };
  const kept = new WeakMap<Proposal['moments'][number], Known>();
  return (plan) => {
    const { name, title } = plan;
    const moment = plan.moments[plan.at]!;
    const known = kept.get(moment);
    if (known?.name === name && known.title === title) return known.figures;
    const figures = proposalFigures(board, plan);
    kept.set(moment, { name, title, figures });
    return figures;
  };
}

/** Each operation in the names of what it moves, for who reads the file: codes alone tell nobody. */
function commentsOf(board: Board, plan: Proposal): string[] {
  const { names } = stateOf(board, plan);
  const { layers } = board.ground;
  const pieceName = (piece: string): string => {
    const at = piece.indexOf(':');
    const layer = layers.find(({ id }) => id === piece.slice(0, at));
    const unit = layer?.codes.indexOf(piece.slice(at + 1)) ?? -1;
    return unit < 0 ? (names.get(piece) ?? piece) : layer!.names[unit]!;
  };
  const unitName = (code: string): string => names.get(code) ?? code;
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
  return scenarioOf(plan).operations.map((operation: Operation, i) => {
    const parts = operation.takings.map(({ pieces, from, to }) => {
      const what = pieces === 'rest' ? ['the rest'] : pieces.map(pieceName);
      const source = from === null ? '' : ` (${unitName(from)})`;
      return `${what.slice(0, 5).join(', ')}${what.length > 5 ? ` and ${what.length - 5} more` : ''}${source} to ${to === null ? 'nobody' : (to.name ?? unitName(to.code))}`;
    });
    return oneLine(`${i + 1}. ${operation.verb}: ${parts.join('; ')}`);
  });
}

/** What does not change. */
export function layoutOf(board: Board, { pieces, map }: MapPieces, drawn?: WorkLayer): WorkLayout {
  const { crossing, blocks, wishes } = board;
  const [first, second] = crossing.layers as [Layer, Layer | undefined];
  const codes = blocks[0] ?? null;
  const hasBlocks = pieces.some(({ block }) => block >= 0);
  const members = crossing.members?.blocks;
  const measure = (crossing.sheet?.measures ?? crossing.members?.measures ?? [])[0];
  return {
    base: drawn ?? workLayer(first),
    other: second === undefined ? null : workLayer(second),
    blocks: !hasBlocks
      ? null
      : codes !== null
        ? { ...workLayer(codes), id: 'block' }
        : { id: 'block', one: 'small area', many: 'small areas', codes: members!, names: members! },
    against: (drawn === undefined ? crossing.layers.slice(1, 1 + wishes.against) : crossing.layers).map(
      (other) => ({
        ...workLayer(other),
        shared: firstOf(first, other) === 'layer' ? 'other' : 'base',
      }),
    ),
    pieceBase: Int32Array.from(pieces, (piece) => piece.base),
    pieceOther: Int32Array.from(pieces, (piece) => piece.other),
    pieceBlock: Int32Array.from(pieces, (piece) => piece.block),
    piecePeople: measure === undefined ? null : Float64Array.from(pieces, ({ people }) => people),
    measure: measure?.name ?? null,
    map,
  };
}

const workLayer = (layer: Layer): WorkLayer => ({
  id: layer.id,
  one: unitWord(layer, 1),
  many: unitWord(layer, 2),
  codes: layer.codes,
  names: layer.names,
});

/** A name for tables and files: the title in lower case without spaces, and a number where another proposal has it. */
export function nameOf(title: string, others: readonly { readonly name: string }[]): string {
  const plain =
    title
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '') || 'proposal';
  const taken = (name: string): boolean => others.some((other) => other.name === name);
  let name = plain;
  for (let number = 2; taken(name); number++) name = `${plain}_${number}`;
  return name;
}
