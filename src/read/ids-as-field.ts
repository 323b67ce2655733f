/**
 * Codes that stand in the features' own `id` and in none of their fields, as many TopoJSON files have them.
 *
 *     {"type":"Polygon","id":"E07000901","properties":{"name":"Ashby"},"arcs":…}
 */
import type { FeatureTable } from '../layer/feature-table.js';
import { codeCandidates } from './code-candidates.js';
import { fieldsOf } from './field-values.js';
import { countsFeatures } from './rival-fields.js';

/** Letters and digits alone: no paths (`relation/17`), no counters (`wards.2`). */
const CODE = /^[A-Za-z]*\d[A-Za-z\d]*$/;

/**
 * The table with a field `id`, where no field has codes and the ids of all features are codes of their own and not just
 * their numbers; else the same table.
 */
export function withIdsAsField(table: FeatureTable): FeatureTable {
  if (idsAsCodes(table) === null) return table;
  if (fieldsOf(table).some((field) => field.toLowerCase() === 'id')) return table;
  if (codeCandidates(table, '').length > 0) return table;
  return { ...table, properties: table.properties.map((record, i) => ({ id: table.ids[i]!, ...record })) };
}

/** The features' ids where each has one of its own that looks like a code and not like a number; else null. */
export function idsAsCodes(table: FeatureTable): string[] | null {
  const { ids } = table;
  if (ids.length === 0 || !areCodes(ids) || new Set(ids).size < ids.length) return null;
  return ids.every(countsFeatures) ? null : ids;
}

const areCodes = (ids: FeatureTable['ids']): ids is string[] =>
  ids.every((id) => typeof id === 'string' && CODE.test(id));
