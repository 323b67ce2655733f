/**
 * Findings as lines for standard error: warnings and errors, a few of each kind, the rest counted.
 *
 * A file in which every ring is open or every ward stands twice has thousands of findings; all are in the result.
 */
import { wholeText } from '../trouble/count-text.js';
import { layerNamed } from '../result/layer-words.js';
import type { FindingRecord, Result } from '../result/result.js';

export interface FindingLine {
  readonly severity: string;
  readonly text: string;
}

/** Lines shown for each kind of finding of each layer. */
const SHOWN = 5;

/** Lines in the order of the findings; those of `info` are left to the result document. */
export function findingLines(result: Pick<Result, 'findings' | 'layers'>): FindingLine[] {
  const { findings } = result;
  const groups = new Map<string, FindingRecord[]>();
  for (const finding of findings) {
    if (finding.severity === 'info') continue;
    const key = `${finding.layer} ${finding.finding} ${finding.severity}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((group) => {
    const lines = group.slice(0, SHOWN).map((finding) => ({
      severity: finding.severity,
      text: textOf(finding, layerNamed(finding.layer, result)),
    }));
    const more = group.length - SHOWN;
    if (more <= 0) return lines;
    const { severity, layer, finding } = group[0]!;
    const rest = `${layerNamed(layer, result)}: ${wholeText(more)} more of ${finding}; the JSON result lists them all`;
    return [...lines, { severity, text: rest }];
  });
}

function textOf(finding: FindingRecord, layer: string): string {
  const where = [layer, finding.code, finding.name].filter((part) => part !== '').join(' ');
  const at = finding.longitude === null ? '' : ` (at ${finding.longitude}, ${finding.latitude})`;
  return `${where}: ${finding.detail}${at}`;
}
