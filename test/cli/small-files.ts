/**
 * Boundary files small enough to write in a test: squares in degrees or metres, as GeoJSON text.
 */
export type Position = readonly [number, number];

/** A closed square ring from its south-west corner. */
export const square = (west: number, south: number, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

/** A feature of polygons in one; `geometry` may be anything, to be wrong on purpose. */
export const feature = (properties: object | null, geometry: unknown): object => ({
  type: 'Feature',
  properties,
  geometry,
});

export const polygon = (...rings: readonly (readonly Position[])[]): object => ({
  type: 'Polygon',
  coordinates: rings,
});

/** A whole file; `members` stand before the features. */
export const collection = (features: readonly object[], members: object = {}): string =>
  JSON.stringify({ type: 'FeatureCollection', ...members, features });

/** Two ICBs of 2024 side by side, a tenth of a degree wide. */
export const ash = feature({ ICB24CD: 'E54000001', ICB24NM: 'Ash' }, polygon(square(-1, 52, 0.1)));
export const birch = feature({ ICB24CD: 'E54000002', ICB24NM: 'Birch' }, polygon(square(-0.9, 52, 0.1)));
export const icbs = collection([ash, birch]);

/** Two councils of 2024 on the same land. */
export const councils = collection([
  feature({ LAD24CD: 'E07000001', LAD24NM: 'Elm', COUNTY: 'Oakshire' }, polygon(square(-1, 52, 0.1))),
  feature({ LAD24CD: 'E07000002', LAD24NM: 'Fir', COUNTY: 'Oakshire' }, polygon(square(-0.9, 52, 0.1))),
]);
