/**
 * Holds a value against a schema and says of the first fault where it is, what is wrong and what is allowed there.
 */
import { nearest } from '../trouble/nearest.js';
import { resolved, type Schema } from './json-schema.js';

/** What is wrong with a value. */
export interface ValueFault {
  /** Keys and places that lead to it. */
  readonly path: readonly (string | number)[];
  /** True where the last key itself is at fault, not what stands under it. */
  readonly onKey: boolean;
  readonly message: string;
  readonly hint: string;
}

/** The first fault of a value, or null. `whole` names the value in messages: `a config file`. */
export function findFault(value: unknown, schema: Schema, whole: string): ValueFault | null {
  try {
    new Checking(schema, whole).check(value, schema, []);
    return null;
  } catch (error) {
    if (error instanceof Fault) return error.fault;
    throw error;
  }
}

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

class Fault extends Error {
  constructor(readonly fault: ValueFault) {
    super(fault.message);
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands under a key of the thing's own; names of JavaScript's own properties are no keys. */
const own = <T>(fields: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;

class Checking {
  constructor(
    private readonly root: Schema,
    private readonly whole: string,
  ) {}

  check(value: unknown, given: Schema, path: Path): void {
    const schema = resolved(given, this.root);
    if (schema.oneOf !== undefined) {
      this.check(value, this.chooseBranch(value, schema, path), path);
    } else if (schema.const !== undefined || schema.enum !== undefined) {
      const choices = schema.enum ?? [schema.const!];
      if (!choices.some((choice) => choice === value))
        throw this.wrong(value, schema, path, choices.map(String).join(' or '));
    } else if (schema.type === 'object') {
      this.checkFields(value, schema, path);
    } else if (schema.type === 'array') {
      if (!Array.isArray(value)) throw this.wrong(value, schema, path, 'a list');
      if (value.length < (schema.minItems ?? 0)) throw this.tooFew(schema, path);
      value.forEach((item, i) => this.check(item, schema.items ?? {}, [...path, i]));
    } else if (schema.type !== undefined) {
      this.checkScalar(value, schema, path);
    }
  }

  /** The branch that the value is meant for: by its `command`, else by what it is. */
  private chooseBranch(value: unknown, schema: Schema, path: Path): Schema {
    const branches = schema.oneOf!.map((branch) => resolved(branch, this.root));
    const commandOf = (branch: Schema): unknown => own(branch.properties, 'command')?.const;
    const commands = branches.map(commandOf).filter((command) => command !== undefined);
    if (commands.length > 0) {
      if (!isFields(value)) throw this.wrong(value, schema, path, 'keys and values');
      const command = own(value, 'command');
      if (command === undefined) throw this.missing('command', commands.join(', '), path);
      const chosen = branches.find((branch) => commandOf(branch) === command);
      if (chosen !== undefined) return chosen;
      throw new Fault({
        path: [...path, 'command'],
        onKey: false,
        message: `${textOf([...path, 'command'])} is '${String(command)}', which is no report of ${this.whole}`,
        hint: allowed(String(command), commands.map(String)),
      });
    }
    const chosen = branches.find((branch) => suits(value, branch));
    if (chosen !== undefined) return chosen;
    const wanted = branches.map(({ description }) => plainEnd(description ?? '')).join(', or ');
    throw this.wrong(value, schema, path, wanted);
  }

  private checkFields(value: unknown, schema: Schema, path: Path): void {
    if (!isFields(value)) throw this.wrong(value, schema, path, 'keys and values');
    const { properties, additionalProperties } = schema;
    for (const key of Object.keys(value)) {
      const below = [...path, key];
      const known = own(properties, key);
      if (value[key] === undefined) continue;
      if (known !== undefined) {
        this.check(value[key], known, below);
      } else if (additionalProperties === false) {
        throw new Fault({
          path: below,
          onKey: true,
          message: `'${key}' is no key of ${path.length === 0 ? this.whole : textOf(path)}`,
          hint: allowed(key, Object.keys(properties ?? {})),
        });
      } else {
        this.checkKey(key, schema, path);
        this.check(value[key], additionalProperties ?? {}, below);
      }
    }
    for (const key of schema.required ?? []) {
      if (own(value, key) !== undefined) continue;
      const what = resolved(schema.properties![key]!, this.root).description ?? '';
      throw this.missing(key, plainEnd(what), path);
    }
    if (Object.keys(value).length < (schema.minProperties ?? 0)) throw this.tooFew(schema, path);
  }

  private checkKey(key: string, { propertyNames }: Schema, path: Path): void {
    if (propertyNames === undefined || new RegExp(propertyNames.pattern).test(key)) return;
    throw new Fault({
      path: [...path, key],
      onKey: true,
      message: `'${key}' cannot be a name in ${textOf(path)}`,
      hint: 'Begin it with a letter and use letters, digits and _ only',
    });
  }

  private checkScalar(value: unknown, schema: Schema, path: Path): void {
    const words = { string: 'a text', number: 'a number', boolean: 'true or false' } as const;
    const word = words[schema.type as keyof typeof words];
    if (typeof value !== schema.type || Number.isNaN(value)) throw this.wrong(value, schema, path, word);
    if (typeof value === 'number') {
      if (value < (schema.minimum ?? -Infinity))
        throw this.wrong(value, schema, path, `${schema.minimum!} or more`);
      if (value > (schema.maximum ?? Infinity))
        throw this.wrong(value, schema, path, `${schema.maximum!} or less`);
    }
    if (typeof value === 'string') {
      if (value.length < (schema.minLength ?? 0)) throw this.wrong(value, schema, path, 'a text');
      if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
        throw this.wrong(value, schema, path, 'another form');
    }
  }

  private wrong(value: unknown, schema: Schema, path: Path, wanted: string): Fault {
    const here =
      value === null || value === undefined
        ? 'nothing'
        : Array.isArray(value)
          ? 'a list'
          : typeof value === 'object'
            ? 'keys and values'
            : `'${String(value)}'`;
    return new Fault({
      path,
      onKey: false,
      message: `${path.length === 0 ? this.whole : textOf(path)} wants ${wanted}, and here is ${here}`,
      hint: plainEnd(schema.description ?? `Write ${wanted}`),
    });
  }

  private tooFew(schema: Schema, path: Path): Fault {
    const least = schema.minItems ?? schema.minProperties ?? 1;
    return new Fault({
      path,
      onKey: false,
      message: `${textOf(path)} has too few entries`,
      hint: plainEnd(`It wants ${least} or more: ${schema.description ?? ''}`),
    });
  }

  private missing(key: string, what: string, path: Path): Fault {
    return new Fault({
      path,
      onKey: false,
      message: `${path.length === 0 ? this.whole.replace(/^an? /, 'the ').replace('the config file', 'the file') : textOf(path)} lacks the key '${key}'`,
      hint: plainEnd(`Add ${key}: ${what}`),
    });
  }
}

/** `reports.councils.layers[2]`. */
const textOf = (path: Path): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part + 1}]` : text === '' ? part : `${text}.${part}`,
    '',
  );

function suits(
  value: unknown,
  { type, const: fixed, required = [], properties, additionalProperties }: Schema,
): boolean {
  if (type === 'object') {
    if (!isFields(value) || !required.every((key) => own(value, key) !== undefined)) return false;
    return (
      additionalProperties !== false || Object.keys(value).every((key) => own(properties, key) !== undefined)
    );
  }
  if (type === 'array') return Array.isArray(value);
  return fixed === undefined ? typeof value === type : value === fixed;
}

const plainEnd = (text: string): string => text.replace(/\.$/, '');

/** `Allowed are a, b, c`, with a guess first. */
function allowed(given: string, choices: readonly string[]): string {
  const guess = nearest(given, choices);
  return `${guess === null ? '' : `Did you mean '${guess}'? `}Allowed are ${choices.join(', ')}`;
}
