/**
 * One place against every layer.
 */
import { crossLayers } from '../../measures/crossing/cross-layers.js';
import { describePlace } from '../../layer/unit-trouble.js';
import { findPlace } from '../../measures/partners/find-place.js';
import { partnersSummary } from '../../measures/partners/partners-summary.js';
import { partnersTable } from '../../measures/partners/partners-table.js';
import { partnersOf } from '../../measures/partners/partners.js';
import { doubtsOfCrossing, reportOfCrossing } from '../../measures/report-of-crossing.js';
import type { Result } from '../../result/result.js';
import { makeNote } from '../../trouble/note.js';
import { crossingWishes } from '../crossing-wishes.js';
import type { Inputs } from '../inputs.js';
import { loadGround } from '../load-ground.js';
import { resultOf, type Progress } from '../report-steps.js';
import type { EnglandSource, PartnersRequest } from '../request.js';

/** The layers of England that answer without any file. */
const ENGLAND: readonly EnglandSource[] = [
  { england: 'icb', year: '2024' },
  { england: 'icb', year: '2026' },
  ...['utla', 'ltla', 'cauth', 'region', 'pfa', 'fra'].map((england) => ({ england })),
];

/** What is said of a place that was not called by its own name or code. */
const TAKEN = { part: 'place-by-part', 'old-code': 'place-by-old-code' } as const;

export async function runPartners(
  request: PartnersRequest,
  inputs: Inputs,
  progress: Progress,
): Promise<Result> {
  const { layers = [] } = request;
  const ground = await loadGround(inputs, layers.length === 0 ? ENGLAND : layers, request, progress);
  const place = findPlace(ground.layers, request.place);
  progress('crossing all layers');
  const crossing = crossLayers(crossingWishes(ground, request));
  const found = partnersOf(crossing, place);
  const measure = crossing.pairs[0]?.land.measures[0] ?? null;
  return resultOf(
    request,
    inputs,
    ground,
    {
      ...reportOfCrossing(crossing, false),
      doubts: doubtsOfCrossing(
        crossing,
        ({ a, b, unitsA, unitsB }) =>
          (a === place.layer && unitsA.includes(place.unit)) ||
          (b === place.layer && unitsB.includes(place.unit)),
      ),
      reconciliation: [],
      tables: [partnersTable(place, found, measure)],
      summary: partnersSummary(crossing, place, found, measure),
    },
    [
      ...(place.by === 'part' || place.by === 'old-code'
        ? [makeNote(TAKEN[place.by], null, { words: { word: request.place, place: describePlace(place) } })]
        : []),
      ...place.others.map((other) =>
        makeNote('name-of-others', null, { words: { place: describePlace(other) } }),
      ),
    ],
  );
}
