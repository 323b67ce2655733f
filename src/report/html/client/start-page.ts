/**
 * First part of the page's script: reads the data, and makes what all other parts use.
 *
 * Every part is one function that needs nothing from outside but the page it is given, since only its own text is
 * put into the document.
 */
import type { Page, PageData, Target } from './page-data.js';

/** The page with its data, nothing chosen. */
export function startPage(): Page {
  const data = JSON.parse(document.getElementById('page-data')!.textContent) as PageData;
  const live = document.getElementById('live')!;
  document.documentElement.classList.add('scripted');
  const page: Page = {
    data,
    arcs: [],
    units: [],
    shapes: [],
    project: (longitude, latitude) => [longitude, latitude],
    unitOf: (layer, code) => byCode().get(`${layer}:${code}`),
    targetOf: (text) => {
      const [kind, layer, ...code] = text.split(':');
      if (kind === 's') return { kind: 'shape', shape: page.shapes[Number(layer)]! };
      const unit = kind === 'u' ? page.unitOf(Number(layer), code.join(':')) : undefined;
      return unit === undefined ? null : { kind: 'unit', unit };
    },
    textOf: (target) => (target.kind === 'unit' ? target.unit.name : target.shape.data.title),
    map: null,
    chosen: null,
    onChoose: [],
    choose: (target, mover) => {
      page.chosen = target;
      for (const listener of page.onChoose) listener(target, mover);
    },
    showBox: () => undefined,
    say: (text) => {
      live.textContent = text;
    },
    make: (tag, attributes = {}, ...children) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.append(...children);
      return element;
    },
    cells: () => [],
    display: (text) => text,
    number: (value, decimals = 0) =>
      value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    goToRow: () => undefined,
    rowsOf: () => [],
  };
  let index: Map<string, Page['units'][number]> | null = null;
  const byCode = (): Map<string, Page['units'][number]> =>
    (index ??= new Map(page.units.map((unit) => [`${unit.layer}:${unit.code}`, unit])));
  window.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape' && !typing && page.chosen !== null) page.choose(null, 'card');
  });
  const isSame = (p: Target, q: Target): boolean =>
    p.kind === 'unit' ? q.kind === 'unit' && p.unit === q.unit : q.kind === 'shape' && p.shape === q.shape;
  page.onChoose.push((target) => {
    for (const element of document.querySelectorAll('[data-target]')) {
      const own = page.targetOf(element.getAttribute('data-target')!);
      element.classList.toggle('linked', target !== null && own !== null && isSame(own, target));
    }
  });
  return page;
}
