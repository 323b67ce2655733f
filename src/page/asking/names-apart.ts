/**
 * Names under which files are taken in, so that none takes the place of another.
 *
 *     there: lad.geojson      given: lad.geojson, other bytes      lad-2.geojson
 *                                    lad.geojson, the same bytes   it is there already
 *                                    lad.geojson out of 2024/      2024/lad.geojson
 *     there: wards.shp .dbf   given: wards.shp .dbf .prj           wards-2.shp .dbf .prj: parts stay together
 */

/** A file that is given. */
export interface GivenFile {
  /** Its path below the folder that was given, or its name. */
  readonly path: string;
  /** Name of the folder that was given; blank where files were. */
  readonly folder: string;
}

/** What a file is called from now on; `isThere` where the very same is there under that name. */
export interface NamedApart {
  readonly name: string;
  readonly isThere: boolean;
}

/** Endings of files that belong to one of the same name. */
const PARTS =
  /\.(shp|shx|dbf|prj|cpg|sbn|sbx|qix|qpj|qmd|shp\.xml|gpkg|gpkg-wal|gpkg-shm|tab|dat|map|id|ind|mif|mid)$/i;

/** The names, in the order given. `isThere` tells of names in use, `isSame` whether what has one is a given file, byte for byte. */
export async function namesApart(
  given: readonly GivenFile[],
  isThere: (name: string) => boolean,
  isSame: (at: number, name: string) => Promise<boolean>,
): Promise<NamedApart[]> {
  const named = new Map<number, NamedApart>();
  const taken = new Map<string, number>();
  /** Whether what has a name now, or was given it just now, is something else than this file. */
  const isOther = async (at: number, name: string): Promise<boolean> =>
    taken.has(name) || (isThere(name) && !(await isSame(at, name)));
  for (const family of families(given)) {
    for (let n = 1; ; n++) {
      const names = family.map((at) => nameFor(given[at]!, n));
      if ((await Promise.all(family.map((at, i) => isOther(at, names[i]!)))).includes(true)) continue;
      for (const [i, at] of family.entries()) {
        named.set(at, { name: names[i]!, isThere: isThere(names[i]!) });
        taken.set(names[i]!, at);
      }
      break;
    }
  }
  return given.map((_, at) => named.get(at)!);
}

/** Files that have to keep one name: the parts of a Shapefile and the like. */
function families(given: readonly GivenFile[]): number[][] {
  const found: { readonly stem: string; readonly files: number[] }[] = [];
  for (const [at, { path, folder }] of given.entries()) {
    const stem = `${folder}/${path.replace(PARTS, '').toLowerCase()}`;
    const family = found.find(
      (each) => each.stem === stem && !each.files.some((other) => given[other]!.path === path),
    );
    if (family === undefined) found.push({ stem, files: [at] });
    else family.files.push(at);
  }
  return found.map(({ files }) => files);
}

/** The nth name to try: as it is, with its folder, numbered. */
function nameFor({ path, folder }: GivenFile, n: number): string {
  const names = folder === '' ? [path] : [path, `${folder}/${path}`];
  const plain = names[n - 1];
  if (plain !== undefined) return plain;
  const number = folder === '' ? n : n - 1;
  const name = names.at(-1)!;
  const dot = PARTS.exec(name)?.index ?? name.indexOf('.', name.lastIndexOf('/') + 2);
  return dot < 0 ? `${name}-${number}` : `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
}

/** What there is to say of files that go by other names, or were there already; blank where there is nothing. */
export function sayNames(given: readonly GivenFile[], named: readonly NamedApart[]): string {
  const again = named.filter(({ isThere }) => isThere).map(({ name }) => name);
  const other = named.flatMap(({ name, isThere }, at) =>
    isThere || name === given[at]!.path
      ? []
      : [`Another ${given[at]!.path} is here already: this one is called ${name}.`],
  );
  const there =
    again.length === 0
      ? []
      : [
          `${again.join(', ')} ${again.length === 1 ? 'is' : 'are'} here already, with the very same content.`,
        ];
  return [...other, ...there].join(' ');
}
