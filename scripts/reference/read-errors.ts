/**
 * Every error a user can mend, collected from the source: `new InputError({ id, message, hint })`, and calls of
 * functions that hand their arguments on to one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** An error: its id and the patterns of its message and hint, `…` where words of the case stand. */
export interface CollectedError {
  readonly id: string;
  readonly message: string;
  readonly hint: string;
}

/** How ids look; what is not one was given to another function of the same name. */
const IS_ID = /^[a-z0-9]+(-[a-z0-9]+)+$/;

type Part = 'id' | 'message' | 'hint';
const PARTS: readonly Part[] = ['id', 'message', 'hint'];

/** Those of a folder of sources, without repetition, by id and message. */
export function readErrors(folder: string): CollectedError[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) =>
      ts.createSourceFile(path, readFileSync(`${folder}/${path}`, 'utf8'), ts.ScriptTarget.Latest, true),
    );
  const made = files.flatMap((file) => errorsIn(file));
  const calls = callsByName(files);
  const found = made.flatMap((properties) => {
    const maker = makerOf(properties);
    const given = maker === null ? [] : argumentsOf(maker, calls);
    return given.length === 0
      ? [resolved(properties, null)]
      : given.map((each) => resolved(properties, each));
  });
  const unique = new Map(
    found
      .filter(({ id, message }) => IS_ID.test(id) && message !== '…')
      .map((error) => [`${error.id} ${error.message} ${error.hint}`, error]),
  );
  // One that is handed on through two functions is found twice, once without its hint.
  const isKnown = ({ id, message, hint }: CollectedError): boolean =>
    hint === '…' && [...unique.values()].some((o) => o.id === id && o.message === message && o.hint !== '…');
  for (const [key, error] of unique) if (isKnown(error)) unique.delete(key);
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, error]) => error);
}

type Properties = ReadonlyMap<Part, ts.Expression>;

/** What is given for id, message and hint where errors are made in a file. */
function errorsIn(file: ts.SourceFile): Properties[] {
  const found: Properties[] = [];
  walk(file, (node) => {
    if (!ts.isNewExpression(node) || node.expression.getText() !== 'InputError') return;
    const [object] = node.arguments ?? [];
    if (object === undefined || !ts.isObjectLiteralExpression(object)) return;
    const parts = new Map<Part, ts.Expression>();
    for (const property of object.properties) {
      const name = property.name?.getText() as Part;
      if (!PARTS.includes(name)) continue;
      if (ts.isPropertyAssignment(property)) parts.set(name, property.initializer);
      else if (ts.isShorthandPropertyAssignment(property)) parts.set(name, property.name);
    }
    if (parts.has('id')) found.push(parts);
  });
  return found;
}

/** A function whose arguments an error is made of: its name, and the names of its parameters. */
interface Maker {
  readonly name: string;
  readonly file: ts.SourceFile;
  readonly isExported: boolean;
  readonly parameters: readonly ts.ParameterDeclaration[];
}

function makerOf(properties: Properties): Maker | null {
  const names = [...properties.values()].filter(ts.isIdentifier).map((name) => name.text);
  if (names.length === 0) return null;
  for (let node: ts.Node = properties.get('id')!; node !== undefined; node = node.parent) {
    if (!ts.isFunctionLike(node)) continue;
    const { parameters } = node;
    if (!names.some((name) => parameters.some((parameter) => parameter.name.getText() === name))) continue;
    const named = ts.isArrowFunction(node) || ts.isFunctionExpression(node) ? node.parent : node;
    const name = (named as ts.NamedDeclaration).name?.getText();
    const isExported =
      ts.isMethodDeclaration(node) ||
      (statementOf(named) === (ts.isVariableDeclaration(named) ? named.parent.parent : named) &&
        /^export /.test(statementOf(named).getText()));
    return name === undefined ? null : { name, file: node.getSourceFile(), isExported, parameters };
  }
  return null;
}

const statementOf = (node: ts.Node): ts.Node =>
  ts.isSourceFile(node.parent) ? node : statementOf(node.parent);

/** Every call of the source by the name of what is called. */
function callsByName(files: readonly ts.SourceFile[]): ReadonlyMap<string, readonly ts.CallExpression[]> {
  const found = new Map<string, ts.CallExpression[]>();
  for (const file of files) {
    walk(file, (node) => {
      if (!ts.isCallExpression(node)) return;
      const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
      if (!ts.isIdentifier(called)) return;
      const calls = found.get(called.text) ?? [];
      found.set(called.text, calls);
      calls.push(node);
    });
  }
  return found;
}

/** What a call gives for each parameter. */
type Given = ReadonlyMap<string, ts.Expression>;

function argumentsOf(maker: Maker, calls: ReturnType<typeof callsByName>): Given[] {
  const { name, file, isExported, parameters } = maker;
  return (calls.get(name) ?? [])
    .filter((call) => isExported || call.getSourceFile() === file)
    .map(
      (call) =>
        new Map(
          parameters.flatMap(({ name: parameter, initializer }, i) => {
            const given = call.arguments[i] ?? initializer;
            return given === undefined ? [] : [[parameter.getText(), given] as const];
          }),
        ),
    );
}

function resolved(properties: Properties, given: Given | null): CollectedError {
  const of = (part: Part): string => {
    const value = properties.get(part);
    if (value === undefined) return '…';
    return textOf((ts.isIdentifier(value) ? given?.get(value.text) : undefined) ?? value);
  };
  return { id: of('id'), message: of('message'), hint: of('hint') };
}

/** The words of an expression, with `…` for what is filled in, ` / ` between one and the other. */
function textOf(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  if (ts.isConditionalExpression(node)) return `${textOf(node.whenTrue)} / ${textOf(node.whenFalse)}`;
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression);
  if (ts.isIdentifier(node)) return constantOf(node);
  return '…';
}

/** The words of a constant at the head of the same file. */
function constantOf(name: ts.Identifier): string {
  for (const statement of name.getSourceFile().statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find((each) => each.name.getText() === name.text);
    if (found?.initializer !== undefined && ts.isStringLiteralLike(found.initializer))
      return found.initializer.text;
  }
  return '…';
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}
