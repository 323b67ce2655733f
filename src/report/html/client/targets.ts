/**
 * What can be chosen on the page, and its short text in attributes and data: `u:0:E54000027` a unit of the first
 * layer, `s:4` the fifth shape.
 */
import type { ShapeData } from './page-data.js';
import type { Box, PlaneLine } from './plane.js';

/** A unit of a layer, on the map plane. */
export interface UnitView {
  readonly layer: number;
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly rings: readonly (readonly number[])[];
  /** Arcs of the outer ring of its largest polygon. */
  readonly outer: readonly number[];
  readonly box: Box;
}

/** The shape of a row of a table, on the map plane. */
export interface ShapeView {
  readonly number: number;
  readonly data: ShapeData;
  readonly lines: readonly PlaneLine[];
  readonly box: Box;
}

/** A unit or a shape that was chosen. */
export type Target =
  { readonly kind: 'unit'; readonly unit: UnitView } | { readonly kind: 'shape'; readonly shape: ShapeView };

/** The target that a text means among the shapes and units of the page; null for none. */
export function parseTarget(
  text: string,
  shapes: readonly ShapeView[],
  unitOf: (layer: number, code: string) => UnitView | undefined,
): Target | null {
  const [kind, number, ...code] = text.split(':');
  if (kind === 's') {
    const shape = shapes[Number(number)];
    return shape === undefined ? null : { kind: 'shape', shape };
  }
  const unit = kind === 'u' ? unitOf(Number(number), code.join(':')) : undefined;
  return unit === undefined ? null : { kind: 'unit', unit };
}

/** The text of a target. */
export const targetText = (target: Target): string =>
  target.kind === 'unit' ? `u:${target.unit.layer}:${target.unit.code}` : `s:${target.shape.number}`;

/** What a target is called. */
export const targetName = (target: Target): string =>
  target.kind === 'unit' ? target.unit.name : target.shape.data.title;

/** Whether both are the same unit or the same shape. */
export const sameTarget = (p: Target, q: Target): boolean =>
  p.kind === 'unit' ? q.kind === 'unit' && p.unit === q.unit : q.kind === 'shape' && p.shape === q.shape;

/** The box of a target on the map plane. */
export const targetBox = (target: Target): Box =>
  target.kind === 'unit' ? target.unit.box : target.shape.box;
