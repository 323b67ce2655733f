/**
 * Files that are published without headings, known by the shape of their rows.
 *
 *     "ZZ1 1AA",10,420000,430000,"E92000001",…          Code-Point Open (Ordnance Survey), ten columns
 *     "A81001","THE SURGERY","Y63","QX1",…              epraccur (NHS practices), twenty-seven columns
 */

export interface KnownLayout {
  readonly name: string;
  readonly headings: readonly string[];
}

interface Shape extends KnownLayout {
  /** What the first cells of a row look like, by column. */
  readonly cells: Readonly<Record<number, RegExp>>;
}

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? *\d[A-Z]{2}$/;
const METRES = /^\d{1,7}$/;
const blank = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `column ${from + i}`);

const SHAPES: readonly Shape[] = [
  {
    name: 'Code-Point Open',
    headings: [
      'Postcode',
      'Positional quality',
      'Eastings',
      'Northings',
      'Country code',
      'NHS regional HA code',
      'NHS HA code',
      'Admin county code',
      'Admin district code',
      'Admin ward code',
    ],
    cells: { 0: POSTCODE, 1: /^\d\d$/, 2: METRES, 3: METRES, 4: /^([ESW]92\d{6})?$/ },
  },
  {
    name: 'epraccur',
    headings: [
      'Practice code',
      'Practice name',
      'National grouping',
      'High level health geography',
      ...[1, 2, 3, 4, 5].map((line) => `Address line ${line}`),
      'Practice postcode',
      'Open date',
      'Close date',
      'Status code',
      'Organisation sub-type code',
      'Commissioner',
      'Join provider date',
      'Left provider date',
      'Contact telephone number',
      ...blank(19, 21),
      'Amended record indicator',
      'column 23',
      'Provider or purchaser',
      'column 25',
      'Prescribing setting',
      'column 27',
    ],
    cells: { 0: /^[A-Z]\d{5}$/, 2: /^Y\d\w$/, 9: POSTCODE, 10: /^(19|20)\d{6}$/ },
  },
];

/** The layout of a row without headings, or null. */
export function knownLayout(cells: readonly string[]): KnownLayout | null {
  return (
    SHAPES.find(
      ({ headings, cells: shape }) =>
        cells.length === headings.length &&
        Object.entries(shape).every(([column, pattern]) => pattern.test(cells[Number(column)]!.trim())),
    ) ?? null
  );
}
