/**
 * The page with its data, nothing chosen; and what happens at a choice wherever it is shown.
 */
import { decodeMap } from './decode-map.js';
import { pairsOf } from './find-partners.js';
import type { PageData } from './page-data.js';
import type { Page } from './page.js';
import { cellsOf } from './table-cells.js';
import { parseTarget, sameTarget } from './targets.js';

/** Reads the data of the document. */
export function startPage(): Page {
  const data = JSON.parse(document.getElementById('page-data')!.textContent) as PageData;
  const live = document.getElementById('live')!;
  document.documentElement.classList.add('scripted');
  const sheet = decodeMap(data);
  const byCode = new Map(sheet.units.map((unit) => [`${unit.layer}:${unit.code}`, unit]));
  const unitOf: Page['unitOf'] = (layer, code) => byCode.get(`${layer}:${code}`);
  const page: Page = {
    data,
    sheet,
    cells: cellsOf(data.tables),
    pairs: pairsOf(data.pairs),
    unitOf,
    targetOf: (text) => parseTarget(text, sheet.shapes, unitOf),
    map: null,
    chosen: null,
    taken: [],
    named: new Set(),
    onChoose: [],
    onFilter: [],
    choose: (target, mover) => {
      page.chosen = target;
      for (const listener of page.onChoose) listener(target, mover);
    },
    say: (text) => {
      live.textContent = text;
    },
    goToRow: () => undefined,
  };
  window.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape' && !typing && page.chosen !== null) page.choose(null, 'card');
  });
  page.onChoose.push((target) => {
    for (const element of document.querySelectorAll('[data-target]')) {
      const own = page.targetOf(element.getAttribute('data-target')!);
      element.classList.toggle('linked', target !== null && own !== null && sameTarget(own, target));
    }
  });
  return page;
}
