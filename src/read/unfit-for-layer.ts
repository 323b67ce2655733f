/**
 * Why no layer can be made of a file.
 */
import { idFromFile } from './id-from-file.js';
import type { FeatureTable } from '../layer/feature-table.js';
import { InputError } from '../trouble/input-error.js';
import { compareCodes } from '../trouble/order.js';
import type { ChosenFields } from './choose-fields.js';

/** A file without features. */
export const emptyLayer = (file: string): InputError =>
  new InputError({
    id: 'empty-layer',
    file,
    message: 'it holds no features',
    hint: 'Check the download: a query that matched nothing gives an empty file',
  });

/** A Shapefile without the part that holds the codes. */
export const noAttributes = (file: string): InputError =>
  new InputError({
    id: 'attributes-missing',
    file,
    message: `there is no ${file.replace(/^.*[/\\#]/, '').replace(/\.[^.]*$/, '')}.dbf beside it, which holds the codes and names of its shapes`,
    hint: 'Copy or unpack all parts of the Shapefile (.shp, .dbf, .prj, .cpg) into one folder',
  });

/** A file whose features have no polygon, by what they have instead. */
export function noPolygons(table: FeatureTable, file: string): InputError {
  const points = table.points.length / 2;
  const features = table.properties.length;
  const short = table.notes.find(({ note }) => note === 'short-ring');
  const lines = table.notes.some(({ note }) => note === 'line-geometry');
  const none =
    features === 1 ? 'its one feature has no polygon' : `none of its ${features} features has a polygon`;
  const error = (message: string, hint: string, place?: string): InputError =>
    new InputError({ id: 'no-polygons', file, ...(place === undefined ? {} : { place }), message, hint });
  if (points > 0) {
    return error(
      `it holds ${points} ${points === 1 ? 'point' : 'points'} and no polygons`,
      'Points can be given as --blocks, --people or --services; a layer needs areas',
    );
  }
  if (short !== undefined) {
    return error(
      `${none}: a ring needs three places at least`,
      'Export the file again with its polygons whole',
      `feature ${short.feature + 1}${short.position === null ? '' : `, position ${short.position.join(', ')}`}`,
    );
  }
  return lines
    ? error(`${none}, only lines`, 'Make polygons of the lines, for example in QGIS; a layer needs areas')
    : error(none, 'A table without shapes is a lookup: give it as table.csv:member:group');
}

/** A code that stands for several names: the first of such codes. */
export function severalNames(
  file: string,
  fields: ChosenFields,
  clashes: ReadonlyMap<string, ReadonlySet<string>>,
  others: readonly string[],
): InputError {
  const [code, names] = [...clashes].sort(([a], [b]) => compareCodes(a, b))[0]!;
  const more = clashes.size - 1;
  return new InputError({
    id: 'code-with-several-names',
    file,
    unit: code,
    message: `${fields.code} ${code} stands for ${[...names].map((name) => `'${name}'`).join(' and ')}${more > 0 ? `, and ${more} more codes have several names` : ''}`,
    hint: `Name the right field with --code ${idFromFile(file)}=FIELD, or mend the file`,
    offers: [{ setting: 'code', values: others.filter((field) => field !== fields.code) }],
  });
}
