/**
 * A file geodatabase of Esri: a folder of tables called NAME.gdb, as a zip archive.
 *
 * A folder on disk comes as an archive too (`src/cli/gdal/pack-folder.ts`), so that there is one way in. Sizes and
 * checksums of its members are held before anything is handed on.
 */
import { InputError } from '../../trouble/input-error.js';
import { convertedFormat } from './converted.js';
import { baseName, plainTools } from './format.js';
import { isZip } from './packed-kinds.js';
import { readZipDirectory, unpackMember } from './zip-directory.js';

/** Members by which an archive holds something else too, that has to be named. */
const OTHER = /\.(shp|gpkg|fgb|geojson|json|topojson|parquet|kml|gml|mif)$/i;

/** Whether the names of an archive's members, or of a folder's files, are those of a file geodatabase. */
export const isGeodatabase = (names: readonly string[]): boolean =>
  names.some((name) => /\.gdbtable$/i.test(name)) && !names.some((name) => OTHER.test(name));

export const geodatabase = convertedFormat({
  id: 'geodatabase',
  name: 'a file geodatabase',
  extensions: ['.gdb', '.zip'],
  detect: (bytes, fileName) => isZip(bytes) && isGeodatabase(memberNames(bytes, fileName)),
  filesOf: (bytes, fileName, tools) => {
    const { members } = readZipDirectory(bytes, fileName, tools.unpackLimit);
    const folders = [
      ...new Set(members.filter(({ name }) => isGeodatabase([name])).map(({ name }) => folderOf(name))),
    ];
    if (folders.length > 1) {
      throw new InputError({
        id: 'several-geodatabases',
        file: fileName,
        message: `it holds ${folders.length} file geodatabases: ${folders.join(', ')}`,
        hint: 'Unpack it and give the one that is meant.',
      });
    }
    const [folder] = folders as [string];
    // Whatever it is called, the folder is told by its ending.
    const main = baseName(folder).toLowerCase().endsWith('.gdb') ? baseName(folder) : 'data.gdb';
    const files = members
      .filter(({ name }) => folderOf(name) === folder)
      .map((member) => ({
        name: `${main}/${baseName(member.name)}`,
        bytes: unpackMember(bytes, member, fileName),
      }));
    return { files, main };
  },
});

const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')));

/** Names of an archive's members; none where its directory cannot be read: what is wrong is told by who reads it. */
function memberNames(bytes: Uint8Array, fileName: string): string[] {
  try {
    return readZipDirectory(bytes, fileName, plainTools.unpackLimit).members.map(({ name }) => name);
  } catch {
    return [];
  }
}
