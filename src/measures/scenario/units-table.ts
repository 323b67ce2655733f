/**
 * The table `units` of a scenario: the units it made or changed, how large they are and whom they have to deal with.
 */
import { findPatches, patchWidth } from '../../arrangement/patches.js';
import { unitAreas } from '../../arrangement/unit-areas.js';
import type { Crossing } from '../crossing/crossing.js';
import type { Cell, Column, Table } from '../../result/table.js';
import { hectares } from '../../result/units-of-measure.js';
import type { Version } from './new-layer.js';
import type { Outcome } from './outcome.js';
import { sizeBand, type SizeGuide } from './size-guide.js';

/** One row for each unit that a scenario made or changed, by scenario and code. */
export function newUnitsTable(
  outcomes: readonly Outcome[],
  crossing: Crossing,
  guide: SizeGuide | null,
): Table {
  const against = outcomes[0]?.effects.map(({ other }) => other) ?? [];
  const measures = outcomes[0]?.changes.found.measures ?? [];
  const count = (heading: string, description: string): Column => ({
    heading,
    kind: 'count',
    decimals: 0,
    description,
  });
  return {
    name: 'units',
    caption: 'One row for each unit that a proposal makes or changes.',
    columns: [
      { heading: 'scenario', kind: 'text', decimals: null, description: 'The proposal' },
      { heading: 'code', kind: 'code', decimals: null, description: 'Code of the unit' },
      { heading: 'name', kind: 'name', decimals: null, description: 'Name of the unit' },
      ...measures.map((measure): Column => ({
        heading: measure.name,
        kind: 'people',
        decimals: measure.decimals,
        description: `People of the unit: ${measure.basis}`,
      })),
      { heading: 'area_ha', kind: 'hectares', decimals: 2, description: 'Hectares of the unit' },
      count('parts', 'Separate pieces of land, slivers apart; blank without shapes'),
      ...against.map((layer) =>
        count(`${layer.id}_count`, `Units of ${layer.id} that share land or people with it`),
      ),
      ...(guide === null
        ? []
        : [
            {
              heading: 'size_guide',
              kind: 'text',
              decimals: null,
              description: 'under, within or over the size guide',
            } as const,
          ]),
    ],
    rows: outcomes.flatMap((outcome) => rowsOf(outcome, crossing, guide)),
  };
}

function rowsOf(
  { scenario, state, version, changes, effects }: Outcome,
  crossing: Crossing,
  guide: SizeGuide | null,
): Cell[][] {
  const { layer } = version;
  const areas =
    version.sheet === null
      ? null
      : unitAreas(version.sheet.arrangement, version.sheet.positionOf(layer), layer.codes.length).ofUnit;
  const parts = partsOf(version, crossing);
  return layer.codes.flatMap((code, unit) => {
    if (!state.touched.has(code)) return [];
    const people = changes.found.measures.map((measure) => measure.unitsB[unit]!);
    return [
      [
        scenario.name,
        code,
        layer.names[unit]!,
        ...people,
        areas === null ? null : hectares(areas[unit]!),
        parts === null ? null : parts[unit]!,
        ...effects.map(
          ({ first, after: { aligned } }) =>
            (first === 'layer' ? aligned.unitsA : aligned.unitsB)[unit]!.parts.length,
        ),
        ...(guide === null ? [] : [sizeBand(people[0] ?? null, guide)]),
      ],
    ];
  });
}

/** Pieces of each unit that are not slivers; one at least for a unit with land. */
function partsOf({ sheet, layer }: Version, crossing: Crossing): Int32Array | null {
  if (sheet === null) return null;
  const at = sheet.positionOf(layer);
  // Against itself a layer has one pair a unit, whose patches are the pieces of the unit.
  const patches = findPatches(sheet.arrangement, at, at);
  const tolerance = crossing.layers[0]!.land!.accuracy.metres;
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
