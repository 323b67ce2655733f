/**
 * Paints land, pieces, coast and borders of a part of the map plane on a canvas, in short steps.
 *
 *     stretches ▸ first layer's borders ▸ finer borders ▸ coast ▸ areas of rows ▸ dots ▸ shared units ▸ land
 *
 * An arc outside the part that is painted is drawn from end to end: the chord stays in its box, so nothing of it comes
 * into sight, and rings still close.
 */
import { hatchPattern, type AreaKind, type LineLook, type MapLooks } from './map-looks.js';
import type { Cluster, MapParts } from './map-parts.js';
import { arcNumber, thinLine } from './outlines.js';
import { boxesMeet, type Box } from './plane.js';

/** What is painted, and how large. */
export interface Painting {
  readonly box: Box;
  /** Pixels a kilometre, device pixels a pixel. */
  readonly scale: number;
  readonly ratio: number;
  readonly looks: MapLooks;
  /** Of how many dots of people one is drawn; 0 for none. */
  readonly every: number;
  /** Names of parts that are switched off. */
  readonly hidden: ReadonlySet<string>;
}

/** Positions after which a step ends. */
const STEP = 4000;
/** Pixels across a unit in the middle of its layer below which only borders of shared units are drawn, and where circles tell the map. */
export const LEAST_UNIT = 7;
const LEAST_UNIT_CALM = 32;
/** Pixels across a unit in the middle of its layer below which its borders are thinner, so that they are no blot. */
const CROWDED = 20;
const thinned = (look: LineLook): LineLook => ({ ...look, width: 0.55 * look.width });
/** Kinds of areas by the tables they are rows of. */
const areaKind = (table: string): AreaKind =>
  /^gaps(_|$)/.test(table) ? 'gap' : /^doubles(_|$)/.test(table) ? 'double' : 'patch';

/** Paints on a canvas, which the box fills; yields when a step is done. */
export function* paintMap(
  context: CanvasRenderingContext2D,
  parts: MapParts,
  { box, scale, ratio, looks, every, hidden }: Painting,
): Generator<void, void> {
  const { arcs, boxes } = parts.sheet;
  const size = scale * ratio;
  const least = 0.6 / scale;
  const isNear = (k: number): boolean => boxesMeet(boxes[k]!, box);
  let drawn = 0;
  const follow = (line: ArrayLike<number>, backwards: boolean, begins: boolean): void => {
    drawn += line.length / 2;
    for (let i = 0; i < line.length; i += 2) {
      const at = backwards ? line.length - 2 - i : i;
      if (i === 0 && begins) context.moveTo(line[at]!, line[at + 1]!);
      else context.lineTo(line[at]!, line[at + 1]!);
    }
  };
  const followArc = (k: number, begins: boolean): void => {
    const arc = arcNumber(k);
    const line = arcs[arc]!;
    if (isNear(arc)) return follow(line.length > 4 ? thinLine(line, least) : line, k < 0, begins);
    const at = k < 0 ? 0 : line.length - 2;
    if (begins) context.moveTo(line[line.length - 2 - at]!, line[line.length - 1 - at]!);
    context.lineTo(line[at]!, line[at + 1]!);
  };
  // Rings end where they begin: to close a path takes the longer the more there is in it.
  const followRing = (ring: readonly number[]): void => ring.forEach((k, i) => followArc(k, i === 0));
  const takeLook = ({ stroke, width, dash, alpha }: LineLook): void => {
    context.strokeStyle = stroke;
    context.lineWidth = width / scale;
    context.globalAlpha = alpha;
    context.setLineDash(dash.map((length) => length / scale));
  };
  /** Strokes arcs; a look that can be seen through in one go, so that ends do not show. */
  function* stroke(clusters: readonly Cluster[], look: LineLook): Generator<void, void> {
    takeLook(look);
    context.beginPath();
    drawn = 0;
    for (const { arcs: own, box: around } of clusters) {
      if (!boxesMeet(around, box)) continue;
      for (const k of own) if (isNear(k)) followArc(k, true);
      if (drawn < STEP || look.alpha < 1) continue;
      context.stroke();
      context.beginPath();
      drawn = 0;
      yield;
    }
    context.stroke();
    context.globalAlpha = 1;
    yield;
  }

  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(size, 0, 0, size, -box[0] * size, -box[1] * size);
  context.lineJoin = context.lineCap = 'round';
  const isOn = (layer: number): boolean => !hidden.has(`layer-${layer}`);

  const land = parts.order.every(isOn) ? parts.shores : parts.outlines;
  for (const l of parts.order.filter(isOn)) {
    context.fillStyle = l === parts.told ? looks.told : looks.land;
    context.beginPath();
    for (const cycle of land[l]!) if (boxesMeet(cycle.box, box)) followRing(cycle.arcs);
    context.fill('nonzero');
    yield;
  }
  const shared = parts.shared.filter((unit) => isOn(unit.layer) && boxesMeet(unit.box, box));
  if (shared.length > 0 && !hidden.has('shared')) {
    context.fillStyle = hatchPattern(context, 'shared', looks.shared, ratio, scale);
    for (const unit of shared) {
      context.beginPath();
      for (const ring of unit.rings) followRing(ring);
      context.fill('nonzero');
      yield;
    }
  }
  for (const unit of parts.changing) {
    if (!boxesMeet(unit.box, box)) continue;
    context.fillStyle = looks.told;
    context.beginPath();
    for (const ring of unit.rings) followRing(ring);
    context.fill('evenodd');
  }
  const { place } = parts;
  const followPlace = (): void => {
    context.beginPath();
    for (const ring of place?.unit.rings ?? []) followRing(ring);
  };
  if (place !== null) {
    context.fillStyle = looks.told;
    followPlace();
    context.fill('evenodd');
    yield;
  }
  for (const { within, units } of parts.tints) {
    if (!boxesMeet(within.box, box)) continue;
    context.save();
    context.fillStyle = looks.tint;
    context.beginPath();
    for (const ring of within.rings) followRing(ring);
    context.clip('evenodd');
    for (const unit of units) {
      if (!boxesMeet(unit.box, box)) continue;
      context.beginPath();
      for (const ring of unit.rings) followRing(ring);
      context.fill('evenodd');
    }
    context.restore();
    yield;
  }
  if (every > 0 && parts.paintDots !== null)
    yield* parts.paintDots(context, { box, scale, every, look: looks.dots });
  const shapes = parts.sheet.shapes.filter((shape) => boxesMeet(shape.box, box));
  const areas = hidden.has('areas') ? [] : shapes.filter(({ data }) => data.form === 'area');
  for (const kind of ['patch', 'double', 'gap'] as const) {
    const own = areas.filter(({ data }) => areaKind(data.table) === kind);
    if (own.length === 0) continue;
    context.fillStyle = hatchPattern(context, kind, looks.areas[kind].hatch, ratio, scale);
    takeLook(looks.areas[kind].outline);
    for (const { lines } of own) {
      drawn = 0;
      context.beginPath();
      for (const line of lines) follow(thinLine(line, least), false, true);
      context.fill('nonzero');
      context.stroke();
      yield;
    }
  }
  yield* stroke(
    parts.order.filter(isOn).flatMap((l) => parts.coast[l]!),
    looks.coast,
  );
  const strongest = looks.borders[parts.styles.indexOf(0)]!;
  const isCrowded = (l: number): boolean => parts.middleSize[l]! * scale < CROWDED;
  for (const l of parts.lineOrder.filter(isOn)) {
    if (place !== null && l !== place.borders) continue;
    const least = parts.isCalm && parts.former === null ? LEAST_UNIT_CALM : LEAST_UNIT;
    const isSmall = parts.middleSize[l]! * scale < least && parts.styles[l] !== 0 && place === null;
    const { former } = parts;
    const isFormer = former?.earlier === l && isOn(former.later);
    yield* stroke(
      isFormer ? former.borders : isSmall ? parts.sharedBorders[l]! : parts.borders[l]!,
      place !== null ? strongest : isCrowded(l) ? thinned(looks.borders[l]!) : looks.borders[l]!,
    );
  }
  if (place !== null) {
    takeLook(looks.place);
    followPlace();
    context.stroke();
    yield;
  }
  if (!hidden.has('stretches')) {
    takeLook(looks.stretch);
    for (const { data, lines } of shapes) {
      if (data.form !== 'line') continue;
      context.beginPath();
      for (const line of lines) follow(thinLine(line, least), false, true);
      context.stroke();
      yield;
    }
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}
