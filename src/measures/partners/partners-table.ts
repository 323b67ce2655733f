/**
 * The partners of a place as a table.
 */
import { inDoubtColumn } from '../columns.js';
import type { Layer } from '../../layer/layer.js';
import type { Place } from '../../layer/units-called.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Cell, Table } from '../../result/table.js';
import { hectaresOrNull } from '../../result/units-of-measure.js';
import type { PlacedMeasure } from '../pairs/pairs-of-layers.js';
import type { Partner, PlacePartners } from './partners.js';
import { spaced } from '../../trouble/count-text.js';

type Measure = Pick<PlacedMeasure, 'name' | 'basis' | 'decimals'>;

/** A partner, and of which place. */
interface Row extends Partner {
  readonly place: Place<Layer>;
}

/**
 * One row a partner of each place, places and layers in their order, most people first; hectares where nobody is
 * counted.
 */
export function partnersTable(places: readonly PlacePartners[], measure: Measure | null): Table {
  return makeTable({
    name: 'partners',
    title: 'Who shares the place',
    caption: 'One row for each area that shares land or people with the place.',
    rows: places.flatMap(({ place, found }) =>
      found.flatMap(({ partners }) => partners.map((partner): Row => ({ ...partner, place }))),
    ),
    columns: [
      text('vintage', 'Year of the boundaries, where it is known', ({ layer }) => layer.vintage),
      { ...text('layer', 'Layer of the partner', ({ layer }) => layer.id), about: { role: 'id' } },
      named('code', 'Code of the partner', ({ codes }, unit) => codes[unit]!),
      named('name', 'Name of the partner', ({ names }, unit) => names[unit]!),
      text('role', 'same area, contains the place, inside the place, or overlaps', ({ role }) => role),
      amountColumn(measure),
      share('place', 'Share of the place that is in the partner', measure, ({ pctOfPlace }) => pctOfPlace),
      share(
        'partner',
        'Share of the partner that is in the place',
        measure,
        ({ pctOfPartner }) => pctOfPartner,
      ),
      text(
        'whole_or_shared',
        'whole where one of the two lies wholly in the other, shared where neither does',
        ({ whole }) => whole,
      ),
      inDoubtColumn<Row>(({ doubt }) => doubt),
      ...placeColumns(places, measure),
      ...(measure === null ? [] : [basisColumn(measure)]),
    ],
  });
}

const text = (heading: string, description: string, value: (partner: Row) => Cell): ColumnOf<Row> => ({
  heading,
  title: spaced(heading),
  kind: 'text',
  description,
  value,
});

const named = (
  kind: 'code' | 'name',
  description: string,
  textOf: (layer: Layer, unit: number) => string,
): ColumnOf<Row> => ({
  heading: kind,
  title: kind,
  kind,
  description,
  about: { role: 'unit' },
  value: ({ layer, unit }) => textOf(layer, unit),
});

const amountColumn = (measure: Measure | null): ColumnOf<Row> =>
  measure === null
    ? {
        heading: 'area_ha',
        title: 'area (ha)',
        kind: 'hectares',
        description: 'Hectares in both',
        about: { role: 'amount' },
        value: ({ shared }) => hectaresOrNull(shared),
      }
    : {
        heading: 'people',
        title: 'people',
        kind: 'people',
        decimals: measure.decimals,
        description: `People in both: ${measure.basis}`,
        about: { measure: measure.name, role: 'amount' },
        value: ({ shared, suppressed }) => (suppressed ? null : shared),
      };

/** The place itself, in every row of it. */
function placeColumns(places: readonly PlacePartners[], measure: Measure | null): ColumnOf<Row>[] {
  const ids = new Set(places.map(({ place }) => place.layer.id));
  const about = { ...(ids.size === 1 ? { layer: [...ids][0]! } : {}), role: 'other' } as const;
  return [
    { ...text('place_layer', 'Layer of the place', ({ place }) => place.layer.id), about: { role: 'id' } },
    {
      heading: 'place_code',
      title: 'place code',
      kind: 'code',
      description: 'Code of the place',
      about,
      value: ({ place: { layer, unit } }) => layer.codes[unit]!,
    },
    {
      heading: 'place_name',
      title: 'place',
      kind: 'name',
      description: 'Name of the place',
      about,
      value: ({ place: { layer, unit } }) => layer.names[unit]!,
    },
    measure === null
      ? {
          heading: 'place_ha',
          title: 'place (ha)',
          kind: 'hectares',
          description: 'Hectares of the whole place',
          about: { role: 'whole' },
          value: ({ ofPlace }) => hectaresOrNull(ofPlace),
        }
      : {
          heading: 'place_people',
          title: 'people of the place',
          kind: 'people',
          decimals: measure.decimals,
          description: `People of the whole place: ${measure.basis}`,
          about: { measure: measure.name, role: 'whole' },
          value: ({ ofPlace }) => ofPlace,
        },
  ];
}

const basisColumn = ({ name, basis }: Measure): ColumnOf<Row> => ({
  heading: 'people_basis',
  title: 'people basis',
  kind: 'text',
  description: 'What was counted, and when',
  about: { measure: name, role: 'basis' },
  value: () => basis,
});

const share = (
  of: 'place' | 'partner',
  description: string,
  measure: Measure | null,
  value: (partner: Row) => number | null,
): ColumnOf<Row> => ({
  heading: `pct_of_${of}`,
  title: `% of ${of}`,
  kind: 'percent',
  description,
  about: { role: 'share', ...(measure === null ? {} : { measure: measure.name }) },
  value,
});
