/**
 * The view of the map as text for a link: latitude and longitude of its middle, kilometres across.
 */
import type { Page } from './page.js';

/** Kilometres of a degree of latitude. */
const DEGREE = 111.195;
/** Steps of coming closer to a position whose place on the plane is known. */
const STEPS = 12;

/** `52.1901,1.4802,60.5` */
export function placeOfView(page: Page): string {
  const { x, y, scale, width } = page.map!.view;
  const { project } = page.sheet;
  // The projection is all but a scale about any place, so a few corrections find the degrees behind a position.
  let [longitude, latitude] = [page.data.west, page.data.south];
  for (let step = 0; step < STEPS; step++) {
    const [east, south] = project(longitude, latitude);
    latitude = Math.min(89.9, Math.max(-89.9, latitude + (south - y) / DEGREE));
    longitude += (x - east) / (DEGREE * Math.cos((latitude * Math.PI) / 180));
  }
  return `${latitude.toFixed(4)},${longitude.toFixed(4)},${Number((width / scale).toPrecision(4))}`;
}

/** The view that such a text means; null where it means none. */
export function viewOfPlace(page: Page, text: string): { x: number; y: number; scale: number } | null {
  const parts = text.split(',');
  const [latitude, longitude, across] = parts.map(Number);
  if (parts.length !== 3 || !parts.every((part) => /^-?\d+(\.\d+)?$/.test(part))) return null;
  if (Math.abs(latitude!) > 89.9 || Math.abs(longitude!) > 360 || across! <= 0 || across! > 40_000)
    return null;
  const [x, y] = page.sheet.project(longitude!, latitude!);
  return { x, y, scale: page.map!.view.width / across! };
}
