/**
 * Whether a saved map can be drawn: every arc whole steps, every ring of arcs that are there.
 */
import type { MapRecord } from './map-record.js';

type Unchecked = Readonly<Record<string, unknown>>;

/** True for a map that is sound, its pairs apart. */
export function isDrawing(map: Unchecked): map is Unchecked & Omit<MapRecord, 'pairs'> {
  const { step, west, south, arcs, layers, pieces, dots } = map;
  if (![step, west, south].every(isFigure)) return false;
  if (!isListOf(arcs, isArc)) return false;
  const hasArc = (arc: unknown): boolean =>
    Number.isInteger(arc) && ((arc as number) < 0 ? ~(arc as number) : (arc as number)) < arcs.length;
  const isRing = (ring: unknown): boolean => isListOf(ring, hasArc);
  const isUnit = (unit: unknown): boolean =>
    isRecord(unit) &&
    typeof unit['code'] === 'string' &&
    typeof unit['name'] === 'string' &&
    isListOf(unit['polygons'], (rings) => isListOf(rings, isRing));
  if (pieces !== undefined && !isListOf(pieces, isPiece)) return false;
  if (dots !== undefined && !areDots(dots)) return false;
  return isListOf(
    layers,
    (layer) => isRecord(layer) && typeof layer['id'] === 'string' && isListOf(layer['units'], isUnit),
  );
}

const isPiece = (piece: unknown): boolean =>
  isRecord(piece) &&
  isTuple(piece['layers'], 2, isText) &&
  isTuple(piece['codes'], 2, isText) &&
  isFigure(piece['longitude']) &&
  isFigure(piece['latitude']) &&
  isTuple(piece['box'], 4, isFigure);

const areDots = (dots: unknown): boolean =>
  isRecord(dots) &&
  isText(dots['measure']) &&
  [dots['each'], dots['step'], dots['west'], dots['south']].every(isFigure) &&
  isListOf(dots['steps'], Number.isInteger) &&
  dots['steps'].length % 2 === 0;

const isText = (value: unknown): boolean => typeof value === 'string';
const isFigure = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isTuple = (value: unknown, length: number, fits: (item: unknown) => boolean): boolean =>
  isListOf(value, fits) && value.length === length;

const isArc = (arc: unknown): boolean =>
  isListOf(arc, Number.isInteger) && arc.length >= 4 && arc.length % 2 === 0;

const isListOf = (value: unknown, fits: (item: unknown) => boolean): value is unknown[] =>
  Array.isArray(value) && value.every(fits);

const isRecord = (value: unknown): value is Unchecked =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
