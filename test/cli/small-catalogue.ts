/**
 * A catalogue of a few made-up services, and the portal that has them: ICBs of two vintages, councils, a lookup, points
 * and residents.
 */
import { openSmallPortal, type SmallPortal, type SmallService } from './small-portal.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const icbs = (count: number, year: string): SmallService => ({
  geometry: 'esriGeometryPolygon',
  rows: numbers(count).map((n) => ({ [`ICB${year}CD`]: `E5400000${n}`, [`ICB${year}NM`]: `Board ${n}` })),
});

/** Services by name. The councils have one of Wales beside those of England. */
export const SERVICES: Readonly<Record<string, SmallService>> = {
  Boards_2024_BGC: icbs(4, '24'),
  Boards_2026_BGC: icbs(3, '26'),
  Boards_2026_BSC: icbs(3, '26'),
  Councils_2026_BGC: {
    geometry: 'esriGeometryPolygon',
    rows: [...numbers(3).map((n) => `E0600000${n}`), 'W06000001'].map((code, i) => ({
      LAD26CD: code,
      LAD26NM: `Council ${i + 1}`,
    })),
  },
  Lookup_2026: {
    geometry: null,
    rows: numbers(6).map((n) => ({
      LSOA21CD: `E0100000${n}`,
      ICB26CD: `E5400000${Math.ceil(n / 2)}`,
      LAD26CD: `E0600000${Math.ceil(n / 3)}`,
    })),
  },
  Centroids_2021: {
    geometry: 'esriGeometryPoint',
    rows: numbers(6).map((n) => ({ LSOA21CD: `E0100000${n}` })),
  },
};

export const RESIDENTS = `LSOA21CD,residents\n${numbers(6)
  .map((n) => `E0100000${n},${n}000\n`)
  .join('')}`;

/** The text of a catalogue of them. */
export const catalogueText = (origin: string): string => `services: ${origin}/x/arcgis/rest/services
portal: ${origin}
organisation: x
licence: A licence made up for a test
attributions: { own: "Made up for a test {year}" }
seen: { here: a test }
entries:
  - id: icb@2026
    title: Integrated care boards, April 2026
    date: "2026-04"
    holds: boundaries
    kind: icb
    extent: EN
    code: ICB26CD
    name: ICB26NM
    units: { all: 3, england: 3 }
    services:
      - { resolution: BGC, service: Boards_2026_BGC, layer: 0, page: 2, seen: here }
      - { resolution: BSC, service: Boards_2026_BSC, layer: 0, page: 2, seen: here }
  - id: icb@2024
    title: Integrated care boards, April 2024
    date: "2024-04"
    holds: boundaries
    kind: icb
    extent: EN
    code: ICB24CD
    name: ICB24NM
    units: { all: 4, england: 4 }
    services:
      - { resolution: BGC, service: Boards_2024_BGC, layer: 0, page: 2, seen: here }
  - id: ltla@2026
    title: Local authority districts, May 2026
    date: "2026-05"
    holds: boundaries
    kind: ltla
    extent: UK
    code: LAD26CD
    name: LAD26NM
    units: { all: 4, england: 3 }
    services:
      - { resolution: BGC, service: Councils_2026_BGC, layer: 0, page: 500, seen: here }
  - id: lsoa-icb@2026
    title: LSOA 2021 to ICB and council, April 2026
    date: "2026-04"
    holds: lookup
    extent: EN
    code: LSOA21CD
    groups: [ICB26CD, LAD26CD]
    units: { all: 6 }
    services:
      - { service: Lookup_2026, layer: 0, page: 2000, seen: here }
  - id: lsoa-centroids@2021
    title: Population-weighted centroids of LSOAs, December 2021
    date: "2021-12"
    holds: points
    kind: lsoa
    extent: EW
    code: LSOA21CD
    services:
      - { service: Centroids_2021, layer: 0, page: 2000, seen: here }
  - id: residents@2021
    title: Usual residents by LSOA
    date: "2021-03"
    holds: people
    kind: lsoa
    extent: EW
    services:
      - { address: "${origin}/residents.csv", seen: here }
`;

/** The portal with the services, and a few items in its own catalogue. */
export const openCataloguePortal = (): Promise<SmallPortal> =>
  openSmallPortal(SERVICES, { '/residents.csv': RESIDENTS }, [
    { title: 'Integrated Care Boards (April 2027) Boundaries EN BGC', service: 'Boards_2027_BGC' },
    { title: 'Integrated Care Boards (April 2026) Boundaries EN BGC', service: 'Boards_2026_BGC' },
    { title: 'Integrated Care Boards (April 2023) EN BFC', service: 'Boards_2023_BFC' },
    { title: 'Integrated Care Boards (April 2027) in a picture', service: 'Picture', type: 'Image' },
    { title: 'Wards (May 2026) Boundaries UK BGC', service: 'Wards' },
  ]);
