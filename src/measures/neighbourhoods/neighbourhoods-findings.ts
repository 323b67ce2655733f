/**
 * What a reader of built neighbourhoods should know of the data they were built from.
 */
import { counted, countedPeople, firstThree, wholeText } from '../../trouble/count-text.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';
import type { Built } from './built.js';
import { whyMissed } from './why-missed.js';

/** Parents that miss the band, parts that were linked, blocks without people. */
export function neighbourhoodsFindings(built: Built): Finding[] {
  const { wishes, parents, blocks, blocksUncounted } = built;
  const { within, measure } = wishes;
  const nameOf = (unit: number): { code: string; name: string } => ({
    code: within.codes[unit]!,
    name: within.names[unit]!,
  });
  const missed = parents.flatMap((parent) => {
    const detail = whyMissed(built, parent);
    return detail === null
      ? []
      : [
          makeFinding({
            layer: within.id,
            finding: 'outside-size-band',
            severity: 'warning',
            ...nameOf(parent.unit),
            detail,
          }),
        ];
  });
  const linked = parents.flatMap(({ unit, links }) =>
    links.map(({ a, b, distance }) =>
      makeFinding({
        layer: within.id,
        finding: 'part-linked',
        severity: 'info',
        ...nameOf(unit),
        otherCode: blocks.codes[a]!,
        detail: `a part of ${within.names[unit]!} with too few people for a neighbourhood touches no other: block ${blocks.codes[a]!} counts as a neighbour of ${blocks.codes[b]!}, ${wholeText(distance)} m away`,
      }),
    ),
  );
  const uncounted =
    blocksUncounted.length === 0
      ? []
      : [
          makeFinding({
            layer: blocks.id,
            finding: 'block-without-people',
            severity: 'warning',
            detail: `${counted(blocksUncounted.length, 'block')} without a number of ${countedPeople(2, measure.name).replace(/^\S+ /, '')}, taken as nobody: ${firstThree(blocksUncounted)}`,
          }),
        ];
  return [...missed, ...linked, ...uncounted];
}
