/**
 * Help that belongs to no one command. Texts are written in paragraphs and folded here; lines that begin with a blank
 * stand as they are.
 */
import { laidOut } from './fold.js';
import { codes } from './topics/codes.js';
import { config } from './topics/config.js';
import { exitCodes } from './topics/exit-codes.js';
import { layers } from './topics/layers.js';
import { lists } from './topics/lists.js';
import { options } from './topics/options.js';
import { people } from './topics/people.js';
import { places } from './topics/places.js';
import { rules } from './topics/rules.js';
import { scenarios } from './topics/scenarios.js';
import { tables } from './topics/tables.js';
import { tolerance } from './topics/tolerance.js';

/** The texts by topic, as written; one that is made of what the tool has is made when it is asked for. */
export const TOPICS: Readonly<Record<string, string | (() => string | Promise<string>)>> = {
  layers,
  places,
  lists,
  people,
  tolerance,
  options,
  outputs: async () => (await import('./topics/outputs.js')).outputs(),
  tables,
  rules,
  scenarios,
  config,
  codes,
  'exit-codes': exitCodes,
};

/** The text of a topic on lines of 80 columns; null for what is none. `exit codes` is `exit-codes` too. */
export async function topicText(name: string): Promise<string | null> {
  const key = name.trim().toLowerCase().replace(/[ _]+/g, '-');
  if (!Object.hasOwn(TOPICS, key)) return null;
  const topic = TOPICS[key]!;
  return laidOut(typeof topic === 'string' ? topic : await topic());
}
