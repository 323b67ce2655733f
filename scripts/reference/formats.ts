/**
 * The reference of formats: what is written, and what is read.
 */
import { FORMAT_IS_FOR } from '../../src/cli/help/topics/outputs.js';
import { boundaryFormats } from '../../src/read/formats/formats.js';
import { WRITERS } from '../../src/report/writers.js';
import { code, markdownTable, referencePage } from './markdown.js';

const NEEDS = { map: 'layers with shapes', shapes: 'shapes of pieces or findings' } as const;
const HOLDS = { table: 'one table', result: 'the whole result' } as const;
const BY_GDAL = new Set(['geodatabase', 'gml', 'mapinfo']);

/** docs/reference/formats.md */
export const formatsPage = (): string =>
  referencePage(
    'Formats',
    '## Out',
    '`-o FILE` chooses by the ending, `--format NAME` what goes to standard output. `-o FOLDER/` writes every table as CSV and the whole result in every format that is not written only where it is named.',
    markdownTable(
      ['format', 'endings', 'holds', 'needs', 'into a folder', 'what it is for'],
      WRITERS.map(({ id, extensions, holds, needs, onRequest }) => [
        code(id),
        extensions.map((each) => code(`.${each}`)).join(' '),
        HOLDS[holds],
        needs === undefined ? '' : NEEDS[needs],
        onRequest === true ? 'only where named' : 'yes',
        FORMAT_IS_FOR[id] ?? '',
      ]),
    ),
    '## In',
    'The content of a file decides, not its name. Every one may be gzipped; several may lie in one zip archive, named after `#`.',
    markdownTable(
      ['format', 'usual endings', 'needs'],
      boundaryFormats.map(({ id, name, extensions }) => [
        name.replace(/^an? /, ''),
        extensions.map((each) => code(each)).join(' '),
        BY_GDAL.has(id) ? 'the package gdal3.js' : '',
      ]),
    ),
    'Tables (people, lookups, practices, services) are CSV, XLSX or ODS, or any of these.',
  );
