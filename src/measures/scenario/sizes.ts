/**
 * How many units a proposal leaves and how large they are.
 */
import { measureWord } from '../columns.js';
import { unitWord } from '../../layer/unit-words.js';
import { changedHands } from '../changes/changes-table.js';
import { capital, spaced, wholeText } from '../../trouble/count-text.js';
import type { EffectRow } from '../changes/effect-table.js';
import type { Outcome } from './outcome.js';
import type { Scenario } from './scenario-document.js';
import { sizeBand, type SizeGuide } from './size-guide.js';

/** Rows of the table `effect` about the layer itself. */
export function sizeRows({ scenario, changes }: Outcome, guide: SizeGuide | null): EffectRow[] {
  const { before, after, found } = changes;
  const [measure] = found.measures;
  const row = (quantity: string, basis: string, from: number, to: number): EffectRow => ({
    scenario: scenario.name,
    layer: before.id,
    against: null,
    quantity,
    basis,
    before: from,
    after: to,
    change: to - from,
  });
  const rows = [row('units', 'units', before.codes.length, after.codes.length)];
  if (measure === undefined) return rows;
  const sides = [measure.unitsA, measure.unitsB] as const;
  const both = (quantity: string, basis: string, figure: (people: Float64Array) => number): EffectRow =>
    row(quantity, basis, figure(sides[0]), figure(sides[1]));
  rows.push(
    both('smallest_unit', measure.basis, (people) =>
      people.reduce((least, each) => Math.min(least, each), Infinity),
    ),
    both('largest_unit', measure.basis, (people) => people.reduce((most, each) => Math.max(most, each), 0)),
  );
  for (const band of guide === null ? [] : ['under', 'within', 'over']) {
    const words = `units ${band} ${guide!.least ?? ''}${guide!.most === null ? '' : ` to ${guide!.most}`}`;
    rows.push(
      both(
        `size_${band}`,
        words,
        (people) => people.filter((each) => sizeBand(each, guide!) === band).length,
      ),
    );
  }
  if (guide !== null) {
    const { least, most } = guide;
    if (least !== null) rows.push(row('size_least', 'people a unit should have at least', least, least));
    if (most !== null) rows.push(row('size_most', 'people a unit should have at most', most, most));
  }
  return [...rows, row('changing_unit', measure.basis, 0, movedPeople(changes))];
}

function movedPeople({ pieces }: Outcome['changes']): number {
  return pieces.filter(changedHands).reduce((sum, { pair }) => sum + (pair.amounts[0]?.people ?? 0), 0);
}

/** What a proposal is called in sentences: its title, else its name in words. */
export const titleOf = ({ name, title }: Scenario): string => capital(title ?? spaced(name));

/** What a proposal does to the layer, in one sentence. */
export function scenarioSentence({ scenario, changes }: Outcome): string {
  const { before, after, ofBefore, ofAfter, found } = changes;
  const count = (list: readonly string[], word: string): number =>
    list.filter((change) => change === word).length;
  const [n, m] = [before.codes.length, after.codes.length];
  const people =
    found.measures.length === 0
      ? ''
      : `; ${wholeText(movedPeople(changes))} ${measureWord(found.measures[0]!)} come to another unit`;
  return `${titleOf(scenario)}: ${wholeText(n)} → ${wholeText(m)} ${unitWord(before, m)}, ${count(ofBefore, 'abolished')} abolished, ${count(ofAfter, 'created')} created, ${count(ofAfter, 'unchanged')} unchanged${people}.`;
}
