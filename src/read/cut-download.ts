/**
 * Downloads that are not whole: a server hands out so many features and says that there are more, or says nothing.
 *
 *     {"exceededTransferLimit": true, …}      there are more           refused, unless the user goes on all the same
 *     {"numberMatched": 361, …}               more than are here       the same
 *     exactly 1,000 or 2,000 features         perhaps there are more   a warning
 *
 * A layer that lacks its last units gives right-looking wrong answers everywhere, so nothing may pass over it.
 */
import type { FeatureTable } from '../layer/feature-table.js';
import { counted, wholeText } from '../trouble/count-text.js';
import { makeFinding, type Finding } from '../trouble/finding.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';

/** How many features or rows servers hand out at once, by their makers' defaults. */
const PAGES = new Set([1000, 2000, 4000, 5000, 8000, 10_000, 16_000, 32_000, 50_000]);

/** Throws InputError where the file says that it was cut at the server's limit, unless that is allowed. */
export function refuseCutDownload(table: FeatureTable, fileName: string, isAllowed = false): void {
  if (table.truncated === undefined || isAllowed) return;
  throw new InputError({
    id: 'download-cut',
    file: fileName,
    message: `the download ${cutWords(table.truncated)}`,
    hint: 'Fetch the rest and put the pages together, or give --allow-truncated to go on with what is here',
    offers: [{ setting: 'truncated', values: ['yes'] }],
  });
}

/** What a layer's readers should know of the download: that it was cut, or that its size is suspicious. */
export function downloadFindings(table: FeatureTable): Finding[] {
  if (table.truncated !== undefined) {
    const detail = `the download ${cutWords(table.truncated)}: units are missing`;
    return [makeFinding({ layer: '', finding: 'download-cut', severity: 'error', detail })];
  }
  const features = table.properties.length;
  if (!PAGES.has(features)) return [];
  const detail = `it holds exactly ${counted(features, 'feature')}, as many as servers hand out at once: check that none is missing`;
  return [makeFinding({ layer: '', finding: 'page-of-a-download', severity: 'warning', detail })];
}

/** What a table's readers should know of its rows. */
export function pageNotes(rows: number, fileName: string): Note[] {
  return PAGES.has(rows) ? [makeNote('page-of-rows', fileName, { counts: { rows } })] : [];
}

/** The same of a table made of features: that the download was cut, or that its size is suspicious. */
export function downloadNotes(table: FeatureTable, fileName: string): Note[] {
  const rows = table.properties.length;
  if (table.truncated === undefined) return pageNotes(rows, fileName);
  return [makeNote('download-cut', fileName, { counts: { rows } })];
}

function cutWords({ features, of }: NonNullable<FeatureTable['truncated']>): string {
  const here = `${counted(features, 'feature')} ${features === 1 ? 'is' : 'are'} here`;
  return `was cut at the server’s limit; ${of === null ? here : `${here} of ${wholeText(of)}`}`;
}
