/**
 * What can be wrong with an operation of a scenario, and what to do about it.
 */
import { describePlace } from '../../layer/unit-trouble.js';
import { distinctPlaces, layersCalled, unitsCalled, type UnitsCalled } from '../../layer/units-called.js';
import { InputError } from '../../trouble/input-error.js';
import { codesPresent } from './codes-present.js';
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

/** A unit that is not there when the operation takes from it; `called` are those that are. */
export function unknownUnit(work: Work, operation: Operation, word: string, called: UnitsCalled): InputError {
  return trouble(
    work,
    operation,
    'unknown-unit',
    `${work.ground.base.id} has no unit ${word} at this point`,
    meant(word, called) ?? `Its units are ${unitsThere(work)}`,
  );
}

/** A unit that something is moved to and that is not there. */
export function noSuchTarget(
  work: Work,
  operation: Operation,
  word: string,
  called: UnitsCalled,
): InputError {
  return trouble(
    work,
    operation,
    'unknown-unit',
    `there is no unit ${word} to move anything to`,
    `${meant(word, called) ?? ''} To make a new unit use create or split`.trim(),
  );
}

/** `Did you mean …?`, by parts of names and by letters; null where nothing is like the word. */
function meant(word: string, called: UnitsCalled): string | null {
  const { places } = called.find(word);
  const like = distinctPlaces(places.length > 0 ? places : called.nearest(word, OFFERED)).slice(0, OFFERED);
  return like.length === 0 ? null : `Did you mean ${like.map(describePlace).join('; ')}?`;
}

/** Most units offered for a word that is none. */
const OFFERED = 4;

function unitsThere({ codeOf, names }: Work): string {
  const known = codesPresent(codeOf);
  const first = known
    .slice(0, 3)
    .map((code) => (names.get(code) === code ? code : `${names.get(code)} (${code})`));
  return `${first.join(', ')}${known.length > 3 ? ' …' : ''}`;
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

/** A word that is no unit, block or layer:unit. */
export function unknownPiece(work: Work, operation: Operation, piece: string): InputError {
  const { layers } = work.ground;
  const id = piece.includes(':') ? piece.slice(0, piece.indexOf(':')) : null;
  const missing = id !== null && layersCalled(id, layers).length === 0;
  const like = missing ? null : meant(piece, unitsCalled(layers));
  return trouble(
    work,
    operation,
    'unknown-piece',
    missing ? `no layer '${id}' is loaded for ${piece}` : `nothing is called ${piece}`,
    missing
      ? `Name its file under pieces: in the scenario, or with --pieces LAYER; loaded are ${layers.map((layer) => layer.id).join(', ')}`
      : (like ??
          'Pieces are names or codes of units, codes of blocks, or layer:unit of a loaded layer; moving part of an atom needs --blocks'),
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
