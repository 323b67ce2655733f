/**
 * A program of others that the caller may lend, for formats that nothing here reads: it makes FlatGeobuf of one layer.
 *
 * In Node that is GDAL where the user has installed it (`src/cli/gdal`); a page may lend one of its own, or none.
 */

/** A file handed to the program: its name, with the folder it must lie in (`lad.gdb/a00000001.gdbtable`). */
export interface ConvertibleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A layer as the program finds it. */
export interface ConvertibleLayer {
  readonly name: string;
  /** Features it is said to have. */
  readonly features: number;
  /** False for a table. */
  readonly hasShapes: boolean;
}

/** Files opened by the program. */
export interface Conversion {
  readonly layers: readonly ConvertibleLayer[];
  /** One layer as FlatGeobuf, in its own coordinate system. Throws Error with what the program says against it. */
  toFlatGeobuf(layer: string): Promise<Uint8Array>;
  /** Lets go of the program. */
  close(): void;
}

export interface Converter {
  /** Whether the program is installed. */
  isThere(): boolean;
  /**
   * Opens files that belong together, of which `main` names the file or the folder that stands for them. Throws Error
   * with what the program says against them.
   */
  open(files: readonly ConvertibleFile[], main: string): Promise<Conversion>;
}
