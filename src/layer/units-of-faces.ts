/**
 * Exported faces as the features of one of their layers: a face that several units hold stands once for each, and one that
 * none holds is left out.
 *
 *     ┌────┬─────┬────┐     faces of A: A1 │ A1;A2 │ A2 │ none
 *     │ A1 │A1;A2│ A2 │     features of A: A1, A1, A2, A2
 *     └────┴─────┴────┘
 */
import type { FeatureTable } from './feature-table.js';
import { pickFeatures } from './pick-features.js';

/** What parts the codes, and the names, of units that hold one face. */
export const BETWEEN_UNITS = ';';

/** The features; codes and names are in the fields of the layer's id. Names that do not go with the codes are left blank. */
export function unitsOfFaces(table: FeatureTable, id: string): FeatureTable {
  const [codeField, nameField] = [`${id}_code`, `${id}_name`];
  const features = table.properties.flatMap((face, feature) => {
    const given = String(face[codeField] ?? '');
    if (given === '') return [];
    const codes = given.split(BETWEEN_UNITS);
    const names = codes.length === 1 ? [face[nameField]] : String(face[nameField] ?? '').split(BETWEEN_UNITS);
    return codes.map((code, i) => ({
      feature,
      properties: {
        ...face,
        [codeField]: code,
        [nameField]: names.length === codes.length ? (names[i] ?? null) : null,
      },
    }));
  });
  return {
    ...table,
    properties: features.map(({ properties }) => properties),
    ids: features.map(({ feature }) => table.ids[feature] ?? null),
    shapes: pickFeatures(
      table.shapes,
      features.map(({ feature }) => feature),
    ),
    points: new Float64Array(0),
    pointStart: new Uint32Array(features.length + 1),
    notes: [],
  };
}
