/**
 * Colours and lines of the map: those of the Government Analysis Function, apart enough in lightness to be told apart
 * in print, and a pattern for what matters most.
 */
export const INK = '#0B0C0C';

/** Land of a unit that is shared. */
export const TINT = '#FBE3D6';

const LINES = ['#12436D', '#6B7280', '#801650', '#28A197'] as const;

/** Attributes of the borders of a layer: thick for the first, thin for the others. */
export const lineLook = (layer: number): string =>
  `fill="none" stroke="${LINES[layer % LINES.length]!}" stroke-width="${layer === 0 ? 1.8 : 0.6}" stroke-linejoin="round"`;

/** What a table's shapes look like and are called. */
export interface Mark {
  /** Name of the table, which may have the name of a report after it. */
  readonly table: string;
  readonly words: string;
  readonly form: 'area' | 'line';
  readonly look: string;
}

/** Fill that `patternDefinition` defines. */
const HATCH = 'url(#hatch)';
const ORANGE = '#F46A25';

/** In the order of drawing. */
export const MARKS: readonly Mark[] = [
  { table: 'doubles', words: 'double cover', form: 'area', look: 'fill="#28A197" fill-rule="evenodd"' },
  {
    table: 'gaps',
    words: 'gap: no unit covers it',
    form: 'area',
    look: 'fill="#801650" fill-rule="evenodd"',
  },
  { table: 'patches', words: 'misaligned patch', form: 'area', look: `fill="${HATCH}" fill-rule="evenodd"` },
  {
    table: 'stretches',
    words: 'border that deviates',
    form: 'line',
    look: `fill="none" stroke="${ORANGE}" stroke-width="2.5" stroke-linecap="round"`,
  },
];

/** Whether a table is of a mark. */
export const isOfMark = (table: string, mark: Mark): boolean =>
  table === mark.table || table.startsWith(`${mark.table}_`);

/** The hatching, to stand in `defs`. */
export const patternDefinition = [
  '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
  `<rect width="6" height="6" fill="${ORANGE}"/><path d="M0 0V6" stroke="#FFFFFF" stroke-width="2"/></pattern>`,
].join('');
