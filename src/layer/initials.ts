/**
 * Places by the letters that their officers write for them: `BNSSG`, `NWL`, `HIOW`, `GMCA`, `RBKC`.
 *
 *     NHS Bristol, North Somerset and South Gloucestershire Integrated Care Board     bnssg
 *     Hampshire and Isle of Wight                                                     hiow, hiw
 *     Greater Manchester, a combined authority                                        gm, gmca
 */
import { spellingsOf } from './place-name.js';

const SMALL = new Set(['and', 'of', 'the', 'on', 'upon', 'in', 'with', 'under']);
/** Letters for the body, by kind: before those of the name, and behind them. */
const BODY: Readonly<Record<string, readonly string[]>> = {
  cauth: ['-ca', '-mca', '-cca'],
  icb: ['-icb', '-ics'],
  fra: ['-frs', '-fra'],
  utla: ['-cc', 'lb-', 'rb-'],
  ltla: ['-bc', '-dc', '-cc', '-mbc', 'lb-', 'rb-'],
};
/** Fewer letters than that stand for too much. */
const FEWEST = 3;

/** Whether a word, plain, may be the initials of a unit's name, alone or with those of a body of its kind. */
export function areInitials(word: string, name: string, kind: string | null): boolean {
  if (word.length < FEWEST || word.length > 8 || /[^a-z]/.test(word)) return false;
  const bare = spellingsOf(name).at(-1)!.key.split(' ');
  if (bare.length < 2) return false;
  const letters = [bare.filter((each) => each !== 'and'), bare.filter((each) => !SMALL.has(each))].map(
    (words) => words.map((each) => each[0]!).join(''),
  );
  const bodies = ['', ...(BODY[kind ?? ''] ?? [])];
  return letters.some((own) =>
    bodies.some((body) => (body.endsWith('-') ? body.slice(0, -1) + own : own + body.slice(1)) === word),
  );
}
