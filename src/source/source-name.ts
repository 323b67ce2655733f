/**
 * What a stored file is called: what its publisher calls it, so that kind and vintage can be read from the name, in
 * signs that every system takes.
 */
const LONGEST = 120;
const OF_WINDOWS = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name without folders and odd signs; never blank. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._+()-]+/gu, '_')
    .replace(/^[._]+|[._]+$/g, '')
    // What ends so is not finished, and is taken away.
    .replace(/\.part$/i, '_part');
  const short = plain.length <= LONGEST ? plain : shortened(plain);
  return short === '' ? 'source' : OF_WINDOWS.test(short) ? `_${short}` : short;
}

/** Shorter in its middle, so that the ending stays. */
function shortened(name: string): string {
  const ending = /(\.[A-Za-z0-9]{1,8}){0,2}$/.exec(name)![0];
  return name.slice(0, LONGEST - ending.length) + ending;
}

/** Endings by what a server says a file is. */
const ENDINGS: Readonly<Record<string, string>> = {
  'application/geo+json': '.geojson',
  'application/vnd.geo+json': '.geojson',
  'application/json': '.json',
  'text/csv': '.csv',
  'application/zip': '.zip',
  'application/x-zip-compressed': '.zip',
  'application/geopackage+sqlite3': '.gpkg',
  'application/vnd.google-earth.kml+xml': '.kml',
  'application/vnd.google-earth.kmz': '.kmz',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/gzip': '.gz',
};

/** The name of a file from what a server calls it, else from its address; with an ending where its type tells one. */
export function nameOfReply(
  url: URL,
  headers: Readonly<Record<string, string | undefined>>,
  wanted: string | undefined,
): string {
  const called = nameInDisposition(headers['content-disposition']);
  const type = (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  const last = decoded(
    url.pathname
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? url.hostname,
  );
  const full = safeName(called ?? last);
  const ending = /\.[A-Za-z][A-Za-z0-9]{1,8}(\.gz)?$/.exec(full)?.[0] ?? ENDINGS[type] ?? '';
  if (wanted !== undefined)
    return safeName(wanted) + (wanted.toLowerCase().endsWith(ending.toLowerCase()) ? '' : ending);
  return full.toLowerCase().endsWith(ending.toLowerCase()) ? full : full + ending;
}

function nameInDisposition(text: string | undefined): string | null {
  if (text === undefined) return null;
  const coded = /filename\*\s*=\s*(?:utf-8|iso-8859-1)?'[^']*'([^;]+)/i.exec(text)?.[1];
  if (coded !== undefined) return lastPart(decoded(coded.trim()));
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(text);
  const name = (plain?.[1] ?? plain?.[2])?.replace(/\\(.)/g, '$1').trim();
  return name === undefined || name === '' ? null : lastPart(name);
}

const lastPart = (path: string): string => path.split(/[/\\]/).at(-1)!;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
