/**
 * Findings about the land of a layer that show once it is part of an arrangement.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import type { UnitAreas } from '../../arrangement/unit-areas.js';
import { kindOfId } from '../../layer/kinds.js';
import type { Layer } from '../../layer/layer.js';
import { firstThree, wholeText } from '../../trouble/count-text.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';
import { disputedLand, type DisputedLand } from './disputed-land.js';
import { hectareText } from '../../result/hectare-text.js';
import { hectares } from '../../result/units-of-measure.js';

/** Square metres below which double cover is rounding. */
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
  return disputedLand(arrangement, position, layer).map((land) =>
    makeFinding({
      layer: layer.id,
      finding: 'parity-and-union-differ',
      severity: 'warning',
      code: layer.codes[land.unit]!,
      name: layer.names[land.unit]!,
      area: land.area,
      detail: readingsDiffer(layer.land!.fill, land),
    }),
  );
}

function readingsDiffer(fill: 'parity' | 'union', { kept, left, loose, wound }: DisputedLand): string {
  const [here, other] = fill === 'parity' ? ['even-odd', 'union'] : ['union', 'parity'];
  const land = (area: number): string => hectareText(hectares(area));
  const parts = [
    ...(left > 0 ? [`leaves out ${land(left)} that --fill ${other} would count`] : []),
    ...(kept > 0 ? [`counts ${land(kept)} that --fill ${other} would leave out`] : []),
    ...(wound > 0 ? [`leaves out ${land(wound)} that a ring goes around twice`] : []),
    ...(loose > 0
      ? [`counts ${land(loose)} that would be no land if every ring after a polygon's first were a hole`]
      : []),
  ];
  return `the land of the unit depends on how its rings are read: ${here}, as here, ${firstThree(parts)}`;
}

function repeatedPolygons(arrangement: Arrangement, position: number, layer: Layer): Finding[] {
  const { ofPolygon, outlines } = arrangement.repeats[position]!;
  const { featureStart } = layer.land!.shapes;
  const [rings, polygons] = [new Int32Array(layer.codes.length), new Int32Array(layer.codes.length)];
  for (let feature = 0; feature < featureStart.length - 1; feature++) {
    const unit = layer.land!.featureUnit[feature]!;
    if (unit < 0) continue;
    for (let p = featureStart[feature]!; p < featureStart[feature + 1]!; p++) {
      rings[unit]! += outlines.get(p) ?? 0;
      if (ofPolygon[p] !== p) polygons[unit]!++;
    }
  }
  return layer.codes.flatMap((_, unit) => [
    ...repeated(layer, unit, 'repeated-ring', 'ring', 'another of the same polygon', rings[unit]!),
    ...repeated(layer, unit, 'repeated-polygon', 'polygon', 'another of the same unit', polygons[unit]!),
  ]);
}

function repeated(
  layer: Layer,
  unit: number,
  finding: string,
  what: string,
  whom: string,
  n: number,
): Finding[] {
  if (n === 0) return [];
  const detail = `${n === 1 ? `a ${what} repeats` : `${wholeText(n)} ${what}s repeat`} ${whom} and ${n === 1 ? 'counts' : 'count'} once`;
  return [
    makeFinding({
      layer: layer.id,
      finding,
      severity: 'warning',
      code: layer.codes[unit]!,
      name: layer.names[unit]!,
      detail,
    }),
  ];
}

function doubleCover(layer: Layer, areas: UnitAreas): Finding[] {
  if (areas.doubleCover < NOTICEABLE) return [];
  return [
    makeFinding({
      layer: layer.id,
      finding: 'double-cover',
      severity: isExpected(layer, areas) ? 'info' : 'warning',
      area: areas.doubleCover,
      detail: `two or more units cover ${hectareText(hectares(areas.doubleCover))} of the ${hectareText(hectares(areas.footprint))} of the layer; that land counts for each of them`,
    }),
  ];
}

/** Double cover is no surprise in kinds that overlap by nature, nor where it is a sliver of the whole. */
const isExpected = (layer: Layer, { doubleCover: twice, footprint }: UnitAreas): boolean =>
  kindOfId(layer.kind ?? '')?.overlaps === true || twice < SURPRISING * footprint;
