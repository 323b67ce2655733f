/**
 * A timeline in sentences: one for each step, one for each layer held against.
 */
import { unitWord } from '../../layer/unit-words.js';
import { capital, spaced, wholeText } from '../../trouble/count-text.js';
import { changesSummary } from './changes-summary.js';
import type { Course, Timeline } from './courses.js';

export function timelineSummary({ steps, courses }: Timeline): string[] {
  return [...steps.flatMap((changes) => changesSummary(changes).slice(0, 2)), ...courses.map(courseSentence)];
}

/** `Councils shared between ICBs: 15 → 12 → 12 → 5. People outside the main ICB: 412,345 → …`. */
function courseSentence({ moments }: Course): string {
  const way = (of: (moment: Course['moments'][number]) => number): string =>
    moments.map((moment) => wholeText(of(moment))).join(' → ');
  const { aligned, quantity } = moments[moments.length - 1]!.figures;
  return `${capital(unitWord(aligned.b, 2))} shared between ${unitWord(aligned.a, 2)} and those before: ${way(({ figures }) => figures.shared.length)}. ${capital(spaced(quantity))} outside the main one: ${way(({ figures }) => figures.outsideMain)}.`;
}
