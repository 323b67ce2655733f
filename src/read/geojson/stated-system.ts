/**
 * The name in a legacy `crs` member (GeoJSON 2008, section 3), which many published files still carry.
 */

/** The name of the coordinate system, or null where the member names none (a link, null, something else). */
export function systemName(crs: unknown): string | null {
  if (typeof crs === 'string') return crs;
  if (typeof crs !== 'object' || crs === null) return null;
  const { properties } = crs as { properties?: unknown };
  if (typeof properties !== 'object' || properties === null) return null;
  const { name, code } = properties as { name?: unknown; code?: unknown };
  if (typeof name === 'string') return name;
  if (typeof code === 'number' || typeof code === 'string') return `EPSG:${code}`;
  return null;
}
