/**
 * A fault the user can mend: the input or the command is wrong.
 *
 * Every such fault says which file, which unit, where in it, and what to do. The command line prints it
 * and exits with 2. A fault of ours is a plain Error (exit 3); a fault of the map is a finding in the result.
 */
export interface InputTrouble {
  /** Stable short name of the fault, e.g. `file-missing`. */
  readonly id: string;
  /** What is wrong, one sentence without a full stop at the end. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly hint: string;
  /** The file as the user named it. */
  readonly file?: string;
  /** Code or name of the unit concerned. */
  readonly unit?: string;
  /** Where in the file: a byte offset, a line, a feature number or a position. */
  readonly place?: string;
  /** What the hint leaves to choose from, where that can be listed. */
  readonly offers?: readonly Offer[];
}

/** A setting that would mend a fault, and the values it could have. */
export interface Offer {
  /**
   * Of the file: the field of its `code` or `name`, its coordinate system, its `inner` layer, the counted `column` (with
   * `CODES:` before it where that of the codes is meant too), the column of a lookup's `weight`. Of the run: `truncated` downloads and `unmatched` per cent
   * that are allowed, the `place` that is meant.
   */
  readonly setting: 'code' | 'name' | 'crs' | 'inner' | 'column' | 'weight' | 'truncated' | 'unmatched' | 'place';
  readonly values: readonly string[];
}

/** Thrown for a fault the user can mend; carries all parts of the message separately. */
export class InputError extends Error {
  readonly trouble: InputTrouble;

  constructor(trouble: InputTrouble) {
    super(inputErrorText(trouble));
    this.name = 'InputError';
    this.trouble = trouble;
  }
}

/** The whole message on one line: `file: unit: place: what is wrong. What to do.` */
export function inputErrorText(trouble: InputTrouble): string {
  const where = [trouble.file, trouble.unit, trouble.place].filter((part) => part !== undefined).join(': ');
  return `${where === '' ? '' : `${where}: `}${trouble.message}. ${trouble.hint}`;
}
