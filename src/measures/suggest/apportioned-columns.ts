/**
 * The columns of a sum shared out: whose it is, who gets what part, and that it is an estimate.
 */
import { shortWords } from '../../layer/unit-words.js';
import type { ColumnOf } from '../../result/make-table.js';
import { amountColumn, basisAndMethod, codeOf, measureWord, nameOf } from '../columns.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import type { PlacedMeasure } from '../pairs/pairs-of-layers.js';
import type { Amounts } from './amounts.js';

/** The part of a unit's amount that goes to one unit of the other layer, or to none. */
export interface Share {
  readonly unit: number;
  /** NO_UNIT outside the other layer. */
  readonly other: number;
  /** People in both, and per cent of those of the first unit. */
  readonly people: number;
  readonly percent: number | null;
  readonly amount: number;
}

/** The columns for the shares of units of the first of two layers. */
export function apportionedColumns(
  { a, b }: CrossedPair,
  amounts: Amounts,
  measure: PlacedMeasure,
): ColumnOf<Share>[] {
  const word = shortWords([a, b]);
  const { name } = amounts;
  const estimate = {
    name,
    basis: `${amounts.amountHeading} in ${amounts.file.replace(/^.*[/\\]/, '')}`,
    method: `estimate: shared by ${measureWord(measure)}`,
  };
  const [basis, method] = basisAndMethod<Share>(estimate) as [ColumnOf<Share>, ColumnOf<Share>];
  return [
    {
      heading: `${a.id}_code`,
      title: `${word(a.id)} code`,
      kind: 'code',
      description: 'The unit whose amount is known',
      about: { layer: a.id, role: 'unit' },
      value: ({ unit }) => a.codes[unit]!,
    },
    {
      heading: `${a.id}_name`,
      title: word(a.id),
      kind: 'name',
      description: 'Its name',
      about: { layer: a.id, role: 'unit' },
      value: ({ unit }) => a.names[unit]!,
    },
    {
      heading: `${b.id}_code`,
      title: `${word(b.id)} code`,
      kind: 'code',
      description: 'The unit it is shared to; blank outside',
      about: { layer: b.id, role: 'unit' },
      value: ({ other }) => codeOf(b, other),
    },
    {
      heading: `${b.id}_name`,
      title: word(b.id),
      kind: 'name',
      description: 'Its name',
      about: { layer: b.id, role: 'unit' },
      value: ({ other }) => nameOf(b, other),
    },
    amountColumn(measure, `People in both: ${measure.basis}`, ({ people }) => people),
    {
      heading: `pct_of_${a.id}_${measure.name}`,
      title: `% of ${word(a.id)} ${measureWord(measure)}`,
      kind: 'percent',
      description: 'Share of the people of the first unit',
      about: { layer: a.id, measure: measure.name, role: 'share' },
      value: (share) => share.percent,
    },
    {
      heading: name,
      title: measureWord({ name }),
      kind: 'number',
      decimals: 2,
      description: 'Estimate: the amount of the first unit times that share',
      about: { measure: name, role: 'amount' },
      value: ({ amount }) => amount,
    },
    { ...basis, description: 'Where the amount comes from' },
    { ...method, description: 'How it was shared out' },
  ];
}
