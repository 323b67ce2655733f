/**
 * Which labels of a breakdown stand for everybody, told by name and by the numbers.
 *
 *     E01000901  Total: all usual residents  1010      1010 = 200 + 810 in every block: a total, whatever it is called
 *     E01000901  Aged 15 and under            200
 *     E01000901  Aged 16 and over             810
 *
 * A label that equals the sum of the others wherever that can be told, in two blocks at least, is a total. One that may be and may not is
 * unclear: nothing is counted by guesswork.
 */

import { ageRange, agesOverlap, holdsAges } from './age-range.js';

/** One row of a block: its label and its number, NaN where it is not known. */
export interface LabelledRow {
  readonly label: number;
  readonly value: number;
}

/** What is known of the labels of a column, one entry a label. */
export interface LabelRoles {
  readonly isTotal: readonly boolean[];
  /** A label that may be a total and may be a part, or -1. */
  readonly unclear: number;
  /** Two labels of parts whose ages overlap, so that they cannot be added up, or null. */
  readonly overlap: readonly [number, number] | null;
}

const EVERYBODY =
  /^(all|persons?|people|everybody|everyone|total|totals|both|both sexes|male and female|females and males|t|p)$/i;
const BEGINS_AS_TOTAL = /^((sub|grand) ?)?(total|all|both)\b/i;
const NOT_EVERYBODY = /\d|\b(fe)?males?\b|\bm[ea]n\b|\bwom[ea]n\b|\bboys?\b|\bgirls?\b|\bothers?\b/i;
/** Men or women: always a part, whatever the numbers say. */
const SEX = /\b(fe)?males?\b|\bm[ea]n\b|\bwom[ea]n\b|\bboys?\b|\bgirls?\b|^[mf]$/i;
const PART = /\d|^u$|unknown|not (stated|specified|known)/i;

/** How far sums may be off where counts were rounded or perturbed before publication, of the sum. */
export const NEAR = 0.02;

/** Blocks that must agree before a label without such a name is a total: in one it may be chance. */
const ENOUGH = 2;

/** True where a label says that it is for everybody. */
export const saysEverybody = (label: string): boolean =>
  EVERYBODY.test(label) || (BEGINS_AS_TOTAL.test(label) && !NOT_EVERYBODY.test(label));

/** True where a label says men or women. */
export const saysSex = (label: string): boolean => SEX.test(label) && !saysEverybody(label);

/** The roles of the labels, from the rows of every block that has more than one. */
export function labelRoles(
  labels: readonly string[],
  groups: readonly (readonly LabelledRow[])[],
  isTotal: readonly boolean[] = labels.map(saysEverybody),
): LabelRoles {
  const { equal, near, far, idle, above, below, smaller } = compared(isTotal, groups);
  const mayBe = labels.flatMap((text, label) =>
    !isTotal[label]! && !saysSex(text) && spansOthers(labels, isTotal, label) ? [label] : [],
  );
  const totals = mayBe.filter((label) => equal[label]! >= ENOUGH && near[label]! + far[label]! === 0);
  if (totals.length === 1) {
    // Told by the numbers, it tells more of the others.
    return labelRoles(
      labels,
      groups,
      isTotal.map((is, label) => is || label === totals[0]),
    );
  }
  const isKnown = isTotal.some(Boolean);
  const mayBeTotal = (label: number): boolean =>
    2 * (equal[label]! + near[label]! + idle[label]!) >
      far[label]! + equal[label]! + near[label]! + idle[label]! ||
    (!isKnown &&
      equal[label]! + near[label]! + far[label]! === 0 &&
      above[label]! > 0 &&
      below[label]! === 0 &&
      !PART.test(labels[label]!));
  return {
    isTotal,
    unclear: smaller.values().next().value ?? mayBe.find(mayBeTotal) ?? -1,
    overlap: overlapping(labels, isTotal),
  };
}

/** What the numbers say of each label: in how many blocks it is the sum of the others, nearly, or not. */
interface Compared {
  readonly equal: Float64Array;
  readonly near: Float64Array;
  readonly far: Float64Array;
  /** The sum of the others, of which one alone is not nought. */
  readonly idle: Float64Array;
  /** Where it is too few rows for that: at least as much as the others together, or less. */
  readonly above: Float64Array;
  readonly below: Float64Array;
  /** Labels for everybody that are smaller than a part. */
  readonly smaller: ReadonlySet<number>;
}

function compared(named: readonly boolean[], groups: readonly (readonly LabelledRow[])[]): Compared {
  const count = (): Float64Array => new Float64Array(named.length);
  const [equal, near, far, idle, above, below] = [count(), count(), count(), count(), count(), count()];
  const smaller = new Set<number>();
  for (const all of groups) {
    const most = all.reduce((largest, { value }) => (value > largest ? value : largest), 0);
    const totals = all.filter(({ label, value }) => named[label]! && !Number.isNaN(value));
    for (const { label, value } of totals) if (value < (1 - NEAR) * most) smaller.add(label);
    const rows = all.filter(({ label }) => !named[label]!);
    const known = rows.filter(({ value }) => !Number.isNaN(value));
    const sum = known.reduce((total, row) => total + row.value, 0);
    if (rows.length < 2 || sum === 0) continue;
    // Where the total is known, rows that add up to no more are its parts.
    const isWhole = totals.some(({ value }) => sum <= (1 + NEAR) * value);
    for (const { label, value } of known) {
      const others = sum - value;
      if (known.length > 1 && others > 0 && !isWhole)
        (value >= others - 1e-6 * sum ? above : below)[label]!++;
      if (isWhole) far[label]!++;
      if (isWhole || known.length < 3 || known.length < rows.length) continue;
      const several = known.filter((row) => row.label !== label && row.value > 0).length > 1;
      const off = Math.abs(value - others) / sum;
      if (off > NEAR) far[label]!++;
      else if (off > 1e-9) near[label]!++;
      else (several ? equal : idle)[label]!++;
    }
  }
  return { equal, near, far, idle, above, below, smaller };
}

/** False where a label speaks of ages and another one of ages beyond them: not for everybody. A bare number may be a code. */
function spansOthers(labels: readonly string[], named: readonly boolean[], label: number): boolean {
  const mine = ageRange(labels[label]!);
  if (mine === null || mine.from === mine.to) return true;
  const ranges = labels.map((other, at) => (named[at]! || at === label ? null : ageRange(other)));
  return ranges.every((other) => other === null || holdsAges(mine, other));
}

function overlapping(labels: readonly string[], isTotal: readonly boolean[]): [number, number] | null {
  const ranges = labels.flatMap((label, at) => {
    const range = isTotal[at]! ? null : ageRange(label);
    return range === null ? [] : [{ at, range }];
  });
  ranges.sort((a, b) => a.range.from - b.range.from || b.range.to - a.range.to);
  let widest = ranges[0];
  for (const next of ranges.slice(1)) {
    if (agesOverlap(widest!.range, next.range)) return [widest!.at, next.at];
    if (next.range.to > widest!.range.to) widest = next;
  }
  return null;
}
