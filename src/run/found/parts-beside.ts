/**
 * Files that are no files of their own, but parts of one that lies beside them: `wards.dbf` of `wards.shp`.
 */
import { baseName, extensionOf, stemOf } from '../../read/formats/format.js';
import { folderOf } from '../files.js';
import type { InputTrouble } from '../../trouble/input-error.js';
import { siblingExtensionsOf } from '../../read/formats/formats.js';

/** What programs put beside a Shapefile, or beside a GeoPackage that is open, and nothing here has to read. */
const LEFT_ASIDE: Readonly<Record<string, readonly string[]>> = {
  '.shp': ['.shx', '.sbn', '.sbx', '.qix', '.qpj', '.qmd', '.shp.xml'],
  '.gpkg': ['.gpkg-shm'],
};

/** Of what a file is a part by its ending, and the ending of that. */
const PART_OF: readonly (readonly [ending: RegExp, what: string, main: string])[] = [
  [/\.(dbf|prj|cpg|shx|sbn|sbx|qix|qpj|qmd|shp\.xml)$/i, 'a Shapefile', '.shp'],
  [/\.gpkg-(wal|shm)$/i, 'a GeoPackage that is open', '.gpkg'],
];

/** The trouble with a file that is a part of another, which is not there; null for any other file. */
export function partAlone(name: string): InputTrouble | null {
  for (const [ending, what, main] of PART_OF) {
    if (!ending.test(name)) continue;
    const whole = baseName(name).replace(ending, main);
    return {
      id: 'part-alone',
      file: name,
      message: `it is a part of ${what}, and ${whole} is not here`,
      hint: `Drop ${whole} too`,
    };
  }
  return null;
}

/** Of some names, those that are a part of another one in the same folder; whatever their case. */
export function partsBeside(names: readonly string[]): ReadonlySet<string> {
  const parts = new Set(
    names.flatMap((name) =>
      [...siblingExtensionsOf(name), ...(LEFT_ASIDE[extensionOf(name)] ?? [])].map((ending) =>
        `${folderOf(name)}${stemOf(name)}${ending}`.toLowerCase(),
      ),
    ),
  );
  return new Set(names.filter((name) => parts.has(name.toLowerCase())));
}
