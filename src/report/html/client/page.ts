/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * What the parts of the page's script share: the data, what it shows, and what was chosen.
 */
import type { Sheet } from './decode-map.js';
import type { PairList } from './find-partners.js';
import type { PageData } from './page-data.js';
import type { Box } from './plane.js';
import type { Target, UnitView } from './targets.js';

/** Where a choice came from; the map does not move for one made on it. */
export type Mover = 'map' | 'search' | 'table' | 'card' | 'chart';

/** The map as it is drawn, for the parts of the script that move it, name its units and choose on it. */
export interface MapView {
  readonly frame: HTMLElement;
  readonly svg: SVGSVGElement;
  /** The middle of the view in kilometres, pixels a kilometre, and its size in pixels. */
  readonly view: View;
  /** Shows the view after it was changed. */
  readonly update: () => void;
  /** Whether a box lies in or near the view. */
  readonly touches: (box: Box) => boolean;
  readonly isShared: (unit: UnitView) => boolean;
  readonly isShown: (layer: number) => boolean;
  readonly hover: (target: Target | null) => void;
  /** What each switch turns on and off. */
  readonly parts: Record<string, readonly Element[]>;
  /** Called when the map has come to rest. */
  readonly onRest: (() => void)[];
}

/** The middle in kilometres, pixels a kilometre, width and height in pixels. */
export interface View {
  x: number;
  y: number;
  scale: number;
  width: number;
  height: number;
}

/** The page with its data; parts of the script add the map, and the way to a row. */
export interface Page {
  readonly data: PageData;
  readonly sheet: Sheet;
  /** The cells of a table by its number, as text of the CSV file, without the headings. */
  readonly cells: (table: number) => readonly (readonly string[])[];
  /** Pairs of units that overlap. */
  readonly pairs: () => readonly PairList[];
  readonly unitOf: (layer: number, code: string) => UnitView | undefined;
  readonly targetOf: (text: string) => Target | null;
  /** Null on a page without a map. */
  map: MapView | null;
  chosen: Target | null;
  /** Called when something was chosen, or nothing any more. */
  readonly onChoose: ((target: Target | null, mover: Mover) => void)[];
  readonly choose: (target: Target | null, mover: Mover) => void;
  /** Tells readers of the screen what happened. */
  readonly say: (text: string) => void;
  /** Opens a table at its row and goes there. */
  goToRow: (table: number, row: number) => void;
}
