/**
 * Picks the layer a user means from those a file holds.
 *
 * `districts.gpkg#LAD24` names one; without `#` a file of one layer needs no name and a file of several is refused
 * with their names, because guessing would give a right-looking wrong answer.
 */
import { InputError } from '../../trouble/input-error.js';
import { baseName, stemOf } from './format.js';

/** The one of `names` that `inner` means. A name matches whole, else without folders, ending or case if only one does. */
export function chooseLayer(names: readonly string[], inner: string | null, fileName: string): string {
  if (inner === null) {
    if (names.length === 1) return names[0]!;
    throw new InputError({
      id: 'inner-layer-not-named',
      file: fileName,
      message: `the file holds ${names.length} layers and none is named: ${listed(names)}`,
      hint: `Name one after the path, for example ${fileName}#${names[0] ?? 'name'}.`,
      offers: [{ setting: 'inner', values: names }],
    });
  }
  const found = findLayer(names, inner);
  if (found !== null) return found;
  throw new InputError({
    id: 'inner-layer-missing',
    file: fileName,
    message: `the file has no layer “${inner}”; it has ${listed(names)}`,
    hint: 'Name one of these after the #.',
    offers: [{ setting: 'inner', values: names }],
  });
}

/** The name that `inner` means, or null where none or several could be meant. */
export function findLayer(names: readonly string[], inner: string): string | null {
  if (names.includes(inner)) return inner;
  const wanted = inner.toLowerCase();
  for (const form of [(name: string) => name, baseName, stemOf]) {
    const matches = names.filter((name) => form(name).toLowerCase() === wanted);
    if (matches.length === 1) return matches[0]!;
  }
  return null;
}

/** At most twelve names with commas, then how many more. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(', ');
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
}
