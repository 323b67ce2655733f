/**
 * A proposal made by hand: moves one after the other, each of which can be taken back and done again.
 *
 *     moves   ●──●──●──○──○       done: three; two were taken back and can come again, until another move is made
 *
 * The moves are the operations of the scenario that it is saved as. A move between the same two units as the move before
 * it goes into that; one that moves what was moved before says so.
 */
import { InputError } from '../../trouble/input-error.js';
import { applyScenario, type State } from '../scenario/apply-scenario.js';
import type { Operation, Scenario } from '../scenario/scenario-document.js';
import type { Board } from './board.js';

/** A moment of a proposal: all operations so far. */
interface Moment {
  readonly operations: readonly Operation[];
  /** Null for one so long ago that it is worked out again when it is wanted. */
  readonly state: State | null;
}

export interface Proposal {
  readonly name: string;
  readonly title: string | null;
  readonly moments: readonly Moment[];
  /** The moment that holds. */
  readonly at: number;
}

/** States that are kept: each is as large as the ground. */
const KEPT = 20;

/** A proposal that changes nothing. */
export const newProposal = ({ start }: Board, name: string, title: string | null): Proposal => ({
  name,
  title,
  moments: [{ operations: [], state: start }],
  at: 0,
});

/** The scenario of a proposal as it stands. */
export const scenarioOf = ({ name, title, moments, at }: Proposal): Scenario => ({
  name,
  title,
  source: null,
  file: `${name}.yaml`,
  layer: null,
  against: [],
  pieces: [],
  operations: moments[at]!.operations.map((operation, i) => ({ ...operation, place: `operation ${i + 1}` })),
});

/** Where a proposal leaves every entry of the ground. */
export function stateOf(board: Board, proposal: Proposal): State {
  const { state, operations } = proposal.moments[proposal.at]!;
  return state ?? applyScenario(board.ground, board.start, { ...scenarioOf(proposal), operations });
}

/** The proposal with further operations done. Throws InputError for one that cannot be carried out. */
export function doNext(board: Board, proposal: Proposal, next: readonly Operation[]): Proposal {
  let state = stateOf(board, proposal);
  let { operations } = proposal.moments[proposal.at]!;
  for (const given of next) {
    const done = carryOut(board, state, scenarioOf(proposal), given);
    state = done.state;
    operations = withMove(operations, done.operation);
  }
  if (next.length === 0) return proposal;
  const before = proposal.moments.slice(0, proposal.at + 1);
  return { ...proposal, moments: forgetful([...before, { operations, state }]), at: before.length };
}

/** The proposal a move earlier, or later; the same where there is none. */
export const step = (proposal: Proposal, by: -1 | 1): Proposal => ({
  ...proposal,
  at: Math.min(proposal.moments.length - 1, Math.max(0, proposal.at + by)),
});

/** An operation carried out; where it moves what was moved before, it says that it is meant to. */
function carryOut(
  { ground }: Board,
  before: State,
  scenario: Scenario,
  operation: Operation,
): { readonly state: State; readonly operation: Operation } {
  const apply = (each: Operation): State =>
    applyScenario(ground, before, { ...scenario, operations: [each] }, before.moved);
  try {
    return { state: apply(operation), operation };
  } catch (error) {
    const canSay = operation.verb === 'move' || operation.verb === 'create';
    if (!(error instanceof InputError) || error.trouble.id !== 'moved-twice' || !canSay) throw error;
    const again: Operation = { ...operation, again: true };
    return { state: apply(again), operation: again };
  }
}

/** The operations with a move after them, or in the last one where both are between the same two units. */
function withMove(operations: readonly Operation[], next: Operation): readonly Operation[] {
  const last = operations.at(-1);
  const [from, to] = [last?.takings[0], next.takings[0]!];
  const isSame =
    last !== undefined &&
    next.verb === 'move' &&
    (last.verb === 'move' || last.verb === 'create') &&
    last.again !== true &&
    next.again !== true &&
    from !== undefined &&
    from.from !== null &&
    from.from === to.from &&
    from.to?.code === to.to?.code &&
    from.pieces !== 'rest' &&
    to.pieces !== 'rest';
  if (!isSame) return [...operations, next];
  const pieces = [...new Set([...from.pieces, ...to.pieces])];
  return [...operations.slice(0, -1), { ...last, takings: [{ ...from, pieces }] }];
}

const forgetful = (moments: readonly Moment[]): Moment[] =>
  moments.map((moment, m) => (m > 0 && m < moments.length - KEPT ? { ...moment, state: null } : moment));
