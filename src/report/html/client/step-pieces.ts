/**
 * Keys on a map of people: arrows go from piece to piece by rank, Enter opens the card of the one they came to.
 */
import type { MapEngine } from './map-engine.js';
import type { Page } from './page.js';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** What the circles of a map offer to the keyboard. */
export interface Pieces {
  readonly count: number;
  /** Lights a piece by its rank. */
  readonly light: (rank: number) => void;
  readonly choose: (rank: number) => void;
  /** Where it lies on the plane, and what is said of it. */
  readonly placeOf: (rank: number) => readonly [number, number];
  readonly textOf: (rank: number) => string;
}

/** Sets up the keys; before the map's own, which move it and choose what lies at its middle. */
export function stepPieces(
  page: Page,
  map: MapEngine,
  { count, light, choose, placeOf, textOf }: Pieces,
): void {
  let current = -1;
  const { svg, view } = map;
  const isSeen = ([x, y]: readonly [number, number]): boolean => {
    const [left, top] = map.toFrame(x, y);
    return left > 0 && top > 0 && left < view.width && top < view.height;
  };
  svg.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== svg || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const step = STEPS[event.key];
      const opens = (event.key === 'Enter' || event.key === ' ') && current >= 0;
      if (step === undefined && !opens) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (step === undefined) return choose(current);
      current = current < 0 ? (step > 0 ? 0 : count - 1) : (current + step + count) % count;
      light(current);
      const place = placeOf(current);
      if (!isSeen(place)) map.goTo({ x: place[0], y: place[1] });
      page.say(`${current + 1} of ${count}: ${textOf(current)}`);
    },
    { capture: true },
  );
}
