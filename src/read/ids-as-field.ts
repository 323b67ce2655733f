/**
 * Codes that stand in the features' own `id` and in none of their fields, as many TopoJSON files have them.
 *
 *     {"type":"Polygon","id":"E07000901","properties":{"name":"Ashby"},"arcs":…}
 */
import type { FeatureTable } from '../layer/feature-table.js';
import { fieldsOf, recogniseCodeField } from './choose-fields.js';

/** Letters and digits alone: no paths (`relation/17`), no counters (`wards.2`). */
const CODE = /^[A-Za-z]*\d[A-Za-z\d]*$/;

/**
 * The table with a field `id`, where no field has codes and the ids of all features are codes of their own and not just
 * their numbers; else the same table.
 */
export function withIdsAsField(table: FeatureTable): FeatureTable {
  const ids = table.ids.filter((id) => typeof id === 'string' && CODE.test(id));
  if (ids.length === 0 || ids.length < table.ids.length || new Set(ids).size < ids.length) return table;
  if (ids.every((id, feature) => isNumberOf(String(id), feature))) return table;
  if (fieldsOf(table).some((field) => field.toLowerCase() === 'id')) return table;
  if (recogniseCodeField(table) !== null) return table;
  return { ...table, properties: table.properties.map((record, i) => ({ id: table.ids[i]!, ...record })) };
}

/** Whether an id ends in the number of its feature, counted from 0 or from 1, as servers make them. */
function isNumberOf(id: string, feature: number): boolean {
  const digits = /^\D*(\d+)$/.exec(id)?.[1];
  return digits !== undefined && (Number(digits) === feature || Number(digits) === feature + 1);
}
