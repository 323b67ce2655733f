/**
 * What one unit of a layer is called where room is short, as in the title of a column.
 *
 *     icb, ltla                ICB, council
 *     ltla, utla               ltla, utla            both are councils
 *     icb_2023, icb_2026       icb 2023, icb 2026    both are ICBs
 */
import { kindOfId } from './kinds.js';

/** The word for a layer by its id: the noun of its kind, or its id where another of the layers has the same noun. */
export function shortWords(
  layers: readonly { readonly id: string; readonly kind: string | null }[],
): (id: string) => string {
  const nouns = new Map(layers.map(({ id, kind }) => [id, kind === null ? null : nounOf(kind)]));
  const all = [...nouns.values()];
  return (id) => {
    const noun = nouns.get(id) ?? null;
    return noun === null || all.filter((other) => other === noun).length > 1 ? id.replaceAll('_', ' ') : noun;
  };
}

/** `council` for `council (upper tier)`. */
const nounOf = (kind: string): string | null => kindOfId(kind)?.one.replace(/ \(.*\)$/, '') ?? null;
