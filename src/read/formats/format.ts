/**
 * What a boundary format is to the rest of the program, and what the program lends it while it reads.
 *
 * A format turns the bytes of one file into one FeatureTable. It never touches a disk: what it needs beyond the bytes
 * (the .dbf beside a .shp, the compiled code of SQLite) is handed to it. Adding a format is one file that exports a
 * BoundaryFormat and one line in `formats.ts`.
 */
import type { FeatureTable } from '../../layer/feature-table.js';
import type { Converter } from './converter.js';

export interface BoundaryFormat {
  /** Short stable name: `shapefile`, `geopackage`, … */
  readonly id: string;
  /** Name for people. */
  readonly name: string;
  /** Usual file endings, lower case with their dot. Content decides; these only tell when a name misleads. */
  readonly extensions: readonly string[];
  /** Endings of files that belong beside this one and should be passed in `siblings` where they exist. */
  readonly siblingExtensions?: readonly string[];
  /** True if the bytes (or, for plain text, the name) look like this format. Never throws. */
  detect(bytes: Uint8Array, fileName: string): boolean;
  /** Names of the layers in the file, in the file's order; what `path#name` may name. */
  listLayers(bytes: Uint8Array, fileName: string, tools: ReadingTools): Promise<string[]>;
  /** Names of its tables without shapes, which may be named too; absent for formats that hold none. */
  listTables?(bytes: Uint8Array, fileName: string, tools: ReadingTools): Promise<string[]>;
  /**
   * The features of one layer. `inner` is the name after `#`, or null if the user gave none.
   * Throws InputError if the file is damaged, or holds several layers and none is named.
   */
  read(bytes: Uint8Array, fileName: string, inner: string | null, tools: ReadingTools): Promise<FeatureTable>;
}

/** What the caller lends a format. */
export interface ReadingTools {
  /** Fetches a file of an installed package by its name (`sql-wasm.wasm`); without it the package looks for itself. */
  readonly loadAsset?: (name: string) => Promise<Uint8Array>;
  /** Files found beside the one read, by ending: `.dbf`, `.prj`, `.cpg`. */
  readonly siblings?: Readonly<Record<string, Uint8Array>>;
  /** A program of others for formats that nothing here reads; absent where the caller lends none. */
  readonly converter?: Converter;
  /** Most bytes that a compressed file may unpack to. */
  readonly unpackLimit: number;
}

/** Tools for a caller who has nothing to lend: no siblings, at most 4 GiB unpacked. */
export const plainTools: ReadingTools = { unpackLimit: 4 * 2 ** 30 };

/** The file's name without folders, lower-case ending and all. */
export const baseName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** The last ending of a name in lower case with its dot (`.shp`), or '' where it has none. */
export function extensionOf(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

/** The same of a member of an archive (`lad.zip#wards.tab`), without the archive's. */
export const memberName = (path: string): string => baseName(path).replace(/^.*#/, '');

/** The file's name without folders and without its last ending. */
export function stemOf(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
