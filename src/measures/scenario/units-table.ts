/**
 * The table `units` of a scenario: the units it made or changed, how large they are and whom they have to deal with.
 */
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { capital } from '../../trouble/count-text.js';
import { findPatches, patchWidth } from '../../arrangement/patches.js';
import { unitAreas } from '../../arrangement/unit-areas.js';
import type { Crossing } from '../crossing/crossing.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectaresOrNull } from '../../result/units-of-measure.js';
import { amountColumn } from '../columns.js';
import type { Effect } from '../changes/effect.js';
import type { Version } from './new-layer.js';
import type { Outcome } from './outcome.js';
import { sizeBand, type SizeGuide } from './size-guide.js';

interface UnitRow {
  readonly outcome: Outcome;
  readonly unit: number;
  readonly people: readonly number[];
  /** Square metres, and pieces that are not slivers; null without shapes. */
  readonly area: number | null;
  readonly parts: number | null;
}

/** One row for each unit that a scenario made or changed, by scenario and code. */
export function newUnitsTable(
  outcomes: readonly Outcome[],
  crossing: Crossing,
  guide: SizeGuide | null,
): Table {
  const against = outcomes[0]?.effects.map(({ other }) => other) ?? [];
  const measures = outcomes[0]?.changes.found.measures ?? [];
  const word = shortWords(against);
  return makeTable({
    name: 'units',
    title: 'New and changed units',
    caption: 'One row for each unit that a proposal makes or changes.',
    rows: outcomes.flatMap((outcome) => rowsOf(outcome, crossing)),
    columns: [
      ...nameColumns,
      ...measures.map((measure, m) =>
        amountColumn<UnitRow>(measure, `People of the unit: ${measure.basis}`, ({ people }) => people[m]!),
      ),
      ...formColumns,
      ...against.map(({ id }, i): ColumnOf<UnitRow> => ({
        heading: `${id}_count`,
        title: `${word(id)} count`,
        kind: 'count',
        description: `${capital(
          unitWord(
            against.find((layer) => layer.id === id)!,
            2,
          ),
        )} that share land or people with it`,
        about: { layer: id },
        value: ({ outcome, unit }) => partnerCount(outcome.effects[i]!, unit),
      })),
      ...(guide === null ? [] : [guideColumn(guide)]),
    ],
  });
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
    value: ({ outcome, unit }) => outcome.version.layer.codes[unit]!,
  },
  {
    heading: 'name',
    title: 'name',
    kind: 'name',
    description: 'Name of the unit',
    about: { role: 'unit' },
    value: ({ outcome, unit }) => outcome.version.layer.names[unit]!,
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

const partnerCount = ({ first, after: { aligned } }: Effect, unit: number): number =>
  (first === 'layer' ? aligned.unitsA : aligned.unitsB)[unit]!.parts.length;

function rowsOf(outcome: Outcome, crossing: Crossing): UnitRow[] {
  const { state, version, changes } = outcome;
  const { layer, sheet } = version;
  const areas =
    sheet === null ? null : unitAreas(sheet.arrangement, sheet.positionOf(layer), layer.codes.length).ofUnit;
  const parts = partsOf(version, crossing);
  return layer.codes.flatMap((code, unit) =>
    state.touched.has(code)
      ? [
          {
            outcome,
            unit,
            people: changes.found.measures.map((measure) => measure.unitsB[unit]!),
            area: areas === null ? null : areas[unit]!,
            parts: parts === null ? null : parts[unit]!,
          },
        ]
      : [],
  );
}

/** Pieces of each unit that are not slivers; one at least for a unit with land. */
function partsOf({ sheet, layer }: Version, crossing: Crossing): Int32Array | null {
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
