/**
 * What the map does not draw, said beside it: units outside the other layers, a layer of too many borders, pieces that
 * would make the page too large.
 */
import { wholeText } from '../../trouble/count-text.js';
import type { Result } from '../../result/result.js';
import { escapeHtml } from './escape.js';
import { layerWords } from '../../result/layer-words.js';
import type { PageContent } from './page-content.js';

/** A paragraph of HTML, or '' where everything is drawn. */
export function mapNotes(result: Result, { shapes, pieces }: PageContent): string {
  const ofLayers = (result.map?.layers ?? []).flatMap(({ id, outOfSight, tooDense, units }) => {
    const { many, one } = layerWords(
      result.layers.find((layer) => layer.id === id)!,
      result,
    );
    const called = (count: number): string => `${wholeText(count)} ${count === 1 ? one : many}`;
    if (tooDense === true)
      return [`The ${called(units.length)} have more borders than a page holds and are not drawn.`];
    const others = result.layers.length > 2 ? 'the other layers' : 'the other layer';
    return outOfSight === undefined
      ? []
      : [`${called(outOfSight)} outside ${others} ${outOfSight === 1 ? 'is' : 'are'} not drawn.`];
  });
  const ofPieces =
    shapes.length < pieces
      ? [
          `${shapes.length === 0 ? `None of the ${wholeText(pieces)} pieces is` : `The largest ${wholeText(shapes.length)} of ${wholeText(pieces)} pieces are`} drawn, to keep the page small; --full-page draws all.`,
        ]
      : [];
  const said = [...ofLayers, ...ofPieces].join(' ');
  return said === '' ? '' : `<p class="map-notes">${escapeHtml(said)}</p>`;
}
