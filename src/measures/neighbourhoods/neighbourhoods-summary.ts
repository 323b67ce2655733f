/**
 * What was built, in sentences, after the headline of the story.
 */
import { shortWord, unitWord } from '../../layer/unit-words.js';
import { counted, firstThree, listText, wholeText } from '../../trouble/count-text.js';
import type { Built } from './built.js';
import { median, planFigures, polsbyPopper } from './plan-figures.js';
import { excessOf } from './problem.js';
import { proofOf } from './parents-table.js';
import { whyMissed } from './why-missed.js';

/** The sentences. */
export function neighbourhoodsSummary(built: Built): string[] {
  const { wishes, parents, neighbourhoods, grouped } = built;
  const { kept, within, low, high } = wishes;
  const sizes = neighbourhoods.map(({ people }) => people).sort((p, q) => p - q);
  const scores = neighbourhoods
    .flatMap(({ perimeter }, n) => polsbyPopper(grouped.areas[n]!, perimeter) ?? [])
    .sort((p, q) => p - q);
  const inBand = sizes.filter((people) => excessOf(people, wishes) === 0).length;
  const sentences = [
    `${counted(neighbourhoods.length, 'neighbourhood')} in ${wholeText(parents.length)} ${unitWord(within, parents.length)}, of ${wholeText(sizes[0]!)} to ${wholeText(sizes.at(-1)!)} people; ${wholeText(inBand)} ${inBand === 1 ? 'is' : 'are'} inside the band of ${wholeText(low)} to ${wholeText(high)}.`,
    ...kept.map((layer, k) => splitSentence(built, k, unitWord(layer, 1), unitWord(layer, 2))),
    `Inner border ${(parents.reduce((sum, { solution }) => sum + solution.cost.border, 0) / 1000).toFixed(1)} km; compactness (Polsby–Popper) ${(median(scores) ?? 0).toFixed(3)} in the median neighbourhood.`,
    proofSentence(built),
  ];
  const missed = parents.flatMap((parent) => whyMissed(built, parent) ?? []);
  const links = parents.reduce((sum, parent) => sum + parent.links.length, 0);
  if (links > 0) {
    sentences.push(
      links === 1
        ? `1 part of a ${shortWord(within)} with too few people touches no other: it is linked to the nearest block.`
        : `${wholeText(links)} parts of ${unitWord(within, 2)} with too few people touch no other: each is linked to the nearest block.`,
    );
  }
  if (missed.length > 0) sentences.push(`Outside the band: ${firstThree(missed)}.`);
  return [...sentences, ARITHMETIC];
}

function splitSentence(built: Built, k: number, one: string, many: string): string {
  const figures = built.parents.map((parent) => planFigures(built, parent, built.neighbourhoodOf).split[k]!);
  const units = figures.reduce((sum, each) => sum + each.units, 0);
  const people = figures.reduce((sum, each) => sum + each.people, 0);
  return units === 0
    ? `No ${one} is split.`
    : `${wholeText(units)} ${units === 1 ? one : many} ${units === 1 ? 'is' : 'are'} split: ${wholeText(people)} people live outside the neighbourhood with most of their ${one}.`;
}

/** How many plans are proved best, and how far the others may be from it. */
function proofSentence({ parents, wishes }: Built): string {
  const proofs = parents.map(({ solution }) => proofOf(solution));
  const of = (word: string): number => proofs.filter((proof) => proof === word).length;
  const whole = wishes.kept.length === 0 ? '' : ' of plans that split as few';
  const parts = [
    ...(of('optimal') > 0
      ? [`${wholeText(of('optimal'))} proved to split fewest with the shortest inner border${whole}`]
      : []),
    ...(of('fewest split') > 0 ? [`${wholeText(of('fewest split'))} proved to split fewest`] : []),
    ...(of('bound') > 0 ? [`${wholeText(of('bound'))} with a bound alone`] : []),
    ...(of('none') > 0 ? [`${wholeText(of('none'))} outside the band`] : []),
  ];
  return `Of ${counted(parents.length, 'plan')} ${listText(parts)} (table parents; seed ${wishes.seed}, ${wholeText(wishes.effort)} steps of search in each).`;
}

const ARITHMETIC =
  'This is arithmetic, not a recommendation: it knows nothing of how people live and how services work.';
