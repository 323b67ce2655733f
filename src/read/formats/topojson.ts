/**
 * TopoJSON: shared arcs, positions usually quantised, one or more named objects.
 *
 *     {"type":"Topology","transform":…,"objects":{"councils":{…}},"arcs":[[[4,5],[1,0],…]]}
 *
 * `topojson-client` joins the arcs. Before that every arc index is checked, and the positions the geometries would
 * unroll to are counted: a small file can name one long arc a million times.
 */
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import type { FeatureTable } from '../../layer/feature-table.js';
import { parseJson } from '../../trouble/parse-json.js';
import { InputError } from '../../trouble/input-error.js';
import { withIdsAsField } from '../ids-as-field.js';
import { chooseLayer, listed } from './choose-layer.js';
import { damagedFile, guardAgainstDamage, notJson } from './damaged.js';
import type { BoundaryFormat } from './format.js';
import { extensionOf } from './format.js';
import { addGeoJsonGeometry } from './geojson-geometry.js';
import { propertyRecord, TableBuilder } from './table-builder.js';

type Properties = Record<string, unknown>;
type Member = GeometryObject<Properties>;

/** More would not fit into memory. */
const mostPositions = 5e8;

export const topojson: BoundaryFormat = {
  id: 'topojson',
  name: 'TopoJSON',
  extensions: ['.topojson'],
  detect: looksLikeTopology,
  listLayers: (bytes, fileName) =>
    guardAgainstDamage(fileName, 'TopoJSON', () => Object.keys(parseTopology(bytes, fileName).objects)),
  read: (bytes, fileName, inner) =>
    guardAgainstDamage(fileName, 'TopoJSON', () => readTopology(bytes, fileName, inner)),
};

/** The type stands at the beginning in most files, at the end in those whose writer sorts the keys. */
function looksLikeTopology(bytes: Uint8Array, fileName: string): boolean {
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 4096))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (!head.startsWith('{')) return false;
  if (extensionOf(fileName) === '.topojson' || /^\{\s*"type"\s*:\s*"Topology"/.test(head)) return true;
  if (/^\{\s*"type"\s*:/.test(head)) return false;
  const tail = new TextDecoder().decode(bytes.subarray(Math.max(0, bytes.length - 4096)));
  return /"type"\s*:\s*"Topology"/.test(head) || /"type"\s*:\s*"Topology"[^[\]]*\}\s*$/.test(tail);
}

function readTopology(bytes: Uint8Array, fileName: string, inner: string | null): FeatureTable {
  const topology = parseTopology(bytes, fileName);
  const object = topology.objects[chooseLayer(Object.keys(topology.objects), inner, fileName)] as Member;
  const members: readonly Member[] = object.type === 'GeometryCollection' ? object.geometries : [object];
  checkArcs(topology, members, fileName);
  const builder = new TableBuilder(fileName);
  for (const member of members) {
    const { geometry, properties, id } = feature(topology, member) as GeoJSON.Feature;
    builder.startFeature(propertyRecord(Object.entries(properties ?? {})), id ?? null);
    addGeoJsonGeometry(geometry, builder);
  }
  return withIdsAsField(builder.finish(statedName(topology)));
}

function parseTopology(bytes: Uint8Array, fileName: string): Topology {
  let parsed: Partial<Topology>;
  try {
    parsed = parseJson(new TextDecoder().decode(bytes)) as Partial<Topology>;
  } catch (thrown) {
    throw notJson(fileName, 'TopoJSON', thrown);
  }
  if (
    parsed.type !== 'Topology' ||
    typeof parsed.objects !== 'object' ||
    parsed.objects === null ||
    !Array.isArray(parsed.arcs)
  ) {
    throw damagedFile(fileName, 'TopoJSON', 'it has no objects or no arcs');
  }
  const { transform } = parsed;
  if (transform !== undefined && !(isPosition(transform?.scale) && isPosition(transform?.translate)))
    throw damagedFile(fileName, 'TopoJSON', 'its transform is not two scales and two offsets');
  if (Object.keys(parsed.objects).length === 0) {
    throw new InputError({
      id: 'no-layers',
      file: fileName,
      message: 'the TopoJSON file has no objects',
      hint: 'Export the boundaries again.',
    });
  }
  return parsed as Topology;
}

/** Throws InputError where a geometry names an arc that is not there, or all of them unroll to far too much. */
function checkArcs(topology: Topology, members: readonly Member[], fileName: string): void {
  const lengths = topology.arcs.map((arc, index) => {
    if (!Array.isArray(arc) || !arc.every(isPosition))
      throw damagedFile(fileName, 'TopoJSON', `arc ${index} is not a list of positions`);
    return arc.length;
  });
  let total = 0;
  const count = (item: unknown, where: string): void => {
    if (Array.isArray(item)) {
      for (const inner of item) count(inner, where);
      return;
    }
    const length =
      typeof item === 'number' && Number.isInteger(item) ? lengths[item < 0 ? ~item : item] : undefined;
    if (length === undefined) {
      throw damagedFile(
        fileName,
        'TopoJSON',
        `${where} names arc ${String(item)} of ${listed([String(lengths.length)])}`,
      );
    }
    total += length;
    if (total > mostPositions)
      throw damagedFile(fileName, 'TopoJSON', 'its shapes unroll to more than 500 million positions');
  };
  const visit = (member: Member | null, where: string): void => {
    if (member && 'arcs' in member) count(member.arcs, where);
    const { coordinates } = (member ?? {}) as { coordinates?: unknown };
    const isPlaced =
      coordinates === undefined ||
      isPosition(coordinates) ||
      (Array.isArray(coordinates) && coordinates.every(isPosition));
    if (!isPlaced) throw damagedFile(fileName, 'TopoJSON', `${where} has coordinates that are no positions`);
    if (member && 'geometries' in member) for (const inner of member.geometries) visit(inner, where);
  };
  members.forEach((member, index) => visit(member, `geometry ${index + 1}`));
}

/** A list of numbers; anything else that has a length could state any length. */
const isPosition = (position: unknown): boolean =>
  Array.isArray(position) && position.length >= 2 && position.every((part) => typeof part === 'number');

/** Some writers carry over the legacy `crs` member of the GeoJSON they were given. */
function statedName(topology: Topology): string | null {
  const name = (topology as { crs?: { properties?: { name?: unknown } } }).crs?.properties?.name;
  return typeof name === 'string' ? name : null;
}
