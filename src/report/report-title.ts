/**
 * What a report is called: as its request says, else by its layers and what it is about. Page, document, workbook and
 * Markdown have it from here.
 *
 *     ICBs and councils (lower tier or unitary): where they line up
 */
import { manyOfYear } from '../result/layer-words.js';
import { tellStory } from '../story/tell-story.js';
import { capital } from '../trouble/count-text.js';
import type { Result } from '../result/result.js';

/** What the report of a command is about. */
const SUBJECTS: Readonly<Record<string, string>> = {
  overlap: 'what they share',
  align: 'where they line up',
  compare: 'what changed',
  suggest: 'the smallest changes that would line them up',
  derive: 'derived footprints',
};

/** Commands of which the story knows a better title: the place, the files, what should be covered. */
const TITLED_BY_STORY: readonly string[] = [
  'partners',
  'check',
  'coverage',
  'scenario',
  'suggest neighbourhoods',
];

/** The title on one line, without a full stop. */
export function reportTitle(result: Result): string {
  if (result.title !== undefined) return result.title;
  // Of what can be had by subtraction the finding itself is the title.
  if (result.command === 'differencing' && result.summary[0] !== undefined)
    return result.summary[0].replace(/\.$/, '');
  // Of three and more vintages only the story says which.
  const isTimeline = result.tables.some(({ name }) => name === 'timeline');
  if (isTimeline || TITLED_BY_STORY.includes(result.command)) return tellStory(result).title;
  const words = result.layers.slice(0, 2).map(({ many }) => many);
  const subject = SUBJECTS[result.command] ?? result.command;
  const layers = result.layers.length > 2 && result.command !== 'compare' ? [...words, 'more'] : words;
  const named =
    layers.length > 1 ? `${layers.slice(0, -1).join(', ')} and ${layers.at(-1)!}` : layers.join('');
  const text = named === '' ? subject : `${named}: ${subject}`;
  return capital(text);
}

/** The line under it: as the request says, else each layer with its year; nothing where they are many. */
export const reportSubtitle = (result: Result): string =>
  result.subtitle ??
  (result.layers.length > MOST_LAYERS ? '' : [...new Set(result.layers.map(manyOfYear))].join(' · '));

const MOST_LAYERS = 4;
