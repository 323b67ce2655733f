/**
 * Findings about the land of a layer that show once it is part of an arrangement.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { ExactSums } from '../../arrangement/exact-sum.js';
import type { UnitAreas } from '../../arrangement/unit-areas.js';
import { kindOfId } from '../../layer/kinds.js';
import type { Layer } from '../../layer/layer.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';
import { hectares } from '../../result/units-of-measure.js';

/** Square metres below which a difference between parity and union is rounding. */
const NOTICEABLE = 1;

/** Share of a footprint from which double cover is worth a warning. */
const SURPRISING = 0.001;

/** Units without area, units whose polygons overlap, polygons that repeat one another, land covered twice. */
export function landFindings(
  arrangement: Arrangement,
  position: number,
  layer: Layer,
  areas: UnitAreas,
): Finding[] {
  return [
    ...emptyUnits(layer, areas),
    ...disputedUnits(arrangement, position, layer),
    ...repeatedPolygons(arrangement, position, layer),
    ...doubleCover(layer, areas),
  ];
}

function emptyUnits(layer: Layer, areas: UnitAreas): Finding[] {
  return layer.codes.flatMap((code, unit) =>
    areas.ofUnit[unit]! > 0
      ? []
      : [
          makeFinding({
            layer: layer.id,
            finding: 'no-area',
            severity: 'warning',
            code,
            name: layer.names[unit]!,
            area: 0,
            detail: 'the unit has no area; it keeps its place with 0 hectares',
          }),
        ],
  );
}

function disputedUnits(arrangement: Arrangement, position: number, layer: Layer): Finding[] {
  const sums = new ExactSums(layer.codes.length);
  for (const { face, unit } of arrangement.labels[position]!.disputed)
    sums.add(unit, arrangement.area[face]!);
  return [...sums.values()].flatMap((area, unit) =>
    area < NOTICEABLE
      ? []
      : [
          makeFinding({
            layer: layer.id,
            finding: 'parity-and-union-differ',
            severity: 'warning',
            code: layer.codes[unit]!,
            name: layer.names[unit]!,
            area,
            detail: `polygons of the unit overlap on ${hectares(area).toFixed(2)} ha; they cancel there (even-odd), --fill union would keep that land`,
          }),
        ],
  );
}

function repeatedPolygons(arrangement: Arrangement, position: number, layer: Layer): Finding[] {
  const { polygonStart, repeated } = arrangement.edges;
  const { featureStart } = layer.land!.shapes;
  const counts = new Map<number, number>();
  for (let feature = 0; feature < featureStart.length - 1; feature++) {
    for (let p = featureStart[feature]!; p < featureStart[feature + 1]!; p++) {
      if (repeated[polygonStart[position]! + p] === 0) continue;
      const unit = layer.land!.featureUnit[feature]!;
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([u], [v]) => u - v)
    .map(([unit, count]) =>
      makeFinding({
        layer: layer.id,
        finding: 'repeated-polygon',
        severity: 'warning',
        code: layer.codes[unit]!,
        name: layer.names[unit]!,
        detail: `${count === 1 ? 'a polygon repeats' : `${count} polygons repeat`} another of the same unit and ${count === 1 ? 'counts' : 'count'} once`,
      }),
    );
}

function doubleCover(layer: Layer, areas: UnitAreas): Finding[] {
  if (areas.doubleCover < NOTICEABLE) return [];
  return [
    makeFinding({
      layer: layer.id,
      finding: 'double-cover',
      severity: isExpected(layer, areas) ? 'info' : 'warning',
      area: areas.doubleCover,
      detail: `two or more units cover ${hectares(areas.doubleCover).toFixed(2)} ha of the ${hectares(areas.footprint).toFixed(2)} ha of the layer; that land counts for each of them`,
    }),
  ];
}

/** Double cover is no surprise in kinds that overlap by nature, nor where it is a sliver of the whole. */
const isExpected = (layer: Layer, { doubleCover: twice, footprint }: UnitAreas): boolean =>
  kindOfId(layer.kind ?? '')?.overlaps === true || twice < SURPRISING * footprint;
