/**
 * The summary: sentences that can go into a committee paper as they stand.
 */
import { columnAbout } from '../../result/find-column.js';
import { placesSentences } from '../../result/places-sentences.js';
import type { Result } from '../../result/result.js';
import { wholeParts } from '../../result/whole-parts.js';
import { wholeText } from '../../trouble/count-text.js';
import { shortenName } from '../../result/shorten-name.js';
import { escapeHtml } from './escape.js';
import { layerWords } from '../../result/layer-words.js';
import type { Split } from '../../story/splits.js';

/** More units than this are not named one by one. */
const MOST_NAMED = 20;

/** The summary as HTML. */
export function summarySection(result: Result, splits: readonly Split[]): string {
  const [headline, ...rest] = result.summary;
  // Coverage has its own headline: who is in one neighbourhood, in several, in none.
  const isOwn = result.command === 'coverage' && headline !== undefined;
  const lead = isOwn
    ? `<p class="lead-sentence">${escapeHtml(withoutOptions(headline))}</p>`
    : splits.map((split) => splitParagraphs(split, result)).join('\n');
  const rules = result.rules.map(
    ({ rule, met, detail }) =>
      `<li><strong>${met ? 'Met' : 'Broken'}</strong>: ${escapeHtml(rule)}${detail === '' ? '' : ` (${escapeHtml(detail)})`}</li>`,
  );
  return `<section aria-labelledby="summary">
<h2 id="summary">Summary</h2>
${lead}
${lead === '' ? '' : '<h3>In detail</h3>'}
<ul class="sentences">
${(isOwn ? rest : result.summary).map((sentence) => `<li>${escapeHtml(withoutOptions(sentence))}</li>`).join('\n')}
</ul>
${rules.length === 0 ? '' : `<h3>Rules</h3>\n<ul>${rules.join('\n')}</ul>`}
</section>`;
}

/** Sentences for a terminal name options of the command; a paper does not need them. */
const withoutOptions = (sentence: string): string => sentence.replace(/ \(--[^)]*\)/g, '');

function splitParagraphs(split: Split, result: Result): string {
  const { a, b, units, measure } = split;
  const [mine, other] = [layerWords(b, result), layerWords(a, result)];
  if (units.length === 0) {
    return `<p class="lead-sentence">No ${escapeHtml(mine.one)} is shared between ${escapeHtml(other.many)}.</p>`;
  }
  const outside = units.reduce((sum, unit) => sum + (unit.outside ?? 0), 0);
  const amount = units.reduce((sum, unit) => sum + (unit.amount ?? 0), 0);
  const withheld = units.filter((unit) => unit.outside === null).length;
  const what = measure === null ? 'hectares' : measure.replaceAll('_', ' ');
  const verb = measure === 'residents' ? 'live' : measure === null ? 'lie' : 'are';
  const but = withheld === 0 ? '' : `, not counting ${wholeText(withheld)} whose figures are withheld`;
  const headline = `In all, ${wholeText(units.length)} ${units.length === 1 ? `${mine.one} is` : `${mine.many} are`} shared between ${other.many}. ${withheld === units.length ? 'Their figures are withheld.' : `There, ${wholeText(outside)} of ${wholeText(amount)} ${what} ${verb} outside their ${mine.short}’s main ${other.one}${but}.`}`;
  const whole = wholeParts(units.map((unit) => unit.outside ?? 0));
  const named = units
    .slice(0, MOST_NAMED)
    .map(
      (unit, i) => `${shortenName(unit.name)} (${unit.outside === null ? 'withheld' : wholeText(whole[i]!)})`,
    );
  const more = units.length - named.length;
  const list = `By ${what} outside the main ${other.one}: ${named.join(', ')}${more > 0 ? ` and ${wholeText(more)} more, listed below` : ''}.`;
  const where = placesText(split, result);
  const caveat =
    measure !== null && [a, b].some(({ kind }) => kind === 'icb' || kind === 'sicbl')
      ? `<p>Figures for ICBs count ${escapeHtml(what)} of the area, not the patients the ICB pays for.</p>`
      : '';
  return `<p class="lead-sentence">${escapeHtml(headline)}</p>\n${where}<p>${escapeHtml(list)}</p>\n${caveat}`;
}

/** In how many places those outside are, where the result has a table of misaligned pieces of the two layers. */
function placesText({ a, b }: Split, { tables }: Result): string {
  const table = tables.find(
    (each) =>
      /^patches(_|$)/.test(each.name) &&
      [a, b].every(({ id }) => columnAbout(each, { role: 'unit', kind: 'code', layer: id }) >= 0),
  );
  return table === undefined
    ? ''
    : placesSentences(table, 'place')
        .map((text) => `<p>${escapeHtml(text)}</p>\n`)
        .join('');
}
