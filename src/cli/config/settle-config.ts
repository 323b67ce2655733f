/**
 * Finds out which config of a folder's files runs, by running it.
 *
 *     reports alone ──► those that run ──► with people, on each choice of small areas, until all of them run
 *
 * What does not run is left in comments, with the reason.
 */
import type { Survey } from './survey-folder.js';
import { starterConfig, type Choice } from './starter-config.js';
import { soundness, starterReports, type StarterReport } from './starter-reports.js';

/** Runs the reports of a config; gives the reason of each that does not run, by its name. */
export type TryOut = (text: string) => Promise<ReadonlyMap<string, string>>;

/** At most so many measures and files of small areas are tried with one another. */
const MOST_TRIED = 3;

/** The text of a config of which every report runs. */
export async function settleConfig(survey: Survey, tryOut: TryOut): Promise<string> {
  const plain = { people: null, blocks: null, leftOut: [] };
  const wanted = starterReports(survey.layers);
  const firstTried = await those(survey, wanted, tryOut, plain);
  if (firstTried.leftOut.length > 0) {
    // Lookups and shapes meet on small areas alone.
    const together = await peopleThatRun(survey, wanted, tryOut);
    if (together.people !== null) return starterConfig(survey, { reports: wanted, ...together });
  }
  const reports =
    firstTried.run.length > 0
      ? firstTried.run
      : (await those(survey, soundness(survey.layers), tryOut, plain)).run;
  if (reports.length === 0) {
    const others = survey.layers.map(({ file }) => ({ file, why: 'no report on it runs' }));
    const without = { ...survey, layers: [], others: [...survey.others, ...others] };
    return starterConfig(without, { ...plain, reports: starterReports([]), leftOut: firstTried.leftOut });
  }
  const { leftOut } = firstTried;
  const people = await peopleThatRun(survey, reports, tryOut);
  return starterConfig(survey, { reports, ...people, leftOut: [...leftOut, ...people.leftOut] });
}

async function those(
  survey: Survey,
  reports: readonly StarterReport[],
  tryOut: TryOut,
  plain: Omit<Choice, 'reports'>,
): Promise<{ run: StarterReport[]; leftOut: Choice['leftOut'] }> {
  if (reports.length === 0) return { run: [], leftOut: [] };
  const reasons = await tryOut(starterConfig(survey, { ...plain, reports }));
  return {
    run: reports.filter(({ name }) => !reasons.has(name)),
    leftOut: [...reasons].map(([name, why]) => ({ what: `the report ${name}`, why })),
  };
}

/** The first measure and small areas with which all reports run. */
async function peopleThatRun(
  survey: Survey,
  reports: readonly StarterReport[],
  tryOut: TryOut,
): Promise<Omit<Choice, 'reports'>> {
  const leftOut: { what: string; why: string }[] = [];
  if (survey.layers.length === 0) return { people: null, blocks: null, leftOut };
  for (const [people, { file }] of survey.people.slice(0, MOST_TRIED).entries()) {
    for (const blocks of [...survey.blocks.slice(0, MOST_TRIED).keys(), null]) {
      const reasons = await tryOut(starterConfig(survey, { people, blocks, reports, leftOut: [] }));
      if (reasons.size === 0) return { people, blocks, leftOut };
      const on = blocks === null ? '' : ` on ${survey.blocks[blocks]!.file}`;
      leftOut.push({ what: `people of ${file}${on}`, why: [...reasons.values()][0]! });
    }
  }
  return { people: null, blocks: null, leftOut };
}
