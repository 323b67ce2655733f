/**
 * The version of the tool, from its package.
 */
import { readFileSync } from 'node:fs';
import { packaged } from './embedded-data.js';

const text = readFileSync(packaged('package.json'), 'utf8');

export const version: string = (JSON.parse(text) as { version: string }).version;
