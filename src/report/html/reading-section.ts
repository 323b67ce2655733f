/**
 * How each input was read: what was taken for what and why, what was counted, what was left out, what matched.
 */
import { layerNamed } from '../../result/layer-words.js';
import type {
  CountReading,
  FieldReading,
  InputReading,
  LeftOutReading,
  MatchedReading,
} from '../../result/input-reading.js';
import type { InputRecord, Result } from '../../result/result.js';
import { counted as countText, firstThree, wholeText, spaced } from '../../trouble/count-text.js';
import { escapeHtml } from './escape.js';

/** What a field is taken for, where its id is no word. */
const USE_WORDS: Readonly<Record<string, string>> = { ods: 'ODS code', icb: 'ICB' };

/** More candidates than this are in the JSON alone. */
const MOST_CANDIDATES = 6;

/** A table with a row for each input, or nothing where none says how it was read. */
export function readingSection(result: Result): string {
  const { inputs } = result;
  const rows = inputs.flatMap((input) =>
    input.reading === undefined ? [] : [rowOf({ ...input, id: layerNamed(input.id, result) }, input.reading)],
  );
  if (rows.length === 0) return '';
  return `<h3 class="full-reading">How inputs were read</h3>
<div class="scroll full-reading" tabindex="0" role="region" aria-label="How inputs were read"><table class="small readings">
<caption>What was taken for what, and what became of every row; a blank is not told or does not apply</caption>
<thead><tr><th scope="col">File</th><th scope="col">Fields</th><th scope="col" class="figure">Read</th><th scope="col" class="figure">Counted</th><th scope="col">Left out</th><th scope="col">Made of it</th><th scope="col">Matched</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
}

function rowOf({ file, role, id }: InputRecord, reading: InputReading): string {
  const { fields, of, read, counted, left, makes, total, matched } = reading;
  const number = (count: number | null): string =>
    `<td class="figure">${count === null ? '' : `${wholeText(count)} ${escapeHtml(of)}`}</td>`;
  const cell = (lines: readonly string[]): string =>
    `<td>${lines.map((line) => `<p>${line}</p>`).join('')}</td>`;
  return `<tr><th scope="row">${escapeHtml(file)}<p>${escapeHtml(role === id || id === '' ? role : `${role}: ${id}`)}</p></th>${cell(fields.map(fieldText))}${number(read)}${number(counted)}${cell(left.map((part) => leftText(part, of)))}${cell([total, makes].flatMap(madeText))}${cell(matched === null ? [] : matchedText(matched))}</tr>`;
}

function fieldText({ use, field, why, candidates }: FieldReading): string {
  const shown = candidates.slice(0, MOST_CANDIDATES).map((name) => `<code>${escapeHtml(name)}</code>`);
  const more = candidates.length - shown.length;
  const others =
    shown.length === 0
      ? ''
      : `; also possible: ${shown.join(', ')}${more > 0 ? ` and ${wholeText(more)} more` : ''}`;
  return `${escapeHtml(USE_WORDS[use] ?? spaced(use))}: <code>${escapeHtml(field)}</code>, ${escapeHtml(why)}${others}`;
}

function leftText({ what, count, people, codes }: LeftOutReading, of: string): string {
  const rows =
    count === null ? `a few ${of}` : `${wholeText(count)} ${count === 1 ? of.replace(/s$/, '') : of}`;
  const lost = people === null ? '' : ` (${countText(people, 'person', 'people')})`;
  return escapeHtml(`${rows} ${what}${lost}${codes.length === 0 ? '' : `: ${firstThree(codes)}`}`);
}

const madeText = (made: CountReading | null): string[] =>
  made === null || made.count === null ? [] : [escapeHtml(`${wholeText(made.count)} ${made.of}`)];

function matchedText(matched: MatchedReading): string[] {
  const share = (part: number, whole: number, what: string): string =>
    escapeHtml(`${wholeText(part)} of ${wholeText(whole)} ${what}`);
  return [
    `${matched.percent} %`,
    share(matched.codes, matched.of_codes, 'codes'),
    share(matched.others, matched.of_others, `of ${matched.with}`),
    ...(matched.people === null || matched.of_people === null
      ? []
      : [share(matched.people, matched.of_people, 'people')]),
  ];
}
