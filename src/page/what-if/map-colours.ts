/// <reference lib="dom" />
/**
 * The colours of the workbench's map, as the style sheet has them where an element stands.
 */
import { TINTS } from './tints.js';

export interface Colours {
  readonly ground: string;
  readonly ink: string;
  readonly halo: string;
  readonly border: string;
  readonly other: string;
  readonly fine: string;
  readonly nobody: string;
  readonly chosen: string;
  readonly chosenUnder: string;
  readonly tints: readonly string[];
}

/** The colours as they are now, in light or dark. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ground: of('sea'),
    ink: of('ink'),
    halo: of('halo'),
    border: of('layer-0'),
    other: of('place-line'),
    fine: of('hair'),
    nobody: of('land'),
    chosen: of('chosen'),
    chosenUnder: of('chosen-under'),
    tints: Array.from({ length: TINTS }, (_, tint) => of(`tint-${tint}`)),
  };
}
