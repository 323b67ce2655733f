/**
 * What was counted, of which year, and what that is not: the end of a subtitle and the notes at the foot.
 */
import { columnAbout } from '../result/find-column.js';
import type { LayerRecord, Result } from '../result/result.js';
import { listText } from '../trouble/count-text.js';
import { textOf } from './cells.js';
import { capital } from './number-text.js';
import { countedAs, countedWhen, type CountedAs } from './counted-as.js';
import { unitWords } from '../result/layer-words.js';

/** `Usual residents, Census 2021; ICBs of 2024, councils of 2025.`: '' where nothing of it is known. */
export function countedText(result: Result, layers: readonly LayerRecord[], measure: string | null): string {
  const parts = [basisText(result, measure), vintagesText(result, layers)].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${capital(parts.join('; '))}.`;
}

/** What a measure counts, by its tables; '' where that is a file's word for the same. */
function basisText({ tables }: Result, measure: string | null): string {
  if (measure === null) return '';
  for (const table of tables) {
    const place = columnAbout(table, { role: 'basis', measure });
    const [row] = table.rows;
    if (place < 0 || row === undefined) continue;
    return basisWords(measure, textOf(row[place]));
  }
  return '';
}

/** A basis in words, without the files it is from; '' where it says no more than the measure. */
export function basisWords(measure: string, basis: string): string {
  const from = / in ([^ ].*\.\w+)$/.exec(basis);
  const column = basis.slice(0, from?.index).replaceAll('_', ' ');
  const words = column.replace(/ \([^()]*\.\w{2,7}[^()]*\)|, [^\s,;]+\.\w{2,7}$/g, '');
  const who = countedAs(words) ?? (/ /.test(words) ? null : countedAs(measure));
  const when = countedWhen(`${words} ${measure}`, from?.[1]);
  if (who === null) return from !== null && !/ /.test(words) ? '' : words;
  const name = nameOfCounted(who, `${words} ${measure}`);
  return who === 'people' && when === '' ? '' : [name, when].filter((part) => part !== '').join(', ');
}

const nameOfCounted = (who: CountedAs, text: string): string =>
  who === 'patients' && /regist/i.test(text)
    ? 'registered patients'
    : who === 'people' && /pop/i.test(text)
      ? 'population'
      : who;

/** `ICBs of 2024, councils of 2025`, `ICBs and councils of 2024`. */
function vintagesText(result: Result, layers: readonly LayerRecord[]): string {
  const dated = layers.filter(({ vintage }) => vintage !== null);
  const [first, ...others] = dated.map(({ vintage }) => vintage!);
  if (first === undefined) return '';
  const words = dated.map((layer) => unitWords(layer, result).many);
  if (others.length > 0 && others.every((vintage) => vintage === first))
    return `${listText(words)}${words.at(-1)!.includes(first) ? '' : ` of ${first}`}`;
  return words
    .map((many, i) => (many.includes(dated[i]!.vintage!) ? many : `${many} of ${dated[i]!.vintage!}`))
    .join(', ');
}

/** Residents are not patients, where an ICB is told of; none otherwise. */
export function caveats(result: Result, layers: readonly LayerRecord[], measure: string | null): string[] {
  if (measure === null || !layers.some(({ kind }) => kind === 'icb')) return [];
  if (/regist|patient/i.test(`${measure} ${basisText(result, measure)}`)) return [];
  return ['People are residents of the area, not the patients the ICB pays for.'];
}
