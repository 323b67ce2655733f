/**
 * Places that are no units of the layers, with their partners, and the layers that a result tells them by.
 */
import { buildLocator, locatePositions } from '../arrangement/locate.js';
import { NO_UNIT } from '../arrangement/labels.js';
import type { Layer } from '../layer/layer.js';
import { kindOfId } from '../layer/kinds.js';
import type { Measure } from '../layer/people.js';
import type { SmallPlace } from '../layer/small-place.js';
import { atomStems } from '../layer/atoms.js';
import { arrangeOnce } from '../measures/land/layer-arrangement.js';
import type { PlacePartners } from '../measures/partners/partners.js';
import { partnersOfSmall, type SmallPartners } from '../measures/partners/small-partners.js';
import { bringPoints } from '../read/common-system.js';
import { givenSystem } from '../read/systems/recognise-system.js';
import { makeNote, type Note } from '../trouble/note.js';
import { describePlace } from '../layer/unit-trouble.js';
import { englandLayer, englandTable, hasEngland } from './england-figures.js';
import type { Inputs } from './inputs.js';
import type { Ground } from './load-ground.js';
import type { PartnersRequest } from './request.js';

/** Decimals of people who are counted by whole blocks. */
const WHOLE = 0;

export interface SmallPlaces {
  readonly places: readonly (readonly [SmallPlace, PlacePartners])[];
  /** One for each kind of place. */
  readonly layers: readonly Layer[];
  readonly measure: { readonly name: string; readonly basis: string; readonly decimals: number } | null;
  readonly notes: readonly Note[];
}

export async function smallPlaces(
  inputs: Inputs,
  ground: Ground,
  { disclosure }: Pick<PartnersRequest, 'disclosure'>,
  places: readonly SmallPlace[],
): Promise<SmallPlaces> {
  if (places.length === 0) return { places: [], layers: [], measure: null, notes: [] };
  const layers = layersOfPlaces(places, ground.layers);
  // A place of a few blocks is a small cell by itself: under a rule nobody is counted in it.
  const people = disclosure === undefined ? peopleByBlocks(ground) : null;
  const combinations = ground.layers.some(({ membership }) => membership?.blockKind === 'atom')
    ? await allOfEngland(inputs)
    : [];
  const told = places.map((place) => {
    const layer = layers.find(
      ({ codeField, codes }) => codeField === place.kind && codes.includes(place.code),
    )!;
    const unit = layer.codes.indexOf(place.code);
    const located = locate(place, ground);
    return {
      small: place,
      place: { layer, unit },
      found: partnersOfSmall(place, { layers: ground.layers, combinations, people, located }),
    };
  });
  return {
    places: told.map(({ small, place, found }) => [small, { place, found }]),
    layers,
    measure: people === null ? null : { name: people.name, basis: people.basis, decimals: WHOLE },
    notes: told.flatMap(({ place, found }) =>
      found.flatMap((each) => unsureNotes(describePlace(place), each)),
    ),
  };
}

function layersOfPlaces(places: readonly SmallPlace[], others: readonly Layer[]): Layer[] {
  const taken = new Set(others.map(({ id }) => id));
  return [...new Set(places.map(({ kind }) => kind))].map((kind): Layer => {
    const own = new Map(places.filter((place) => place.kind === kind).map(({ code, name }) => [code, name]));
    const codes = [...own.keys()].sort();
    return {
      id: taken.has(kind) ? `${kind}_asked` : kind,
      kind: kindOfId(kind)?.id ?? null,
      vintage: null,
      codes,
      names: codes.map((code) => own.get(code)!),
      ods: null,
      kept: [],
      codeField: kind,
      nameField: null,
      land: null,
      membership: null,
      findings: [],
      notes: [],
    };
  });
}

/** People of the first measure, where they are counted by blocks of their own and not by combinations of units. */
function peopleByBlocks({ measures, layers }: Ground): Measure | null {
  const [first] = measures;
  if (first === undefined || layers.some(({ membership }) => membership?.blockKind === 'atom')) return null;
  return first.measure;
}

async function allOfEngland(inputs: Inputs): Promise<Layer[]> {
  if (!hasEngland(inputs)) return [];
  const read = await englandTable(inputs);
  return atomStems(read.table).map((stem) => englandLayer(inputs, read, stem).layer);
}

/** For each layer with shapes the units that each row's position lies in. */
function locate(
  { rows, system }: SmallPlace,
  { layers, planar, grid }: Ground,
): ReadonlyMap<Layer, number[][]> {
  const lands = layers.filter(({ land }) => land !== null);
  if (lands.length === 0 || system === null || (planar && system !== 'EPSG:27700')) return new Map();
  const given = Float64Array.from(rows.flatMap(({ position }) => position ?? [NaN, NaN]));
  const positions = bringPoints(given, givenSystem(system, ''), planar, grid);
  const { arrangement, position } = arrangeOnce(lands, planar);
  const faces = locatePositions(buildLocator(arrangement), positions);
  return new Map(
    lands.map((layer, l) => {
      const { ofFace, sets } = arrangement.labels[position[l]!]!;
      const unitsOn = (label: number): number[] => (label === NO_UNIT ? [] : [...sets.members(label)]);
      return [layer, rows.map((_, r) => unitsOn(ofFace[faces[r]!]!))];
    }),
  );
}

/** Said where a place is in one of several units, and nothing given tells in which. */
function unsureNotes(place: string, { layer, unsure }: SmallPartners): Note[] {
  return unsure.length === 0
    ? []
    : [
        makeNote('place-in-one-of', null, {
          words: { place, units: unsure.map((unit) => describePlace({ layer, unit })).join(' or ') },
        }),
      ];
}
