/**
 * Residents of units held against what is known of them: a plausibility check, which never changes a figure.
 *
 * Where a disclosure rule is kept to, it sees the figures as they are published and no others.
 */
import { percentText } from '../../result/percent-text.js';
import { disclosedText, type Disclosure } from '../../layer/disclosure.js';
import { saysResidents, type KnownResidents } from '../../layer/known-residents.js';
import type { Layer } from '../../layer/layer.js';
import { unitWord } from '../../layer/unit-words.js';
import { counted as countText, firstThree, wholeText } from '../../trouble/count-text.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';
import { compareCodes } from '../../trouble/order.js';
import type { MeasureRequest } from '../people/measure-request.js';
import type { CrossedPair } from './crossed-pair.js';
import { differs, likelyReason, type Counted } from './likely-reason.js';

interface CountedUnit extends Counted {
  readonly unit: number;
}

/** One finding for each layer and measure of residents whose units differ by more than 1 %, worst units first. */
export function checkResidents(
  pairs: readonly CrossedPair[],
  measures: readonly MeasureRequest[],
  known: ReadonlyMap<Layer, KnownResidents>,
  rule: Disclosure | null,
): Finding[] {
  const findings: Finding[] = [];
  for (const [layer, residents] of known) {
    const pair = pairs.find(({ a, b }) => a === layer || b === layer);
    if (pair === undefined) continue;
    measures.forEach(({ measure }, m) => {
      if (!saysResidents(measure)) return;
      const finding = compare(layer, countedUnits(pair, layer, m, residents), measure.name, rule);
      if (finding !== null) findings.push(finding);
    });
  }
  return findings;
}

/** Units of which something is known; none of which a disclosure rule withholds anything. */
function countedUnits(
  pair: CrossedPair,
  layer: Layer,
  m: number,
  { people, recoded }: KnownResidents,
): CountedUnit[] {
  const side = pair.a === layer ? 'a' : 'b';
  const measure = pair.land.measures[m]!;
  const totals = side === 'a' ? measure.unitsA : measure.unitsB;
  return layer.codes.flatMap((code, unit) => {
    const known = people.get(code);
    const isWhole = (measure.withheld?.[side][unit] ?? 'nothing') === 'nothing';
    return known === undefined || !isWhole
      ? []
      : [{ unit, counted: totals[unit]!, known, recoded: recoded.has(code) }];
  });
}

function compare(
  layer: Layer,
  units: readonly CountedUnit[],
  measure: string,
  rule: Disclosure | null,
): Finding | null {
  const off = ({ counted, known }: CountedUnit): number => Math.abs(counted - known) / known;
  const worst = units
    .filter(differs)
    .sort((u, v) => off(v) - off(u) || compareCodes(layer.codes[u.unit]!, layer.codes[v.unit]!));
  if (worst.length === 0) return null;
  const listed = worst.map(
    (unit) =>
      `${layer.names[unit.unit]!} ${disclosedText(unit.counted, rule)} for ${wholeText(unit.known)} (${differenceText(unit)})`,
  );
  const isBestFit = layer.membership?.bestFit === true;
  const ofUnits = countText(units.length, unitWord(layer, 1), unitWord(layer, 2));
  return makeFinding({
    layer: layer.id,
    finding: 'residents-differ',
    severity: 'warning',
    detail: `${measure} counted in ${wholeText(worst.length)} of ${ofUnits} are more than 1 % off the residents of the Census of 2021: ${firstThree(listed)}; likely: ${likelyReason(units, isBestFit)}`,
  });
}

/** By how much, signed: `+4.7 %`, `-50.3 %`. */
function differenceText({ counted, known }: Counted): string {
  const percent = (100 * (counted - known)) / known;
  return `${percent > 0 ? '+' : ''}${percentText(percent)}`;
}
