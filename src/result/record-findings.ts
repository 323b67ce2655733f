/**
 * Findings as the result document keeps them: with a stable id, hectares for square metres.
 */
import { findingId, type Finding } from '../trouble/finding.js';
import type { FindingRecord } from './result.js';
import { hectaresOrNull } from './units-of-measure.js';

/** Records of findings, in their order. Findings that would share an id are numbered. */
export function recordFindings(findings: readonly Finding[]): FindingRecord[] {
  const times = new Map<string, number>();
  return findings.map((finding) => {
    const id = findingId(finding);
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return {
      id: time === 1 ? id : `${id}:${time}`,
      layer: finding.layer,
      finding: finding.finding,
      severity: finding.severity,
      code: finding.code,
      name: finding.name,
      other_code: finding.otherCode,
      area_ha: hectaresOrNull(finding.area),
      width_m: finding.width,
      longitude: finding.position?.[0] ?? null,
      latitude: finding.position?.[1] ?? null,
      detail: finding.detail,
    };
  });
}
