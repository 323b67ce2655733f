/**
 * What the words of an operation stand for: units as the operations so far have left them, by code or name, and pieces
 * of other layers.
 *
 *     merge: [Elmbridge, Mole Valley]     E07000207, E07000210
 *     into: Guildford                     E07000209, which there is
 *     into: East Surrey                   a new unit, whose code is its name
 */
import { codeKind } from '../../layer/code-kind.js';
import { ambiguousPlace } from '../../layer/unit-trouble.js';
import {
  codeOfPlace,
  distinctPlaces,
  isMeant,
  layerSaid,
  unitsCalled,
  type Place,
  type UnitsCalled,
} from '../../layer/units-called.js';
import { codesPresent } from './codes-present.js';
import type { PieceLayer } from './ground.js';
import type { Operation, Taking, Target } from './scenario-document.js';
import { trouble, unknownPiece, type Work } from './scenario-trouble.js';

/** The units that there are at this point of the work, with their names. */
export function unitsNow({ ground, codeOf, names }: Work): UnitsCalled {
  const { id, kind, vintage, codes: old, ods } = ground.base;
  const codes = codesPresent(codeOf);
  const odsOf = new Map(old.map((code, unit) => [code, ods?.[unit] ?? '']));
  return unitsCalled([
    {
      id,
      kind,
      vintage,
      codes,
      names: codes.map((code) => names.get(code) ?? code),
      ods: codes.map((code) => odsOf.get(code) ?? ''),
    },
  ]);
}

/** The operation with codes for the names of units that there are; other words are left as they are. */
export function withCodes(work: Work, operation: Operation): Operation {
  const present = new Set(codesPresent(work.codeOf));
  const { layers } = work.ground;
  let called: UnitsCalled | null = null;
  const code = (word: string): string => {
    if (present.has(word)) return word;
    const { by, places } = (called ??= unitsNow(work)).find(word);
    if (!isMeant(by)) return word;
    return codeOfPlace(onlyOne(work, operation, word, places));
  };
  const target = (to: Target, unit: string | null): Target => {
    if (to.name !== null) return to;
    const found = code(to.code);
    // A unit may be given its own code in another case.
    return { code: operation.verb === 'rename' && found === unit ? to.code : found, name: null };
  };
  const takings = operation.takings.map(({ pieces, from, to }): Taking => {
    const unit = from === null ? null : code(from);
    const isNewName =
      operation.verb === 'rename' && to?.name === null && unit !== from && codeKind(to.code) === null;
    return {
      // `layer:unit` is the unit as it was before the scenario.
      pieces:
        pieces === 'rest' ? pieces : pieces.map((piece) => (layerSaid(piece, layers) ? piece : code(piece))),
      from: unit,
      // Who renames a unit by its name gives it another name and leaves it its code.
      to: to === null ? null : isNewName ? { code: unit!, name: to.code } : target(to, unit),
    };
  });
  return { ...operation, takings };
}

/** A piece is `layer:unit`, or a bare code or name of another layer's unit, or the code of a block, if one layer only has it. */
export function cellsOfPiece(work: Work, operation: Operation, piece: string): readonly number[] {
  const { layers } = work.ground;
  const said = layerSaid(piece, layers);
  const holders = (said?.layers ?? layers.filter(({ isBase }) => !isBase)).flatMap((layer) => {
    const cells = cellsCalled(work, operation, layer, said?.word ?? piece);
    return cells === null ? [] : [{ layer, cells }];
  });
  if (holders.length === 1 || (said !== null && holders.length > 0)) return holders[0]!.cells;
  if (holders.length > 1) {
    const offers = holders.map(({ layer }) => `${layer.id}:${piece}`).join(' or ');
    throw trouble(work, operation, 'piece-ambiguous', `several layers have a ${piece}`, `Say ${offers}`);
  }
  throw unknownPiece(work, operation, piece);
}

/** The cells of a layer's unit by its code or name; null where it has none that is called so. */
function cellsCalled(
  work: Work,
  operation: Operation,
  layer: PieceLayer,
  word: string,
): readonly number[] | null {
  const own = layer.cellsOf(word);
  if (own !== undefined) return own;
  const { by, places } = unitsCalled([layer]).find(word);
  if (!isMeant(by)) return null;
  return layer.cellsOf(codeOfPlace(onlyOne(work, operation, word, places))) ?? null;
}

/** The one unit that a word stands for; throws where it stands for several. */
function onlyOne<L extends Place['layer']>(
  { scenario }: Work,
  { place }: Operation,
  word: string,
  places: readonly Place<L>[],
): Place<L> {
  if (distinctPlaces(places).length > 1) throw ambiguousPlace(word, places, { file: scenario.file, place });
  return places[0]!;
}
