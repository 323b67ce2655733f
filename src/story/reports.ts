/**
 * The story of several reports in one: each with its own headline; the worst of them opens.
 */
import type { ReportRecord, Result } from '../result/result.js';
import { listText, spaced } from '../trouble/count-text.js';
import { capital, numberText } from './number-text.js';
import type { Story, StoryFigure } from './story.js';
import { unitWords } from '../result/layer-words.js';

/** The story; `tell` tells one of its reports. */
export function tellReports(
  result: Result,
  reports: readonly ReportRecord[],
  tell: (part: Result) => Story,
): Story {
  const told = reports.map((report) => ({ report, story: tell(partOf(result, report)) }));
  const concerned = ({ story }: (typeof told)[number]): number => story.concerned ?? 0;
  const worst = told.reduce((most, each) => (concerned(each) > concerned(most) ? each : most), told[0]!);
  const { story } = worst;
  const titles = told.map((each) => each.story.title);
  const named = ({ report, story: { title } }: (typeof told)[number]): string =>
    titles.indexOf(title) === titles.lastIndexOf(title) ? title : `${title} (${spaced(report.name)})`;
  return {
    title: capital(listText(result.layers.map((layer) => unitWords(layer, result).many))),
    headline: story.headline,
    subtitle:
      `The worst finding of ${numberText(told.length)} reports: ${spaced(worst.report.name)}. ${story.subtitle}`.trim(),
    figures: story.figures,
    bar: story.bar,
    answer: {
      kind: 'reports',
      heading: 'What the reports say',
      rows: told.map((each) => ({
        title: named(each),
        headline: each.story.headline,
        detail: each.story.figures.slice(0, 1).map(figureSentence).join(''),
        table: Object.values(each.report.tables)[0] ?? null,
      })),
    },
    map: story.map,
    footnotes: [...new Set(told.flatMap((each) => each.story.footnotes))],
    concerned: story.concerned ?? null,
  };
}

const figureSentence = ({ value, beside, text }: StoryFigure): string =>
  [value, beside, text].filter((part) => part !== '').join(' ');

/** One of the reports as it was by itself: its layers, its tables under their own names. */
export function partOf(result: Result, report: ReportRecord): Result {
  const { reports: _, map, ...shared } = result;
  return {
    ...shared,
    command: report.command,
    // In the order of the report: its lines of reconciliation are told apart by it.
    layers: report.layers.flatMap((id) => result.layers.filter((layer) => layer.id === id)),
    summary: [report.headline],
    tables: Object.entries(report.tables).flatMap(([own, name]) => {
      const table = result.tables.find((each) => each.name === name);
      return table === undefined ? [] : [{ ...table, name: own }];
    }),
    ...(map === undefined ? {} : { map: { ...map, pairs: [] } }),
  };
}
