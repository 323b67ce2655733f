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
}

const EVERYBODY =
  /^(all|persons?|people|everybody|everyone|total|totals|both|both sexes|male and female|females and males|t|p)$/i;
const BEGINS_AS_TOTAL = /^((sub|grand) ?)?(total|all|both)\b/i;
const NOT_EVERYBODY = /\d|\b(fe)?males?\b|\bm[ea]n\b|\bwom[ea]n\b|\bboys?\b|\bgirls?\b|\bothers?\b/i;
const PART =
  /\d|\b(fe)?males?\b|\bm[ea]n\b|\bwom[ea]n\b|\bboys?\b|\bgirls?\b|^[mfu]$|unknown|not (stated|specified|known)/i;

/** How far sums may be off where counts were rounded or perturbed before publication, of the sum. */
const NEAR = 0.02;

/** Blocks that must agree before a label without such a name is a total: in one it may be chance. */
const ENOUGH = 2;

/** True where a label says that it is for everybody. */
export const saysEverybody = (label: string): boolean =>
  EVERYBODY.test(label) || (BEGINS_AS_TOTAL.test(label) && !NOT_EVERYBODY.test(label));

/** The roles of the labels, from the rows of every block that has more than one. */
export function labelRoles(labels: readonly string[], groups: Iterable<readonly LabelledRow[]>): LabelRoles {
  const named = labels.map(saysEverybody);
  const count = (): Float64Array => new Float64Array(labels.length);
  const [equal, near, far, idle, above, below] = [count(), count(), count(), count(), count(), count()];
  const smaller = new Set<number>();
  for (const rows of groups) {
    const known = rows.filter((row) => !Number.isNaN(row.value));
    const sum = known.reduce((total, row) => total + row.value, 0);
    const most = known.reduce((largest, row) => Math.max(largest, row.value), 0);
    if (rows.length < 2 || sum === 0) continue;
    for (const { label, value } of known) {
      const others = sum - value;
      if (named[label]! && value < (1 - NEAR) * most) smaller.add(label);
      if (known.length > 1 && others > 0) (value >= others - 1e-6 * sum ? above : below)[label]!++;
      if (known.length < 3 || known.length < rows.length) continue;
      const several = known.filter((row) => row.label !== label && row.value > 0).length > 1;
      const off = Math.abs(value - others) / sum;
      if (off > NEAR) far[label]!++;
      else if (off > 1e-9) near[label]!++;
      else (several ? equal : idle)[label]!++;
    }
  }
  const each = labels.map((_, label) => label);
  const first = (is: (label: number) => boolean): number => each.find(is) ?? -1;
  if (named.some(Boolean)) return { isTotal: named, unclear: first((label) => smaller.has(label)) };
  const totals = each.filter((label) => equal[label]! >= ENOUGH && near[label]! + far[label]! === 0);
  if (totals.length === 1) return { isTotal: each.map((label) => label === totals[0]), unclear: -1 };
  const mayBeTotal = (label: number): boolean =>
    2 * (equal[label]! + near[label]! + idle[label]!) >
      far[label]! + equal[label]! + near[label]! + idle[label]! ||
    (equal[label]! + near[label]! + far[label]! === 0 &&
      above[label]! > 0 &&
      below[label]! === 0 &&
      !PART.test(labels[label]!));
  return { isTotal: each.map(() => false), unclear: first(mayBeTotal) };
}
