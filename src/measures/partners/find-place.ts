/**
 * Finds the one place a name or a code means, among the units of all layers.
 *
 * Codes (GSS or ODS) come first, then whole names, then parts of names. One name may stand for several kinds of area
 * ("Essex" is a county, a police force area and more): the council comes first and the others are told.
 */
import { kindOfId, kindsByName } from '../../layer/kinds.js';
import type { Layer } from '../../layer/layer.js';
import { InputError } from '../../trouble/input-error.js';
import { editSteps } from '../../trouble/nearest.js';
import { compareCodes, distinctBy } from '../../trouble/order.js';

export interface Place {
  readonly layer: Layer;
  readonly unit: number;
}

export interface FoundPlace extends Place {
  /** Other places of the same name, with other codes. */
  readonly others: readonly Place[];
}

/** Most suggestions listed in an error. */
const LISTED = 8;

/**
 * The place that `wanted` names.
 *
 * @throws InputError with suggestions where nothing matches, or where parts of several names do.
 */
export function findPlace(layers: readonly Layer[], wanted: string): FoundPlace {
  const all = layers.flatMap((layer) => layer.codes.map((_, unit): Place => ({ layer, unit })));
  const key = plain(wanted);
  const byCode = all.filter(
    ({ layer, unit }) =>
      plain(layer.codes[unit]!) === key || (layer.ods !== null && plain(layer.ods[unit]!) === key),
  );
  if (byCode.length > 0) return choose(byCode);
  const byName = all.filter(({ layer, unit }) => nameKeys(layer.names[unit]!).includes(key));
  if (byName.length > 0) return choose(byName);
  const byPart = all.filter(({ layer, unit }) => key !== '' && plain(layer.names[unit]!).includes(key));
  if (new Set(byPart.map(codeOf)).size === 1) return choose(byPart);
  throw byPart.length > 0 ? ambiguous(wanted, byPart) : unknown(wanted, nearest(all, key));
}

const codeOf = ({ layer, unit }: Place): string => layer.codes[unit]!;

/** What a place is called in messages: name, kind, vintage, code. */
export function describePlace({ layer, unit }: Place): string {
  const kind = layer.kind === null ? layer.id : (kindOfId(layer.kind)?.one ?? layer.kind);
  const vintage = layer.vintage === null ? '' : `, ${layer.vintage}`;
  return `${layer.names[unit]!} (${kind}${vintage}, ${layer.codes[unit]!})`;
}

function choose(matches: readonly Place[]): FoundPlace {
  const rank = ({ layer }: Place): number => {
    const at = kindsByName.indexOf(layer.kind ?? '');
    return at < 0 ? kindsByName.length : at;
  };
  const sorted = [...matches].sort((p, q) => rank(p) - rank(q) || compareCodes(codeOf(p), codeOf(q)));
  const first = sorted[0]!;
  return { ...first, others: distinctBy(sorted, codeOf).slice(1) };
}

/** Lower case, letters and digits only, accents off. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The ways a name may be typed: whole, without the official frame, without a place's own suffix. */
function nameKeys(name: string): string[] {
  const whole = plain(name);
  const bare = whole.replace(/^nhs /, '').replace(/ integrated care board$| icb$/, '');
  const turned = whole.replace(/ (city|county) of$/, '');
  return [whole, bare, turned, `${bare} icb`];
}

function nearest(all: readonly Place[], key: string): Place[] {
  const near = all
    .map((place) => ({
      place,
      distance: Math.min(...nameKeys(place.layer.names[place.unit]!).map((name) => editSteps(name, key))),
    }))
    .filter(({ distance }) => distance <= Math.max(2, key.length / 3))
    .sort((p, q) => p.distance - q.distance || compareCodes(codeOf(p.place), codeOf(q.place)))
    .map(({ place }) => place);
  return distinctBy(near, codeOf).slice(0, LISTED);
}

function ambiguous(wanted: string, matches: readonly Place[]): InputError {
  const distinct = distinctBy(matches, codeOf);
  const more = distinct.length > LISTED ? ` and ${distinct.length - LISTED} more` : '';
  return new InputError({
    id: 'place-ambiguous',
    unit: wanted,
    message: `several places have that in their name: ${distinct.slice(0, LISTED).map(describePlace).join('; ')}${more}`,
    hint: 'Give the whole name or the code',
  });
}

const unknown = (wanted: string, suggestions: readonly Place[]): InputError =>
  new InputError({
    id: 'place-unknown',
    unit: wanted,
    message: 'no place has that name or code',
    hint:
      suggestions.length === 0
        ? 'Give a name as it stands in the layers, or a GSS or ODS code'
        : `Did you mean ${suggestions.map(describePlace).join('; ')}?`,
  });
