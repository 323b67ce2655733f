/**
 * Who imports whom in src, type-only imports included.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve('src');

/** For each file of src, by its path below src, what it imports: files below src, and modules by name. */
export function readImports(): Map<string, readonly string[]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return new Map(
    files.sort().map((file) => [file, importsIn(textOf(file)).map((wanted) => nameOf(file, wanted))]),
  );
}

/** The code of a file of src without its comments. */
export const codeOf = (file: string): string => textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What `import …`, `export … from` and `import()` name, in code or in a type. */
export const importsIn = (text: string): string[] =>
  [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);

function nameOf(file: string, wanted: string): string {
  if (!wanted.startsWith('.')) return wanted;
  const path = relative(root, resolve(root, dirname(file), wanted)).replaceAll('\\', '/');
  // The kernel leaves the ending out.
  return path.replace(/\.js$/, '.ts').replace(/^(kernel\/[^.]+)$/, '$1.ts');
}

/** The folder of a file below `above` (`''` for src itself), or the file's name without its ending. */
export const folderOf = (file: string, above = ''): string =>
  file.slice(above === '' ? 0 : above.length + 1).split(/[/.]/)[0]!;

/** One circle of imports for each set of files that import one another: a → b → … → a. */
export function findCircles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const settled = new Set<string>();
  const circles: string[][] = [];
  const follow = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) circles.push([...way.slice(at), file]);
    if (at >= 0 || settled.has(file)) return;
    for (const wanted of imports.get(file) ?? []) follow(wanted, [...way, file]);
    settled.add(file);
  };
  for (const file of imports.keys()) follow(file, []);
  return circles;
}
