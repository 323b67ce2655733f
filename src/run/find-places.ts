/**
 * The places that a request names: units of its layers, rows of tables of places, or what became of a place of the past.
 */
import { layersOnBoard, isPast } from '../layer/years-on-board.js';
import type { Layer } from '../layer/layer.js';
import { isGssCode, isPostcode, type SmallPlace } from '../layer/small-place.js';
import { describePlace } from '../layer/unit-trouble.js';
import { layersCalled, unitsCalled, type Place } from '../layer/units-called.js';
import { kindOfId } from '../layer/kinds.js';
import { findPlace } from '../measures/partners/find-place.js';
import { oldPlaces, type OldPlace, type Succession } from '../measures/partners/old-place.js';
import { findInGazetteer } from '../read/table/gazetteer.js';
import { listText, wholeText } from '../trouble/count-text.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';
import { englandLayer, englandTable, hasEngland } from './england-figures.js';
import type { Inputs } from './inputs.js';
import { takeTable } from './read-table.js';
import type { TableSource } from './request.js';

/** A place, and what there is to say of how it was found. */
export interface FoundPlace {
  /** A unit of a layer of the run, or a place that is none. */
  readonly place: Place<Layer> | SmallPlace;
  readonly notes: readonly Note[];
}

/** All units of a layer, for a word such as `council`: of several tiers the lower one, of several vintages the first. */
export function allPlaces(layers: readonly Layer[], word: string): Place<Layer>[] {
  const called = layersCalled(word.replace('@', '_').replace(/^england:/i, ''), layers);
  const layer = called.find(({ kind }) => kind !== null && kindOfId(kind)?.tier === 'lower') ?? called[0];
  if (layer === undefined) {
    throw new InputError({
      id: 'all-of-no-layer',
      message: `--all ${word} names no layer of the run (layers: ${layers.map(({ id }) => id).join(', ')})`,
      hint: 'Name a layer by its id or by a word for its kind, such as council or icb',
    });
  }
  return layer.codes.map((_, unit) => ({ layer, unit }));
}

/** The place of each word, in order. Throws InputError for a word that stands for none, or for several. */
export async function findPlaces(
  inputs: Inputs,
  words: readonly string[],
  layers: readonly Layer[],
  tables: readonly TableSource[],
): Promise<FoundPlace[]> {
  const called = unitsCalled(layers);
  const found: FoundPlace[] = [];
  for (const word of words) {
    const { by } = called.find(word);
    if (by === 'code' || by === 'name' || by === 'old-code') {
      found.push(ofLayers(layers, word));
      continue;
    }
    const small = await smallPlace(inputs, word, tables);
    const old = small === null ? await oldPlace(inputs, word, layers) : null;
    if (small === null && old === null && (isPostcode(word) || isGssCode(word))) throw nowhere(word, tables);
    found.push(old ?? (small === null ? ofLayers(layers, word) : { place: small, notes: [] }));
  }
  return found;
}

/** What is said of a place that was not called by its own name or code. */
const TAKEN = { part: 'place-by-part', 'old-code': 'place-by-old-code' } as const;

function ofLayers(layers: readonly Layer[], word: string): FoundPlace {
  const { others, by, ...place } = findPlace(layers, word);
  return {
    place,
    notes: [
      ...(by === 'part' || by === 'old-code'
        ? [makeNote(TAKEN[by], null, { words: { word, place: describePlace(place) } })]
        : []),
      ...others.map((other) => makeNote('name-of-others', null, { words: { place: describePlace(other) } })),
    ],
  };
}

async function smallPlace(
  inputs: Inputs,
  word: string,
  sources: readonly TableSource[],
): Promise<SmallPlace | null> {
  const tables = [];
  for (const source of sources)
    tables.push(
      (await inputs.once(`places ${source.path}`, () => takeTable(inputs, source, 'places', ''))).table,
    );
  const found = findInGazetteer(tables, word);
  if (found.length < 2) return found[0] ?? null;
  throw new InputError({
    id: 'place-ambiguous',
    unit: word,
    file: found[0]!.file,
    message: `${wholeText(found.length)} places have that name: ${found.slice(0, 8).map(describeSmall).join('; ')}${found.length > 8 ? ` and ${wholeText(found.length - 8)} more` : ''}`,
    hint: `Give the code of the one you mean, as ${found[0]!.code}`,
    offers: [{ setting: 'place', values: found.slice(0, 8).map(({ code }) => code) }],
  });
}

/** `Ladgate (ward, E05009861)`. */
const describeSmall = ({ kind, code, name }: SmallPlace): string =>
  `${name} (${kindOfId(kind)?.one ?? kind}, ${code})`;

/** The word as the name of a place of an earlier year; null where it is none, or the successor is in no layer of the run. */
async function oldPlace(inputs: Inputs, word: string, layers: readonly Layer[]): Promise<FoundPlace | null> {
  if (!hasEngland(inputs)) return null;
  const found = oldPlaces(await successions(inputs), word);
  for (const old of found) {
    const [first, ...others] = old.successors;
    if (first === undefined) continue;
    if (others.length > 0) throw wentApart(word, old);
    const { layer, unit } = first.place;
    const { by, places } = unitsCalled(layers).find(layer.codes[unit]!);
    const ofKind = places.find((place) => place.layer.kind === layer.kind);
    if (by !== 'code' || ofKind === undefined) continue;
    return {
      place: ofKind,
      notes: [
        makeNote('place-succeeded', null, {
          words: { was: describePlace(old.was), is: describePlace(ofKind) },
        }),
      ],
    };
  }
  const [first] = found.flatMap(({ was, successors }) => successors.map(({ place }) => ({ was, place })));
  if (first !== undefined) throw notLoaded(word, first.was, first.place);
  return null;
}

/** Layers of earlier years and those that have their place, latest years first. */
async function successions(inputs: Inputs): Promise<Succession[]> {
  const read = await englandTable(inputs);
  return layersOnBoard
    .filter(isPast)
    .sort((p, q) => q.to - p.to)
    .flatMap((past) => {
      const ofKind = layersOnBoard.filter(({ kind }) => kind === (past.before ?? past.kind));
      const now = ofKind.reduce((latest, each) => (each.to > latest.to ? each : latest));
      if (isPast(now)) return [];
      const { layer, people } = englandLayer(inputs, read, past.stem);
      return [{ past: layer, now: englandLayer(inputs, read, now.stem).layer, people }];
    });
}

function wentApart(word: string, { was, successors }: OldPlace): InputError {
  const parts = successors.map(
    ({ place, people }) => `${describePlace(place)} with ${wholeText(people)} people`,
  );
  return new InputError({
    id: 'place-went-apart',
    unit: word,
    message: `${describePlace(was)} is no more, and its area is now in ${listText(parts)}`,
    hint: `Ask for one of these, as '${place(successors[0]!.place)}', or for all of them together`,
  });
}

const notLoaded = (word: string, was: Place<Layer>, is: Place<Layer>): InputError =>
  new InputError({
    id: 'place-of-other-layer',
    unit: word,
    message: `${describePlace(was)} is no more, and its area is in ${describePlace(is)}, which no layer of the run has`,
    hint: `Name that layer, and those to hold it against: --layer england:${is.layer.kind ?? is.layer.id} --layer england:icb --layer england:ltla`,
  });

const place = ({ layer, unit }: Place<Layer>): string => layer.names[unit]!;

/** A postcode or a code that no layer and no table of places has. */
function nowhere(word: string, tables: readonly TableSource[]): InputError {
  const what = isPostcode(word) ? 'a postcode' : smallKind(word);
  const given = tables.map(({ path }) => path).join(', ');
  return new InputError({
    id: 'place-nowhere',
    unit: word,
    message:
      tables.length === 0
        ? `that is ${what}, and nothing was given that says where it lies`
        : `that is ${what}, and none of the tables given has it (${given})`,
    hint: isPostcode(word)
      ? 'Give a postcode file with --postcodes FILE: ONSPD, NSPL or Code-Point Open; and of one without LSOAs a lookup with --lookup FILE too'
      : `Give a table in which it stands beside the areas it lies in with --lookup FILE, e.g. an ONS lookup of LSOAs, wards and councils${/^\s*E05/i.test(word) ? '; or ask for wards by the figures on board: --layer england:ward --layer england:icb --layer england:ltla' : ''}`,
  });
}

function smallKind(word: string): string {
  const kind = kindOfId(
    { E00: 'oa', E01: 'lsoa', E02: 'msoa', E05: 'ward', E04: 'parish', E14: 'pcon' }[
      word.trim().slice(0, 3).toUpperCase()
    ] ?? '',
  );
  return kind === null
    ? 'the code of an area'
    : `the code of ${/^[aeiouLM]/.test(kind.one) ? 'an' : 'a'} ${kind.one}`;
}
