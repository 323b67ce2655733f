/**
 * The tables `units` and `units_now` of a scenario: the units it made or changed and those it makes them of, how large
 * they are, whom they have to deal with and who lives outside their main partner.
 */
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { capital, spaced } from '../../trouble/count-text.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { findPatches, patchWidth } from '../../arrangement/patches.js';
import { unitAreas } from '../../arrangement/unit-areas.js';
import type { Crossing } from '../crossing/crossing.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectaresOrNull } from '../../result/units-of-measure.js';
import { amountColumn } from '../columns.js';
import { isShared, type AlignedUnit } from '../alignment/alignment.js';
import { outsideOf } from '../alignment/alignment-figures.js';
import type { Layer } from '../../layer/layer.js';
import type { Effect } from '../changes/effect.js';
import type { Version } from './new-layer.js';
import type { Outcome } from './outcome.js';
import { sizeBand, type SizeGuide } from './size-guide.js';

interface UnitRow {
  readonly outcome: Outcome;
  /** The layer that the unit is of: as it is, or as the proposal makes it. */
  readonly layer: Layer;
  readonly unit: number;
  readonly people: readonly number[];
  /** Square metres, and pieces that are not slivers; null without shapes. */
  readonly area: number | null;
  readonly parts: number | null;
}

type Moment = 'before' | 'after';

/** One row for each unit that a scenario made or changed, by scenario and code. */
export const newUnitsTable = (
  outcomes: readonly Outcome[],
  crossing: Crossing,
  guide: SizeGuide | null,
): Table => touchedTable('after', outcomes, crossing, guide);

/** The same of the units as they are: one row for each that a scenario takes from, adds to or renames. */
export const oldUnitsTable = (
  outcomes: readonly Outcome[],
  crossing: Crossing,
  guide: SizeGuide | null,
): Table => touchedTable('before', outcomes, crossing, guide);

function touchedTable(
  moment: Moment,
  outcomes: readonly Outcome[],
  crossing: Crossing,
  guide: SizeGuide | null,
): Table {
  const effects = outcomes[0]?.effects ?? [];
  const measures = outcomes[0]?.changes.found.measures ?? [];
  const word = shortWords(effects.map(({ other }) => other));
  return makeTable({
    ...(moment === 'after'
      ? {
          name: 'units',
          title: 'New and changed units',
          caption: 'One row for each unit that a proposal makes or changes.',
        }
      : {
          name: 'units_now',
          title: 'Units as they are now',
          caption: 'One row for each unit that a proposal changes, as it is now.',
        }),
    rows: outcomes.flatMap((outcome) => rowsOf(outcome, crossing, moment)),
    columns: [
      ...nameColumns,
      ...measures.map((measure, m) =>
        amountColumn<UnitRow>(measure, `People of the unit: ${measure.basis}`, ({ people }) => people[m]!),
      ),
      ...formColumns,
      ...effects.map(({ other: { id } }, i): ColumnOf<UnitRow> => ({
        heading: `${id}_count`,
        title: `${word(id)} count`,
        kind: 'count',
        description: `${capital(unitWord(effects[i]!.other, 2))} that share land or people with it`,
        about: { layer: id },
        value: (row) => alignedUnit(row, i, moment).parts.length,
      })),
      ...(guide === null ? [] : [guideColumn(guide)]),
      ...effects.flatMap((effect, i) =>
        effect.first === 'other' ? outsideColumns(effect, i, word(effect.other.id), moment) : [],
      ),
      ...effects.map((effect, i) => namesColumn(effect, i, word(effect.other.id, 2), moment)),
    ],
  });
}

/** Whom a unit has to deal with. */
function namesColumn({ other }: Effect, i: number, title: string, moment: Moment): ColumnOf<UnitRow> {
  return {
    heading: `${other.id}_names`,
    title,
    kind: 'text',
    description: `Names of all ${unitWord(other, 2)} that share land or people with it, its main one first`,
    about: { layer: other.id },
    value: (row) => {
      const { main, parts } = alignedUnit(row, i, moment);
      const { first, ...figures } = row.outcome.effects[i]!;
      const { a, b } = figures[moment].aligned;
      const { names } = first === 'layer' ? b : a;
      const others = parts.map(({ other }) => other).filter((unit) => unit !== main);
      return [...(main === NO_UNIT ? [] : [main]), ...others].map((unit) => names[unit]!).join('; ');
    },
  };
}

/** Who lives outside the main partner of a unit, and in whom; where it is the units of the layer that are shared. */
function outsideColumns(
  { other, before: { quantity } }: Effect,
  i: number,
  word: string,
  moment: Moment,
): ColumnOf<UnitRow>[] {
  const { id } = other;
  const isLand = quantity === 'hectares';
  return [
    {
      heading: `${id}_outside_main`,
      title: `outside main ${word}`,
      kind: isLand ? 'hectares' : 'people',
      decimals: isLand ? 2 : 0,
      description: `${capital(spaced(quantity))} of the unit outside its main ${unitWord(other, 1)}`,
      about: { role: 'outside_main', layer: id, ...(isLand ? {} : { measure: quantity }) },
      value: (row) => {
        const unit = alignedUnit(row, i, moment);
        return isShared(unit) ? outsideOf(row.outcome.effects[i]![moment].aligned, unit) : 0;
      },
    },
    {
      heading: `${id}_elsewhere`,
      title: `other ${word}`,
      kind: 'text',
      description: `Names of the ${unitWord(other, 2)} that share it with its main one, by code`,
      about: { layer: id },
      value: (row) => {
        const { main, parts } = alignedUnit(row, i, moment);
        const { a } = row.outcome.effects[i]![moment].aligned;
        return parts.flatMap(({ other }) => (other === main ? [] : [a.names[other]!])).join('; ');
      },
    },
  ];
}

/** The unit of a row against a layer, before or after. */
function alignedUnit({ outcome, unit }: UnitRow, i: number, moment: Moment): AlignedUnit {
  const { first, ...figures } = outcome.effects[i]!;
  const { aligned } = figures[moment];
  return (first === 'layer' ? aligned.unitsA : aligned.unitsB)[unit]!;
}

const nameColumns: readonly ColumnOf<UnitRow>[] = [
  {
    heading: 'scenario',
    title: 'proposal',
    kind: 'text',
    description: 'The proposal',
    about: { role: 'id' },
    value: ({ outcome }) => outcome.scenario.name,
  },
  {
    heading: 'code',
    title: 'code',
    kind: 'code',
    description: 'Code of the unit',
    about: { role: 'unit' },
    value: ({ layer, unit }) => layer.codes[unit]!,
  },
  {
    heading: 'name',
    title: 'name',
    kind: 'name',
    description: 'Name of the unit',
    about: { role: 'unit' },
    value: ({ layer, unit }) => layer.names[unit]!,
  },
];

const formColumns: readonly ColumnOf<UnitRow>[] = [
  {
    heading: 'area_ha',
    title: 'area (ha)',
    kind: 'hectares',
    description: 'Hectares of the unit',
    about: { role: 'amount' },
    value: ({ area }) => hectaresOrNull(area),
  },
  {
    heading: 'parts',
    title: 'parts',
    kind: 'count',
    description: 'Separate pieces of land, slivers apart; blank without shapes',
    value: ({ parts }) => parts,
  },
];

const guideColumn = (guide: SizeGuide): ColumnOf<UnitRow> => ({
  heading: 'size_guide',
  title: 'size guide',
  kind: 'text',
  description: 'under, within or over the size guide',
  value: ({ people }) => sizeBand(people[0] ?? null, guide),
});

function rowsOf(outcome: Outcome, crossing: Crossing, moment: Moment): UnitRow[] {
  const { state, version, changes } = outcome;
  const layer = moment === 'after' ? version.layer : crossing.layers[0]!;
  const { sheet } = moment === 'after' ? version : crossing;
  const areas =
    sheet === null ? null : unitAreas(sheet.arrangement, sheet.positionOf(layer), layer.codes.length).ofUnit;
  const parts = partsOf({ sheet, layer }, crossing);
  return layer.codes.flatMap((code, unit) =>
    state.touched.has(code)
      ? [
          {
            outcome,
            layer,
            unit,
            people: changes.found.measures.map(
              ({ unitsA, unitsB }) => (moment === 'after' ? unitsB : unitsA)[unit]!,
            ),
            area: areas === null ? null : areas[unit]!,
            parts: parts === null ? null : parts[unit]!,
          },
        ]
      : [],
  );
}

/** Pieces of each unit that are not slivers; one at least for a unit with land. */
function partsOf({ sheet, layer }: Pick<Version, 'sheet' | 'layer'>, crossing: Crossing): Int32Array | null {
  if (sheet === null) return null;
  const at = sheet.positionOf(layer);
  // Against itself a layer has one pair a unit, whose patches are the pieces of the unit.
  const patches = findPatches(sheet.arrangement, at, at);
  const tolerance = accuracyIn(crossing);
  const parts = new Int32Array(layer.codes.length);
  const some = new Uint8Array(layer.codes.length);
  for (let patch = 0; patch < patches.count; patch++) {
    const unit = patches.unitA[patch]!;
    if (unit < 0 || unit !== patches.unitB[patch]) continue;
    some[unit] = 1;
    if (patchWidth(patches, patch) >= tolerance) parts[unit]!++;
  }
  return parts.map((count, unit) => Math.max(count, some[unit]!));
}

/** Metres that the base layer is accurate to: as stated, or at most the least tolerance it has with another layer. */
function accuracyIn({ layers, pairs }: Crossing): number {
  const { metres, finest } = layers[0]!.land!.accuracy;
  if (metres !== null) return metres;
  const own = pairs.flatMap(({ a, b, tolerance }) =>
    tolerance !== null && (a === layers[0] || b === layers[0]) ? [tolerance.metres] : [],
  );
  return own.length === 0 ? finest : Math.min(...own);
}
