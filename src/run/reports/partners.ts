/**
 * One place, several or all of a layer, against every layer.
 */
import { crossLayers } from '../../measures/crossing/cross-layers.js';
import { partnersSummary } from '../../measures/partners/partners-summary.js';
import { partnersTable } from '../../measures/partners/partners-table.js';
import { partnersOf, type PlacePartners } from '../../measures/partners/partners.js';
import { vintagesTable } from '../../measures/partners/vintages-table.js';
import { doubtsOfCrossing, reportOfCrossing } from '../../measures/report-of-crossing.js';
import type { Layer } from '../../layer/layer.js';
import type { SmallPlace } from '../../layer/small-place.js';
import type { Place } from '../../layer/units-called.js';
import type { Result } from '../../result/result.js';
import type { Report } from '../../measures/report.js';
import type { Crossing } from '../../measures/crossing/crossing.js';
import type { Note } from '../../trouble/note.js';
import { sayNotes } from '../../trouble/say-notes.js';
import { InputError } from '../../trouble/input-error.js';
import { crossingWishes } from '../crossing-wishes.js';
import { allPlaces, findPlaces, type FoundPlace } from '../find-places.js';
import type { Inputs } from '../inputs.js';
import { loadGround, type Ground } from '../load-ground.js';
import { resultOf, type Progress } from '../report-steps.js';
import type { EnglandSource, PartnersRequest } from '../request.js';
import { smallPlaces } from '../small-places.js';

/** The layers of England that answer without any file. */
const ENGLAND: readonly EnglandSource[] = [
  { england: 'icb', year: '2024' },
  { england: 'icb', year: '2026' },
  ...['utla', 'ltla', 'cauth', 'region', 'pfa', 'fra'].map((england) => ({ england })),
];

export async function runPartners(
  request: PartnersRequest,
  inputs: Inputs,
  progress: Progress,
): Promise<Result> {
  const { layers = [], all, gazetteers = [] } = request;
  const words = [...(request.place === undefined ? [] : [request.place]), ...(request.places ?? [])];
  if (words.length === 0 && all === undefined) throw noPlace();
  const ground = await loadGround(inputs, layers.length === 0 ? ENGLAND : layers, request, progress);
  const named = await findPlaces(inputs, words, ground.layers, gazetteers);
  const found: readonly FoundPlace[] = [
    ...named,
    ...(all === undefined ? [] : allPlaces(ground.layers, all).map((place) => ({ place, notes: [] }))),
  ];
  const units = found.flatMap(({ place }) => (isSmall(place) ? [] : [place]));
  progress('crossing all layers');
  const crossing = units.length === 0 ? null : crossLayers(crossingWishes(ground, request));
  const small = await smallPlaces(
    inputs,
    ground,
    request,
    found.flatMap(({ place }) => (isSmall(place) ? [place] : [])),
  );
  const of = new Map<Place<Layer> | SmallPlace, PlacePartners>([
    ...units.map((place) => [place, { place, found: partnersOf(crossing!, place) }] as const),
    ...small.places,
  ]);
  const places = found.map(({ place }) => of.get(place)!);
  const measure = crossing?.pairs[0]?.land.measures[0] ?? small.measure;
  const vintages = vintagesTable(places, measure);
  const notes = [...found.flatMap((each) => each.notes), ...small.notes];
  return resultOf(
    request,
    inputs,
    { ...ground, layers: [...ground.layers, ...small.layers] },
    {
      ...(crossing === null ? withoutCrossing(ground) : ofPlaces(crossing, units)),
      reconciliation: [],
      footprints: [
        ...(crossing?.footprints ?? ground.layers.map(() => null)),
        ...small.layers.map(() => null),
      ],
      tables: [partnersTable(places, measure), ...(vintages === null ? [] : [vintages])],
      summary: [
        ...sayNotes(notes.filter(isSuccession)).map((sentence) => `${sentence}.`),
        ...(places.length === 1 ? partnersSummary(crossing, places[0]!, measure) : []),
      ],
    },
    notes.filter((note) => !isSuccession(note)),
  );
}

/** Whom a place of the past is answered by is told first, not among what is known of files. */
const isSuccession = ({ id }: Note): boolean => id === 'place-succeeded';

const isSmall = (place: FoundPlace['place']): place is SmallPlace => 'rows' in place;

function ofPlaces(crossing: Crossing, places: readonly Place<Layer>[]): Omit<Report, 'tables' | 'summary'> {
  return {
    ...reportOfCrossing(crossing, false),
    doubts: doubtsOfCrossing(crossing, ({ a, b, unitsA, unitsB }) =>
      places.some(
        ({ layer, unit }) => (a === layer && unitsA.includes(unit)) || (b === layer && unitsB.includes(unit)),
      ),
    ),
  };
}

/** Of places that are no units nothing is measured: what stands beside them is told. */
const withoutCrossing = ({ layers }: Ground): Omit<Report, 'tables' | 'summary'> => ({
  tolerances: [],
  reconciliation: [],
  sensitivity: [],
  findings: layers.flatMap(({ findings }) => findings),
  footprints: layers.map(() => null),
});

const noPlace = (): InputError =>
  new InputError({
    id: 'no-place',
    message: 'partners wants to know of which place, or of which layer all of them',
    hint: 'Give a name or a code, as partners "Essex County Council", or --all council',
  });
