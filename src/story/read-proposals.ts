/**
 * What the tables of `scenario` hold, for its story: the units that change, as they are and as each proposal has them.
 *
 *     now        the units that any proposal changes
 *     proposal   what it makes of them, and those of them that it leaves as they are
 */
import { columnAbout, columnHeaded, measuresOf } from '../result/find-column.js';
import type { LayerRecord, Result } from '../result/result.js';
import type { Cell, Table } from '../result/table.js';
import { distinctBy } from '../trouble/order.js';
import type { UnitRef } from './story.js';
import { figureOf, sumOrNull, textOf } from './cells.js';
import { capital } from './number-text.js';
import { unitName } from './unit-name.js';
import { tableNamed } from './named-table.js';
import { spaced } from '../trouble/count-text.js';

/** A unit against one other layer. */
export interface Standing {
  /** How many units of the other layer share it. */
  readonly partners: number;
  /** People (or hectares) outside its main one; null where that is withheld, or where it is the others that are shared. */
  readonly outside: number | null;
  /** Names of those it is shared with beside its main one; '' for none. */
  readonly elsewhere: string;
}

/** A unit that changes, or that a proposal makes. */
export interface UnitAt {
  readonly unit: UnitRef;
  readonly people: number | null;
  /** `under`, `within`, `over` the size guide; '' without one. */
  readonly band: string;
  /** By id of the other layer. */
  readonly against: ReadonlyMap<string, Standing>;
}

/** How many units are split and who is outside their main partner. */
export interface SplitCount {
  readonly split: number;
  readonly of: number;
  readonly outside: number | null;
  readonly units: readonly SplitUnit[];
}

/** A unit that is split. */
export interface SplitUnit {
  readonly code: string;
  readonly name: string;
  /** Null where nobody is counted, and for a unit of a layer that does not change. */
  readonly people: number | null;
  readonly outside: number | null;
}

/** One column of the matrix. */
export interface Column {
  /** Name in the tables; null for now. */
  readonly name: string | null;
  readonly title: string;
  /** Units it has in place of those that any proposal changes. */
  readonly units: readonly UnitAt[];
  /** Those it makes or changes itself. */
  readonly own: readonly UnitAt[];
  /** Of whole layers, by id of the other layer: the units that are split, whichever of the two they are of. */
  readonly everywhere: ReadonlyMap<string, SplitCount>;
  /** Share of people outside the main partner, 0 to 1, by id of the other layer. */
  readonly share: ReadonlyMap<string, number>;
  /** People who come to another unit; null for now, or where nobody is counted. */
  readonly moved: number | null;
  readonly count: number;
}

export interface Proposals {
  readonly layer: LayerRecord;
  /** Layers it is held against; `isHolder` where the units of the other layer are split between those of this one. */
  readonly against: readonly { readonly layer: LayerRecord; readonly isHolder: boolean }[];
  readonly measure: string | null;
  readonly basis: string;
  readonly guide: { readonly least: number | null; readonly most: number | null } | null;
  /** Now first. */
  readonly columns: readonly [Column, ...Column[]];
}

/** The proposals of a result; null for one that lacks their tables. */
export function readProposals(result: Result): Proposals | null {
  const [layer] = result.layers;
  const effect = tableNamed(result.tables, 'effect');
  const units = tableNamed(result.tables, 'units');
  const now = tableNamed(result.tables, 'units_now');
  if (layer === undefined || effect === null || units === null || now === null) return null;
  const effects = readEffects(effect);
  const names = [...new Set(effects.map(({ scenario }) => scenario))];
  const against = [...new Set(effects.flatMap(({ against: id }) => (id === '' ? [] : [id])))].flatMap(
    (id) => {
      const other = result.layers.find((each) => each.id === id);
      const isHolder = columnAbout(units, { role: 'outside_main', layer: id }) < 0;
      return other === undefined ? [] : [{ layer: other, isHolder }];
    },
  );
  const ids = against.map((each) => each.layer.id);
  const before = readUnits(now, layer.id, ids);
  const after = readUnits(units, `${layer.id}_new`, ids);
  const changed = distinctBy(
    before.map((each) => each.at),
    ({ unit }) => unit.code,
  );
  const measure = columnMeasure(units);
  const valueOf = (scenario: string, id: string, quantity: string, moment: Moment): number | null =>
    effects.find((row) => row.scenario === scenario && row.against === id && row.quantity === quantity)?.[
      moment
    ] ?? null;
  const shared = tableNamed(result.tables, 'shared');
  const columnOf = (
    name: string,
    moment: Moment,
  ): Omit<Column, 'name' | 'title' | 'units' | 'own' | 'moved'> => ({
    everywhere: new Map(
      against.map(({ layer: other, isHolder }) => [
        other.id,
        everywhere(
          shared,
          { scenario: name, against: other.id, moment },
          isHolder ? other.units : (valueOf(name, '', 'units', moment) ?? layer.units),
        ),
      ]),
    ),
    share: new Map(
      ids.flatMap((id) => {
        const share = valueOf(name, id, 'share_outside_main', moment);
        return share === null ? [] : [[id, share] as const];
      }),
    ),
    count: valueOf(name, '', 'units', moment) ?? layer.units,
  });
  const proposals = names.map((name): Column => {
    const own = after.flatMap((each) => (each.scenario === name ? [each.at] : []));
    const gone = new Set(before.flatMap((each) => (each.scenario === name ? [each.at.unit.code] : [])));
    return {
      name,
      title: titleOf(effects.find(({ scenario }) => scenario === name)?.title ?? '', name),
      units: [...own, ...changed.filter(({ unit }) => !gone.has(unit.code))],
      own,
      moved: measure === null ? null : valueOf(name, '', 'changing_unit', 'after'),
      ...columnOf(name, 'after'),
    };
  });
  const [first = ''] = names;
  const least = valueOf(first, '', 'size_least', 'before');
  const most = valueOf(first, '', 'size_most', 'before');
  return {
    layer,
    against,
    measure,
    basis: effects.find(({ quantity }) => quantity === 'smallest_unit')?.basis ?? '',
    guide: least === null && most === null ? null : { least, most },
    columns: [
      { name: null, title: 'Now', units: changed, own: changed, moved: null, ...columnOf(first, 'before') },
      ...proposals,
    ],
  };
}

type Moment = 'before' | 'after';

/** A proposal's title, else its name in words. */
const titleOf = (title: string, name: string): string => capital(title === '' ? spaced(name) : title);

/** The measure whose people the units have; null where nobody is counted. */
const columnMeasure = (units: Table): string | null =>
  measuresOf(units)[0] ??
  units.columns.find(({ kind, about }) => kind === 'people' && about.role === 'amount')?.about.measure ??
  null;

interface EffectRow {
  readonly scenario: string;
  readonly against: string;
  readonly quantity: string;
  readonly basis: string;
  readonly title: string;
  readonly before: number | null;
  readonly after: number | null;
}

function readEffects(table: Table): EffectRow[] {
  const place = (heading: string): number => columnHeaded(table, heading);
  const [scenario, against, quantity, basis, title, before, after] = [
    'scenario',
    'against',
    'quantity',
    'basis',
    'title',
    'before',
    'after',
  ].map(place) as [number, number, number, number, number, number, number];
  return table.rows.map((row) => ({
    scenario: textOf(row[scenario]),
    against: textOf(row[against]),
    quantity: textOf(row[quantity]),
    basis: textOf(row[basis]),
    title: textOf(row[title]),
    before: figureOf(row[before]),
    after: figureOf(row[after]),
  }));
}

function readUnits(
  table: Table,
  layer: string,
  against: readonly string[],
): { readonly scenario: string; readonly at: UnitAt }[] {
  const measure = columnMeasure(table);
  const places = {
    scenario: columnHeaded(table, 'scenario'),
    code: columnAbout(table, { role: 'unit', kind: 'code' }),
    name: columnAbout(table, { role: 'unit', kind: 'name' }),
    people: measure === null ? -1 : columnAbout(table, { role: 'amount', measure }),
    band: columnHeaded(table, 'size_guide'),
    against: against.map((id) => ({
      id,
      partners: columnAbout(table, { layer: id, kind: 'count' }),
      outside: columnAbout(table, { layer: id, role: 'outside_main' }),
      elsewhere: columnAbout(table, { layer: id, kind: 'text' }),
    })),
  };
  const standing = (row: readonly Cell[], at: (typeof places)['against'][number]): Standing => ({
    partners: figureOf(row[at.partners]) ?? 0,
    outside: figureOf(row[at.outside]),
    elsewhere: textOf(row[at.elsewhere]),
  });
  return table.rows.map((row) => ({
    scenario: textOf(row[places.scenario]),
    at: {
      unit: { layer, code: textOf(row[places.code]), name: unitName(textOf(row[places.name])) },
      people: figureOf(row[places.people]),
      band: textOf(row[places.band]),
      against: new Map(places.against.map((at) => [at.id, standing(row, at)])),
    },
  }));
}

/** The units of a whole layer that are split at one moment, from the table `shared`. */
function everywhere(
  shared: Table | null,
  {
    scenario,
    against,
    moment,
  }: { readonly scenario: string; readonly against: string; readonly moment: Moment },
  of: number,
): SplitCount {
  if (shared === null) return countOfSplit([], of);
  const [scenarioAt, againstAt, code, name, parts, outside] = [
    'scenario',
    'against',
    'code',
    'name',
    `parts_${moment}`,
    `outside_main_${moment}`,
  ].map((heading) => columnHeaded(shared, heading)) as [number, number, number, number, number, number];
  const rows = shared.rows.filter(
    (row) =>
      textOf(row[scenarioAt]) === scenario &&
      textOf(row[againstAt]) === against &&
      (figureOf(row[parts]) ?? 0) > 1,
  );
  return countOfSplit(
    rows.map((row) => ({
      code: textOf(row[code]),
      name: unitName(textOf(row[name])),
      people: null,
      outside: figureOf(row[outside]),
    })),
    of,
  );
}

const countOfSplit = (units: readonly SplitUnit[], of: number): SplitCount => ({
  split: units.length,
  of,
  outside: sumOrNull(units.map(({ outside }) => outside)),
  units,
});

/** The split of a column against a layer: of the units that change, else of the other layer's. */
export function splitOf(column: Column, id: string, isHolder: boolean): SplitCount {
  if (isHolder) return column.everywhere.get(id)!;
  const standings = column.units.map(({ unit, people, against }) => ({
    ...unit,
    people,
    ...against.get(id)!,
  }));
  return {
    ...countOfSplit(
      standings.filter(({ partners }) => partners > 1),
      standings.length,
    ),
    outside: sumOrNull(standings.map(({ outside }) => outside)),
  };
}
