/**
 * Layers that only lookups have: the finest areas of a lookup are its members, every other column of codes of a known kind is a layer.
 */
import { readFieldName } from '../../layer/field-name.js';
import type { FoundLayer, FoundLookup } from './found-file.js';
import { kindOfHeading } from './kind-of-heading.js';

/** The layers, one a kind, the first lookup first. None where two layers are drawn already, for these are held to be meant. */
export function lookupLayers(
  lookups: readonly Omit<FoundLookup, 'weight'>[],
  drawn: readonly FoundLayer[],
): FoundLayer[] {
  if (drawn.length > 1) return [];
  const found: FoundLayer[] = [];
  for (const { file, headings, distinct } of lookups) {
    const member = memberOf(headings, distinct);
    for (const [h, heading] of headings.entries()) {
      const name = readFieldName(heading);
      const kind = kindOfHeading(heading);
      // ODS codes are further codes of the same units; small areas are no layer to report on.
      if (h === member || kind === null || name?.role === 'ods' || kind.sector === 'statistics') continue;
      const { id, many } = kind;
      if ([...drawn, ...found].some((layer) => layer.kind === id)) continue;
      found.push({
        file: `${file}:${headings[member]!}:${heading}`,
        id,
        kind: id,
        vintage: name?.vintage ?? null,
        title: many,
        units: distinct[h]!,
        source: { path: file, member: headings[member]!, group: heading },
        codeField: heading,
        nameField: null,
        system: null,
        names: [],
      });
    }
  }
  return found;
}

/** The column of the smallest areas: of a kind that counts people, else the one with most different codes. */
export function memberOf(headings: readonly string[], distinct: readonly number[]): number {
  const small = headings.map((heading) => kindOfHeading(heading)?.sector === 'statistics');
  const candidates = headings.map((_, h) => h).filter((h) => small[h] || !small.includes(true));
  return candidates.reduce((best, h) => (distinct[h]! > distinct[best]! ? h : best));
}
