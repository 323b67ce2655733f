/**
 * Files that are no files of their own, but parts of one that lies beside them: `wards.dbf` of `wards.shp`.
 */
import { baseName, extensionOf, stemOf } from '../../read/formats/format.js';
import { siblingExtensionsOf } from '../../read/formats/formats.js';

/** What programs put beside a Shapefile, or beside a GeoPackage that is open, and nothing here has to read. */
const LEFT_ASIDE: Readonly<Record<string, readonly string[]>> = {
  '.shp': ['.shx', '.sbn', '.sbx', '.qix', '.qpj', '.qmd', '.shp.xml'],
  '.gpkg': ['.gpkg-shm'],
};

/** Of some names, those that are a part of another one; whatever their case. */
export function partsBeside(names: readonly string[]): ReadonlySet<string> {
  const parts = new Set(
    names.flatMap((name) =>
      [...siblingExtensionsOf(name), ...(LEFT_ASIDE[extensionOf(name)] ?? [])].map((ending) =>
        `${stemOf(name)}${ending}`.toLowerCase(),
      ),
    ),
  );
  return new Set(names.filter((name) => parts.has(baseName(name).toLowerCase())));
}
