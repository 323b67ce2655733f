/**
 * Help on the formats that results are written in.
 */
import { WRITERS } from '../../../report/writers.js';
import { meaning } from '../fold.js';

/** What each format is for, by its id. */
export const FORMAT_IS_FOR: Readonly<Record<string, string>> = {
  csv: 'one table (--table), with its metadata beside it',
  json: 'the whole result: render, --baseline and programs read it',
  md: 'summary and one table, for an issue or a wiki',
  html: 'one page that opens offline: figures, map, all tables',
  geojson: 'shapes of rows: pieces of pairs, what moved, gaps, double cover, findings',
  gpkg: 'a GeoPackage: the same shapes with styles for QGIS, and all tables',
  geoparquet: 'the shapes of one table (--table), for Python, R and DuckDB',
  parquet: 'one table (--table) with types, for Python, R and DuckDB',
  xlsx: 'a workbook, one sheet per table',
  docx: 'one page for a committee, with the map',
  svg: 'the map as a drawing (layers with shapes)',
  png: 'the map as a picture (layers with shapes)',
  topojson: 'units and results for Power BI and web maps (layers with shapes)',
  junit: 'findings and rules for CI systems',
  github: 'findings and rules as annotations, on standard output',
};

/** Every format, its endings and what it is for. */
export const outputs = (): string =>
  [
    '-o FILE writes a file, its format by its ending; it may be given several times. -o FOLDER/ writes every table as CSV, and the result as JSON, Markdown, page, workbook and GeoJSON (align, coverage, check, derive); other formats are written where they are named. Without -o the result goes to standard output: a readable table on a terminal, CSV into a pipe, or what --format says.',
    '',
    '  coterminous overlap icbs.geojson councils.geojson -o overlap.csv -o map.html',
    '  coterminous align england:icb england:ltla --format md',
    '  coterminous overlap icbs.geojson councils.geojson -o pieces.gpkg',
    '  coterminous align icbs.geojson councils.geojson -o results/',
    '',
    'All report commands, report and render write all formats, but for those that need shapes:',
    '',
    ...WRITERS.map(({ id, extensions }) =>
      meaning(
        extensions.length === 0 ? `--format ${id}` : extensions.map((each) => `.${each}`).join(' '),
        FORMAT_IS_FOR[id] ?? id,
        16,
      ),
    ),
    '',
    'No file that a run reads is ever written over. Shapes are written by overlap, align, coverage, compare, check and derive, in longitude and latitude, one for each row, with its cells and a point for its label. The map is drawn by align, overlap, coverage, compare, scenario, suggest and differencing.',
    '',
  ].join('\n');
