/** The library in a browser page and in a worker of it: the same bytes as in Node, with the network off. */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openInputs } from '../../src/node.js';
import { run, write, type ReportRequest } from '../../src/index.js';
import { haveBrowser, startBrowser } from './open-page.js';

const names = ['icb.geojson', 'ltla.geojson', 'blocks.geojson', 'residents.csv'] as const;
const path = (name: (typeof names)[number]): string => `data/region/${name}`;
const layers = [{ path: path('icb.geojson') }, { path: path('ltla.geojson') }];
const people = { people: [{ path: path('residents.csv') }], blocks: { path: path('blocks.geojson') } };
const requests: readonly ReportRequest[] = [
  { command: 'overlap', layers, ...people },
  { command: 'align', layers, ...people },
  { command: 'check', layers },
  { command: 'compare', before: layers[0]!, after: layers[1]!, ...people },
];

/** What runs in the page and in the worker: requests and files in, texts out. */
const PROGRAM = `
  import { Inputs, memoryFiles, run, write } from './src/index.js';
  globalThis.report = async ({ files, requests }) => {
    const texts = [];
    for (const request of requests) {
      const result = await run(request, new Inputs(memoryFiles(files)));
      texts.push(await write(result, 'csv'), await write(result, 'json'));
    }
    return texts;
  };
  globalThis.onmessage = ({ data }) =>
    globalThis.report(data).then(postMessage, (error) => postMessage(String(error)));
`;

describe.skipIf(!haveBrowser)('the library in a browser', () => {
  let browser: Browser;
  let program = '';
  let wanted: string[] = [];
  const files = Object.fromEntries(names.map((name) => [path(name), readFileSync(path(name), 'utf8')]));

  beforeAll(async () => {
    const bundle = await build({
      stdin: { contents: PROGRAM, resolveDir: '.' },
      bundle: true,
      format: 'iife',
      write: false,
      logLevel: 'error',
      // Writers of pictures are Node's alone.
      external: ['@resvg/resvg-js'],
      alias: { fflate: 'fflate/browser' },
    });
    program = bundle.outputFiles[0]!.text;
    for (const request of requests) {
      const result = await run(request, openInputs());
      wanted = [...wanted, String(await write(result, 'csv')), String(await write(result, 'json'))];
    }
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each(['page', 'worker'] as const)('gives the same bytes as here, in a %s', async (where) => {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.addScriptTag({ content: program });
    const texts = await page.evaluate(
      async ({ where, program, input }) => {
        const { report } = globalThis as unknown as { report: (input: unknown) => Promise<string[]> };
        if (where === 'page') return report(input);
        const worker = new Worker(URL.createObjectURL(new Blob([program], { type: 'text/javascript' })));
        return new Promise<string[]>((resolve, reject) => {
          worker.onmessage = ({ data }) => resolve(data as string[]);
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.postMessage(input);
        });
      },
      { where, program, input: { files, requests: JSON.parse(JSON.stringify(requests)) as unknown } },
    );
    expect(texts).toEqual(wanted);
    await context.close();
  });
});
