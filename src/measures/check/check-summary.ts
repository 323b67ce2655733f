/**
 * What a check found, in sentences: one for each layer, then one for each kind of error and warning.
 */
import { counted, wholeText } from '../../trouble/count-text.js';
import type { Layer } from '../../layer/layer.js';
import type { Finding, Severity } from '../../trouble/finding.js';
import { findingWords } from '../../trouble/finding-words.js';
import { unitWord } from '../../layer/unit-word.js';
import { compareCodes } from '../../trouble/order.js';

/** Sentences, headline first. */
export function checkSummary(layers: readonly Layer[], findings: readonly Finding[]): string[] {
  return [
    `${counted(layers.length, 'layer')} checked: ${tally(findings)}.`,
    ...layers.map((layer) => {
      const mine = findings.filter((finding) => finding.layer === layer.id);
      return `${layer.id}, ${wholeText(layer.codes.length)} ${unitWord(layer, layer.codes.length)}: ${kindsOf(mine)}.`;
    }),
  ];
}

function tally(findings: readonly Finding[]): string {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return `${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}, ${wholeText(count('info'))} for information`;
}

/** `3 gaps, 2 overlaps` in order of kind; errors and warnings only. */
function kindsOf(findings: readonly Finding[]): string {
  const grave = findings.filter(({ severity }) => severity !== 'info');
  if (grave.length === 0) return 'nothing wrong was found';
  const times = new Map<string, number>();
  for (const { finding } of grave) times.set(finding, (times.get(finding) ?? 0) + 1);
  return [...times]
    .sort(([a], [b]) => compareCodes(a, b))
    .map(([kind, count]) => {
      const { one, many } = findingWords(kind);
      return counted(count, one, many);
    })
    .join(', ');
}
