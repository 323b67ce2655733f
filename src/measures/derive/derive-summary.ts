/**
 * What a derived footprint looks like, in sentences.
 */
import { percentText } from '../../result/percent-text.js';
import { unitWord } from '../../layer/unit-words.js';
import { counted, firstThree } from '../../trouble/count-text.js';
import { livesHere } from './derive-tables.js';
import type { Derived } from './derived.js';

/** Headline first. */
export function deriveSummary(derived: Derived): string[] {
  const { request, blocks, contests, units } = derived;
  const { noun, within } = request;
  const winners = units.filter((unit) => unit.won.length > 0);
  const allocated = winners.filter((unit) => !request.unallocated.has(unit.code));
  const won = contests.filter(({ winner }) => winner >= 0);
  const lines = [
    `${counted(blocks.length, 'block')}${placeText(derived)}: ${counted(allocated.length, noun)} ${allocated.length === 1 ? 'has' : 'have'} most patients in at least one.`,
  ];
  const ties = contests.filter(({ tie }) => tie).length;
  lines.push(
    `The winner has ${percentText(100 * median(won.map((c) => c.winnerWeight / c.total)))} of a block’s patients in the median block, and less than half in ${counted(won.filter((c) => c.winnerWeight < c.total / 2).length, 'block')}; ${ties === 0 ? 'there is no tie' : `${counted(ties, 'tie')} went to the lower code`}.`,
  );
  const registered = allocated.reduce((sum, unit) => sum + unit.registered, 0);
  const inside = allocated.reduce((sum, unit) => sum + unit.registeredInside, 0);
  if (registered > 0) {
    lines.push(
      `Concordance, the share of the patients of these ${noun}s who live in blocks their own ${noun} won, is ${percentText((100 * inside) / registered)}.`,
    );
  }
  const unallocated = winners.filter((unit) => request.unallocated.has(unit.code));
  for (const unit of unallocated) {
    lines.push(
      `${counted(unit.won.length, 'block')} ${unit.won.length === 1 ? 'goes' : 'go'} to ${unit.code} (${unit.name}): most patients there are in no ${noun}.`,
    );
  }
  const nothing = units.filter(
    (unit) => unit.won.length === 0 && livesHere(unit) && !request.unallocated.has(unit.code),
  );
  lines.push(
    nothing.length === 0
      ? `Every ${noun} with most of its patients here won a block.`
      : `${counted(nothing.length, noun)} won nothing: ${firstThree(nothing.map((unit) => `${unit.code} ${unit.name}`))}.`,
  );
  if (within !== null) {
    const elsewhere = units.reduce((sum, unit) => sum + (unit.elsewhere ?? 0), 0);
    lines.push(
      `${counted(elsewhere, 'block')} ${elsewhere === 1 ? 'was' : 'were'} won by a ${noun} of another ${unitWord(within, 1)}.`,
    );
  }
  if (derived.land !== null) {
    const apart = winners.filter((unit) => derived.land!.parts[unit.unit]! > 1).length;
    lines.push(`${counted(apart, noun)} ${apart === 1 ? 'lies' : 'lie'} in two or more parts.`);
  }
  return lines;
}

function placeText({ request, place }: Derived): string {
  if (request.within === null) return '';
  const there = new Set(place);
  const { names } = request.within;
  return there.size > 3
    ? ` in ${counted(there.size, 'unit')} of ${request.within.id}`
    : ` in ${[...there]
        .sort((a, b) => a - b)
        .map((unit) => names[unit]!)
        .join(' and ')}`;
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
