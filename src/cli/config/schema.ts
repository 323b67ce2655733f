/**
 * The schema of coterminous.yaml, read from the file that editors use too, so that the two cannot disagree.
 */
import { packaged } from '../embedded-data.js';
import { readFileSync } from 'node:fs';

/** The part of JSON Schema (draft 7) that the schema is written in. */
export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: 'string' | 'number' | 'boolean' | 'array' | 'object';
  readonly const?: string | boolean;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: { readonly pattern: string };
  readonly additionalProperties?: false | Schema;
  readonly oneOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** The whole schema. */
export const configSchema = JSON.parse(readFileSync(packaged('schema/config.schema.json'), 'utf8')) as Schema;

/** The schema itself, or the definition that it refers to. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace('#/definitions/', '');
  return resolved(configSchema.definitions![name]!);
}
