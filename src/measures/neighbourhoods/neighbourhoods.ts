/**
 * The report of neighbourhoods built from blocks: arithmetic, not a recommendation.
 */
import type { Layer } from '../../layer/layer.js';
import { sortFindings } from '../../trouble/finding.js';
import { mapLabels } from '../land/grouped-land.js';
import { recordPolygons } from '../land/shape-records.js';
import { drawMap } from '../map/draw-map.js';
import type { Report } from '../report.js';
import { blocksTable, splitTable } from './blocks-table.js';
import { buildNeighbourhoods } from './build-neighbourhoods.js';
import type { Built, NeighbourhoodWishes } from './built.js';
import { comparedTable } from './compared-table.js';
import { neighbourhoodLayer, onBlocks } from './layers-of-blocks.js';
import { neighbourhoodsFindings } from './neighbourhoods-findings.js';
import { neighbourhoodsSummary } from './neighbourhoods-summary.js';
import { neighbourhoodsTable } from './neighbourhoods-table.js';
import { parentsTable } from './parents-table.js';
import { servicesTable } from './services-table.js';

/** What was built, with the layers that it speaks of: the neighbourhoods first, their parents, the kept units. */
export interface NeighbourhoodReport extends Report {
  readonly layers: readonly Layer[];
}

/** Builds neighbourhoods. Throws InputError where no block lies in a unit that is asked for. */
export function suggestNeighbourhoods(
  wishes: NeighbourhoodWishes,
  step: (text: string) => void,
): NeighbourhoodReport {
  const built = buildNeighbourhoods(wishes, step);
  const layer = neighbourhoodLayer(built);
  const groups = groupings(built, layer);
  const table = neighbourhoodsTable(built, layer);
  const compared = comparedTable(built, layer);
  return {
    layers: groups.map((each) => each.layer),
    tables: [
      table,
      parentsTable(built),
      blocksTable(built, layer),
      ...(wishes.kept.length === 0 ? [] : [splitTable(built)]),
      ...(wishes.services === null ? [] : [servicesTable(built, layer, wishes.services)]),
      ...(compared === null ? [] : [compared]),
    ],
    drawShapes: (toDegrees) => recordPolygons(table, built.grouped.polygons, toDegrees),
    tolerances: [],
    reconciliation: [reconciliationOf(built)],
    sensitivity: [],
    findings: sortFindings(neighbourhoodsFindings(built)),
    summary: neighbourhoodsSummary(built),
    footprints: groups.map(({ unitOf }) =>
      built.land.areas.reduce((sum, area, block) => sum + (unitOf[block]! < 0 ? 0 : area), 0),
    ),
    drawMap: (drawn) => {
      const { arrangement } = built.land;
      const labels = groups.map((each) => {
        const numberOf = new Map(each.layer.codes.map((code, unit) => [code, unit]));
        return mapLabels(
          arrangement.labels[0]!,
          (block) => numberOf.get(each.codes[each.unitOf[block]!] ?? '') ?? -1,
          each.layer.codes.length,
        );
      });
      const layers = groups.map((each) => each.layer);
      const sheet = {
        arrangement: { ...arrangement, labels },
        positionOf: (of: Layer) => layers.indexOf(of),
        measures: [],
      };
      return drawMap({ layers, pairs: [], sheet }, drawn);
    },
  };
}

/** A layer that blocks make, with the unit of each block as a number into `codes`. */
interface Grouping {
  readonly layer: Layer;
  readonly codes: readonly string[];
  readonly unitOf: Int32Array;
}

function groupings(
  { wishes, blocks, keptOf, neighbourhoodOf, neighbourhoods, parents }: Built,
  layer: Layer,
): Grouping[] {
  const parentOf = new Int32Array(blocks.codes.length).fill(-1);
  for (const parent of parents) for (const block of parent.blocks) parentOf[block] = parent.unit;
  const of = (from: Layer, unitOf: Int32Array): Grouping => ({
    layer: onBlocks(from, blocks, unitOf),
    codes: from.codes,
    unitOf,
  });
  return [
    { layer, codes: neighbourhoods.map(({ code }) => code), unitOf: neighbourhoodOf },
    of(wishes.within, parentOf),
    ...wishes.kept.map((from, k) => of(from, keptOf[k]!)),
  ];
}

function reconciliationOf({ wishes, people, peopleElsewhere }: Built): Report['reconciliation'][number] {
  const inRows = people.reduce((a, b) => a + b, 0);
  return {
    layer: 'neighbourhood',
    quantity: wishes.measure.name,
    total: wishes.measure.total,
    in_rows: inRows,
    in_slivers: 0,
    outside: 0,
    left_out: peopleElsewhere,
    multiply_covered: 0,
    difference: wishes.measure.total - inRows - peopleElsewhere,
  };
}
