/**
 * What a scenario is: a proposal for one layer, as a list of operations in order.
 *
 *     take   these pieces ──► from this unit ──► to that one
 *
 * Every operation a user can write (merge, move, split, create, rename, abolish, regroup) comes down to such takings;
 * they differ in what they may name and in what must be left over.
 */

/** A unit to come: its code, and its name where it gets one. */
export interface Target {
  readonly code: string;
  readonly name: string | null;
}

/** Where pieces go; null for land that nobody is to have, said on purpose. */
export type Destination = Target | null;

export type Verb = 'merge' | 'move' | 'split' | 'rename' | 'create' | 'abolish' | 'regroup';

/** One taking. */
export interface Taking {
  /** Units, blocks, or `layer:code` for units of any loaded layer; `rest` for what is left of `from`. */
  readonly pieces: readonly string[] | 'rest';
  /** The unit they are taken from; null for wherever they are. */
  readonly from: string | null;
  readonly to: Destination;
}

export interface Operation {
  readonly verb: Verb;
  readonly takings: readonly Taking[];
  /** Where it stands in the file: `operation 3`, `line 12`. */
  readonly place: string;
  /** There where it may move what an operation before it has moved. */
  readonly again?: true;
}

export interface Scenario {
  /** Short name, used in tables. */
  readonly name: string;
  readonly title: string | null;
  /** Where the proposal comes from. */
  readonly source: string | null;
  /** File as the user named it. */
  readonly file: string;
  /** LAYER argument of the layer it changes; null where the command line says. */
  readonly layer: string | null;
  /** LAYER arguments of layers to hold it against, and of layers whose units are pieces. */
  readonly against: readonly string[];
  readonly pieces: readonly string[];
  readonly operations: readonly Operation[];
}

/** A taking that moves part of a unit, which no land may suffer twice in one scenario. */
export const movesParts = (verb: Verb): boolean => verb === 'move' || verb === 'split' || verb === 'create';
