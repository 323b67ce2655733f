/**
 * Why the people counted in units differ from what is known of them: one likely reason, told from how the ratios of
 * counted to known people lie.
 *
 *     all about ½, 2, 100 …      a constant factor: one sex, totals with their parts, thousands
 *     all 1.0 to 1.2             another year of estimates
 *     all about 0.4              households
 *     all well below 1           an age group, or another part of the residents
 *     most 1, others below       blocks missing
 *     most 1, others above       blocks counted twice
 *     most 1, others both ways   people in the neighbouring unit
 */

/** What was counted in a unit, what is known of it, and whether its code was changed since. */
export interface Counted {
  readonly counted: number;
  /** More than nought. */
  readonly known: number;
  readonly recoded: boolean;
}

/** Difference from which a unit is told of, as a share of what is known. */
const TOLD_PERCENT = 1;
/** Share of the units that must be alike before they are said to be. */
const NEARLY_ALL = 0.95;
/** How far from the middle one the ratios of a constant factor may lie. */
const SAME_FACTOR = 0.03;
/** What people lost here and found there may differ by, as a share of both. */
const BALANCED = 0.1;

/** Whether a unit differs by more than 1 %. */
export const differs = ({ counted, known }: Pick<Counted, 'counted' | 'known'>): boolean =>
  100 * Math.abs(counted - known) > TOLD_PERCENT * known;

/** The likely reason, as the end of a sentence; of the units at least one differs. `isBestFit` of a lookup. */
export function likelyReason(units: readonly Counted[], isBestFit = false): string {
  const differing = units.filter(differs);
  const filled = units.filter(({ counted }) => counted > 0);
  if (filled.length === 0) return 'nobody is counted here: the codes of the people are of other places';
  if (differing.length < units.length && differing.every(({ recoded }) => recoded))
    return 'their codes were changed with a change of boundaries';
  const ratios = filled.map(({ counted, known }) => counted / known).sort((r, s) => r - s);
  const lie = (from: number, to: number): boolean =>
    ratios.filter((ratio) => ratio >= from && ratio <= to).length >= NEARLY_ALL * ratios.length;
  const middle = ratios[Math.floor((ratios.length - 1) / 2)]!;
  const most = filled.filter((unit) => !differs(unit)).length > filled.length / 2;
  if (isBestFit && most && filled.length === units.length) return BEST_FIT;
  if (lie(0.99, 1.01)) return filled.length < units.length ? PART_OF_ENGLAND : oneByOne(differing);
  const alike = lie(middle * (1 - SAME_FACTOR), middle * (1 + SAME_FACTOR));
  const constant = alike ? factorReason(middle) : null;
  if (constant !== null) return constant;
  if (most) return oneByOne(differing);
  if (lie(0.9, 1.25)) return 'another year of estimates, whose residents have grown or moved';
  if (lie(0.3, 0.55) && middle >= 0.36 && middle <= 0.47) return 'households, not residents, are counted';
  if (lie(middle / 2, middle * 2) && middle < 0.9) return PART_OF_RESIDENTS;
  return oneByOne(differing);
}

const BEST_FIT = 'the lookup is best fit: a block on the border counts whole in one unit';
const PART_OF_ENGLAND = 'the file of people holds a part of England only, or was cut';
const PART_OF_RESIDENTS =
  'an age group or another part of the residents is counted; if that is meant, give the measure a name, as in --people children=FILE';

/** The reason for a factor that all units share; null where it speaks for none. */
function factorReason(factor: number): string | null {
  const about = (value: number): boolean => Math.abs(factor / value - 1) <= SAME_FACTOR;
  if (about(0.5)) return 'all are about half: one sex, or every other row, is counted';
  if (about(1000) || about(100))
    return `all are about ${about(100) ? '100' : '1,000'} times as many: the numbers are in another unit`;
  if (about(0.001) || about(0.01))
    return `all are about a ${about(0.01) ? 'hundredth' : 'thousandth'}: the numbers are in ${about(0.01) ? 'hundreds or shares' : 'thousands'}`;
  for (let times = 2; times <= 12; times++) {
    if (!about(times)) continue;
    return times === 2
      ? 'all are about twice as many: totals are counted with their parts, or a column twice'
      : `all are about ${times} times as many: each block is counted once for each of several years, groups or columns`;
  }
  if (factor > 0.9 && factor < 1.25) return 'another year of estimates, whose residents have grown or moved';
  return null;
}

/** The reason where units differ one by one. */
function oneByOne(differing: readonly Counted[]): string {
  let [gained, lost] = [0, 0];
  for (const { counted, known } of differing) {
    if (counted > known) gained += counted - known;
    else lost += known - counted;
  }
  if (gained === 0) return 'blocks are missing: the file of people or the lookup is partial or was cut';
  if (lost === 0) return 'blocks are counted in two units, or the boundaries are of another year';
  if (Math.abs(gained - lost) <= BALANCED * (gained + lost))
    return 'people are counted in a neighbouring unit: boundaries coarser than the blocks, or of another year';
  return 'the blocks or the boundaries are of another year, or some blocks are missing';
}
