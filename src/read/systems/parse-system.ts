/**
 * Understands a coordinate system from any of its spellings.
 *
 *     EPSG:27700   epsg:4326   27700   CRS84   urn:ogc:def:crs:EPSG::27700   http://www.opengis.net/def/crs/EPSG/0/4326
 *     PROJCS["British_National_Grid",…]   PROJCRS[…]   +proj=tmerc …   {"type":"ProjectedCRS",…}
 *
 * A definition that describes a system of the table (by its number, or the British grid by its parameters) becomes
 * that one: Esri's .prj files leave out the datum shift, which is worth a hundred metres.
 */
import type { CoordinateSystem, Units } from '../../layer/coordinate-system.js';
import { britishNationalGrid, knownSystem, longitudeLatitude } from './known-systems.js';
import { projection } from './projection.js';

/** A system without how it is known. */
export type ParsedSystem = Omit<CoordinateSystem, 'howKnown' | 'remark'>;

/** What the projection library makes of a definition; the parts that are used. */
interface Parameters {
  readonly projName?: string;
  readonly name?: string;
  readonly title?: string;
  readonly units?: string;
  readonly to_meter?: number;
  readonly a?: number;
  readonly long0?: number;
  readonly lat0?: number;
  readonly x0?: number;
  readonly y0?: number;
  readonly datumCode?: string;
  readonly datum_params?: unknown;
  readonly nadgrids?: string;
  readonly datum?: { readonly datum_type: number };
}

const names = new Map([
  ['crs84', longitudeLatitude],
  ['wgs84', longitudeLatitude],
  ['wgs 84', longitudeLatitude],
  ['british national grid', britishNationalGrid],
  ['british_national_grid', britishNationalGrid],
  ['bng', britishNationalGrid],
  ['osgb36', britishNationalGrid],
  ['osgb36 / british national grid', britishNationalGrid],
  ['web mercator', 'EPSG:3857'],
]);

/** The system of the table that the text names, or null. Needs no projection library. */
export function namedSystem(text: string): ParsedSystem | null {
  const known = knownSystem(idIn(text.trim()));
  return known === null ? null : { ...known, isBritishNationalGrid: known.id === britishNationalGrid };
}

/**
 * The system that the text means, or null if it is none we can place. A definition (WKT, proj4, JSON) is read by the
 * projection library, which must be loaded.
 */
export function parseSystem(text: string): ParsedSystem | null {
  const stated = text.trim();
  const named = namedSystem(stated);
  if (named) return named;
  return /^[+{]|\[/.test(stated) ? parseDefinition(stated) : null;
}

/** `EPSG:n` from the spellings above; '' where the text gives no number. */
function idIn(stated: string): string {
  const named = names.get(stated.toLowerCase());
  if (named) return named;
  if (/^\d{4,6}$/.test(stated)) return `EPSG:${stated}`;
  if (/\bCRS:?84h?$/i.test(stated)) return longitudeLatitude;
  const short = /^(EPSG|ESRI|OGC|CRS|SRID)\s*:{1,2}\s*(\w+)$/i.exec(stated);
  if (short) return `${short[1]!.toUpperCase().replace('SRID', 'EPSG')}:${short[2]!.toUpperCase()}`;
  const address =
    /^urn:(?:x-)?ogc:def:crs:(EPSG|ESRI):[^:]*:(\d+)$/i.exec(stated) ??
    /\/def\/crs\/(EPSG|ESRI)\/[^/]+\/(\d+)\/?$/i.exec(stated) ??
    /\/(epsg)(?:\.xml)?#(\d+)$/i.exec(stated) ??
    /^\+init=(epsg|esri):(\d+)/i.exec(stated) ??
    /(?:AUTHORITY|ID)\s*\[\s*"(EPSG|ESRI)"\s*,\s*"?(\d+)"?(?:\s*,[^\]]*)?\]\s*\]\s*$/i.exec(stated) ??
    /"id"\s*:\s*\{\s*"authority"\s*:\s*"(EPSG|OGC)"\s*,\s*"code"\s*:\s*"?(\w+)"?\s*\}\s*\}\s*$/i.exec(stated);
  return address ? `${address[1]!.toUpperCase()}:${address[2]!.toUpperCase()}` : '';
}

function parseDefinition(stated: string): ParsedSystem | null {
  const definition = stated.startsWith('{') || stated.startsWith('+') ? stated : horizontalPart(stated);
  if (definition !== stated) {
    const named = namedSystem(definition);
    if (named) return named;
  }
  const parameters = parametersOf(definition);
  if (!parameters?.projName) return null;
  const same = sameParameters(parameters, definition);
  if (same) return { ...knownSystem(same)!, isBritishNationalGrid: same === britishNationalGrid };
  const geographic = parameters.projName === 'longlat';
  const name =
    /\["([^"]*)"/.exec(definition)?.[1] ?? parameters.title ?? parameters.name ?? definition.slice(0, 60);
  return {
    id: `“${name}”`,
    name,
    kind: geographic ? 'geographic' : 'planar',
    units: geographic ? 'degree' : unitsOf(parameters),
    definition,
    isBritishNationalGrid: false,
    accuracyMetres: accuracyOf(parameters),
  };
}

/** The projected or geographic part of a definition that also has heights; the text itself otherwise. */
function horizontalPart(text: string): string {
  if (!/^\s*(?:COMPD_CS|COMPOUNDCRS)\s*\[/i.test(text)) return text;
  const start = text.search(/(?:PROJCS|PROJCRS|PROJECTEDCRS|GEOGCS|GEOGCRS|GEODCRS)\s*\[/i);
  if (start < 0) return text;
  let depth = 0;
  for (let end = start; end < text.length; end++) {
    if (text[end] === '[') depth++;
    if (text[end] === ']' && --depth === 0) return text.slice(start, end + 1);
  }
  return text;
}

function parametersOf(definition: string): Parameters | null {
  try {
    const readable: unknown = definition.startsWith('{') ? JSON.parse(definition) : definition;
    return (projection() as unknown as { Proj: (text: unknown) => Parameters }).Proj(readable);
  } catch {
    return null;
  }
}

/** The id of the system of the table that has these very parameters, or null. */
function sameParameters(p: Parameters, definition: string): string | null {
  const degrees = (radians: number | undefined): number =>
    Math.round(((radians ?? 0) * 180e6) / Math.PI) / 1e6;
  const airy = Math.abs((p.a ?? 0) - 6377563.396) < 0.01;
  const transverse = /^(?:transverse.?mercator|tmerc|etmerc|gauss.?kruger)/i.test(p.projName!);
  if (
    airy &&
    transverse &&
    degrees(p.long0) === -2 &&
    degrees(p.lat0) === 49 &&
    p.x0 === 400000 &&
    p.y0 === -100000
  ) {
    return britishNationalGrid;
  }
  if (/Web_Mercator_Auxiliary_Sphere|Pseudo-?Mercator/i.test(definition)) return 'EPSG:3857';
  if (p.projName !== 'longlat') return null;
  if (airy) return 'EPSG:4277';
  if (/WGS[ _]?(?:19)?84/i.test(definition)) return longitudeLatitude;
  return /ETRS[ _]?(?:19)?89|European_Terrestrial/i.test(definition) ? 'EPSG:4258' : null;
}

function unitsOf(p: Parameters): Units {
  const factor = p.to_meter ?? 1;
  if (factor === 1) return 'metre';
  if (Math.abs(factor - 1200 / 3937) < 1e-9) return 'us-foot';
  return Math.abs(factor - 0.3048) < 1e-9 ? 'foot' : 'other';
}

/** A datum without any shift to WGS 84 may be off by hundreds of metres; one with a shift, by some. */
function accuracyOf(p: Parameters): number {
  const datumType = p.datum?.datum_type;
  if (datumType === 4 || /^(?:wgs84|etrs89)$/i.test(p.datumCode ?? '')) return 1;
  if (Math.abs((p.a ?? 0) - 6378137) < 0.01) return 2;
  return datumType === 1 || datumType === 2 ? 5 : 500;
}
