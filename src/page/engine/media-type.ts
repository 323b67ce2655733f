/** Media types of what can be taken away. */
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  html: 'text/html',
  md: 'text/markdown',
  geojson: 'application/geo+json',
  topojson: 'application/topo+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gpkg: 'application/geopackage+sqlite3',
};

/** The media type of a format; that of plain bytes where it has none of its own. */
export const mediaType = (format: string): string => TYPES[format] ?? 'application/octet-stream';
