/**
 * The land that an inset over the map shows: the same parts as in the picture, from the arcs of the page.
 */
import type { MapUnit } from '../../../result/map-record.js';
import type { Position } from '../../map/map-lines.js';
import { landParts } from '../../map/people-map/draw-land.js';
import type { LaidInset } from '../../map/people-map/laid-map.js';
import { pageLook } from '../../map/people-map/looks.js';
import { nameParts, namesInView } from '../../map/people-map/names-in-view.js';
import { INSET_TITLE } from '../../map/people-map/place-insets.js';
import { boxOfLine, type ViewOfLand } from '../../map/people-map/view-of-land.js';
import type { MapEngine } from './map-engine.js';
import { arcNumber, thinLine } from './outlines.js';
import type { Page } from './page.js';
import { boxesMeet, type Box } from './plane.js';
import type { UnitView } from './targets.js';

/** Units of the finer layer in an inset beyond which only those that are told about have their borders. */
const MOST_MINOR = 300;

/** The parts as SVG; `id` is the beginning of every id in them. */
export function insetGround(page: Page, map: MapEngine, inset: LaidInset, id: string): string {
  const { source, box, zoom } = inset;
  const seen: Box = [...map.toPlane(source.left, source.top), ...map.toPlane(source.right, source.bottom)];
  const near = page.sheet.units.filter((unit) => unit.rings.length > 0 && boxesMeet(unit.box, seen));
  const asMapped = new Map<UnitView, MapUnit>();
  const mapped = (unit: UnitView): MapUnit => {
    const { code, name, rings } = unit;
    const found = asMapped.get(unit) ?? { code, name, polygons: rings.map((ring) => [ring]) };
    asMapped.set(unit, found);
    return found;
  };
  const borders = near.filter(({ layer }) => page.data.layers[layer]!.style === 0);
  const pieces = (page.data.people?.points ?? []).flatMap(({ tint }) => {
    const [unit, within] = tint.map((text) => page.targetOf(text));
    return unit?.kind === 'unit' && within?.kind === 'unit' && boxesMeet(unit.unit.box, seen)
      ? [{ unit: unit.unit, within: within.unit }]
      : [];
  });
  const told = new Set(pieces.map(({ unit }) => unit.layer));
  const finer = near.filter(({ layer }) => told.has(layer));
  const minor = finer.length <= MOST_MINOR ? finer : [...new Set(pieces.map(({ unit }) => unit))];
  const view = groundView(
    page,
    [...borders, ...minor, ...pieces.flatMap(({ unit, within }) => [unit, within])],
    seen,
    (x, y) => {
      const [left, top] = map.toFrame(x, y);
      return [box.left + (left - source.left) * zoom, box.top + INSET_TITLE + (top - source.top) * zoom];
    },
    1 / (map.view.scale * zoom),
    { ...box, top: box.top + INSET_TITLE },
  );
  const ground = landParts(
    {
      land: [borders.map(mapped)],
      toldLand: [],
      pieceLook: 'tint',
      pieces: pieces.map(({ unit, within }) => ({ unit: mapped(unit), within: mapped(within) })),
      minor: minor.map(mapped),
      borders: borders.map(mapped),
      former: [],
      place: null,
    },
    view,
    pageLook,
    id,
  );
  const names = namesInView({ units: borders.map(mapped), look: 'capitals' }, view, {
    circles: inset.laid,
    labels: inset.labels,
    insets: [],
    uncovered: [],
    key: null,
  });
  return [...ground, ...nameParts(names, pageLook)].join('');
}

/** The arcs of some units in an inset: those that are seen as fine as it shows, others from end to end. */
function groundView(
  { sheet }: Page,
  units: readonly UnitView[],
  seen: Box,
  place: (x: number, y: number) => Position,
  least: number,
  box: ViewOfLand['view']['box'],
): ViewOfLand {
  const arcs: Position[][] = [];
  for (const { rings } of units)
    for (const k of rings.flat()) {
      const arc = arcNumber(k);
      if (arcs[arc] !== undefined) continue;
      const line = sheet.arcs[arc]!;
      const flat = boxesMeet(sheet.boxes[arc]!, seen)
        ? thinLine(line, least)
        : [...line.slice(0, 2), ...line.slice(-2)];
      arcs[arc] = Array.from({ length: flat.length / 2 }, (_, i) => place(flat[2 * i]!, flat[2 * i + 1]!));
    }
  return { view: { place: ([x, y]) => place(x, y), box }, arcs, boxes: arcs.map(boxOfLine) };
}
