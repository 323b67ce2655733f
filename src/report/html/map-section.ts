/**
 * The map with its switches, search and card. The script draws it; without one the tables say the same.
 */
import type { Result } from '../../result/result.js';
import { counted, wholeText } from '../../trouble/count-text.js';
import { drawnShapes } from '../drawn-shapes.js';
import { escapeHtml } from './escape.js';
import { areMoments, layerStyles } from './layer-styles.js';
import { layerWords } from '../../result/layer-words.js';
import type { Split } from '../../story/splits.js';

/** The map as HTML, or '' where there is nothing to draw. */
export function mapSection(result: Result, splits: readonly Split[]): string {
  if (result.map === undefined && (result.shapes ?? []).length === 0) return '';
  return `<section aria-labelledby="map-heading" class="map-section">
<h2 id="map-heading">Map</h2>
<p id="map-alt">${escapeHtml(alternative(result, splits))}</p>
<noscript><p>The map is drawn by a script, which this reader does not run. The tables below hold every figure.</p></noscript>
<div class="map-grid">
<div class="map-tools">
${searchField()}
${switches(result, splits)}
</div>
${frame(result)}
<aside id="card" aria-label="What was chosen on the map">${emptyCard(splits, result)}</aside>
</div>
</section>`;
}

function alternative(result: Result, splits: readonly Split[]): string {
  const layers = (result.map?.layers ?? []).map(
    ({ id }) =>
      layerWords(
        result.layers.find((layer) => layer.id === id)!,
        result,
      ).many,
  );
  const shared = splits.flatMap(({ b, units }) =>
    units.length === 0
      ? []
      : [
          units.length === 1
            ? `the one shared ${layerWords(b, result).one} is hatched`
            : `the ${wholeText(units.length)} shared ${layerWords(b, result).many} are hatched`,
        ],
  );
  const shapes = drawnShapes(result);
  const cover = COVER.map(([word, of]) => ({
    word,
    count: shapes.filter(({ table }) => of.test(table)).length,
  })).filter(({ count }) => count > 0);
  const inCover = cover.reduce((sum, { count }) => sum + count, 0);
  const lines = shapes.filter(({ geometry }) => geometry.type === 'LineString').length;
  const areas = shapes.length - lines - inCover;
  const parts = [
    ...shared,
    ...(inCover > 0
      ? [
          `${cover.map(({ word, count }) => counted(count, word)).join(' and ')} ${inCover === 1 ? 'is' : 'are'} cross-hatched`,
        ]
      : []),
    ...(areas > 0 ? [`${wholeText(areas)} pieces that do not line up are cross-hatched`] : []),
    ...(lines > 0 ? [`${wholeText(lines)} stretches of deviating border are drawn as broken lines`] : []),
  ];
  const said = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  return `A map of ${layers.length === 0 ? 'the pieces listed below' : layers.join(' and ')}${said}. All that it shows is in the tables below it; names in the tables lead back to the map.`;
}

/** Pieces of a coverage report, by the tables they are rows of. */
const COVER = [
  ['gap', /^gaps(_|$)/],
  ['double cover', /^doubles(_|$)/],
] as const;

const searchField = (): string => `<div class="search">
<label for="search">Find by name or code</label>
<input id="search" type="text" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="search-list" autocomplete="off" spellcheck="false">
<ul id="search-list" role="listbox" aria-label="Found" hidden></ul>
</div>`;

function switches(result: Result, splits: readonly Split[]): string {
  const shapes = drawnShapes(result);
  const one = (name: string, text: string, swatch: string): string =>
    `<label class="switch"><input type="checkbox" data-switch="${name}" checked> <svg class="swatch" viewBox="0 0 28 16" aria-hidden="true" focusable="false">${swatch}</svg> <span>${escapeHtml(text)}</span></label>`;
  const styles = layerStyles(result);
  const layers = (result.map?.layers ?? []).map(({ id, units }, l) => {
    const words = layerWords(
      result.layers.find((layer) => layer.id === id)!,
      result,
    );
    const text = `${wholeText(units.length)} ${units.length === 1 ? words.one : words.many}`;
    return one(`layer-${l}`, text, `<path class="lines-${styles[l]}" d="M1 8H27"/>`);
  });
  const named = splits.some(({ units }) => units.length > 0)
    ? [
        one(
          'shared',
          `shared ${layerWords(splits[0]!.b, result).many}`,
          '<rect class="key-shared" x="1" y="1" width="26" height="14"/>',
        ),
      ]
    : [];
  const areas = shapes.some(({ geometry }) => geometry.type !== 'LineString')
    ? [
        one(
          'areas',
          areasText(result.command),
          '<rect class="patch key-patch" x="1" y="1" width="26" height="14"/>',
        ),
      ]
    : [];
  const lines = shapes.some(({ geometry }) => geometry.type === 'LineString')
    ? [one('stretches', 'deviating border', '<path class="stretch" d="M1 8H27"/>')]
    : [];
  const names = one('names', 'names', '<text class="name" x="14" y="12">Aa</text>');
  return `${moments(result)}<fieldset class="switches${areMoments(result) ? ' moments' : ''}"><legend>Shown</legend>
${[...layers, ...named, ...areas, ...lines, names].join('\n')}
</fieldset>`;
}

const areasText = (command: string): string =>
  ({ align: 'misaligned pieces', coverage: 'gaps and double cover' })[command] ?? 'pieces listed below';

/** Before, after or both, where the first two layers are two moments of one map. */
function moments(result: Result): string {
  if (!areMoments(result)) return '';
  const radio = (value: string, text: string, checked: boolean): string =>
    `<label class="switch"><input type="radio" name="moment" value="${value}"${checked ? ' checked' : ''}> ${text}</label>`;
  return `<fieldset class="switches"><legend>Moment</legend>
${radio('before', 'before', false)}${radio('after', 'after', false)}${radio('both', 'both', true)}
</fieldset>`;
}

const BUTTONS: readonly (readonly [string, string, string])[] = [
  ['in', '+', 'Zoom in'],
  ['out', '−', 'Zoom out'],
  ['all', '⤢', 'Whole map'],
  ['north', '↑', 'Move north'],
  ['west', '←', 'Move west'],
  ['east', '→', 'Move east'],
  ['south', '↓', 'Move south'],
];

/** A pattern for the map, where the script keeps it at one size on the screen, or for the key. */
function pattern(id: string, size: number, name: string, path: string, moves: boolean): string {
  const turn = moves ? 'data-turn="rotate(45)"' : 'patternTransform="rotate(45)"';
  return `<pattern id="${id}" ${turn} width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect class="${name}-ground" width="${size}" height="${size}"/><path class="${name}-line" d="${path}"/></pattern>`;
}

function frame(result: Result): string {
  const buttons = BUTTONS.map(
    ([move, sign, name]) =>
      `<button type="button" data-move="${move}" class="move-${move}" aria-label="${name}" title="${name}">${sign}</button>`,
  ).join('');
  return `<div id="map-frame">
<svg${areMoments(result) ? ' class="moments"' : ''} tabindex="0" role="application" aria-roledescription="map" aria-labelledby="map-heading" aria-describedby="map-alt map-keys" viewBox="0 0 600 600">
<defs>
${pattern('hatch', 8, 'shared', 'M4 0V8', true)}${pattern('key-hatch', 8, 'shared', 'M4 0V8', false)}
${pattern('cross-hatch', 6, 'patch', 'M0 3H6M3 0V6', true)}${pattern('key-cross-hatch', 6, 'patch', 'M0 3H6M3 0V6', false)}
</defs>
<g id="sheet"></g>
<g id="names" aria-hidden="true"></g>
</svg>
<div class="map-buttons" role="group" aria-label="Move the map">${buttons}</div>
<div class="map-cross" aria-hidden="true"></div>
<p class="map-scale" aria-hidden="true"><span id="scale-bar"></span><span id="scale-text"></span></p>
<p id="wheel-hint" hidden>Click the map first, or hold Ctrl, to zoom with the wheel</p>
<p id="map-keys" class="for-readers">Arrow keys move the map, plus and minus zoom, 0 shows the whole map, Enter chooses what lies at its middle, Escape closes the card. The search field finds every unit by name.</p>
</div>`;
}

function emptyCard(splits: readonly Split[], result: Result): string {
  const lists = splits
    .filter(({ units }) => units.length > 0)
    .map(({ a, b, units }) => {
      const layer = (result.map?.layers ?? []).findIndex(({ id }) => id === b.id);
      const [mine, other] = [layerWords(b, result), layerWords(a, result)];
      const items = units
        .slice(0, 60)
        .map(
          ({ code, name }) =>
            `<li><span data-choose="u:${layer}:${escapeHtml(code)}">${escapeHtml(name)}</span></li>`,
        );
      return `<h4>${escapeHtml(`${mine.many.charAt(0).toUpperCase()}${mine.many.slice(1)} shared between ${other.many}`)}</h4>\n<ul>${items.join('')}</ul>`;
    });
  return `<h3>Choose an area</h3>
<p>Click the map, or type a name. From the keyboard: go to the map, move it with the arrow keys and press Enter to choose what lies under the cross.</p>
${lists.join('\n')}`;
}
