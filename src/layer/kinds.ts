/**
 * The kind of a layer: found by the fields of a file, by the codes in it, or by its id; and what rules ask of it.
 */
import { kinds, type Kind, type Sector, type Tier } from './kind-list.js';

export { kinds, type Kind, type Sector } from './kind-list.js';

const byStem = new Map(kinds.flatMap((k) => k.stems.map((stem) => [stem, k] as const)));
const byId = new Map(kinds.map((k) => [k.id, k]));

/** The kind whose fields begin with an entity part, e.g. `LAD` or `ltla`; or null. */
export const kindOfStem = (stem: string): Kind | null => byStem.get(stem.toLowerCase()) ?? null;

/**
 * The kind whose codes these are, by their first three characters; null where they are of none or of several. Where
 * kinds have them in common it is the one with fewest other codes; then the lower tier (unitary councils are of both),
 * then today's kind before the one it replaced.
 */
export function kindOfEntities(codes: Iterable<string>): Kind | null {
  const seen = new Set<string>();
  for (const code of codes) {
    if (!/^[EWSNKJ]\d{8}$/.test(code)) return null;
    seen.add(code.slice(0, 3));
  }
  if (seen.size === 0) return null;
  const fitting = kinds.filter((k) => [...seen].every((entity) => k.entities.includes(entity)));
  const fewest = Math.min(...fitting.map((k) => k.entities.length));
  const closest = fitting.filter((k) => k.entities.length === fewest);
  return closest.find((k) => k.id === 'ltla') ?? closest[0] ?? null;
}

/** The kind with an id, or null. */
export const kindOfId = (id: string): Kind | null => byId.get(id) ?? null;

/** Kinds in the order in which a name that stands for several is understood: the council comes first. */
export const kindsByName: readonly string[] = [
  'utla',
  'ltla',
  'icb',
  'cauth',
  'pcn',
  'neighbourhood',
  'ward',
  'region',
  'pfa',
  'fra',
];

/** The sector of a layer's kind, or null; a layer need not have a kind. */
export const sectorOf = (layer: { readonly kind: string | null }): Sector | null =>
  kindOfId(layer.kind ?? '')?.sector ?? null;

/** The tier of a layer's kind, or null. */
export const tierOf = (layer: { readonly kind: string | null }): Tier | null =>
  kindOfId(layer.kind ?? '')?.tier ?? null;
