/**
 * A result as annotations of a GitHub workflow: lines of standard output that GitHub shows beside the run.
 *
 *     ::error title=Broken rule::shared_units max 5: 12, more than 5
 *
 * Broken rules and new findings are errors; the units that the finding is about, worst first, and findings of the data
 * are warnings; the headline is a notice. Text from files is escaped, so that no name can begin a command of its own.
 */
import type { FindingRecord, Result } from '../result/result.js';
import { layerNamed } from '../result/layer-words.js';
import { wholeText } from '../trouble/count-text.js';
import { baselineRows, baselineSentence } from './baseline-rows.js';
import { worstUnits } from './worst-units.js';

/** GitHub shows ten annotations of a level for a step; the rest is in the log. */
const MOST_WARNINGS = 10;

/** The annotations, one a line, ended by a line feed. */
export function writeGithub(result: Result): string {
  const fresh = (baselineRows(result) ?? []).filter(({ standing }) => standing === 'new');
  const grave = result.findings.filter(({ severity }) => severity !== 'info');
  const { units, more } = worstUnits(result);
  const lines = [
    ...result.summary
      .slice(0, 1)
      .map((headline) => annotation('notice', `coterminous ${result.command}`, headline)),
    ...result.rules
      .filter(({ met }) => !met)
      .map(({ rule, detail }) => annotation('error', 'Broken rule', `${rule}: ${detail}`)),
    ...fresh.map((row) => annotation('error', 'New finding', baselineSentence(row))),
    ...units.map(({ unit, text }) => annotation('warning', unit, text)),
    ...(more === null ? [] : [annotation('notice', `coterminous ${result.command}`, more)]),
    ...grave
      .slice(0, MOST_WARNINGS)
      .map((finding) => annotation('warning', finding.finding, sentence(finding, result))),
    ...(grave.length > MOST_WARNINGS
      ? [
          annotation(
            'warning',
            'More findings',
            `and ${wholeText(grave.length - MOST_WARNINGS)} more in the result`,
          ),
        ]
      : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const sentence = ({ layer, code, name, detail }: FindingRecord, result: Result): string => {
  const who = [layer === '' ? '' : layerNamed(layer, result), code, name].filter((part) => part !== '');
  return who.length === 0 ? detail : `${who.join(' ')}: ${detail}`;
};

const annotation = (level: 'error' | 'warning' | 'notice', title: string, message: string): string =>
  `::${level} title=${escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}::${escaped(message)}`;

const escaped = (text: string): string => text.replaceAll('%', '%25');
