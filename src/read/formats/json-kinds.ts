/**
 * Which of the formats written in JSON a file is, told by its beginning.
 *
 *     {"type":"Topology", …}                                        TopoJSON
 *     {"objectIdFieldName":"FID", …, "features":[{"attributes":…    Esri JSON
 *     anything else                                                 GeoJSON, or the answer of a server
 */

/** Text that begins like JSON and is neither TopoJSON nor Esri JSON; a file of nothing but blank space too. */
export function looksLikeGeoJson(start: Uint8Array): boolean {
  const text = beginning(start);
  if (text === '') return true;
  return /^[{[]/.test(text) && !isTopology(text) && !isEsri(text);
}

/** Text that begins like a feature set of Esri: by members that nothing else has. */
export function looksLikeEsri(start: Uint8Array): boolean {
  const text = beginning(start);
  return /^[{[]/.test(text) && isEsri(text);
}

const beginning = (start: Uint8Array): string =>
  new TextDecoder()
    .decode(start.subarray(0, 65536))
    .replaceAll('\u001e', '')
    .replace(/^\uFEFF/, '')
    .trimStart();

/** Writers that sort their keys put the type last, behind all arcs. */
const isTopology = (text: string): boolean =>
  /"type"\s*:\s*"Topology"/.test(text) ||
  (/^\{[^[{]*"(?:arcs|bbox|objects|transform)"\s*:/.test(text) &&
    /"(?:arcs|objects)"\s*:/.test(text) &&
    !/"type"\s*:\s*"Feature/.test(text));

const isEsri = (text: string): boolean =>
  !/"type"\s*:\s*"(?:FeatureCollection|Feature|Topology)"/.test(text) &&
  /"(?:objectIdFieldName|displayFieldName|fieldAliases|globalIdFieldName)"\s*:|"esri(?:Geometry|FieldType)\w+"|"attributes"\s*:\s*\{/.test(
    text,
  );
