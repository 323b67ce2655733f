/**
 * What a layer and its units are called: the one place from which sentences, headings of tables, maps and files have it.
 *
 *     said with --call, in a config file          ward, wards
 *     a kind of the field                         council (upper tier), councils (upper tier)
 *     the words of the file                       locality, localities
 *     nothing of these                            a unit, a units        for a layer called a
 *
 * Two layers whose units have one name are told apart: by their years, or else by their titles.
 */
import { nounIn, nounOfOrigin, titleOfOrigin, type Origin } from './words-of-file.js';
import { kindOfId } from './kinds.js';
import { spaced } from '../trouble/count-text.js';

/** What the units are called, one and several. */
export interface UnitWords {
  readonly one: string;
  readonly many: string;
  /** What tells them from units of another layer with the same name: `2023`, `before`. */
  readonly apart?: string;
}

/** What words are made of. */
export interface Called {
  readonly id: string;
  readonly kind: string | null;
  readonly called?: UnitWords | undefined;
}

/** The word for one or several units of a layer: `ICB`, `councils (lower tier or unitary)`, `ICBs of 2023`. */
export function unitWord(layer: Called, count: number): string {
  const { one, many, apart } = plainWords(layer);
  const after = apart === undefined ? '' : /^\d{4}$/.test(apart) ? ` of ${apart}` : ` (${apart})`;
  return `${count === 1 ? one : many}${after}`;
}

/** The same, whatever other layers there are: for where the year is said already. */
export function bareWord(layer: Called, count: number): string {
  const { one, many } = plainWords(layer);
  return count === 1 ? one : many;
}

/** The word for a unit where room is short: without what stands in brackets. */
export const shortWord = (layer: Called): string => withoutTier(plainWords(layer).one);

const withoutTier = (word: string): string => word.replace(/ \(.*\)$/, '');

/** What units are called, with what tells them apart kept by itself. */
function plainWords({ id, kind, called }: Called): UnitWords {
  if (called !== undefined) return called;
  const known = kind === null ? null : kindOfId(kind);
  if (known !== null) return { one: known.one, many: known.many };
  const title = spaced(id);
  return nounIn(id) ?? { one: `${title} unit`, many: `${title} units` };
}

/**
 * What one unit, or several, of each of some layers are called where room is short, as in the title of a column, by the
 * layer's id.
 *
 *     icb, ltla                ICB, council
 *     ltla, utla               lower-tier council, upper-tier council
 *     icb_2023, icb_2026       ICB 2023, ICB 2026
 */
export function shortWords(layers: readonly Called[]): (id: string, count?: number) => string {
  const words = new Map(layers.map((layer) => [layer.id, shortForms(layer)]));
  return (id, count = 1) => {
    const own = words.get(id);
    if (own === undefined) return spaced(id);
    const others = [...words].flatMap(([other, forms]) => (other === id ? [] : [forms]));
    const form = own.find(({ one }, i) => others.every((forms) => forms[i]!.one !== one)) ?? own.at(-1)!;
    return count === 1 ? form.one : form.many;
  };
}

/** From the shortest form to one that no other layer has. */
function shortForms(layer: Called): UnitWords[] {
  const { one, many, apart } = plainWords(layer);
  const forms = tierForms({ one, many });
  const last = apart ?? spaced(layer.id);
  return [...forms, { one: `${forms[1].one} ${last}`, many: `${forms[1].many} (${last})` }];
}

/** Words without their tier, and with it in front: `council`, `upper-tier council`. */
export function tierForms({ one, many }: UnitWords): [UnitWords, UnitWords] {
  const said = /\((\w+) tier/.exec(one)?.[1];
  const tier = said === undefined ? '' : `${said}-tier `;
  const bare = { one: withoutTier(one), many: withoutTier(many) };
  return [bare, { one: `${tier}${bare.one}`, many: `${tier}${bare.many}` }];
}

/** A layer on its way to its words. */
export interface ToName {
  readonly kind: string | null;
  readonly vintage: string | null;
  readonly origin: Origin;
  /** What the user calls its units. */
  readonly said: UnitWords | null;
}

/** Words and title for each of some layers, units of one name told apart. */
export function nameLayers(layers: readonly ToName[]): { called: UnitWords; title: string }[] {
  const own = layers.map(({ kind, origin, said }) => {
    const title = titleOfOrigin(origin);
    const known = kind === null ? null : kindOfId(kind);
    const noun = said ?? known ?? nounOfOrigin(origin) ?? { one: `${title} unit`, many: `${title} units` };
    return { title, one: noun.one, many: noun.many };
  });
  return own.map(lowestTierShort).map(({ title, one, many }, i) => {
    const twins = own.flatMap((other, j) => (other.many === many ? [j] : []));
    const [vintages, titles] = [twins.map((j) => layers[j]!.vintage), twins.map((j) => own[j]!.title)];
    const apart =
      twins.length < 2
        ? null
        : allDiffer(vintages)
          ? layers[i]!.vintage
          : allDiffer(titles)
            ? title
            : `${twins.indexOf(i) + 1}`;
    return { title, called: { one, many, ...(apart === null ? {} : { apart }) } };
  });
}

/** The lower tier is what a council is unless something else is said; with upper-tier ones beside it, it keeps its tier. */
function lowestTierShort<T extends UnitWords>(own: T, i: number, all: readonly T[]): T {
  if (!/\(lower tier/.test(own.one)) return own;
  const bare = withoutTier(own.one);
  const isAlone = all.every(
    (other, j) => j === i || withoutTier(other.one) !== bare || other.one === own.one,
  );
  return isAlone ? { ...own, one: bare, many: withoutTier(own.many) } : own;
}

const allDiffer = (texts: readonly (string | null)[]): boolean =>
  !texts.includes(null) && new Set(texts).size === texts.length;
