/**
 * The units that the finding is about, by name, worst first: what a CI system says of each by itself.
 *
 *     East Suffolk (E07000244)   People outside the main ICB: 116,361 in Norfolk and Waveney
 */
import type { Result } from '../result/result.js';
import type { StoryCircle, StoryMap } from '../story/story.js';
import { tellStory } from '../story/tell-story.js';
import { counted, listText } from '../trouble/count-text.js';

export interface NamedUnit {
  /** Name and code; the code alone where there is no name. */
  readonly unit: string;
  readonly text: string;
}

/** Units named one by one. */
const MOST = 10;

/** The first ten and, where there are more, how many; nothing where the map of the story marks nobody. */
export function worstUnits(result: Result): { units: NamedUnit[]; more: string | null } {
  const { map } = tellStory(result);
  const byUnit = new Map<string, StoryCircle[]>();
  for (const circle of map?.circles ?? []) {
    const key = `${circle.unit.layer} ${circle.unit.code}`;
    byUnit.set(key, [...(byUnit.get(key) ?? []), circle]);
  }
  const all = [...byUnit.values()].sort((x, y) => amountOf(y) - amountOf(x));
  const left = all.length - MOST;
  return {
    units: all.slice(0, MOST).map((circles) => named(circles, map!)),
    more: left > 0 ? `and ${counted(left, 'more unit')}` : null,
  };
}

const amountOf = (circles: readonly StoryCircle[]): number =>
  circles.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

function named(circles: readonly StoryCircle[], { counts }: StoryMap): NamedUnit {
  const { name, code } = circles[0]!.unit;
  const parts = circles.map(({ figure, partner }) =>
    [figure === '' ? 'withheld' : figure, ...(partner === null ? [] : [`in ${partner.name}`])].join(' '),
  );
  return {
    unit: name === code || code === '' ? name : `${name} (${code})`,
    text: `${counts}: ${listText(parts)}`,
  };
}
