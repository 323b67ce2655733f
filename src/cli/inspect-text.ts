/**
 * What `inspect` found, for reading in a terminal.
 */
import { quoted } from './command-text.js';
import { layersOfLookup } from './next-step.js';
import { counted, wholeText } from '../trouble/count-text.js';
import type { InspectedField, InspectedLayer } from '../read/inspect-features.js';
import { shownWord } from '../source/secrets.js';
import type { Provenance } from '../result/provenance.js';
import type { InspectedFile } from '../run/inspect-file.js';

/** A file and its layers, a line for each thing known; `given` is the path as it was typed, to be typed again. */
export function fileText(file: InspectedFile, given: string): string {
  const lines = [`${file.file}: ${file.format}, ${wholeText(file.bytes)} bytes`];
  if (file.provenance !== undefined) lines.push(...originLines(file.provenance));
  if (file.layers.length > 1) lines.push(`  ${file.layers.length} layers; name one after the path with #`);
  for (const layer of file.layers) lines.push(...layerLines(layer, given));
  if (file.table !== null) {
    const { sheet, rows, columns } = file.table;
    lines.push(
      line('rows', `${wholeText(rows)}${sheet === null ? '' : ` on sheet '${sheet}'`}`),
      ...fieldLines(columns),
    );
  }
  const asLayers = layersOfLookup(file, given);
  if (asLayers.length > 0)
    lines.push('', ...asLayers.map((layer, i) => line(i === 0 ? 'as a layer' : '', quoted(layer.file))));
  if (file.tables.length > 0) {
    lines.push('', ...file.tables.map((name, i) => line(i === 0 ? 'tables' : '', typed(given, name))));
  }
  return lines.map((text) => `${text}\n`).join('');
}

const line = (heading: string, text: string): string => `  ${heading.padEnd(11)}${text}`;

/** Where a file was fetched from, when, and under which terms. */
function originLines({ address, fetched, edited, licence, attribution }: Provenance): string[] {
  const days = [
    ...(fetched === null ? [] : [`fetched on ${fetched.slice(0, 10)}`]),
    ...(edited === null ? [] : [`last edited on ${edited.slice(0, 10)}`]),
  ];
  return [
    line('from', address),
    ...(days.length === 0 ? [] : [line('', days.join(', '))]),
    ...(licence === null ? [] : [line('licence', licence)]),
    ...(attribution === null ? [] : [line('source', attribution)]),
  ];
}

/** `path#inner` as a shell takes it. */
function typed(given: string, inner: string): string {
  const whole = shownWord(given.endsWith(`#${inner}`) ? given : `${given}#${inner}`);
  return /^[\w./#:~=+,@-]+$/.test(whole) ? whole : `"${whole}"`;
}

function layerLines(layer: InspectedLayer, given: string): string[] {
  const units = layer.units === null ? '' : `${counted(layer.units, 'unit')}, `;
  const kind = layer.kind === null ? 'not recognised' : `${layer.kind_name ?? layer.kind} (${layer.kind})`;
  return [
    ...(layer.inner === null ? [] : ['', line('layer', typed(given, layer.inner))]),
    line('kind', `${kind}${layer.vintage === null ? '' : `, ${layer.vintage}`}`),
    line('units', `${units}${counted(layer.features, 'feature')}`),
    line('codes', chosen(layer.code_field, layer.code_examples)),
    line('names', chosen(layer.name_field, layer.name_examples)),
    ...(layer.ods_field === null ? [] : [line('ODS codes', layer.ods_field)]),
    line(
      'system',
      layer.system === null
        ? 'none'
        : `${layer.system} ${layer.system_name ?? ''} (${layer.system_known_by ?? ''})`,
    ),
    line('shapes', shapesText(layer)),
    ...boundsLines(layer),
    ...(layer.resolution_m === null
      ? []
      : [line('resolution', `about ${layer.resolution_m} m: ${layer.resolution_from ?? ''}`)]),
    ...fieldLines(layer.fields),
    ...layer.remarks.map((remark) => line('note', remark)),
  ];
}

const chosen = (field: string | null, examples: readonly string[]): string =>
  field === null ? 'none' : `${field}${examples.length === 0 ? '' : `: ${examples.join(', ')}`}`;

function shapesText({ polygons, rings, vertices, points }: InspectedLayer): string {
  const parts = [
    ...(polygons === 0
      ? []
      : [
          `${counted(polygons, 'polygon')}, ${counted(rings, 'ring')}, ${counted(vertices, 'vertex', 'vertices')}`,
        ]),
    ...(points === 0 ? [] : [counted(points, 'point')]),
  ];
  return parts.length === 0 ? 'none: a plain table' : parts.join('; ');
}

function boundsLines({ bounds, bounds_degrees: degrees, system }: InspectedLayer): string[] {
  if (bounds === null) return [];
  const text = (edges: readonly number[], places: number): string => {
    const [west, south, east, north] = edges.map((edge) => edge.toFixed(places));
    return `${west!} to ${east!}, ${south!} to ${north!}`;
  };
  if (degrees === null) return [line('bounds', `${text(bounds, 2)} in the file’s own coordinates`)];
  const own = system === 'EPSG:4326' ? '' : ` (${text(bounds, 0)} in the file’s own coordinates)`;
  return [line('bounds', `${text(degrees, 4)}${own}`)];
}

function fieldLines(fields: readonly InspectedField[]): string[] {
  const width = Math.min(24, Math.max(0, ...fields.map(({ field }) => field.length)));
  return fields.map(({ field, type, distinct, blank, examples }, i) => {
    const counts = `${type}, ${wholeText(distinct)} distinct${blank === 0 ? '' : `, ${wholeText(blank)} blank`}`;
    const shown = examples.length === 0 ? '' : `: ${examples.join(', ')}`;
    return line(i === 0 ? 'fields' : '', `${field.padEnd(width)}  ${counts}${shown}`);
  });
}
