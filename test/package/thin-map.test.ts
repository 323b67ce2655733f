/** Source maps as they are shipped: every place of the whole map is on the same line of source in the thin one. */
import { SourceMap, type SourceMapPayload, type SourceMapping } from 'node:module';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { thinMap } from '../../scripts/thin-map.mjs';

it('keeps the file and the line of every place of a bundle, in far fewer bytes', async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/layer/kinds-table.ts'],
    bundle: true,
    format: 'esm',
    minifyWhitespace: true,
    sourcemap: true,
    sourcesContent: false,
    write: false,
    outdir: 'nowhere',
  });
  const textOf = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))!.text;
  const whole = JSON.parse(textOf('.map')) as SourceMapPayload;
  const thin = thinMap(whole);
  expect(thin.mappings.length).toBeLessThan(whole.mappings.length / 3);
  const [long, short] = [new SourceMap(whole), new SourceMap(thin)];
  let places = 0;
  textOf('.js')
    .split('\n')
    .forEach((text, line) => {
      for (let column = 0; column < text.length; column += 7, places++) {
        const [was, is] = [long, short].map((map) => map.findEntry(line, column) as SourceMapping) as [
          SourceMapping,
          SourceMapping,
        ];
        expect([is.originalSource, is.originalLine]).toEqual([was.originalSource, was.originalLine]);
      }
    });
  expect(places).toBeGreaterThan(1000);
});
