/**
 * Labels of circles: beside them where it is free, else in the nearer margin column, else in the other; one that fits nowhere is left out.
 */
import { placeBeside, type Arena, type LaidLabel, type WantedLabel } from './place-beside.js';
import { placeColumn, type Side } from './place-columns.js';

/** The labels that find a place; `wanted` is in the order of ranks. No two lie on one another, no leader meets another. */
export function placeLabels(wanted: readonly WantedLabel[], arena: Arena): LaidLabel[] {
  const laid: LaidLabel[] = [];
  const left: WantedLabel[] = [];
  for (const label of wanted) {
    const beside = placeBeside(label, arena, laid);
    if (beside === null) left.push(label);
    else laid.push(beside);
  }
  const widest = Math.max(0, ...left.map((label) => label.right.width));
  const middle = (arena.frame.left + arena.frame.right) / 2;
  const nearer = ({ disc }: WantedLabel): Side => (disc.x < middle ? 'left' : 'right');
  const add = (side: Side, labels: readonly WantedLabel[]): void => {
    laid.push(...placeColumn(side, widest, labels, arena, laid));
  };
  const missing = (labels: readonly WantedLabel[]): WantedLabel[] =>
    labels.filter(({ circle }) => laid.every((label) => label.circle !== circle));
  for (const side of ['left', 'right'] as const)
    add(
      side,
      left.filter((label) => nearer(label) === side),
    );
  // One by one, so that what is there stays: a column of its own beside the labels that are in it already.
  for (const label of missing(left)) add(nearer(label) === 'left' ? 'right' : 'left', [label]);
  for (const label of missing(left)) add(nearer(label), [label]);
  return laid;
}
