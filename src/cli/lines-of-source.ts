/**
 * The stack of an error with lines of our source files in place of places in the bundle.
 *
 *     at matrixOf (file:///…/dist/cli/main.cjs:1017:8301)  ──►  at matrixOf (src/measures/align/matrices.ts:83:10)
 *
 * Node maps stacks by itself only where it was told so before the code was loaded, which every run would pay for; this
 * is loaded when a fault has happened.
 */
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload, type SourceMapping } from 'node:module';
import { brotliDecompressSync } from 'node:zlib';

/** The stack, with every place that the source map beside its file knows; all else stays as it is. */
export function linesOfSource(stack: string): string {
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (file: string): SourceMap | null => {
    if (!maps.has(file)) maps.set(file, readMap(file));
    return maps.get(file)!;
  };
  return stack.replace(
    /((?:file:\/\/|[A-Z]:\\|\/)[^\s()]+\.c?js):(\d+):(\d+)/g,
    (place, file: string, line: string, column: string) => {
      const found = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1) as SourceMapping | undefined;
      if (found?.originalSource === undefined) return place;
      // Sources are written relative to the map; from the package's own folder they read as they do in the repository.
      const source = found.originalSource.replace(/^(\.\.\/)+/, '');
      return `${source}:${found.originalLine + 1}:${found.originalColumn + 1}`;
    },
  );
}

/** The map beside a file of code, packed as the build leaves it; null where there is none. */
function readMap(file: string): SourceMap | null {
  try {
    const path = `${file}.map.br`;
    const packed = readFileSync(file.startsWith('file:') ? new URL(path) : path);
    return new SourceMap(JSON.parse(brotliDecompressSync(packed).toString()) as SourceMapPayload);
  } catch {
    return null;
  }
}
