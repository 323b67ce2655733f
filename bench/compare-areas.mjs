/**
 * Compares our hectares of every pair with a peer's square metres (`a,b,area`), which it may have measured on a sphere.
 *
 * A sphere is off by up to half a per cent, so shares are compared: each pair's part of its unit of the first layer.
 */
import { parse } from 'csv-parse/sync';

/** One sentence: pairs on each side, those over 0.1 ha that one side has alone, and the largest difference of a share. */
export function compareAreas(oursText, theirsText, a, b) {
  const ours = new Map();
  for (const row of parse(oursText, { columns: true })) {
    const key = `${row[`${a.id}_code`]}|${row[`${b.id}_code`]}`;
    if (row[`${a.id}_code`] !== '' && row[`${b.id}_code`] !== '') ours.set(key, Number(row.overlap_ha));
  }
  const theirs = new Map();
  for (const row of parse(theirsText, { columns: true })) {
    const { a: first, b: second } = row;
    if (!first || !second) continue;
    const key = `${first}|${second}`;
    theirs.set(key, (theirs.get(key) ?? 0) + Number(row.area) / 1e4);
  }
  const share = (map) => {
    const totals = new Map();
    for (const [key, ha] of map) totals.set(key.split('|')[0], (totals.get(key.split('|')[0]) ?? 0) + ha);
    return (key) => (map.get(key) ?? 0) / totals.get(key.split('|')[0]);
  };
  const [mine, other] = [share(ours), share(theirs)];
  let largest = 0;
  let missing = 0;
  for (const [key, ha] of theirs) {
    if (!ours.has(key) && ha > 0.1) missing++;
    if (ours.has(key)) largest = Math.max(largest, Math.abs(mine(key) - other(key)));
  }
  const missed = [...ours].filter(([key, ha]) => ha > 0.1 && !theirs.has(key)).length;
  return `answers: ${ours.size} pairs against ${theirs.size}, ${missing} missing here and ${missed} there, shares differ by at most ${(100 * largest).toFixed(4)} percentage points`;
}
