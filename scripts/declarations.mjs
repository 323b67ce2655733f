/**
 * The types of the library: of what tsc declares that to which a door leads, and nothing else.
 *
 *     index.d.ts   export { run } from './run/run.js'     ──►  run/run.d.ts: `run`, and what stands in its types
 *
 * A file keeps what it begins with, the declarations that are reached, and of its imports the names that these use.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { doors } from './doors.mjs';

execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});

const files = new Map();
const reached = new Map();
for (const door of doors) reach(resolve('dist', `${door}.d.ts`), null);
for (const name of readdirSync('dist', { recursive: true })) {
  const file = resolve('dist', name);
  if (!name.endsWith('.d.ts')) continue;
  if (reached.has(file)) writeFileSync(file, textOf(file));
  else rmSync(file);
}
removeEmpty('dist');

/** What a file declares, takes from others and hands on, by name. */
function look(file) {
  const known = files.get(file);
  if (known !== undefined) return known;
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = { source, declared: new Map(), imported: new Map() };
  files.set(file, found);
  for (const statement of source.statements) {
    if (!ts.isExportDeclaration(statement))
      for (const name of namesOf(statement)) found.declared.set(name, statement);
    if (!ts.isImportDeclaration(statement) || !isOurs(statement)) continue;
    const { name, namedBindings } = statement.importClause;
    if (name !== undefined || !ts.isNamedImports(namedBindings))
      throw new Error(`${file} imports otherwise than by names`);
    for (const each of namedBindings.elements)
      found.imported.set(each.name.text, {
        file: fileOf(file, statement),
        name: (each.propertyName ?? each.name).text,
      });
  }
  return found;
}

/** Whether a statement is about another file of ours. */
function isOurs({ moduleSpecifier }) {
  return moduleSpecifier?.text.startsWith('.') === true;
}

function fileOf(file, { moduleSpecifier }) {
  return resolve(dirname(file), moduleSpecifier.text.replace(/\.js$/, '.d.ts'));
}

/** Names that a statement declares or hands on, in whatever way. */
function namesOf(statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.text);
  if (ts.isExportDeclaration(statement)) return statement.exportClause.elements.map(({ name }) => name.text);
  return statement.name === undefined ? [] : [statement.name.text];
}

/** Keeps a name of a file, or all that a door exports, with whatever that leads to. */
function reach(file, name) {
  const { source, declared, imported } = look(file);
  if (!reached.has(file)) reached.set(file, new Set());
  const kept = reached.get(file);
  for (const statement of source.statements) {
    if (!ts.isExportDeclaration(statement)) continue;
    const { elements } = statement.exportClause;
    if (name !== null && !elements.some((each) => each.name.text === name)) continue;
    for (const each of elements) {
      const own = (each.propertyName ?? each.name).text;
      const other = isOurs(statement) ? { file: fileOf(file, statement), name: own } : imported.get(own);
      kept.add(each.name.text);
      if (other !== undefined) reach(other.file, other.name);
    }
  }
  for (const [own, statement] of declared) {
    if ((name !== null && own !== name) || kept.has(own)) continue;
    for (const each of namesOf(statement)) kept.add(each);
    namedIn(statement).forEach((word) => {
      const other = imported.get(word);
      if (other !== undefined) reach(other.file, other.name);
      if (declared.has(word)) reach(file, word);
    });
    importsIn(statement).forEach(([from, what]) =>
      reach(resolve(dirname(file), from.replace(/\.js$/, '.d.ts')), what),
    );
  }
}

/** All words of a statement that may be names. */
function namedIn(node, words = new Set()) {
  if (ts.isIdentifier(node)) words.add(node.text);
  node.forEachChild((child) => void namedIn(child, words));
  return words;
}

/** Types that a statement takes from another file in its midst. */
function importsIn(node, found = []) {
  if (ts.isImportTypeNode(node) && node.argument.literal.text.startsWith('.'))
    found.push([node.argument.literal.text, node.qualifier.text]);
  node.forEachChild((child) => void importsIn(child, found));
  return found;
}

/** The text of a file with what is reached of it. */
function textOf(file) {
  const { source } = look(file);
  const kept = reached.get(file);
  const isKept = (statement) => namesOf(statement).some((name) => kept.has(name));
  const words = new Set(source.statements.filter(isKept).flatMap((statement) => [...namedIn(statement)]));
  const begins = /^\/\*\*[^]*?\*\/\n/.exec(source.text)?.[0] ?? '';
  const lines = source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement) && isOurs(statement)) {
      const used = statement.importClause.namedBindings.elements.filter(({ name }) => words.has(name.text));
      if (used.length === 0) return [];
      const names = used.map((each) => each.getText()).join(', ');
      return [
        `import ${statement.importClause.isTypeOnly ? 'type ' : ''}{ ${names} } from '${statement.moduleSpecifier.text}';\n`,
      ];
    }
    return isKept(statement) || ts.isImportDeclaration(statement)
      ? [statement.getFullText().trimStart()]
      : [];
  });
  const text = lines.map((line) => line.trimEnd()).join('\n');
  // What a file begins with belongs to its first statement, if that is kept.
  return `${text.startsWith(begins) ? '' : begins}${text}\n`;
}

function removeEmpty(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
