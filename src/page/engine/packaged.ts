/**
 * Files that come with the page, packed as they lie in it until somebody wants them.
 */

/** Unpacked bytes by name below `data/`: `england/atoms.csv`. Throws for a name that the page does not hold. */
export type Packaged = (name: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Unpacks each file once. */
export function packagedFiles(packed: Readonly<Record<string, Uint8Array<ArrayBuffer>>>): Packaged {
  const unpacked = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return (name) => {
    const known = unpacked.get(name) ?? unpack(packed[name], name);
    unpacked.set(name, known);
    return known;
  };
}

async function unpack(
  bytes: Uint8Array<ArrayBuffer> | undefined,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes === undefined) throw new Error(`the page holds no file ${name}`);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
