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
  geojson: 'shapes: misaligned pieces, gaps, double cover, findings (align, coverage, check, derive)',
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
    '-o FILE writes a file, its format by its ending; it may be given several times. -o FOLDER/ writes every table as CSV and the whole result in the other formats. Without -o the result goes to standard output: a readable table on a terminal, CSV into a pipe, or what --format says.',
    '',
    '  coterminous overlap icbs.geojson councils.geojson -o overlap.csv -o map.html',
    '  coterminous align england:icb england:ltla --format md',
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
    'No file that a run reads is ever written over. The map is drawn by align, overlap, coverage, compare, scenario, suggest and differencing.',
    '',
  ].join('\n');
