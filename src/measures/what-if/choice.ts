/**
 * What a reader chose on the map or from a list, in the words of a scenario: pieces, each with the unit it lies in.
 *
 *     { piece: 'ltla:E07000216', from: 'E54000034' }    what the council has in that ICB
 *     { piece: 'block:E01000001', from: 'E54000034' }   a small area
 *     { piece: 'E54000034', from: null }                a unit of the layer that changes, whole
 */
import { leftFace, rightFace } from '../../arrangement/arrangement.js';
import type { Operation, Target } from '../scenario/scenario-document.js';
import type { State } from '../scenario/apply-scenario.js';
import type { Board } from './board.js';

export interface ChosenPiece {
  /** `layer:code`, `block:code`, or the code of a unit that the layer has now. */
  readonly piece: string;
  /** The unit it lies in now, `''` for none; null for a whole unit. */
  readonly from: string | null;
}

/** What is known of a choice. */
export interface ChoiceFacts {
  /** People by the first measure, as they are counted; null where nobody is. */
  readonly people: number | null;
  /** Faces or blocks that belong to it. */
  readonly cells: number;
  /**
   * Units beside it, longest border first; by lookup those that have more of the same units of the other layer, most
   * people first, and no metres.
   */
  readonly neighbours: readonly { readonly code: string; readonly metres: number | null }[];
}

/** Entries of the ground that a choice holds, each once, rising. */
export function entriesChosen(
  { ground }: Pick<Board, 'ground'>,
  { codeOf }: State,
  chosen: readonly ChosenPiece[],
): number[] {
  const found = new Set<number>();
  for (const { piece, from } of chosen) {
    if (from === null) {
      codeOf.forEach((code, entry) => code === piece && found.add(entry));
      continue;
    }
    const at = piece.indexOf(':');
    const layer = ground.layers.find(({ id, isBase }) => !isBase && id === piece.slice(0, at));
    for (const cell of layer?.cellsOf(piece.slice(at + 1)) ?? []) {
      for (let entry = ground.entryStart[cell]!; entry < ground.entryStart[cell + 1]!; entry++)
        if (codeOf[entry] === from) found.add(entry);
    }
  }
  return [...found].sort((p, q) => p - q);
}

/** The moves that give a choice to a unit: one for each unit it is taken from. A unit that is new is made by the first. */
export function movesOf(chosen: readonly ChosenPiece[], to: Target, isNew: boolean): Operation[] {
  const bySource = new Map<string | null, string[]>();
  for (const { piece, from } of chosen) {
    const source = from === '' ? null : (from ?? piece);
    if (source === to.code) continue;
    const pieces = bySource.get(source) ?? [];
    if (!pieces.includes(piece)) pieces.push(piece);
    bySource.set(source, pieces);
  }
  return [...bySource].map(([from, pieces], i): Operation => {
    const makes = isNew && i === 0;
    return {
      verb: makes ? 'create' : 'move',
      takings: [{ pieces, from, to: makes ? to : { code: to.code, name: null } }],
      place: 'a move on the map',
    };
  });
}

/** People of a choice, and whose neighbours it has. */
export function choiceFacts(board: Board, state: State, chosen: readonly ChosenPiece[]): ChoiceFacts {
  const entries = entriesChosen(board, state, chosen);
  const { entryStart } = board.ground;
  const cellOf = cellsOfEntries(entryStart);
  const cells = new Set(entries.map((entry) => cellOf[entry]!));
  const { peopleOfCell } = board;
  const people = [...cells].reduce((sum, cell) => sum + (peopleOfCell?.[cell] ?? 0), 0);
  return {
    people: peopleOfCell === null ? null : people,
    cells: cells.size,
    neighbours: neighboursOf(board, state, entries, cells),
  };
}

function neighboursOf(
  board: Board,
  { codeOf }: State,
  entries: readonly number[],
  cells: ReadonlySet<number>,
): ChoiceFacts['neighbours'] {
  const own = new Set(entries.map((entry) => codeOf[entry]!));
  const { entryStart } = board.ground;
  const { sheet } = board.crossing;
  if (sheet === null) return sharers(board, codeOf, own, cells);
  const metres = new Map<string, number>();
  const { arrangement } = sheet;
  const meet = (inside: number, beyond: number, length: number): void => {
    if (!cells.has(inside) || cells.has(beyond)) return;
    for (let entry = entryStart[beyond]!; entry < entryStart[beyond + 1]!; entry++) {
      const code = codeOf[entry]!;
      // Who has all of what is chosen is no neighbour of it; who has a part of it is one of the rest.
      if (code !== '' && !(own.size === 1 && own.has(code)))
        metres.set(code, (metres.get(code) ?? 0) + length);
    }
  };
  for (let e = 0; e < arrangement.length.length; e++) {
    const [left, right] = [leftFace(arrangement, e), rightFace(arrangement, e)];
    meet(left, right, arrangement.length[e]!);
    meet(right, left, arrangement.length[e]!);
  }
  return mostFirst(metres).map(([code, length]) => ({ code, metres: length }));
}

/** Units that have others of the same units of the first other layer. */
function sharers(
  { crossing: { members }, ground, peopleOfCell }: Board,
  codeOf: State['codeOf'],
  own: ReadonlySet<string>,
  cells: ReadonlySet<number>,
): ChoiceFacts['neighbours'] {
  const [, other] = members!.memberships;
  if (other === undefined) return [];
  const unitsOf = (cell: number): Int32Array => {
    const at = members!.index[1]![cell]!;
    return at < 0 ? other.unit.subarray(0, 0) : other.unit.subarray(other.start[at], other.start[at + 1]);
  };
  const wanted = new Set([...cells].flatMap((cell) => [...unitsOf(cell)]));
  const people = new Map<string, number>();
  for (let cell = 0; cell < ground.cells; cell++) {
    if (!unitsOf(cell).some((unit) => wanted.has(unit))) continue;
    for (let entry = ground.entryStart[cell]!; entry < ground.entryStart[cell + 1]!; entry++) {
      const code = codeOf[entry]!;
      if (code !== '' && !own.has(code))
        people.set(code, (people.get(code) ?? 0) + (peopleOfCell?.[cell] ?? 1));
    }
  }
  return mostFirst(people).map(([code]) => ({ code, metres: null }));
}

const mostFirst = (amounts: ReadonlyMap<string, number>): [string, number][] =>
  [...amounts].sort(([p, m], [q, n]) => n - m || (p < q ? -1 : 1));

/** The cell of each entry. */
export function cellsOfEntries(entryStart: Uint32Array): Int32Array {
  const cellOf = new Int32Array(entryStart.at(-1)!);
  for (let cell = 0; cell + 1 < entryStart.length; cell++)
    cellOf.fill(cell, entryStart[cell], entryStart[cell + 1]);
  return cellOf;
}
