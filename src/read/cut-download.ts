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
import { counted, countText } from '../trouble/count-text.js';
import { makeFinding, type Finding } from '../trouble/finding.js';
import { InputError } from '../trouble/input-error.js';

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
  });
}

/** What a layer's readers should know of the download: that it was cut, or that its size is suspicious. */
export function downloadFindings(table: FeatureTable): Finding[] {
  if (table.truncated !== undefined) {
    const detail = `the download ${cutWords(table.truncated)}: units are missing`;
    return [makeFinding({ layer: '', finding: 'download-cut', severity: 'error', detail })];
  }
  const note = pageNote(table.properties.length, 'feature');
  if (note === null) return [];
  return [makeFinding({ layer: '', finding: 'page-of-a-download', severity: 'warning', detail: note })];
}

/** A sentence where there are exactly as many features or rows as servers hand out at once, else null. */
export function pageNote(count: number, noun: 'feature' | 'row'): string | null {
  if (!PAGES.has(count)) return null;
  return `it holds exactly ${counted(count, noun)}, as many as servers hand out at once: check that none is missing`;
}

/** The notes of a table made of features: the same in sentences. */
export function downloadNotes(table: FeatureTable, fileName: string): string[] {
  return downloadFindings(table).map(({ detail }) => `${fileName}: ${detail}`);
}

function cutWords({ features, of }: NonNullable<FeatureTable['truncated']>): string {
  const here = `${counted(features, 'feature')} ${features === 1 ? 'is' : 'are'} here`;
  return `was cut at the server’s limit; ${of === null ? here : `${here} of ${countText(of)}`}`;
}
