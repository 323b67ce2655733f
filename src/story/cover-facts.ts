/**
 * What a story of coverage is told from: the sums of the parents, and the pieces in none and in several.
 */
import { columnAbout, columnHeaded, measuresOf } from '../result/find-column.js';
import { countryOfCode } from '../result/country-of-code.js';
import type { LayerRecord, Result } from '../result/result.js';
import type { Cell, Table } from '../result/table.js';
import { wholeParts } from '../result/whole-parts.js';
import { figureOf, textOf } from './cells.js';

/** People or hectares in one, in several and in none, in whole numbers that add up to the whole. */
export interface CoverSums {
  readonly one: number;
  readonly several: number;
  readonly none: number;
  readonly all: number;
}

/** A parent with what of it is in none and in several. */
export interface CoveredParent {
  readonly code: string;
  readonly name: string;
  /** People by the measure, else hectares. */
  readonly amount: number | null;
  readonly none: number | null;
  readonly several: number | null;
  readonly hectares: number | null;
  /** Neighbourhoods with most of their people or land in it; null where the table does not say. */
  readonly own: number | null;
}

/** Parents of a country into which neighbourhoods only reach. */
export interface Abroad {
  readonly country: string;
  readonly parents: readonly CoveredParent[];
}

/** A piece that is in none, or in several. */
export interface CoverPiece {
  readonly kind: 'gap' | 'double';
  readonly parent: string;
  readonly parentName: string;
  /** Codes of the neighbourhoods around a gap, or of those that a piece is in. */
  readonly codes: readonly string[];
  readonly people: number | null;
  readonly hectares: number | null;
  readonly matters: boolean;
  readonly at: readonly [number, number] | null;
}

export interface CoverFacts {
  readonly neighbourhoods: LayerRecord;
  readonly parents: LayerRecord;
  /** Name of the measure; null where nobody is counted. */
  readonly measure: string | null;
  readonly tables: { readonly neighbourhoods: Table; readonly parents: Table };
  /** Null where nobody is counted, or no land was read. */
  readonly people: CoverSums | null;
  readonly land: CoverSums | null;
  readonly ofParents: readonly CoveredParent[];
  /** Not in any sum: no neighbourhood has most of its people there. */
  readonly abroad: readonly Abroad[];
  readonly pieces: readonly CoverPiece[];
  /** Name of a neighbourhood by its code. */
  readonly nameOf: (code: string) => string;
}

/** The facts of a `coverage` result; null where its tables are not there. */
export function coverFacts(result: Result): CoverFacts | null {
  const named = (name: string): Table | undefined => result.tables.find((table) => table.name === name);
  const [units, parents] = [named('neighbourhoods'), named('parents')];
  if (units === undefined || parents === undefined) return null;
  const own = layerOf(result, units);
  const over = layerOf(result, parents);
  if (own === undefined || over === undefined) return null;
  const [measure = null] = measuresOf(parents);
  const code = columnAbout(units, { role: 'unit', kind: 'code', layer: own.id });
  const name = columnAbout(units, { role: 'unit', kind: 'name', layer: own.id });
  const { ofParents, abroad } = apartByCountry(readParents(parents, measure));
  const asked = new Set(ofParents.map((parent) => parent.code));
  const names = new Map(units.rows.map((row) => [textOf(row[code]), textOf(row[name])]));
  return {
    neighbourhoods: own,
    parents: over,
    measure,
    tables: { neighbourhoods: units, parents },
    people: measure === null ? null : sumsOf(parents, measure, asked),
    land: sumsOf(parents, null, asked),
    ofParents,
    abroad,
    pieces: (['gap', 'double'] as const).flatMap((kind) =>
      readPieces(named(`${kind}s`), kind, measure).filter(({ parent }) => asked.has(parent)),
    ),
    nameOf: (each) => names.get(each) ?? each,
  };
}

const layerOf = (result: Result, table: Table): LayerRecord | undefined => {
  const place = columnAbout(table, { role: 'unit', kind: 'code' });
  return result.layers.find(({ id }) => id === table.columns[place]?.about.layer);
};

/** The sums over all parents; null where a cell is blank. Parents do not overlap, so nobody is added twice. */
function sumsOf(table: Table, measure: string | null, asked: ReadonlySet<string>): CoverSums | null {
  const code = columnAbout(table, { role: 'unit', kind: 'code' });
  const rows = table.rows.filter((row) => asked.has(textOf(row[code])));
  const place = (role: 'amount' | 'uncovered' | 'double'): number => columnAbout(table, { role, measure });
  const sum = (column: number): number =>
    rows.reduce((total, row) => total + (figureOf(row[column]) ?? NaN), 0);
  const [all, none, several] = [sum(place('amount')), sum(place('uncovered')), sum(place('double'))];
  if (![all, none, several].every(Number.isFinite)) return null;
  const whole = wholeParts([Math.max(0, all - none - several), several, none]);
  return {
    one: whole[0]!,
    several: whole[1]!,
    none: whole[2]!,
    all: whole[0]! + whole[1]! + whole[2]!,
  };
}

function readParents(table: Table, measure: string | null): CoveredParent[] {
  const code = columnAbout(table, { role: 'unit', kind: 'code' });
  const name = columnAbout(table, { role: 'unit', kind: 'name' });
  const cell = (row: readonly Cell[], role: 'amount' | 'uncovered' | 'double', of: string | null) =>
    figureOf(row[columnAbout(table, { role, measure: of })]);
  return table.rows.map((row) => ({
    code: textOf(row[code]),
    name: textOf(row[name]),
    amount: cell(row, 'amount', measure),
    none: cell(row, 'uncovered', measure),
    several: cell(row, 'double', measure),
    hectares: cell(row, 'amount', null),
    own: figureOf(row[columnHeaded(table, 'neighbourhoods')]),
  }));
}

/**
 * Parents that neighbourhoods are asked to cover, and those of countries where none of them has most of its people:
 * English networks reach into Wales, but the people of Wales are no fault of theirs.
 */
function apartByCountry(all: readonly CoveredParent[]): Pick<CoverFacts, 'ofParents' | 'abroad'> {
  const countries = [...new Set(all.map(({ code }) => countryOfCode(code)))];
  const groups = countries.map((country) => all.filter(({ code }) => countryOfCode(code) === country));
  const isAbroad = groups.map((group, i) => countries[i] !== null && group.every(({ own }) => own === 0));
  if (!isAbroad.includes(true) || !isAbroad.includes(false)) return { ofParents: all, abroad: [] };
  return {
    ofParents: all.filter(({ code }) => !isAbroad[countries.indexOf(countryOfCode(code))]),
    abroad: countries.flatMap((country, i) =>
      isAbroad[i] ? [{ country: country!, parents: groups[i]! }] : [],
    ),
  };
}

function readPieces(table: Table | undefined, kind: 'gap' | 'double', measure: string | null): CoverPiece[] {
  if (table === undefined) return [];
  const code = columnAbout(table, { role: 'unit', kind: 'code' });
  const name = columnAbout(table, { role: 'unit', kind: 'name' });
  const codes = columnAbout(table, { role: 'partners' });
  const people = measure === null ? -1 : columnAbout(table, { role: 'amount', measure });
  const land = columnAbout(table, { role: 'amount', kind: 'hectares' });
  const matters = columnAbout(table, { role: 'matters' });
  const [longitude, latitude] = [columnHeaded(table, 'longitude'), columnHeaded(table, 'latitude')];
  return table.rows.map((row): CoverPiece => {
    const [x, y] = [figureOf(row[longitude]), figureOf(row[latitude])];
    return {
      kind,
      parent: textOf(row[code]),
      parentName: textOf(row[name]),
      codes: textOf(row[codes])
        .split(';')
        .filter((each) => each !== ''),
      people: figureOf(row[people]),
      hectares: figureOf(row[land]),
      matters: row[matters] === true,
      at: x === null || y === null ? null : [x, y],
    };
  });
}
