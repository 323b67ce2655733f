/**
 * Layers cut to the land of another: what lies outside is set aside, and said.
 *
 *     ┌────────┐
 *     │ a  ┌───┼──┐       layer a keeps its land within the clip c;
 *     │    │ a │c │       the rest is told in hectares
 *     └────┼───┘  │
 *          └──────┘
 *
 * All layers are cut on one sheet, so that borders they share stay shared.
 */
import type { Arrangement } from '../../arrangement/arrangement.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import type { Polygon } from '../../arrangement/trace.js';
import { traceUnits } from '../../arrangement/trace-members.js';
import { unitAreas } from '../../arrangement/unit-areas.js';
import { makeNote, type Note } from '../../trouble/note.js';
import type { Layer } from '../../layer/layer.js';
import type { Shapes } from '../../layer/shapes.js';
import { landFindings } from './land-findings.js';
import { arrangeLayers } from './layer-arrangement.js';
import { hectareText } from '../../result/hectare-text.js';
import { hectares } from '../../result/units-of-measure.js';

/** A unit with no more than this share of its land within the clip is outside: borders are never drawn quite alike. */
const BARELY = 0.01;

export interface ClippedLayers {
  readonly layers: readonly Layer[];
  /** A note for each layer that lost land. */
  readonly notes: readonly Note[];
}

/**
 * The layers within the land of `clip`, all in one coordinate system. Units with next to no land within are left
 * out, unless the layer knows its blocks by lookup: those keep their place without land. Layers without shapes stay as they are.
 */
export function clipLayers(layers: readonly Layer[], clip: Layer, planar: boolean): ClippedLayers {
  const { arrangement, position } = arrangeLayers([...layers, clip], planar);
  const inside = arrangement.labels[position[layers.length]!]!.ofFace;
  const notes: Note[] = [];
  const clipped = layers.map((layer, l) => {
    if (layer.land === null) return layer;
    const cut = clipLayer(arrangement, position[l]!, layer, inside);
    if (cut.note !== null) notes.push(cut.note);
    return cut.layer;
  });
  return { layers: clipped, notes };
}

function clipLayer(
  arrangement: Arrangement,
  position: number,
  layer: Layer,
  inside: Int32Array,
): { layer: Layer; note: Note | null } {
  const before = unitAreas(arrangement, position, layer.codes.length);
  const labels = arrangement.labels.map((label, l) =>
    l !== position
      ? label
      : { ...label, ofFace: label.ofFace.map((set, face) => (inside[face] === NO_UNIT ? NO_UNIT : set)) },
  );
  const within = { ...arrangement, labels };
  const after = unitAreas(within, position, layer.codes.length);
  const findings = landFindings(arrangement, position, layer, before).filter(
    ({ finding }) => finding !== 'double-cover' && finding !== 'no-area',
  );
  const polygons = traceUnits(within, position, layer.codes.length);
  const stays = (unit: number): boolean =>
    layer.membership !== null ||
    before.ofUnit[unit] === 0 ||
    after.ofUnit[unit]! > BARELY * before.ofUnit[unit]!;
  const kept = layer.codes.flatMap((_, unit) => (stays(unit) ? [unit] : []));
  const barely = layer.codes.reduce((sum, _, unit) => sum + (stays(unit) ? 0 : after.ofUnit[unit]!), 0);
  const lost = before.footprint - after.footprint + barely;
  const left = layer.codes.length - kept.length;
  const only = <T>(values: readonly T[]): T[] => kept.map((unit) => values[unit]!);
  return {
    layer: {
      ...layer,
      codes: only(layer.codes),
      names: only(layer.names),
      ods: layer.ods === null ? null : only(layer.ods),
      kept: layer.kept.map(({ field, values }) => ({ field, values: only(values) })),
      findings: [...layer.findings, ...findings],
      land: {
        ...layer.land!,
        shapes: shapesOf(only(polygons)),
        featureUnit: Int32Array.from(kept, (_, unit) => unit),
      },
    },
    note:
      lost <= 0
        ? null
        : makeNote('land-clipped', null, {
            counts: { units: left },
            words: {
              layer: layer.id,
              hectares: hectareText(hectares(lost)),
              ...(left === 0 ? {} : { withUnits: 'yes' }),
            },
          }),
  };
}

/** One feature a unit. */
function shapesOf(units: readonly (readonly Polygon[])[]): Shapes {
  const rings = units.flatMap((polygons) => polygons.flat());
  const coordinates = new Float64Array(rings.reduce((sum, ring) => sum + ring.length, 0));
  const ringStart = [0];
  const polygonStart = [0];
  const featureStart = [0];
  let at = 0;
  for (const polygons of units) {
    for (const polygon of polygons) {
      for (const ring of polygon) {
        coordinates.set(ring, at);
        at += ring.length;
        ringStart.push(at / 2);
      }
      polygonStart.push(ringStart.length - 1);
    }
    featureStart.push(polygonStart.length - 1);
  }
  return {
    coordinates,
    ringStart: Uint32Array.from(ringStart),
    polygonStart: Uint32Array.from(polygonStart),
    featureStart: Uint32Array.from(featureStart),
  };
}
