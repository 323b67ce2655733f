/**
 * A place has a link: `#unit=E07000244&layer=ltla&map=52.19,1.48,60`, read when the page opens and when its reader goes
 * back, written when something is chosen and when the map has come to rest.
 *
 * `layer` tells units of one code apart; without it the first layer with the code is meant. `map` is the middle of the
 * view in degrees and its width in kilometres. A piece is linked by its table and row: `#piece=patches:3`. What names
 * nothing on the page is passed over.
 */
import type { Page } from './page.js';
import { sameTarget, type Target } from './targets.js';
import { placeOfView, viewOfPlace } from './view-place.js';

/** Keeps choice and link together. Call it last: a link may choose at once. */
export function linkPlace(page: Page): void {
  const hash = (): string => window.location.hash;
  let reading = false;
  const read = (): void => {
    const wanted = new URLSearchParams(hash().slice(1));
    const target = targetOf(page, wanted);
    openTable(hash());
    reading = true;
    const isSame = target !== null && page.chosen !== null && sameTarget(target, page.chosen);
    const isOther = target === null && /^#(?!unit=|piece=)./.test(hash());
    const view = target === null || page.map === null ? null : viewOfPlace(page, wanted.get('map') ?? '');
    if (!isSame && !isOther && target !== page.chosen) page.choose(target, view === null ? 'link' : 'map');
    reading = false;
    if (view === null) return;
    page.map!.setView(view);
  };
  const write = (target: Target | null, replace: boolean): void => {
    const text = target === null ? '' : placeHash(page, target);
    if (text === hash() || (target === null && !/^#(unit|piece)=/.test(hash()))) return;
    const url = text === '' ? window.location.href.replace(/#.*/, '') : text;
    window.history[replace ? 'replaceState' : 'pushState'](null, '', url);
  };
  page.onChoose.push((target) => {
    if (!reading) write(target, false);
  });
  page.map?.onRest(() => {
    if (page.chosen !== null) write(page.chosen, true);
  });
  showPlace(page);
  window.addEventListener('hashchange', read);
  window.addEventListener('popstate', read);
  read();
}

/** Share of the view that the place of a story takes. */
const PLACE = 0.85;

/** Fits the map to the unit that the story is about, where there is one. */
function showPlace({ data, map, sheet }: Page): void {
  if (map === null || data.place === null) return;
  const [layer, number] = data.place;
  const unit = sheet.units.find((each) => each.layer === layer && each.number === number);
  if (unit !== undefined) map.fitTo(unit.box, PLACE);
}

/** The fragment that leads to a target, with the view of the map where there is one. */
export function placeHash(page: Page, target: Target): string {
  const view = page.map === null ? '' : `&map=${placeOfView(page)}`;
  if (target.kind === 'shape') {
    const { table, row } = target.shape.data;
    return `#piece=${encodeURIComponent(table)}:${row}${view}`;
  }
  const { layer, code } = target.unit;
  return `#unit=${encodeURIComponent(code)}&layer=${encodeURIComponent(page.data.layers[layer]!.id)}${view}`;
}

/** What a fragment names, null for nothing that the page has. */
function targetOf(page: Page, wanted: URLSearchParams): Target | null {
  const code = wanted.get('unit');
  if (code !== null) {
    const id = wanted.get('layer');
    const units = page.sheet.units.filter((unit) => unit.code === code);
    const unit = id === null ? units[0] : units.find(({ layer }) => page.data.layers[layer]!.id === id);
    return unit === undefined ? null : { kind: 'unit', unit };
  }
  const piece = wanted.get('piece');
  const shape = page.sheet.shapes.find(({ data: { table, row } }) => `${table}:${row}` === piece);
  return shape === undefined ? null : { kind: 'shape', shape };
}

/** Opens the table that a fragment leads to. */
function openTable(hash: string): void {
  if (!/^#table-\d+$/.test(hash)) return;
  const table = document.getElementById(hash.slice(1));
  if (!(table instanceof HTMLDetailsElement)) return;
  table.open = true;
  table.scrollIntoView();
}
