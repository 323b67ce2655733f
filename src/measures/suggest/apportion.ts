/**
 * A sum known for the units of one layer, shared over the units of the other by people: an estimate.
 *
 *     council  12 million     60 % of its people in A1, 40 % in A2     A1 7.2 million, A2 4.8 million
 *
 * Only amounts can be shared out and added up. Rates, averages and percentages cannot, and are refused.
 */
import { spaced, withArticle } from '../../trouble/count-text.js';
import { unitWord } from '../../layer/unit-words.js';
import { codesForNames } from '../../layer/codes-for-names.js';
import type { Layer } from '../../layer/layer.js';
import { headingKey } from '../../layer/table.js';
import { respellings } from '../../layer/spelling.js';
import { InputError } from '../../trouble/input-error.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import { turned } from '../crossing/turned.js';
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { percent } from '../../result/units-of-measure.js';
import type { Amounts } from './amounts.js';
import { apportionedColumns, type Share } from './apportioned-columns.js';
import { compareCodes } from '../../trouble/order.js';

/** Words in a heading that say it holds no sum. */
const RATE =
  /(^|_)(rate|rates|ratio|per|pct|percent|percentage|share|mean|average|avg|median|index|score|rank|decile|quintile|density|proportion|prevalence|standardised|standardized|smr|dsr|life_expectancy)(_|$)/;

/** Throws InputError for what looks like a rate: adding those up means nothing. */
export function refuseRates({ name, file, amountHeading, rows }: Amounts): void {
  const amounts = rows.map(({ amount }) => amount);
  const byName = [amountHeading, name].find((words) => RATE.test(headingKey(words)) || words.includes('%'));
  const allShares =
    amounts.length > 1 &&
    amounts.every((amount) => Math.abs(amount) <= 1) &&
    amounts.some((amount) => !Number.isInteger(amount));
  if (byName === undefined && !allShares) return;
  throw new InputError({
    id: 'rate-not-amount',
    file,
    message:
      byName === undefined
        ? `every number in '${amountHeading}' lies between -1 and 1: these look like shares or rates, which cannot be added up`
        : `'${byName}' is a rate or an average, which cannot be shared out and added up`,
    hint: 'Give the sum behind it, such as a count of people or an amount of money',
  });
}

/** One row for each unit with an amount and each unit of the other layer it lies in. */
export function apportion(crossed: CrossedPair, amounts: Amounts): { table: Table; sentences: string[] } {
  refuseRates(amounts);
  const [measure] = crossed.land.measures;
  if (measure === undefined) {
    throw new InputError({
      id: 'people-needed',
      file: amounts.file,
      message: `${amounts.name} is shared out by people, and nobody is counted`,
      hint: 'Give people with --people FILE',
    });
  }
  const rowsOf = (layer: Layer): Amounts['rows'] => {
    const codes = amounts.rows.map(({ code }) => code);
    const spelled = respellings(codes, new Set(layer.codes));
    const named = codesForNames(codes, layer);
    return amounts.rows.map((row) => ({
      ...row,
      code: spelled.get(row.code) ?? named.get(row.code) ?? row.code,
    }));
  };
  const matches = (layer: Layer): number =>
    rowsOf(layer).filter(({ code }) => layer.codes.includes(code)).length;
  const of = matches(crossed.b) >= matches(crossed.a) ? turned(crossed) : crossed;
  const spelled = rowsOf(of.a);
  const missing = spelled.filter(({ code }) => !of.a.codes.includes(code));
  if (missing.length === amounts.rows.length) throw noMatch(amounts, crossed);
  const rows = [...spelled]
    .sort((p, q) => compareCodes(p.code, q.code))
    .flatMap(({ code, amount }) => sharesOf(of, code, amount));
  const total = amounts.rows.reduce((sum, { amount }) => sum + amount, 0);
  const shared = rows.reduce((sum, row) => sum + row.amount, 0);
  return {
    table: makeTable({
      name: 'apportioned',
      title: `${spaced(amounts.name)} shared over ${unitWord(of.b, 2)}, an estimate`,
      caption: `An estimate: ${spaced(amounts.name)} shared over ${unitWord(of.b, 2)} by ${spaced(measure.name)}.`,
      rows,
      columns: apportionedColumns(of, amounts, measure),
    }),
    sentences: [
      `${spaced(amounts.name)} is an estimate, shared over ${unitWord(of.b, 2)} by ${spaced(measure.name)} (${measure.basis}): ${figure(shared)} of ${figure(total)} shared out${
        missing.length === 0
          ? ''
          : `; ${missing.length} codes are no ${unitWord(of.a, 2)}: ${missing
              .slice(0, 3)
              .map(({ code }) => code)
              .join(', ')}`
      }.`,
    ],
  };
}

function sharesOf({ a, land }: CrossedPair, code: string, amount: number): Share[] {
  const unit = a.codes.indexOf(code);
  if (unit < 0) return [];
  const parts = land.pairs.filter((pair) => pair.a === unit && pair.material);
  const total = parts.reduce((sum, pair) => sum + pair.amounts[0]!.people, 0);
  if (total === 0) return [];
  return parts.map(({ b, amounts }): Share => {
    const { people } = amounts[0]!;
    return { unit, other: b, people, percent: percent(people, total), amount: (amount * people) / total };
  });
}

const figure = (value: number): string => {
  const [whole, fraction] = (Math.round(value * 100) / 100).toString().split('.');
  return whole!.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
};

const noMatch = ({ file, codeHeading }: Amounts, { a, b }: CrossedPair): InputError =>
  new InputError({
    id: 'no-code-matches',
    file,
    message: `no code in '${codeHeading}' is ${withArticle(unitWord(a, 1))} or ${withArticle(unitWord(b, 1))}`,
    hint: 'Give FILE:code:amount with the codes of one of the two layers',
  });
