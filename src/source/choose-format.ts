/**
 * GeoJSON or Esri JSON: which form a layer is fetched in.
 *
 * GeoJSON wherever it says where it lies, which is in degrees alone: a server asked for GeoJSON in another system sends
 * metres and does not say so. Esri JSON names its system, and is what older servers have.
 */
import type { LayerDescription } from './describe-service.js';

/** Whether a layer is fetched as GeoJSON, in a system by its EPSG number. */
export const chooseGeoJson = (
  { supportsGeoJson }: Pick<LayerDescription, 'supportsGeoJson'>,
  outSR: number,
  shapes: boolean,
): boolean => supportsGeoJson && (outSR === 4326 || !shapes);
