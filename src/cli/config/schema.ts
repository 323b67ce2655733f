/**
 * The schema of coterminous.yaml, read from the file that editors use too, so that the two cannot disagree.
 */
import { readFileSync } from 'node:fs';
import type { Schema } from '../../run/json-schema.js';
import { packaged } from '../embedded-data.js';

/** The whole schema. */
export const configSchema = JSON.parse(readFileSync(packaged('schema/config.schema.json'), 'utf8')) as Schema;
