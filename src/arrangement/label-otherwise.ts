/**
 * Labels of a layer whose features are given to other units, on the faces that are there: nothing is laid out again.
 *
 *     features │1│2│3│4│        in units  │a│a│ │b│        labels  a a · b
 *
 * They are what the layer would have if it were drawn with these units from the beginning: a feature in no unit has no
 * outlines then.
 */
import type { Arrangement } from './arrangement.js';
import type { LandLayer } from './land-layer.js';
import { unitsOfOutlines, type Labelling } from './labels.js';
import { outlinesOnFaces, type OutlinesOnFaces } from './outlines-on-faces.js';
import { drawingOf } from './readings.js';
import { SetTable } from './set-table.js';

/** Makes what labels the layer at a position anew; it takes that layer with other units of its features. */
export function labelOtherwise(arrangement: Arrangement, position: number): (layer: LandLayer) => Labelling {
  const { edges, faces } = arrangement;
  const around = outlinesOnFaces(edges, faces)[position]!;
  return (layer) => {
    const drawing = drawingOf(layer, edges.outlines, position);
    const isThere = (outline: number): boolean => layer.featureUnit[drawing.feature[outline]!]! >= 0;
    return unitsOfOutlines(layer, drawing, onlySome(around, isThere), arrangement);
  };
}

/** The outlines around each face that are there. */
function onlySome({ sets, ofFace }: OutlinesOnFaces, isThere: (outline: number) => boolean): OutlinesOnFaces {
  const left = new SetTable(sets.singles);
  const known = new Map<number, number>();
  return {
    sets: left,
    ofFace: ofFace.map((set) => {
      if (set < sets.singles) return set < 0 || isThere(set) ? set : -1;
      let number = known.get(set);
      if (number === undefined) known.set(set, (number = left.number(sets.members(set).filter(isThere))));
      return number;
    }),
  };
}
