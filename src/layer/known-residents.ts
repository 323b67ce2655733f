/**
 * Residents that are known beforehand: which layers of the embedded figures for England a layer can be held against.
 *
 * A code goes on standing for its area until that area changes, so figures are found by code; the vintage says whether
 * the layer as a whole is one that is on board.
 */
import type { Layer } from './layer.js';
import type { Measure } from './people.js';
import { shippedRecodes } from './shipped-recodes.js';
import { isPast, layersOnBoard } from './years-on-board.js';

/** Residents of the units of a layer, by code. */
export interface KnownResidents {
  readonly people: ReadonlyMap<string, number>;
  /** Codes of the layer whose figure stands under the code before or after it. */
  readonly recoded: ReadonlySet<string>;
}

/** Stems of the embedded figures that may fit a layer; none where its kind or its vintage is not on board, or past. */
export function stemsOnBoard({ kind, vintage }: Pick<Layer, 'kind' | 'vintage'>): string[] {
  const year = vintage === null ? null : Number(vintage);
  return layersOnBoard.flatMap((each) =>
    each.kind === kind && !isPast(each) && (year === null || (year >= each.from && year <= each.to))
      ? [each.stem]
      : [],
  );
}

/** Whether a measure counts all residents as far as its name and its column say: it may turn out to be less. */
export function saysResidents({ name, notes }: Measure): boolean {
  const columns = notes.find(({ id }) => id === 'people-columns');
  const as = columns?.words?.['as'];
  return (
    (as === 'residents' || as === 'people') &&
    /^((usual_|total_|all_)?residents?|people|population|pop)$/i.test(name)
  );
}

/**
 * What is known of a layer's units from the units and people of an embedded layer; null where none of its codes is
 * there, or where the layer states no vintage and has codes of England that are not.
 */
export function knownResidents(
  layer: Pick<Layer, 'codes' | 'kind' | 'vintage'>,
  figures: ReadonlyMap<string, number>,
): KnownResidents | null {
  const people = new Map<string, number>();
  const recoded = new Set<string>();
  for (const code of layer.codes) {
    const own = figures.get(code);
    const other = own === undefined ? otherCode(code) : null;
    const found = own ?? (other === null ? undefined : figures.get(other));
    if (found !== undefined) people.set(code, found);
    else if (layer.vintage === null && /^E\d{8}$/.test(code)) return null;
    if (own === undefined && found !== undefined) recoded.add(code);
  }
  return people.size === 0 ? null : { people, recoded };
}

/** The code of the same council before or after its code changed, or null. */
function otherCode(code: string): string | null {
  const change = shippedRecodes.find(({ oldCode, newCode }) => oldCode === code || newCode === code);
  if (change === undefined) return null;
  return change.oldCode === code ? change.newCode : change.oldCode;
}
