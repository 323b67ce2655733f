/**
 * The map in its frame, with its key, its switches and what is said at its foot. The script draws it; without one a
 * picture stands in its place.
 */
import { shapesOfMaps } from '../drawn-shapes.js';
import type { Result } from '../../result/result.js';
import type { Story } from '../../story/story.js';
import { counted, wholeText, withArticle } from '../../trouble/count-text.js';
import { prose } from './components/prose.js';
import { escapeHtml } from './escape.js';
import { dotData } from './dot-data.js';
import { areMoments, layerStyles } from './layer-styles.js';
import { mapNotes } from './map-notes.js';
import type { PageContent } from './page-content.js';
import { staticPicture } from './static-picture.js';
import { layerWords } from '../../result/layer-words.js';
import type { Split } from '../../story/splits.js';

/** The map as HTML, or '' where there is nothing to draw. */
export function mapSection(
  result: Result,
  splits: readonly Split[],
  story: Story,
  content: PageContent,
): string {
  const notes = story.footnotes.map((text) => `<p class="footnote">${prose(text)}</p>`).join('\n');
  if (!hasMap(result, story)) return notes === '' ? '' : `<div class="footnotes">${notes}</div>`;
  return `<section aria-labelledby="map-heading" class="map-section">
<h2 id="map-heading"${story.answer?.kind === 'matrix' ? '' : ' class="for-readers"'}>${prose(story.map?.title ?? 'Map')}</h2>
<p id="map-alt" class="for-readers">${escapeHtml(alternative(result, splits, content))}</p>
${picture(result, story)}
${frame(result, story)}
<details class="map-parts"><summary>What the map shows</summary>
${switches(result, splits, content, story)}
${mapNotes(result, content)}
</details>
${notes}
</section>`;
}

/** Whether the page has one map; of files that lie anywhere each has its own. */
export const hasMap = (result: Result, { answer }: Story): boolean =>
  answer?.kind !== 'findings' && (result.map !== undefined || shapesOfMaps(result).length > 0);

/** What stands in the place of the map for readers without a script. */
function picture(result: Result, story: Story): string {
  const drawn = staticPicture(result, story);
  return drawn === ''
    ? '<noscript><p>The map is drawn by a script, which this reader does not run. The tables below hold every figure.</p></noscript>'
    : `<noscript id="picture">${drawn}</noscript>`;
}

/** The key inside the frame: what the map tells, and the lines that it draws. */
function key(result: Result, { map }: Story): string {
  const styles = layerStyles(result, map);
  const lines = (result.map?.layers ?? []).flatMap(({ id }, l) => {
    const words = layerWords(
      result.layers.find((layer) => layer.id === id)!,
      result,
    );
    return styles[l]! > 1
      ? []
      : [
          `<li><svg class="swatch" viewBox="0 0 28 16" aria-hidden="true" focusable="false"><path class="lines-${styles[l]}" d="M1 8H27"/></svg> border of ${escapeHtml(withArticle(words.short))}</li>`,
        ];
  });
  const title =
    map === null || map.counts === '' || map.circles.length === 0 ? '' : `<p>${prose(map.counts)}</p>`;
  return `<div id="map-key">${title}<ul>${lines.join('')}</ul></div>`;
}

function alternative(result: Result, splits: readonly Split[], { shapes }: PageContent): string {
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
            ? `the one shared ${b.one} is hatched`
            : `the ${wholeText(units.length)} shared ${b.many} are hatched`,
        ],
  );
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

function switches(
  result: Result,
  splits: readonly Split[],
  { shapes }: PageContent,
  { map: told }: Story,
): string {
  const one = (name: string, text: string, swatch: string, isOn = true): string =>
    `<label class="switch"><input type="checkbox" data-switch="${name}"${isOn ? ' checked' : ''}> <svg class="swatch" viewBox="0 0 28 16" aria-hidden="true" focusable="false">${swatch}</svg> <span>${escapeHtml(text)}</span></label>`;
  const styles = layerStyles(result, told);
  const layers = (result.map?.layers ?? []).map(({ id, units }, l) => {
    const words = result.layers.find((layer) => layer.id === id)!;
    const text = `${wholeText(units.length)} ${units.length === 1 ? words.one : words.many}`;
    const isOn =
      areMoments(result) || !told?.borders || !told.subject || id === told.borders || id === told.subject;
    return one(`layer-${l}`, text, `<path class="lines-${styles[l]}" d="M1 8H27"/>`, isOn);
  });
  const named = splits.some(({ units }) => units.length > 0)
    ? [
        one(
          'shared',
          `shared ${splits[0]!.b.many}`,
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
  const dots =
    dotData(result, 1) === null
      ? []
      : [one('dots', 'people as dots, in closer views', '<circle class="map-dot" cx="14" cy="8" r="3"/>')];
  const names = one('names', 'names', '<text class="name" x="14" y="12">Aa</text>');
  return `${moments(result)}<fieldset class="${`switches ${momentsClass(result)}`.trim()}"><legend>Shown</legend>
${[...layers, ...named, ...areas, ...lines, ...dots, names].join('\n')}
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

/** What lines of two moments are styled by: of proposals the borders of the other layer are the strongest. */
const momentsClass = (result: Result): string =>
  areMoments(result) ? (result.command === 'scenario' ? 'moments proposals' : 'moments') : '';

const BUTTONS: readonly (readonly [string, string, string])[] = [
  ['in', '+', 'Zoom in'],
  ['out', '−', 'Zoom out'],
  ['all', '⤢', 'Whole map'],
  ['north', '↑', 'Move north'],
  ['west', '←', 'Move west'],
  ['east', '→', 'Move east'],
  ['south', '↓', 'Move south'],
];

/** A pattern for the key. */
function pattern(id: string, size: number, name: string, path: string): string {
  return `<pattern id="${id}" patternTransform="rotate(45)" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect class="${name}-ground" width="${size}" height="${size}"/><path class="${name}-line" d="${path}"/></pattern>`;
}

/** What arrow keys and Enter do on a map with circles and on one without. */
const keysText = ({ map }: Story): string =>
  map === null || map.circles.length === 0
    ? 'Arrow keys move the map, Enter chooses what lies at its middle'
    : 'Arrow keys go from piece to piece by rank, Enter opens the card of a piece';

function frame(result: Result, story: Story): string {
  const buttons = BUTTONS.map(
    ([move, sign, name]) =>
      `<button type="button" data-move="${move}" class="move-${move}" aria-label="${name}" title="${name}">${sign}</button>`,
  ).join('');
  return `<div id="map-frame">
<svg${momentsClass(result) === '' ? '' : ` class="${momentsClass(result)}"`} tabindex="0" role="application" aria-roledescription="map" aria-labelledby="map-heading" aria-describedby="map-alt map-keys" viewBox="0 0 600 600">
<defs>
${pattern('key-hatch', 8, 'shared', 'M4 0V8')}
${pattern('key-cross-hatch', 6, 'patch', 'M0 3H6M3 0V6')}
${pattern('key-gap', 6, 'gap', 'M3 0V6')}
${pattern('key-double', 5, 'double', 'M0 2.5H5M2.5 0V5')}
</defs>
<g id="sheet"></g>
<g id="names" aria-hidden="true"></g>
</svg>
${key(result, story)}
<div class="map-buttons" role="group" aria-label="Move the map">${buttons}</div>
<div class="map-cross" aria-hidden="true"></div>
<p class="map-scale" aria-hidden="true"><span id="scale-bar"></span><span id="scale-text"></span></p>
${dotData(result, 1) === null ? '' : '<p class="dot-key" hidden><svg class="swatch" viewBox="0 0 8 8" aria-hidden="true" focusable="false"><circle class="map-dot" cx="4" cy="4" r="2.5"/></svg> <span class="dot-words"></span></p>\n'}<p id="wheel-hint" hidden>Click the map first, or hold Ctrl, to zoom with the wheel</p>
<p id="map-keys" class="for-readers">${keysText(story)}, plus and minus zoom, 0 shows the whole map, Escape closes the card. The search field finds every unit by name.</p>
</div>`;
}
