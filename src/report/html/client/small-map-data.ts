/**
 * What a small map shall show, as its frame says it to the script.
 */

import type { FileMark } from '../../map/people-map/file-marks.js';

/** Number of a layer, code of a unit and its name. */
export type UnitKey = readonly [number, string, string];

/** People of a unit outside its main partner; where no place is known, in the middle of a unit of now. */
export interface ProposalCircle {
  readonly amount: number;
  readonly figure: string;
  readonly at: readonly [longitude: number, latitude: number] | null;
  readonly within: string;
}

/** A piece that moved; new units made of old ones, with a layer's borders; a layer with marks. */
export type SmallMapData =
  | { readonly kind: 'move'; readonly number: number; readonly from: UnitKey; readonly to: UnitKey }
  | {
      readonly kind: 'proposal';
      readonly layer: number;
      /** Units that any proposal touches: what the map is fitted to. */
      readonly about: readonly string[];
      /** What they become, by name; those of no group stay as they are. */
      readonly groups: readonly { readonly name: string; readonly codes: readonly string[] }[];
      /** Land outside the main partner: codes of units that make one up, number of the other layer, its unit. */
      readonly outside: readonly (readonly [codes: readonly string[], layer: number, partner: string])[];
      /** People outside it: circles by area, as one map has them beside another. */
      readonly circles: readonly ProposalCircle[];
      /** The largest amount of a circle on any of the maps. */
      readonly most: number;
      /** Layer whose borders are drawn over them; -1 for none. */
      readonly borders: number;
    }
  | {
      readonly kind: 'file';
      readonly layer: number;
      readonly marks: readonly FileMark[];
    };
