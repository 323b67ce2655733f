/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * What the parts of the page's script share: the data, what it shows, and what was chosen.
 */
import type { Sheet } from './decode-map.js';
import type { PairList } from './find-partners.js';
import type { MapEngine } from './map-engine.js';
import type { Box as TextBox } from '../../map/people-map/boxes.js';
import type { PageData } from './page-data.js';
import type { Target, UnitView } from './targets.js';

/** Where a choice came from; the map does not move for one made on it. */
export type Mover = 'map' | 'search' | 'table' | 'card' | 'link';

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
  map: MapEngine | null;
  chosen: Target | null;
  /** Boxes of the frame, in pixels, where texts over the map stand already. */
  taken: readonly TextBox[];
  /** Units, as targets, that a label over the map names. */
  named: ReadonlySet<string>;
  /** Called when something was chosen, or nothing any more. */
  readonly onChoose: ((target: Target | null, mover: Mover) => void)[];
  /** Called when the search leaves some targets, or (null) all. */
  readonly onFilter: ((left: ReadonlySet<string> | null) => void)[];
  readonly choose: (target: Target | null, mover: Mover) => void;
  /** Tells readers of the screen what happened. */
  readonly say: (text: string) => void;
  /** Opens a table at its row and goes there. */
  goToRow: (table: number, row: number) => void;
}
