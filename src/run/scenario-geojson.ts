/**
 * The layer a scenario makes, as GeoJSON in longitude and latitude. It has no label points: fields of a layer are taken for its own.
 */
import { traceUnits } from '../arrangement/trace-members.js';
import type { Version } from '../measures/scenario/new-layer.js';
import { polygonsShape } from '../measures/land/shape-records.js';
import { boxOf, finishGeometry } from '../result/finished-shapes.js';
import { toLongitudeLatitude } from '../read/systems/to-longitude-latitude.js';
import { InputError } from '../trouble/input-error.js';

/** The text of the file. Fields are the layer's own kind of code and name. Throws InputError without shapes. */
export function layerGeoJson({ layer, sheet }: Version, planar: boolean): string {
  if (sheet === null) {
    throw new InputError({
      id: 'no-shapes',
      unit: layer.id,
      message: `it is given by lookup, so there are no shapes to write`,
      hint: 'Give shapes with --blocks, or write the lookup with --table lookup -o FILE.csv',
    });
  }
  const stem = layer.kind ?? 'unit';
  const system = layer.land!.system;
  const toDegrees = (positions: Float64Array): Float64Array =>
    planar ? toLongitudeLatitude(positions, system).coordinates : positions;
  const shapes = traceUnits(sheet.arrangement, sheet.positionOf(layer), layer.codes.length);
  const features = shapes.map((polygons, unit) => {
    const geometry = polygons.length === 0 ? null : finishGeometry(polygonsShape(polygons, toDegrees));
    return JSON.stringify({
      type: 'Feature',
      ...(geometry === null ? {} : { bbox: boxOf([geometry]) }),
      properties: { [`${stem}_code`]: layer.codes[unit], [`${stem}_name`]: layer.names[unit] },
      geometry,
    });
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}
