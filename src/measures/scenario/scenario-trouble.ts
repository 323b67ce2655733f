/**
 * What can be wrong with an operation of a scenario, and what to do about it.
 */
import { firstThree } from '../../trouble/count-text.js';
import { InputError } from '../../trouble/input-error.js';
import type { Ground } from './ground.js';
import type { Operation, Scenario } from './scenario-document.js';

/** A scenario at work: the unit of each entry of the ground as the operations so far have left it. */
export interface Work {
  readonly ground: Ground;
  readonly scenario: Scenario;
  readonly codeOf: string[];
  readonly names: Map<string, string>;
  readonly touched: Set<string>;
  /** 1 for entries that were moved as parts of units. */
  readonly moved: Uint8Array;
}

/** A unit that is not there when the operation takes from it. */
export function unknownUnit(work: Work, operation: Operation, code: string): InputError {
  const known = [...new Set(work.codeOf)].filter((other) => other !== '').sort();
  return trouble(
    work,
    operation,
    'unknown-unit',
    `${work.ground.base.id} has no unit ${code} at this point`,
    `Its units are ${firstThree(known)}${known.length > 3 ? ' …' : ''}`,
  );
}

/** A piece that has nothing of the unit it is taken from. */
export function pieceElsewhere(
  work: Work,
  operation: Operation,
  piece: string,
  from: string | null,
): InputError {
  return trouble(
    work,
    operation,
    'piece-elsewhere',
    from === null ? `${piece} has no land or blocks` : `${piece} has nothing in ${from}`,
    'Check which unit it is taken from',
  );
}

/** A name that is no unit, block or layer:code. */
export function unknownPiece(work: Work, operation: Operation, piece: string): InputError {
  const { layers } = work.ground;
  const id = piece.includes(':') ? piece.slice(0, piece.indexOf(':')) : null;
  const missing = id !== null && !layers.some((layer) => layer.id === id || layer.kind === id);
  return trouble(
    work,
    operation,
    'unknown-piece',
    missing ? `no layer '${id}' is loaded for ${piece}` : `nothing is called ${piece}`,
    missing
      ? `Name its file under pieces: in the scenario, or with --pieces LAYER; loaded are ${layers.map((layer) => layer.id).join(', ')}`
      : 'Pieces are codes of units, codes of blocks, or layer:code of a loaded layer; moving part of an atom needs --blocks',
  );
}

/** A fault of one operation, with its place in the file. */
export const trouble = (
  work: Work,
  operation: Operation,
  id: string,
  message: string,
  hint: string,
): InputError => new InputError({ id, file: work.scenario.file, place: operation.place, message, hint });
