/**
 * What can be chosen at once: all pieces of a unit, the part of another layer's unit that lies in a unit, a small area.
 *
 *     by part     Waverley in Frimley ICB        { piece: 'ltla:E07000216', from: 'E54000034' }
 *     by block    Guildford 001A                 { piece: 'block:E01030428', from: 'E54000063' }
 *     by unit     Frimley ICB                    { piece: 'E54000034', from: null }
 */
import type { ChosenPiece, WorkLayer, WorkLayout } from '../../index.js';

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

/** The groups there are while every piece is in a unit: the unit of each piece by its code, '' for none, and its name. */
export function groupsBy(
  by: ChooseBy,
  layout: WorkLayout,
  unitOf: readonly string[],
  nameOf: (code: string) => string,
): Group[] {
  const found = new Map<string, { name: string; chosen: ChosenPiece; pieces: number[] }>();
  unitOf.forEach((unit, piece) => {
    const group = groupOf(by, layout, unit, piece, nameOf);
    if (group === null) return;
    const key = `${group.chosen.piece} ${group.chosen.from ?? ''}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...group, pieces: [piece] });
    else known.pieces.push(piece);
  });
  const { piecePeople } = layout;
  return [...found]
    .map(([key, group]) => ({
      ...group,
      key,
      people: piecePeople === null ? null : group.pieces.reduce((sum, piece) => sum + piecePeople[piece]!, 0),
    }))
    .sort((p, q) => isOutside(p) - isOutside(q) || (p.name < q.name ? -1 : p.name > q.name ? 1 : 0));
}

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
