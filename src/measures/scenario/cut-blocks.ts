/**
 * Blocks that a proposal cuts: their people are shared between units, and that is said.
 */
import { unitWord } from '../../layer/unit-words.js';
import type { Layer } from '../../layer/layer.js';
import { wholeText, spaced } from '../../trouble/count-text.js';
import type { Trial } from './outcome.js';

/** Shares of a block below this are slivers of its edge, not a cut. */
const CUT = 0.02;

/** One sentence for each scenario that cuts blocks which the layer as it is does not. */
export function cutBlocks({ crossing, outcomes }: Trial, blocks: readonly Layer[]): string[] {
  const { sheet } = crossing;
  const placed = sheet?.measures[0];
  if (sheet === null || placed === undefined || placed.ofCells === true || blocks.length === 0) return [];
  const cutBy = (ofFace: Int32Array): Set<number> => {
    const { start, face, share } = placed.shares;
    const found = new Set<number>();
    for (let b = 0; b < placed.shares.blocks; b++) {
      const shares = new Map<number, number>();
      for (let i = start[b]!; i < start[b + 1]!; i++) {
        const set = ofFace[face[i]!]!;
        shares.set(set, (shares.get(set) ?? 0) + share[i]!);
      }
      if ([...shares.values()].filter((each) => each >= CUT).length > 1) found.add(b);
    }
    return found;
  };
  const before = cutBy(sheet.arrangement.labels[sheet.positionOf(crossing.layers[0]!)]!.ofFace);
  return outcomes.flatMap(({ scenario, version }) => {
    const after = cutBy(version.sheet!.arrangement.labels.at(-1)!.ofFace);
    const cut = [...after].filter((b) => !before.has(b)).length;
    return cut === 0
      ? []
      : [
          `${spaced(scenario.name)} cuts ${wholeText(cut)} ${unitWord(blocks[0]!, cut)}: its pieces were laid over them on the sheet, and their people are shared by area.`,
        ];
  });
}
