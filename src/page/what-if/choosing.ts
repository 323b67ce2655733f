/**
 * What can be chosen at once: all pieces of a unit, the part of another layer's unit that lies in a unit, a small area.
 *
 *     by part     Waverley in Frimley ICB        { piece: 'ltla:E07000216', from: 'E54000034' }
 *     by block    Guildford 001A                 { piece: 'block:E01030428', from: 'E54000063' }
 *     by unit     Frimley ICB                    { piece: 'E54000034', from: null }
 */
import type { ChosenPiece, WorkLayer, WorkLayout } from '../../index.js';
import { piecesApart } from './outlines-of.js';

export type ChooseBy = 'part' | 'block' | 'unit';

/** Pieces that are chosen together. */
export interface Group {
  /** Tells it from every other one. */
  readonly key: string;
  readonly name: string;
  readonly chosen: ChosenPiece;
  readonly pieces: readonly number[];
  readonly people: number | null;
}

/** All there is to choose, in the order of a list, and what each piece is chosen with. */
export interface Grouping {
  readonly by: ChooseBy;
  /** The code of the unit of each piece, '' for none. */
  readonly unitOf: readonly string[];
  readonly groups: readonly Group[];
  readonly ofPiece: readonly (Group | undefined)[];
}

/**
 * The groups there are while every piece is in a unit: its code, '' for none, and what a unit is called. `before` are those
 * of another moment, with the same names: only groups that lose or gain a piece are made anew.
 */
export function groupsBy(
  by: ChooseBy,
  layout: WorkLayout,
  unitOf: readonly string[],
  nameOf: (code: string) => string,
  before: Grouping | null,
): Grouping {
  const isKept = before?.by === by;
  const apart = isKept ? piecesApart(before.unitOf, unitOf) : [...unitOf.keys()];
  const leaving = new Set(apart);
  const ofPiece = isKept ? [...before.ofPiece] : [];
  const found = new Map<string, Pick<Group, 'name' | 'chosen'> & { readonly pieces: number[] }>();
  const losing = new Set<string>();
  for (const piece of apart) {
    const left = ofPiece[piece];
    if (left !== undefined) losing.add(left.key);
    ofPiece[piece] = undefined;
    const group = groupOf(by, layout, unitOf[piece]!, piece, nameOf);
    if (group === null) continue;
    const key = `${group.chosen.piece} ${group.chosen.from ?? ''}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...group, pieces: [piece] });
    else known.pieces.push(piece);
  }
  const groups: Group[] = [];
  for (const group of isKept ? before.groups : []) {
    const gaining = found.get(group.key);
    if (gaining === undefined && !losing.has(group.key)) {
      groups.push(group);
      continue;
    }
    const stay = group.pieces.filter((piece) => !leaving.has(piece));
    if (gaining !== undefined) gaining.pieces.push(...stay);
    else if (stay.length > 0) found.set(group.key, { ...group, pieces: stay });
  }
  for (const [key, group] of found) {
    const made = {
      ...group,
      key,
      people: peopleOf(
        layout,
        group.pieces.sort((p, q) => p - q),
      ),
    };
    groups.push(made);
    for (const piece of made.pieces) ofPiece[piece] = made;
  }
  return { by, unitOf, groups: groups.sort(inOrder), ofPiece };
}

const peopleOf = ({ piecePeople }: WorkLayout, pieces: readonly number[]): number | null =>
  piecePeople === null ? null : pieces.reduce((sum, piece) => sum + piecePeople[piece]!, 0);

/** By name, then by what tells groups of one name apart. */
const inOrder = (p: Group, q: Group): number =>
  isOutside(p) - isOutside(q) ||
  (p.name < q.name ? -1 : p.name > q.name ? 1 : p.key < q.key ? -1 : p.key > q.key ? 1 : 0);

/** What is in no unit comes last where others are in one. */
const isOutside = ({ chosen }: Group): number => (chosen.from === '' ? 1 : 0);

/** The layer whose units are chosen by parts: of a drawing that which neighbourhoods lie in. */
export const partLayer = ({ base, other, against }: WorkLayout): WorkLayer | null =>
  base.codes.length === 0 ? (against[0] ?? null) : other;

/** The unit of that layer for each piece, -1 for none. */
export const partOf = ({ base, pieceBase, pieceOther }: WorkLayout): Int32Array =>
  base.codes.length === 0 ? pieceBase : pieceOther;

function groupOf(
  by: ChooseBy,
  layout: WorkLayout,
  unit: string,
  piece: number,
  nameOf: (code: string) => string,
): Pick<Group, 'name' | 'chosen'> | null {
  if (by === 'unit') return unit === '' ? null : { name: nameOf(unit), chosen: { piece: unit, from: null } };
  const { blocks, pieceBlock } = layout;
  const [layer, number] =
    by === 'block' ? [blocks, pieceBlock[piece]!] : [partLayer(layout), partOf(layout)[piece]!];
  if (layer === null || number < 0) return null;
  return {
    name: `${layer.names[number]!}${unit === '' ? '' : ` in ${nameOf(unit)}`}`,
    chosen: { piece: `${layer.id}:${layer.codes[number]!}`, from: unit },
  };
}
