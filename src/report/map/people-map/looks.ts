/**
 * Colours and lines of a map of people: those of the Government Analysis Function, and tints of them. A page gives
 * each part a class instead and its style sheet says the same for dark colours.
 */

/** Parts of a map that have a look of their own. */
export type Part =
  | 'land'
  | 'told-land'
  | 'place-land'
  | 'tint'
  | 'moved'
  | 'coast'
  | 'minor'
  | 'border'
  | 'former'
  | 'place'
  | 'gap'
  | 'double'
  | 'circle'
  | 'key-circle'
  | 'badge'
  | 'badge-text'
  | 'leader'
  | 'frame'
  | 'inset'
  | 'ground'
  | 'source'
  | 'figure'
  | 'figure-none'
  | 'name'
  | 'second'
  | 'border-name'
  | 'dot'
  | 'file-unit'
  | 'fault'
  | 'cross'
  | 'group-land'
  | 'group-edge';

/** Attributes of a part, or its class. */
export type Look = (part: Part) => string;

export const INK = '#0B0C0C';
export const SECOND = '#505A5F';
const BLUE = '#12436D';
const ORANGE = '#F46A25';
const BROWN = '#A33C08';
const PINK = '#801650';
const HALO = 'paint-order="stroke" stroke="#FFFFFF" stroke-width="3" stroke-linejoin="round"';
const LINE = 'fill="none" stroke-linejoin="round"';

const ATTRIBUTES: Readonly<Record<Part, string>> = {
  land: 'fill="#EEF0F2" fill-rule="evenodd"',
  'told-land': 'fill="#DCE6EF" fill-rule="evenodd"',
  'place-land': 'fill="#DCE6EF" fill-rule="evenodd"',
  tint: 'fill="#FBD9C8" fill-rule="evenodd"',
  moved: `fill="${ORANGE}" fill-rule="evenodd" fill-opacity="0.85"`,
  coast: `${LINE} stroke="#8A949E" stroke-width="0.8"`,
  minor: `${LINE} stroke="#A9B3BD" stroke-width="0.8"`,
  border: `${LINE} stroke="${BLUE}" stroke-width="1.5"`,
  former: `${LINE} stroke="${PINK}" stroke-width="1.5" stroke-dasharray="5 3"`,
  place: `${LINE} stroke="${INK}" stroke-width="2.2"`,
  gap: `fill="url(#gap)" fill-rule="evenodd" stroke="${PINK}" stroke-width="1.5"`,
  double: `fill="url(#double)" fill-rule="evenodd" stroke="${BROWN}" stroke-width="1.5"`,
  circle: `fill="${ORANGE}" fill-opacity="0.62" stroke="${BROWN}" stroke-width="1.2"`,
  'key-circle': `fill="none" stroke="${BROWN}" stroke-width="1.2"`,
  badge: `fill="${BROWN}" stroke="#FFFFFF" stroke-width="1.5"`,
  'badge-text': 'fill="#FFFFFF" font-weight="bold"',
  leader: `fill="none" stroke="${SECOND}" stroke-width="1"`,
  frame: 'fill="none" stroke="#BFBFBF" stroke-width="1"',
  inset: 'fill="#FFFFFF" stroke="#505A5F" stroke-width="1"',
  ground: 'fill="#FFFFFF" fill-opacity="0.92" stroke="#BFBFBF" stroke-width="1"',
  source: 'fill="none" stroke="#505A5F" stroke-width="1"',
  figure: `fill="${BROWN}" font-weight="bold" ${HALO}`,
  'figure-none': `fill="${PINK}" font-weight="bold" ${HALO}`,
  name: `fill="${INK}" font-weight="bold" ${HALO}`,
  second: `fill="${SECOND}" ${HALO}`,
  'border-name': `fill="${BLUE}" ${HALO}`,
  dot: `fill="${INK}"`,
  'file-unit': 'fill="#DCE6EF" fill-rule="evenodd" stroke="#4F7391" stroke-width="0.75"',
  fault: `fill="${PINK}" fill-opacity="0.6" stroke="${PINK}" stroke-width="1"`,
  cross: `fill="none" stroke="${BROWN}" stroke-width="2.5"`,
  'group-land': 'fill="#C8D9E8" fill-rule="evenodd"',
  'group-edge': `${LINE} stroke="${SECOND}" stroke-width="1.5"`,
};

/** Looks of a picture that stands by itself. */
export const paperLook: Look = (part) => ATTRIBUTES[part];

/** Looks of a part of the page. */
export const pageLook: Look = (part) => `class="pm-${part}"`;

/** Patterns that the looks of a picture use, to stand in `defs`. */
export const patterns = [
  '<pattern id="gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
  `<rect width="6" height="6" fill="#FFFFFF"/><path d="M1.5 0V6" stroke="${PINK}" stroke-width="3"/></pattern>`,
  '<pattern id="double" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
  `<rect width="5" height="5" fill="#FFFFFF"/><path d="M0 2.5H5M2.5 0V5" stroke="${ORANGE}" stroke-width="1.6"/></pattern>`,
].join('');
