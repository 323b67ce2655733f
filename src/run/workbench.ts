/**
 * A workbench: a map or list of pieces on which proposals are made by hand, side by side, each with its figures after
 * every move. Plain data goes in and out, so that one can stand in a worker.
 *
 *     pieces, units, map  ──once──►  reader  ──chosen pieces, to──►  moves  ──►  figures, pieces that changed
 */
import type { ChoiceFacts, ChosenPiece } from '../measures/what-if/choice.js';
import type { MapRecord } from '../result/map-record.js';
import type { Table } from '../result/table.js';
import { InputError } from '../trouble/input-error.js';
import type { CommonWishes } from './request.js';

/** Throws InputError under a disclosure rule: people of whatever is chosen are told, and no rule could be kept to. */
export function refuseRule(request: CommonWishes): void {
  if (request.disclosure === undefined) return;
  throw new InputError({
    id: 'disclosure-by-hand',
    message: 'moves by hand tell the people of whatever is chosen, so a disclosure rule cannot be kept to',
    hint: 'Use counts that are public, or save the proposal and run it with --disclosure on the command line',
  });
}

/** A layer of a workbench, as people call its units. */
export interface WorkLayer {
  readonly id: string;
  /** One unit and several: `council`, `councils`. */
  readonly one: string;
  readonly many: string;
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

/** A layer that proposals are held against, and whose units are shared between whose. */
export interface HeldAgainst extends WorkLayer {
  readonly shared: 'base' | 'other';
}

/** What does not change while proposals are made. */
export interface WorkLayout {
  /** Units that are moved between: as they are at the start. */
  readonly base: WorkLayer;
  /** What pieces are of beside a unit of the base: units of the first other layer, and small areas; null for none. */
  readonly other: WorkLayer | null;
  readonly blocks: WorkLayer | null;
  /** Layers that proposals are held against; of a drawing those it lies in. */
  readonly against: readonly HeldAgainst[];
  /**
   * For each piece the number of its unit at the start (of a drawing: of the first layer it lies in), of its unit of the
   * other layer and of its small area; -1 for none.
   */
  readonly pieceBase: Int32Array;
  readonly pieceOther: Int32Array;
  readonly pieceBlock: Int32Array;
  /** People of each piece by the first measure; null where nobody is counted. */
  readonly piecePeople: Float64Array | null;
  /** What the people are called. */
  readonly measure: string | null;
  /** Pieces as units of the layer `pieces`, their codes their numbers; null without shapes. */
  readonly map: MapRecord | null;
}

/** A proposal as it stands. */
export interface WorkView {
  readonly proposal: number;
  readonly name: string;
  readonly title: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Units there are now. */
  readonly units: readonly { readonly code: string; readonly name: string }[];
  /** Pieces that are in another unit than at the start: their numbers, and the codes of their units, '' for none. */
  readonly changed: readonly (readonly [piece: number, code: string])[];
  readonly figures: WorkFigures;
}

/** Figures as the command line gives them for what is saved. */
export interface WorkFigures {
  readonly tables: readonly Table[];
  readonly sentences: readonly string[];
  /** Metres of border between units, before and now; null where that is not known. */
  readonly border: { readonly before: number; readonly after: number } | null;
}

/** Where a choice is to go. */
export interface WorkTarget {
  readonly code: string;
  /** The name of a new unit; null for one that is there. */
  readonly name: string | null;
}

export interface Workbench {
  readonly layout: WorkLayout;
  /** Begins a proposal, from the start or as another one stands. Gives its number. */
  readonly propose: (name: string, as: number | null) => number;
  readonly view: (proposal: number) => Promise<WorkView>;
  /** Throws InputError where it cannot be done. */
  readonly give: (proposal: number, chosen: readonly ChosenPiece[], to: WorkTarget) => void;
  /**
   * Works out what a choice would come to, so that it is there when it is given; what cannot be done is said then. Absent
   * where that takes long.
   */
  readonly prepare?: (proposal: number, chosen: readonly ChosenPiece[], to: WorkTarget) => void;
  readonly step: (proposal: number, by: -1 | 1) => void;
  readonly rename: (proposal: number, title: string) => void;
  readonly facts: (proposal: number, chosen: readonly ChosenPiece[]) => ChoiceFacts;
  /** What is saved: a scenario, or a lookup. */
  readonly file: (proposal: number) => { readonly name: string; readonly text: string };
  /** Goes on from a file that was saved before. Gives the number of the proposal. */
  readonly load: (name: string, bytes: Uint8Array) => Promise<number>;
}
