/**
 * What is wrong with a GeoJSON feature by the standard (RFC 7946), in the words of the standard: a list, empty for one
 * that is as it should be.
 *
 *     { "type": "Feature", "properties": {}, "geometry": { "type": "Polygon", "coordinates": [[[0, 52], [1, 52]]] } }
 *         ──►  ring 1: a ring must have at least four positions; ring 1: its first and last positions must be the same
 */

/** Says where and what; `where` is blank for the feature itself. */
type Tell = (where: string, what: string) => void;

type Check = (value: unknown, where: string, tell: Tell) => void;

/** The faults of a feature, in the order of its members. */
export function faultsOfFeature(feature: unknown): string[] {
  const faults: string[] = [];
  const tell: Tell = (where, what) => void faults.push(where === '' ? what : `${where}: ${what}`);
  if (!isObject(feature)) return ['a feature must be an object'];
  checkBox(feature, '', tell);
  checkMembers(feature, ['type', 'properties', 'geometry'], '', tell);
  if ('type' in feature && feature['type'] !== 'Feature') tell('', 'its "type" must be "Feature"');
  const properties = feature['properties'] ?? null;
  if (properties !== null && !isObject(properties)) tell('', '"properties" must be an object or null');
  const geometry = feature['geometry'] ?? null;
  if (geometry !== null) checkGeometry(geometry, '', tell);
  return faults;
}

const checkGeometry: Check = (geometry, where, tell) => {
  if (!isObject(geometry)) return tell(where, 'a geometry must be an object or null');
  checkBox(geometry, where, tell);
  checkMembers(geometry, ['type'], where, tell);
  const { type } = geometry;
  if (type === 'GeometryCollection') {
    checkMembers(geometry, ['geometries'], where, tell);
    if ('geometries' in geometry)
      checkEach('geometry', checkGeometry)(geometry['geometries'], within(where, '"geometries"'), tell);
    return;
  }
  const check = Object.hasOwn(COORDINATES, String(type)) ? COORDINATES[String(type)] : undefined;
  if (check === undefined) {
    if ('type' in geometry) tell(where, `there is no geometry of "type" ${JSON.stringify(type)}`);
    return;
  }
  checkMembers(geometry, ['coordinates'], where, tell);
  if ('coordinates' in geometry) check(geometry['coordinates'], where, tell);
};

const checkPosition: Check = (position, where, tell) => {
  if (!Array.isArray(position)) return tell(where, 'a position must be a list of numbers');
  if (position.length < 2) tell(where, 'a position must have at least two numbers');
  if (!position.every((each) => typeof each === 'number')) tell(where, 'a position must hold numbers only');
};

const checkLine: Check = (line, where, tell) => {
  checkEach('position', checkPosition)(line, where, tell);
  if (Array.isArray(line) && line.length < 2) tell(where, 'a line must have at least two positions');
};

const checkRing: Check = (ring, where, tell) => {
  checkEach('position', checkPosition)(ring, where, tell);
  if (!Array.isArray(ring)) return;
  if (ring.length < 4) tell(where, 'a ring must have at least four positions');
  const [first, last] = [ring[0], ring.at(-1)].map((end) => JSON.stringify(end));
  if (first !== last) tell(where, 'its first and last positions must be the same');
};

/** Checks every item of a list, each called by its number. */
function checkEach(what: string, check: Check): Check {
  return (list, where, tell) => {
    if (!Array.isArray(list)) return tell(where, `a list of ${PLURAL[what]!} must be here`);
    list.forEach((each, i) => check(each, within(where, `${what} ${i + 1}`), tell));
  };
}

const PLURAL: Readonly<Record<string, string>> = {
  position: 'positions',
  line: 'lines',
  ring: 'rings',
  polygon: 'polygons',
  geometry: 'geometries',
};

const checkPolygon = checkEach('ring', checkRing);

const COORDINATES: Readonly<Record<string, Check>> = {
  Point: checkPosition,
  MultiPoint: checkEach('position', checkPosition),
  LineString: checkLine,
  MultiLineString: checkEach('line', checkLine),
  Polygon: checkPolygon,
  MultiPolygon: checkEach('polygon', checkPolygon),
};

function checkMembers(
  object: Readonly<Record<string, unknown>>,
  names: readonly string[],
  where: string,
  tell: Tell,
): void {
  for (const name of names) if (!(name in object)) tell(where, `it must have a member "${name}"`);
}

/** A box is as many numbers for one corner as for the other, two or three. */
function checkBox(object: Readonly<Record<string, unknown>>, where: string, tell: Tell): void {
  if (!('bbox' in object)) return;
  const box = object['bbox'];
  const isBox =
    Array.isArray(box) && [4, 6].includes(box.length) && box.every((each) => typeof each === 'number');
  if (!isBox) tell(where, '"bbox" must be a list of four or six numbers');
}

const within = (where: string, part: string): string => (where === '' ? part : `${where}, ${part}`);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
