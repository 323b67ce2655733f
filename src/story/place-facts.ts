/**
 * What a story of a place is told from: its partners in every layer, as the table of partners has them.
 */
import { columnAbout, columnHeaded } from '../result/find-column.js';
import type { LayerRecord, Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { figureOf, textOf } from './cells.js';
import type { UnitRef } from './story.js';
import { unitRef } from './unit-name.js';

export type PartnerRole = 'same area' | 'contains the place' | 'inside the place' | 'overlaps';

export interface PlacePartner {
  readonly unit: UnitRef;
  readonly role: PartnerRole;
  /** People of the place in it, else hectares; null where withheld or not known. */
  readonly amount: number | null;
  /** Its part of the place, and the place's part of it, 0 to 1. */
  readonly ofPlace: number | null;
  readonly ofPartner: number | null;
}

/** The partners in one layer, most shared first. */
export interface PlaceLayer {
  readonly layer: LayerRecord;
  readonly partners: readonly PlacePartner[];
}

export interface PlaceFacts {
  readonly place: UnitRef;
  readonly placeLayer: LayerRecord;
  /** Name of the measure; null where nobody is counted. */
  readonly measure: string | null;
  /** People of the whole place, else its hectares. */
  readonly whole: number | null;
  /** In the order of the table; layers without any partner last. */
  readonly layers: readonly PlaceLayer[];
}

/**
 * The facts of each place of a `partners` result, in the order of the table; none where it has no partners, or does not
 * say which place it is of.
 */
export function placeFacts(result: Result): PlaceFacts[] {
  const table = result.tables.find(({ name }) => name === 'partners');
  if (table === undefined) return [];
  const places = new Map<string, Table['rows'][number][]>();
  for (const row of table.rows) {
    const key = `${textOf(row[columnHeaded(table, 'place_layer')])} ${textOf(row[columnHeaded(table, 'place_code')])}`;
    const own = places.get(key);
    if (own === undefined) places.set(key, [row]);
    else own.push(row);
  }
  return [...places.values()].flatMap((rows) => factsOfRows(rows, table, result) ?? []);
}

function factsOfRows(rows: Table['rows'], table: Table, result: Result): PlaceFacts | null {
  const [first] = rows;
  const at = (heading: string): number => columnHeaded(table, heading);
  const placeLayer = result.layers.find(({ id }) => id === first?.[at('place_layer')]);
  if (first === undefined || placeLayer === undefined) return null;
  const amount = columnAbout(table, { role: 'amount' });
  const measure = table.columns[amount]?.about.measure ?? null;
  const whole = columnAbout(table, { role: 'whole' });
  const isWithheld = measure !== null && rows.some((row) => row[amount] === null);
  const share = (cell: number | null): number | null => (cell === null ? null : cell / 100);
  const layers = new Map<string, { layer: LayerRecord; partners: PlacePartner[] }>();
  for (const row of rows) {
    const id = textOf(row[at('layer')]);
    const layer = result.layers.find((each) => each.id === id);
    if (layer === undefined) continue;
    if (!layers.has(id)) layers.set(id, { layer, partners: [] });
    layers.get(id)!.partners.push({
      unit: unitRef(layer, textOf(row[at('code')]), textOf(row[at('name')])),
      role: textOf(row[at('role')]) as PartnerRole,
      amount: figureOf(row[amount]),
      ofPlace: share(figureOf(row[at('pct_of_place')])),
      ofPartner: share(figureOf(row[at('pct_of_partner')])),
    });
  }
  return {
    place: unitRef(placeLayer, textOf(first[at('place_code')]), textOf(first[at('place_name')])),
    placeLayer,
    measure,
    // A total without the cells that are withheld is no total.
    whole: isWithheld ? null : figureOf(first[whole]),
    layers: [
      ...layers.values(),
      ...result.layers
        .filter(({ id }) => id !== placeLayer.id && !layers.has(id))
        .map((layer) => ({ layer, partners: [] })),
    ],
  };
}

/** Whether a partner takes in the whole place. */
export const takesInAll = ({ role }: PlacePartner): boolean =>
  role === 'contains the place' || role === 'same area';

/**
 * The layers that speak of now: of several vintages of one kind the first that was given, and no other vintage of the
 * place's own kind; all of them where there are no others.
 */
export function layersOfNow({ layers, placeLayer }: PlaceFacts): PlaceLayer[] {
  const kinds = new Set(placeLayer.kind === null ? [] : [placeLayer.kind]);
  const now = layers.filter(({ layer: { kind } }) => {
    if (kind === null) return true;
    const isFirst = !kinds.has(kind);
    kinds.add(kind);
    return isFirst;
  });
  return now.length === 0 ? [...layers] : now;
}
