/**
 * Labels of circles: beside them where it is free, else in the nearer margin column, else in the other, else
 * beside them over land; one that fits nowhere is left out.
 */
import { placeBeside, stillFits, type Arena, type LaidLabel, type WantedLabel } from './place-beside.js';
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
  for (const label of missing(left)) {
    const beside = placeBeside(label, { ...arena, overLand: true }, laid);
    if (beside !== null) laid.push(beside);
  }
  return laid;
}

/** Labels with the longer text of their circle where that has room too, the first ranks first. */
export function lengthenLabels(
  labels: readonly LaidLabel[],
  wanted: readonly WantedLabel[],
  arena: Arena,
): LaidLabel[] {
  const found = [...labels];
  for (const { circle, disc, left, right } of wanted) {
    const i = found.findIndex((label) => label.circle === circle);
    const label = found[i];
    if (label === undefined) continue;
    const block = label.box.right <= disc.x ? left : right;
    const wider = block.width - label.block.width;
    const { box, align } = label;
    const longer: LaidLabel = {
      ...label,
      block,
      box: {
        left: box.left - wider * { left: 0, right: 1, middle: 0.5 }[align],
        right: box.right + wider * { left: 1, right: 0, middle: 0.5 }[align],
        top: box.top,
        bottom: box.top + block.height,
      },
    };
    const others = found.filter((_, j) => j !== i);
    if (stillFits(longer, arena, others)) found[i] = longer;
  }
  return found;
}
