/** What GEOS, an independent library, says of shapes: why one is invalid, and what land a repaired one has. */
import initGeosJs from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';

interface Geos {
  GEOSIntersection(a: number, b: number): number;
  GEOSDifference(a: number, b: number): number;
  GEOSisValidReason(shape: number): number;
  GEOSMakeValidParams_create(): number;
  GEOSMakeValidParams_setMethod(params: number, method: number): number;
  GEOSMakeValidParams_destroy(params: number): void;
  GEOSMakeValidWithParams(shape: number, params: number): number;
  GEOSArea(shape: number, area: number): number;
  GEOSGeom_destroy(shape: number): void;
  readonly Module: {
    readonly HEAPU8: Uint8Array;
    readonly HEAPF64: Float64Array;
    _malloc(bytes: number): number;
    _free(address: number): void;
  };
}

const quiet = (): void => undefined;
const geos = (await initGeosJs({ noticeHandler: quiet, errorHandler: quiet })) as unknown as Geos;

export const VALID = 'Valid Geometry';

/** Why GEOS calls a shape invalid, without the place; `VALID` where it does not. It names the first fault it meets. */
export function reasonOf(geometry: unknown): string {
  const drawn = geojsonToGeosGeom(geometry, geos);
  const address = geos.GEOSisValidReason(drawn);
  const heap = geos.Module.HEAPU8;
  const text = new TextDecoder().decode(heap.slice(address, heap.indexOf(0, address)));
  geos.GEOSGeom_destroy(drawn);
  return text.replace(/\[.*$/, '');
}

const METHODS = { linework: 0, structure: 1 };

/** The area of a shape once GEOS has made it valid, in square units of its coordinates. */
export function validArea(geometry: unknown, method: keyof typeof METHODS): number {
  const drawn = geojsonToGeosGeom(geometry, geos);
  const params = geos.GEOSMakeValidParams_create();
  geos.GEOSMakeValidParams_setMethod(params, METHODS[method]);
  const valid = geos.GEOSMakeValidWithParams(drawn, params);
  geos.GEOSMakeValidParams_destroy(params);
  geos.GEOSGeom_destroy(drawn);
  return areaOnce(valid);
}

/** Land of two shapes, in square units of their coordinates. */
export interface Overlaid {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
}

/** Areas of what two valid shapes share and of what each has alone, in square units of their coordinates. */
export function overlaidAreas(a: unknown, b: unknown): Overlaid {
  const [p, q] = [geojsonToGeosGeom(a, geos), geojsonToGeosGeom(b, geos)];
  const found = {
    both: areaOnce(geos.GEOSIntersection(p, q)),
    onlyA: areaOnce(geos.GEOSDifference(p, q)),
    onlyB: areaOnce(geos.GEOSDifference(q, p)),
  };
  for (const used of [p, q]) geos.GEOSGeom_destroy(used);
  return found;
}

/** The area of a shape that is let go afterwards. */
function areaOnce(shape: number): number {
  const address = geos.Module._malloc(8);
  geos.GEOSArea(shape, address);
  const area = geos.Module.HEAPF64[address / 8]!;
  geos.Module._free(address);
  geos.GEOSGeom_destroy(shape);
  return area;
}
