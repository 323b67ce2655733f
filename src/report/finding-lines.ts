/**
 * Findings as lines for people: warnings and errors, a few of each kind, the rest counted.
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

/**
 * Lines in the order of the findings, of each kind in each layer the first `most` and how many more there are; those of
 * `info` are left to the result document. With `most` 1 the count stands in the same line.
 */
export function findingLines(result: Pick<Result, 'findings' | 'layers'>, most: number): FindingLine[] {
  const groups = new Map<string, FindingRecord[]>();
  for (const finding of result.findings) {
    if (finding.severity === 'info') continue;
    const key = `${finding.layer} ${finding.finding} ${finding.severity}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((group) => {
    const { severity, layer, finding } = group[0]!;
    const lines = group
      .slice(0, most)
      .map((each) => ({ severity, text: textOf(each, layerNamed(each.layer, result)) }));
    const more = group.length - lines.length;
    if (more <= 0) return lines;
    if (most === 1) return [{ severity, text: `${lines[0]!.text}; and ${wholeText(more)} more like it` }];
    const rest = `${layerNamed(layer, result)}: ${wholeText(more)} more of ${finding}; the JSON result lists them all`;
    return [...lines, { severity, text: rest }];
  });
}

function textOf(finding: FindingRecord, layer: string): string {
  const where = [layer, finding.code, finding.name].filter((part) => part !== '').join(' ');
  const at = finding.longitude === null ? '' : ` (at ${finding.longitude}, ${finding.latitude})`;
  return `${where}: ${finding.detail}${at}`;
}
