/**
 * How terminal text gets its colour: four inks, given by whoever knows the terminal.
 *
 * Reports say what a piece of text is; the command line decides whether that is shown in colour. Colour never
 * carries meaning alone: the words say the same.
 */
export interface Paint {
  /** The headline. */
  readonly bold: (text: string) => string;
  /** What matters less: notes, repeated names, rows set aside. */
  readonly dim: (text: string) => string;
  /** Headings. */
  readonly accent: (text: string) => string;
  /** What needs a look. */
  readonly warn: (text: string) => string;
}

const asIs = (text: string): string => text;

/** No colour at all. */
export const plainPaint: Paint = { bold: asIs, dim: asIs, accent: asIs, warn: asIs };
