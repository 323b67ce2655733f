/** The engine in a browser page: the same figures as in Node, to the bit. */
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { buildArrangement } from '../../src/arrangement/arrangement.js';
import { halfEdgesOf } from '../../src/arrangement/half-edges.js';
import { geographicLattice } from '../../src/arrangement/lattice.js';
import { makeLayer } from '../arrangement/make-layer.js';
import { haveBrowser, startBrowser } from './open-page.js';

/** What the page runs: two squares that overlap, one of them 60° wide. */
const PAGE = `
  import { buildArrangement } from './src/arrangement/arrangement.js';
  import { halfEdgesOf } from './src/arrangement/half-edges.js';
  import { geographicLattice } from './src/arrangement/lattice.js';
  import { makeLayer } from './test/arrangement/make-layer.js';
  const square = (x, y, side) => [[[x, y], [x + side, y], [x + side, y + side], [x, y + side]]];
  const layer = (...at) => makeLayer([{ unit: 0, polygons: [square(...at)] }]);
  const { area, edges } = buildArrangement([layer(0, 0, 60), layer(-1.5, 0.25, 3)], geographicLattice);
  const halves = halfEdgesOf(edges);
  globalThis.found = { area: [...area], nodes: edges.nodeX.length, next: [...halves.next] };
`;

describe.skipIf(!haveBrowser)('the engine in a browser page', () => {
  it('finds the same faces, areas and half-edges as here', async () => {
    const bundle = await build({
      stdin: { contents: PAGE, resolveDir: '.' },
      bundle: true,
      format: 'iife',
      write: false,
      logLevel: 'error',
    });
    const square = (x: number, y: number, side: number): [number, number][][] => [
      [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y + side],
      ],
    ];
    const layers = [
      makeLayer([{ unit: 0, polygons: [square(0, 0, 60)] }]),
      makeLayer([{ unit: 0, polygons: [square(-1.5, 0.25, 3)] }]),
    ];
    const { area, edges } = buildArrangement(layers, geographicLattice);
    const browser = await startBrowser();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: bundle.outputFiles[0]!.text });
      const found = await page.evaluate(() => (globalThis as unknown as { found: unknown }).found);
      expect(found).toEqual({
        area: [...area],
        nodes: edges.nodeX.length,
        next: [...halfEdgesOf(edges).next],
      });
      expect(area.length).toBe(4);
    } finally {
      await browser.close();
    }
  });
});
