/**
 * The coordinate systems known by number: those of the British Isles, the world's usual ones, and zones by rule.
 *
 * The projection library has no register of its own. The parameters are those of the EPSG register; the accuracy is
 * that of the step to longitude and latitude on WGS 84. Any other system is read from the definition in the file
 * itself, or from one given with --crs.
 */
import type { Units } from '../../layer/coordinate-system.js';

export interface KnownSystem {
  readonly id: string;
  readonly name: string;
  readonly kind: 'geographic' | 'planar';
  readonly units: Units;
  readonly definition: string;
  readonly accuracyMetres: number;
}

export const britishNationalGrid = 'EPSG:27700';
/** The systems in metres that files without a word on theirs are mostly in. */
export const METRES: readonly string[] = [britishNationalGrid, 'EPSG:3857'];
export const longitudeLatitude = 'EPSG:4326';

const osgb36 = '+ellps=airy +towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894';
const ireland = '+towgs84=482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15';
const modifiedAiry = '+a=6377340.189 +rf=299.3249646';
const etrs89 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0';

const geographic = (code: number, name: string, datum: string, accuracyMetres: number): KnownSystem => ({
  id: `EPSG:${code}`,
  name,
  kind: 'geographic',
  units: 'degree',
  definition: `+proj=longlat ${datum} +no_defs`,
  accuracyMetres,
});

const planar = (
  code: number,
  name: string,
  definition: string,
  accuracyMetres: number,
  units: Units = 'metre',
): KnownSystem => ({
  id: `EPSG:${code}`,
  name,
  kind: 'planar',
  units,
  definition: `${definition} +units=${units === 'us-foot' ? 'us-ft' : 'm'} +no_defs`,
  accuracyMetres,
});

const table: readonly KnownSystem[] = [
  geographic(4326, 'WGS 84 longitude and latitude', '+datum=WGS84', 0),
  geographic(4258, 'ETRS89 longitude and latitude', etrs89, 1),
  geographic(4269, 'NAD83 longitude and latitude', '+datum=NAD83', 2),
  geographic(4277, 'OSGB36 longitude and latitude', osgb36, 5),
  planar(
    27700,
    'British National Grid',
    `+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 ${osgb36}`,
    5,
  ),
  planar(
    3857,
    'Web Mercator',
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +nadgrids=@null',
    0,
  ),
  planar(
    2157,
    'Irish Transverse Mercator',
    `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=0.99982 +x_0=600000 +y_0=750000 ${etrs89}`,
    1,
  ),
  planar(
    29901,
    'Irish National Grid (OSNI 1952)',
    `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1 +x_0=200000 +y_0=250000 +ellps=airy ${ireland}`,
    1,
  ),
  planar(
    29902,
    'Irish Grid (TM65)',
    `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 ${modifiedAiry} ${ireland}`,
    1,
  ),
  planar(
    29903,
    'Irish Grid (TM75)',
    `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 ${modifiedAiry} ${ireland}`,
    1,
  ),
  planar(
    3035,
    'ETRS89 equal area for Europe',
    `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 ${etrs89}`,
    1,
  ),
  planar(
    3034,
    'ETRS89 conformal for Europe',
    `+proj=lcc +lat_0=52 +lon_0=10 +lat_1=35 +lat_2=65 +x_0=4000000 +y_0=2800000 ${etrs89}`,
    1,
  ),
  planar(
    2232,
    'NAD83 Colorado Central, US feet',
    '+proj=lcc +lat_0=37.8333333333333 +lon_0=-105.5 +lat_1=39.75 +lat_2=38.45 +x_0=914401.828803658 +y_0=304800.609601219 +datum=NAD83',
    2,
    'us-foot',
  ),
];

const byId = new Map(table.map((system) => [system.id, system]));

/** Other numbers for the same positions: old or vendors' Web Mercators, the British grid with heights. */
const sameAs = new Map([
  ...['EPSG:900913', 'EPSG:3785', 'EPSG:102100', 'EPSG:102113', 'ESRI:102100', 'ESRI:102113'].map(
    (alias): [string, string] => [alias, 'EPSG:3857'],
  ),
  ['EPSG:7405', britishNationalGrid],
  ['EPSG:4979', longitudeLatitude],
  ['OGC:CRS84', longitudeLatitude],
  ['OGC:CRS84H', longitudeLatitude],
  ['CRS:84', longitudeLatitude],
  ['EPSG:4937', 'EPSG:4258'],
]);

/** The system with an id such as `EPSG:27700` (upper case, no version), or null if it is not in the table. */
export function knownSystem(id: string): KnownSystem | null {
  const code = sameAs.get(id) ?? id;
  return byId.get(code) ?? zone(code);
}

/** UTM zones: WGS 84 north 326zz and south 327zz, ETRS89 258zz, NAD83 269zz. */
function zone(id: string): KnownSystem | null {
  const match = /^EPSG:(326|327|258|269)(\d\d)$/.exec(id);
  const number = Number(match?.[2]);
  if (!match || number < 1 || number > 60) return null;
  const [datum, name, accuracy] = {
    '326': ['+datum=WGS84', `WGS 84 UTM zone ${number} north`, 0] as const,
    '327': ['+south +datum=WGS84', `WGS 84 UTM zone ${number} south`, 0] as const,
    '258': [etrs89, `ETRS89 UTM zone ${number} north`, 1] as const,
    '269': ['+datum=NAD83', `NAD83 UTM zone ${number} north`, 2] as const,
  }[match[1] as '326' | '327' | '258' | '269'];
  return planar(Number(match[1] + match[2]!), name, `+proj=utm +zone=${number} ${datum}`, accuracy);
}

/** Ids of the systems of the British Isles and the usual ones, the one in use among them, for choosing. */
export const systemsToChoose = (used: string): string[] => [
  ...new Set([used, ...table.map(({ id }) => id).filter((id) => id !== 'EPSG:2232')]),
];
