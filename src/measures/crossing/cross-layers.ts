/**
 * Layers crossed with one another: what every report stands on.
 *
 * Layers with shapes are laid on one sheet, their patches judged by width and people placed on faces. Where a layer is
 * given by lookup only, all are crossed by their blocks and there is no land.
 */
import { measureWord } from '../columns.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';
import type { Disclosure } from '../../layer/disclosure.js';
import { asideSentences } from '../people/asides.js';
import { disclosePairs, holdsSmallCells } from '../people/disclose-pairs.js';
import { checkResidents } from './check-residents.js';
import { crossByLookups } from './cross-by-lookups.js';
import { crossByShapes } from './cross-by-shapes.js';
import type { CrossingRequest } from './crossing-request.js';
import type { Crossing } from './crossing.js';
import type { CrossedPair } from './crossed-pair.js';
import { peopleAsPrinted } from './people-as-printed.js';

/** Crosses all layers of a request. */
export function crossLayers(request: CrossingRequest): Crossing {
  const byShapes = request.layers.every((layer) => layer.land !== null);
  const crossing = byShapes ? crossByShapes(request) : crossByLookups(request);
  const rule = request.disclosure ?? null;
  const implausible = (pairs: readonly CrossedPair[]): Finding[] =>
    checkResidents(pairs, request.measures, request.known ?? new Map(), rule);
  if (rule === null) {
    const pairs = crossing.pairs.map(peopleAsPrinted);
    const further = [...smallCells(crossing, request), ...implausible(pairs)];
    return { ...crossing, pairs, findings: [...crossing.findings, ...further] };
  }
  const pairs = crossing.pairs.map((pair) =>
    disclosePair(pair, { rule, byLookup: !byShapes, layers: request.layers.length }),
  );
  return { ...crossing, pairs, findings: [...crossing.findings, ...implausible(pairs)] };
}

function disclosePair(
  pair: CrossedPair,
  by: { readonly rule: Disclosure; readonly byLookup: boolean; readonly layers: number },
): CrossedPair {
  return { ...pair, land: disclosePairs(pair.land), sentences: asideSentences(pair.asides, by) };
}

/** A warning for each measure, not known to be public, with cells so small that they may tell of a person. */
function smallCells(crossing: Crossing, request: CrossingRequest): Finding[] {
  return request.measures.flatMap(({ measure }, m) =>
    measure.isPublic ||
    !crossing.pairs.some(({ land }) => land.measures.length > m && holdsSmallCells(land, m))
      ? []
      : [
          makeFinding({
            layer: measure.name,
            finding: 'small-cells',
            severity: 'warning',
            detail: `some figures of ${measureWord(measure)} are of 1 to 7 people; if they count people's records, give --disclosure nhs`,
          }),
        ],
  );
}
