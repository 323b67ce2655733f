/**
 * Checks a YAML document against the schema and says, for the first fault, on which line it is, under which key, and
 * what is allowed there.
 */
import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import { InputError } from '../../trouble/input-error.js';
import { nearest } from '../../trouble/nearest.js';
import { resolved, type Schema } from './schema.js';

/** Where nodes stand: the document, its file, and a function from offsets to lines. */
export interface Place {
  readonly document: Document;
  readonly file: string;
  readonly lineOf: (offset: number) => number;
}

/** Throws InputError where the node does not fit. `path` names it: `reports.councils.layers`. */
export function checkNode(found: Node | null, given: Schema, path: string, place: Place): void {
  const node = isAlias(found) ? (found.resolve(place.document) ?? null) : found;
  const schema = resolved(given);
  if (schema.oneOf !== undefined) {
    checkNode(node, chooseBranch(node, schema, path, place), path, place);
  } else if (schema.const !== undefined || schema.enum !== undefined) {
    checkChoice(node, schema, path, place);
  } else if (schema.type === 'object') {
    checkMap(node, schema, path, place);
  } else if (schema.type === 'array') {
    if (!isSeq(node)) throw wrong(node, schema, path, place, 'a list');
    if (node.items.length < (schema.minItems ?? 0)) throw tooFew(node, schema, path, place);
    node.items.forEach((item, i) => checkNode(item as Node, schema.items ?? {}, `${path}[${i + 1}]`, place));
  } else {
    checkScalar(node, schema, path, place);
  }
}

/** The branch that the node is meant for: by its `command`, else by the type of its value. */
function chooseBranch(node: Node | null, schema: Schema, path: string, place: Place): Schema {
  const branches = schema.oneOf!.map(resolved);
  const commands = branches.flatMap(({ properties }) => properties?.['command']?.const ?? []);
  if (commands.length > 0) {
    if (!isMap(node)) throw wrong(node, schema, path, place, 'keys and values');
    const command = node.get('command', true) as Node | undefined;
    if (command === undefined) throw missingKey(node, 'command', commands.join(', '), path, place);
    const value = isScalar(command) ? command.value : null;
    const chosen = branches.find(({ properties }) => properties?.['command']?.const === value);
    if (chosen === undefined) {
      throw fault(
        command,
        place,
        `${path}.command is '${String(value)}', which is no report of a config file`,
        allowed(String(value), commands.map(String)),
      );
    }
    return chosen;
  }
  const chosen = branches.find((branch) => suits(node, branch));
  if (chosen !== undefined) return chosen;
  throw wrong(
    node,
    schema,
    path,
    place,
    branches.map(({ description }) => plainEnd(description ?? '')).join(', or '),
  );
}

function suits(node: Node | null, { type, const: fixed }: Schema): boolean {
  if (type === 'object') return isMap(node);
  if (type === 'array') return isSeq(node);
  return isScalar(node) && (fixed === undefined ? typeof node.value === type : node.value === fixed);
}

function checkMap(node: Node | null, schema: Schema, path: string, place: Place): void {
  if (!isMap(node)) throw wrong(node, schema, path, place, 'keys and values');
  const known = Object.keys(schema.properties ?? {});
  for (const pair of node.items as Pair<Node, Node | null>[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const below = path === '' ? key : `${path}.${key}`;
    const own = schema.properties?.[key];
    if (own !== undefined) {
      checkNode(pair.value, own, below, place);
    } else if (schema.additionalProperties === false) {
      throw fault(
        pair.key,
        place,
        `'${key}' is no key of ${path === '' ? 'a config file' : path}`,
        allowed(key, known),
      );
    } else {
      checkKey(pair.key, key, schema, path, place);
      checkNode(pair.value, schema.additionalProperties ?? {}, below, place);
    }
  }
  for (const key of schema.required ?? []) {
    if (!node.has(key))
      throw missingKey(
        node,
        key,
        plainEnd(resolved(schema.properties![key]!).description ?? ''),
        path,
        place,
      );
  }
  if (node.items.length < (schema.minProperties ?? 0)) throw tooFew(node, schema, path, place);
}

function checkKey(node: Node, key: string, { propertyNames }: Schema, path: string, place: Place): void {
  if (propertyNames === undefined || new RegExp(propertyNames.pattern).test(key)) return;
  throw fault(
    node,
    place,
    `'${key}' cannot be a name in ${path}`,
    'Begin it with a letter and use letters, digits and _ only',
  );
}

function checkChoice(node: Node | null, schema: Schema, path: string, place: Place): void {
  const choices = schema.enum ?? [schema.const!];
  const value = isScalar(node) ? node.value : undefined;
  if (choices.some((choice) => choice === value)) return;
  throw wrong(node, schema, path, place, choices.map(String).join(' or '));
}

function checkScalar(node: Node | null, schema: Schema, path: string, place: Place): void {
  const words = { string: 'a text', number: 'a number', boolean: 'true or false' } as const;
  const word = words[schema.type as keyof typeof words] ?? 'a value';
  if (!isScalar(node) || typeof node.value !== schema.type) throw wrong(node, schema, path, place, word);
  const { value } = node;
  if (typeof value === 'number' && value < (schema.minimum ?? -Infinity))
    throw wrong(node, schema, path, place, `${schema.minimum!} or more`);
  if (typeof value === 'string') {
    if (value.length < (schema.minLength ?? 0)) throw wrong(node, schema, path, place, 'a text');
    if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)) {
      throw wrong(node, schema, path, place, 'another form');
    }
  }
}

const plainEnd = (text: string): string => text.replace(/\.$/, '');

/** `Allowed are a, b, c`, with a guess first. */
function allowed(given: string, choices: readonly string[]): string {
  const guess = nearest(given, choices);
  return `${guess === null ? '' : `Did you mean '${guess}'? `}Allowed are ${choices.join(', ')}`;
}

function wrong(node: Node | null, schema: Schema, path: string, place: Place, wanted: string): InputError {
  const value = isScalar(node)
    ? node.value === null
      ? 'nothing'
      : `'${String(node.value)}'`
    : isSeq(node)
      ? 'a list'
      : isMap(node)
        ? 'keys and values'
        : 'nothing';
  return fault(
    node,
    place,
    `${path} wants ${wanted}, and here is ${value}`,
    schema.description ?? `Write ${wanted}`,
  );
}

const tooFew = (node: Node, schema: Schema, path: string, place: Place): InputError =>
  fault(
    node,
    place,
    `${path} has too few entries`,
    `It wants ${schema.minItems ?? schema.minProperties ?? 1} or more: ${schema.description ?? ''}`,
  );

const missingKey = (node: YAMLMap, key: string, what: string, path: string, place: Place): InputError =>
  fault(node, place, `${path === '' ? 'the file' : path} lacks the key '${key}'`, `Add ${key}: ${what}`);

function fault(node: Node | null, place: Place, message: string, hint: string): InputError {
  const offset = node?.range?.[0];
  return new InputError({
    id: 'config-wrong',
    file: place.file,
    ...(offset === undefined ? {} : { place: `line ${place.lineOf(offset)}` }),
    message,
    hint: plainEnd(hint),
  });
}
