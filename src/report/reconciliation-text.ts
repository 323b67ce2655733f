/**
 * Does what was reported add up to what came in? One line for each layer and quantity, and the tolerance lines.
 *
 *   icb: 13,051,812 ha = 13,050,526 in rows + 1,024 in slivers + 262 outside (difference 0.00)
 */
import { layerNamed, layersNamed } from '../result/layer-words.js';
import type { ReconciliationLine, Result, SensitivityPoint } from '../result/result.js';
import { formatNumber, roundNumber, withCommas } from '../result/format-number.js';
import { wholeParts } from '../result/whole-parts.js';
import { countedPeople, wholeText, spaced } from '../trouble/count-text.js';
import { padText } from './text-width.js';

/** One line for each line of the reconciliation; parts that are nothing are left out. */
export function reconciliationText(result: Result): string[] {
  return result.reconciliation.map((entry) => {
    const layer = layerNamed(entry.layer, result);
    if (!isLand(entry)) return peopleLine(entry, layer);
    const parts = reconciliationParts(entry);
    const places = honestPlaces([entry.total, ...parts.map(({ amount }) => amount)]);
    const figure = (amount: number): string => withCommas(formatNumber(Math.abs(amount), places));
    const sum = parts
      .map(({ amount, words }, i) => `${i === 0 ? '' : amount < 0 ? '− ' : '+ '}${figure(amount)} ${words}`)
      .join(' ');
    const difference = formatNumber(roundNumber(entry.difference, 2), 2);
    return `${layer}: ${figure(entry.total)} ${unitWord(entry)} = ${sum} (difference ${difference})`;
  });
}

/** People are whole in text, and what is printed adds up: parts of less than a person are left out. */
function peopleLine(entry: ReconciliationLine, layer: string): string {
  const { in_rows, in_slivers, outside, left_out, multiply_covered, difference } = entry;
  const whole = wholeParts([in_rows, in_slivers, outside, left_out]);
  const sum = whole.reduce((total, part) => total + part, 0);
  const twice = multiply_covered < 0.5 ? 0 : sum - Math.round(sum - multiply_covered);
  const apart = Math.abs(difference) < 0.5 ? 0 : Math.round(difference);
  const [rows, ...rest] = whole.map((amount, i) => ({ amount, words: PARTS[i]! }));
  const text = [
    `${wholeText(rows!.amount)} ${rows!.words}`,
    ...rest.filter(({ amount }) => amount > 0).map(({ amount, words }) => `+ ${wholeText(amount)} ${words}`),
    ...(twice > 0 ? [`− ${wholeText(twice)} counted more than once`] : []),
  ].join(' ');
  const all = sum - twice + apart;
  return `${layer}: ${countedPeople(all, unitWord(entry))} = ${text} (difference ${wholeText(apart)})`;
}

const PARTS = ['in rows', 'in slivers', 'outside', 'left out'] as const;

/**
 * That everything adds up, in one sentence with the total of each layer; a line that does not comes whole behind it.
 * Nothing where nothing was added up.
 */
export function addsUpText(result: Result): string[] {
  if (result.reconciliation.length === 0) return [];
  const layers = new Map<string, string[]>();
  const wrong: string[] = [];
  const lines = reconciliationText(result);
  for (const [i, entry] of result.reconciliation.entries()) {
    if (isOff(entry)) {
      wrong.push(lines[i]!);
      continue;
    }
    const layer = layerNamed(entry.layer, result);
    layers.set(layer, [...(layers.get(layer) ?? []), totalText(entry)]);
  }
  const told = [...layers].map(([layer, totals]) => `${layer} ${totals.join(' and ')}`);
  return [
    ...(told.length === 0 ? [] : [`It adds up, nothing is dropped: ${told.join('; ')}`]),
    ...wrong.map((line) => `It does not add up: ${line}`),
  ];
}

/** What a layer holds, whole. */
const totalText = (entry: ReconciliationLine): string =>
  isLand(entry)
    ? `${wholeText(entry.total)} ${unitWord(entry)}`
    : countedPeople(entry.total, unitWord(entry));

/** Whether a difference is more than rounding. */
const isOff = (entry: ReconciliationLine): boolean =>
  Math.abs(entry.difference) >= (isLand(entry) ? 0.005 : 0.5);

/** What the total of a layer is made of: rows always, the rest where it is not nothing; the last can be negative. */
export function reconciliationParts(entry: ReconciliationLine): { amount: number; words: string }[] {
  const rest = [
    { amount: entry.in_slivers, words: 'in slivers' },
    { amount: entry.outside, words: 'outside' },
    { amount: entry.left_out, words: 'left out' },
    { amount: -entry.multiply_covered, words: 'counted more than once' },
  ];
  return [
    { amount: entry.in_rows, words: 'in rows' },
    ...rest.filter(({ amount }) => roundNumber(amount, 2) !== 0),
  ];
}

/** `ha` for hectares, otherwise the measure in words. */
export const unitWord = (entry: ReconciliationLine): string =>
  isLand(entry) ? 'ha' : spaced(entry.quantity);

/** A heading and a line for each tolerance (the one used is marked), for each pair of layers; nothing where none was asked for. */
export function sensitivityText(result: Result): string[] {
  const pairs = new Map<string, string[][]>();
  for (const point of result.sensitivity) {
    const name = layersNamed(point.layers, result);
    const lines = pairs.get(name) ?? [];
    lines.push([
      `${withCommas(formatNumber(roundNumber(point.tolerance_m, 2), null))} m`,
      `${withCommas(formatNumber(point.material_pairs, 0))} material`,
      `${withCommas(formatNumber(point.sliver_pairs, 0))} slivers`,
      `${withCommas(formatNumber(point.sliver_ha, 1))} ha in slivers`,
      isUsed(point, result) ? '← used' : '',
    ]);
    pairs.set(name, lines);
  }
  return [...pairs].flatMap(([name, lines]) => {
    const widths = lines[0]!.map((_, k) => Math.max(...lines.map((cells) => cells[k]!.length)));
    return [
      `Pairs of ${name} by tolerance:`,
      ...lines.map((cells) =>
        cells
          .map((cell, k) => padText(cell, widths[k]! + 2, true))
          .join('')
          .trimEnd(),
      ),
    ];
  });
}

const isUsed = (point: SensitivityPoint, { tolerances }: Result): boolean =>
  tolerances.some(
    ({ layers, metres }) => layers.join() === point.layers.join() && metres === point.tolerance_m,
  );

const isLand = (entry: ReconciliationLine): boolean => entry.quantity === 'hectares';

/** The fewest decimals, at most two, at which the printed hectares add up to the printed total and none reads as 0. */
function honestPlaces([total, ...parts]: readonly number[]): number {
  const most = 2;
  for (let places = 0; places < most; places += 1) {
    const printed = parts.map((part) => roundNumber(part, places));
    const sum = roundNumber(
      printed.reduce((before, part) => before + part, 0),
      places,
    );
    const hidden = parts.some((part, i) => roundNumber(part, most) !== 0 && printed[i] === 0);
    if (sum === roundNumber(total!, places) && !hidden) return places;
  }
  return most;
}
