/**
 * From what is asked to a workbench of it: moves between the units of the first layer, or neighbourhoods drawn from small
 * areas, with the layers, people and settings that a report would take.
 */
import type { FileChange } from '../../index.js';
import type { WorkbenchWanted } from '../messages.js';
import type { Asking } from './asking.js';
import type { AtHand } from './at-hand.js';
import { chosenLayers, sourcesOf, wishesOf } from './request-of.js';

/** The workbench; null where nothing is chosen, or no small areas are at hand to draw with. */
export function workbenchOf(
  kind: WorkbenchWanted['kind'],
  asking: Asking,
  hand: AtHand,
  changes: Readonly<Record<string, FileChange>>,
): WorkbenchWanted | null {
  const chosen = chosenLayers(asking, hand);
  const [first, ...others] = sourcesOf(chosen);
  if (first === undefined) return null;
  // A proposal is held against the state of now, not against a saved result.
  const wishes = wishesOf({ ...asking, baseline: null }, hand, chosen, [first, ...others], changes);
  if (kind === 'moves') return { kind, request: { layer: first, against: others, ...wishes } };
  const areas = hand.blocks.find(({ file }) => file === asking.blocks) ?? hand.blocks[0];
  if (areas === undefined) return null;
  const { path, inner } = areas;
  // Neighbourhoods that are there already are no frame for new ones.
  const [within, ...also] =
    others.length === 0 ? [first] : asking.question === 'coverage' ? others : [...others, first];
  return {
    kind,
    request: {
      within: within!,
      also,
      ...wishes,
      ...(asking.bands === null ? {} : { bands: asking.bands }),
      blocks: { path, ...(inner === undefined ? {} : { inner }) },
    },
  };
}
