/**
 * What the key of a map says beside its circles, by what the map shows.
 */
import { layerWords } from '../../../result/layer-words.js';
import type { Result } from '../../../result/result.js';
import type { StoryMap } from '../../../story/story.js';
import { withArticle } from '../../../trouble/count-text.js';
import type { KeyRow } from './place-key.js';
import { isHectares } from './sum-text.js';
import type { Subject } from './subject.js';

/** What else than circles and borders is drawn. */
export interface Drawn {
  readonly gaps: boolean;
  readonly doubles: boolean;
  readonly former: boolean;
}

/** The rows of the key in their order. */
export function keyRows(
  result: Result,
  story: StoryMap | null,
  { borders, told, place }: Subject,
  drawn: Drawn,
): KeyRow[] {
  const wordOf = (id: string | undefined): string => {
    const layer = result.layers.find((each) => each.id === id);
    return layer === undefined ? 'unit' : layerWords(layer, result).short;
  };
  const border = wordOf(borders?.id);
  const circles = story?.circles ?? [];
  const isCompared = result.command === 'compare';
  const isCover = result.command === 'coverage';
  const after = isCompared ? vintageOf(result, borders?.id) : '';
  const hasOutside = circles.some(({ partner }) => partner !== null) && !isCompared;
  const isLand = circles.some(({ figure }) => isHectares(figure));
  const rows: (KeyRow | false)[] = [
    isCover && { sample: 'unit', words: wordOf(told?.id) },
    drawn.gaps && { sample: 'gap', words: `land in no ${wordOf(told?.id)}` },
    drawn.doubles && { sample: 'double', words: 'land in two or more' },
    place !== null && { sample: 'place', words: place.name },
    (borders?.units.length ?? 0) > 1 && {
      sample: 'border',
      words: `border of ${withArticle(border)}${after}`,
    },
    drawn.former && { sample: 'former', words: `former border${vintageOf(result, told?.id)}` },
    hasOutside && { sample: 'piece', words: `land outside the main ${border}` },
    hasOutside &&
      place === null && {
        sample: 'arrow',
        words: `the ${border} that ${isLand ? 'this land is' : 'these people are'} in`,
      },
    isCompared && circles.length > 0 && { sample: 'moved', words: 'moved' },
  ];
  return rows.filter((row) => row !== false);
}

const vintageOf = ({ layers }: Result, id: string | undefined): string => {
  const vintage = layers.find((layer) => layer.id === id)?.vintage ?? null;
  return vintage === null ? '' : `, ${vintage}`;
};
