/**
 * What the bodies of all reports end with: the result made from what was found, with a map where one is wanted.
 */
import { withTitles } from './with-titles.js';
import type { Report } from '../measures/report.js';
import { makeResult } from '../result/make-result.js';
import type { Result, VerifiedLaw } from '../result/result.js';
import { hasStory } from '../story/tell-story.js';
import { makeNote, type Note } from '../trouble/note.js';
import type { Inputs } from './inputs.js';
import { lawsOfSums, refuseBroken } from './laws-of-sums.js';
import type { Ground } from './load-ground.js';
import type { DisclosureRule, ReportRequest } from './request.js';
import { toDegrees } from './to-degrees.js';

/** Says what is being done. */
export type Progress = (text: string) => void;

/** The result of a report on its ground; `notes` are further ones, after those of the ground. */
export async function resultOf(
  request: ReportRequest,
  inputs: Inputs,
  ground: Ground,
  found: Report,
  notes: Ground['notes'] = [],
): Promise<Result> {
  const rule = request.disclosure ?? null;
  const bare = makeResult({
    command: request.command,
    inputs: inputs.records(),
    layers: ground.layers,
    areaModel: ground.areaModel,
    notes: [...ground.notes, ...notes, ...(rule === null ? [] : [ruleNote(rule)])],
    disclosure: rule,
    found: withDoubts(found, hasStory(request.command)),
  });
  const made = withTitles(bare, request);
  const sums = lawsOfSums(made, request.disclosure !== undefined);
  refuseBroken(sums);
  const result = request.verify === true ? { ...made, verification: await verified(ground, sums) } : made;
  const map =
    request.map !== true || found.drawMap === undefined
      ? null
      : found.drawMap({
          toLongitudeLatitude: await toDegrees(ground),
          byPeople: (request.disclosure ?? null) === null,
          ...(request.fullMap === true ? { arcs: Infinity } : {}),
          pairs: !result.tables.some((table) => table.name === 'overlap'),
        });
  const shapes =
    found.shapes ?? (request.shapes === true ? found.drawShapes?.(await toDegrees(ground)) : undefined);
  const whole: Result = {
    ...result,
    ...(shapes === undefined ? {} : { shapes }),
    ...(map === null ? {} : { map }),
  };
  if (NARROWED.includes(request.command) || !('only' in request) || request.only.length === 0) return whole;
  return (await import('./of-only-units.js')).ofOnlyUnits(whole, request.only, request, ground, found);
}

/** Commands that look at the units of `only` alone from the beginning. */
const NARROWED: readonly string[] = ['derive', 'suggest neighbourhoods'];

const ruleNote = ({ under, round }: DisclosureRule): Note =>
  makeNote('disclosure-rule', null, { words: { under: String(under), round: String(round) } });

/** The laws of the land and of the sums. Throws where one is broken. */
async function verified(ground: Ground, sums: readonly VerifiedLaw[]): Promise<readonly VerifiedLaw[]> {
  const { verifyLand } = await import('../measures/land/verify-land.js');
  const laws = [...verifyLand(ground.layers, ground.planar), ...sums];
  refuseBroken(laws);
  return laws;
}

/** The table of what is in doubt after the others, what there is to say of it after the headline, which may be to come. */
function withDoubts(found: Report, isOpened: boolean): Report {
  const { tables, sentences } = found.doubts ?? { tables: [], sentences: [] };
  const own = isOpened ? 0 : 1;
  return {
    ...found,
    tables: [...found.tables, ...tables],
    summary: [...found.summary.slice(0, own), ...sentences, ...found.summary.slice(own)],
  };
}
