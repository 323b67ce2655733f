/**
 * The table `vintages`: partners of a place at one vintage of a layer beside those at the next, so that it can be read
 * what a reorganisation changes for it.
 */
import type { Layer } from '../../layer/layer.js';
import { plainName } from '../../layer/place-name.js';
import type { Place } from '../../layer/units-called.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Cell, Table } from '../../result/table.js';
import { hectaresOrNull } from '../../result/units-of-measure.js';
import { spaced } from '../../trouble/count-text.js';
import type { PlacedMeasure } from '../pairs/pairs-of-layers.js';
import type { LayerPartners, Partner, PlacePartners } from './partners.js';

/** A partner at either vintage, or at both under one name. */
interface Row {
  readonly place: Place<Layer>;
  readonly layers: readonly [Layer, Layer];
  readonly before: Partner | null;
  readonly after: Partner | null;
}

type Measure = Pick<PlacedMeasure, 'name' | 'basis' | 'decimals'>;

/** The table; null where no two layers are vintages of one kind. */
export function vintagesTable(places: readonly PlacePartners[], measure: Measure | null): Table | null {
  const isThere = places.some(({ found }) => vintagePairs(found).length > 0);
  if (!isThere) return null;
  return makeTable({
    name: 'vintages',
    title: 'Partners at one vintage and the next',
    caption: 'One row for each partner that a place has at one vintage of a layer or at the next.',
    rows: places.flatMap(({ place, found }) =>
      vintagePairs(found).flatMap(([before, after]) => rowsOf(place, before, after)),
    ),
    columns: [
      text('place_code', 'Code of the place', ({ place: { layer, unit } }) => layer.codes[unit]!, 'code'),
      text('place_name', 'Name of the place', ({ place: { layer, unit } }) => layer.names[unit]!, 'name'),
      {
        ...text('before_layer', 'Layer of the earlier vintage', ({ layers }) => layers[0].id),
        about: { role: 'id' },
      },
      {
        ...text('after_layer', 'Layer of the later vintage', ({ layers }) => layers[1].id),
        about: { role: 'id' },
      },
      text(
        'before_code',
        'Code of the partner before; blank where it is none',
        ({ before }) => codeOf(before),
        'code',
      ),
      text(
        'after_code',
        'Code of the partner after; blank where it is none',
        ({ after }) => codeOf(after),
        'code',
      ),
      text('name', 'Name of the partner', ({ before, after }) => nameOf((after ?? before)!), 'name'),
      amount('before', measure),
      amount('after', measure),
      share('before'),
      share('after'),
      text('standing', 'as before, more, fewer, new, or no longer a partner', standing),
    ],
  });
}

/** Vintages of one kind that follow one another, earliest first. */
function vintagePairs(found: readonly LayerPartners[]): [LayerPartners, LayerPartners][] {
  const kinds = [
    ...new Set(
      found.flatMap(({ layer: { kind, vintage } }) => (kind === null || vintage === null ? [] : [kind])),
    ),
  ];
  return kinds.flatMap((kind) => {
    const own = found
      .filter(({ layer }) => layer.kind === kind && layer.vintage !== null)
      .sort((p, q) => (p.layer.vintage! < q.layer.vintage! ? -1 : 1));
    return own
      .slice(1)
      .flatMap((after, i): [LayerPartners, LayerPartners][] =>
        own[i]!.layer.vintage === after.layer.vintage ? [] : [[own[i]!, after]],
      );
  });
}

/** Partners of both by name, for a code may be another where the area is; those of before first. */
function rowsOf(place: Place<Layer>, before: LayerPartners, after: LayerPartners): Row[] {
  const layers: [Layer, Layer] = [before.layer, after.layer];
  const key = (partner: Partner): string => plainName(nameOf(partner));
  const later = new Map(after.partners.map((partner) => [key(partner), partner]));
  const carried = before.partners.map((partner): Row => ({
    place,
    layers,
    before: partner,
    after: later.get(key(partner)) ?? null,
  }));
  const kept = new Set(before.partners.map(key));
  return [
    ...carried,
    ...after.partners.flatMap((partner): Row[] =>
      kept.has(key(partner)) ? [] : [{ place, layers, before: null, after: partner }],
    ),
  ];
}

const nameOf = ({ layer, unit }: Partner): string => layer.names[unit]!;
const codeOf = (partner: Partner | null): string | null =>
  partner === null ? null : partner.layer.codes[partner.unit]!;

function standing({ before, after }: Row): string {
  if (before === null) return 'new';
  if (after === null) return 'no longer';
  const [was, is] = [before.shared, after.shared];
  if (was === null || is === null || Math.abs(was - is) < 0.5) return 'as before';
  return is > was ? 'more' : 'fewer';
}

const text = (
  heading: string,
  description: string,
  value: (row: Row) => Cell,
  kind: 'text' | 'code' | 'name' = 'text',
): ColumnOf<Row> => ({
  heading,
  title: spaced(heading),
  kind,
  description,
  ...(kind === 'text' ? {} : { about: { role: heading.startsWith('place') ? 'other' : 'unit' } }),
  value,
});

function amount(moment: 'before' | 'after', measure: Measure | null): ColumnOf<Row> {
  const shared = (row: Row): number | null =>
    row[moment]?.suppressed === true ? null : (row[moment]?.shared ?? null);
  return measure === null
    ? {
        heading: `ha_${moment}`,
        title: `ha ${moment}`,
        kind: 'hectares',
        description: `Hectares in both, ${moment}`,
        about: { role: 'amount' },
        value: (row) => hectaresOrNull(shared(row)),
      }
    : {
        heading: `people_${moment}`,
        title: `people ${moment}`,
        kind: 'people',
        decimals: measure.decimals,
        description: `People in both, ${moment}: ${measure.basis}`,
        about: { measure: measure.name, role: 'amount' },
        value: shared,
      };
}

const share = (moment: 'before' | 'after'): ColumnOf<Row> => ({
  heading: `pct_of_place_${moment}`,
  title: `% of place ${moment}`,
  kind: 'percent',
  description: `Share of the place that is in the partner, ${moment}`,
  about: { role: 'share' },
  value: (row) => row[moment]?.pctOfPlace ?? null,
});
