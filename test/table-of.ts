/**
 * Tables for tests: from text written in the test, or from a real file.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Table } from '../src/layer/table.js';
import { readCsv } from '../src/read/table/csv.js';
import { realData } from './real-data.js';

/** The table of a CSV text; cells may be padded with spaces so that columns line up. */
export function tableOf(text: string, fileName = 'table.csv'): Table {
  const lines = text.trim().split('\n');
  return readCsv(new TextEncoder().encode(lines.map((line) => line.trim()).join('\n')), fileName);
}

/** The table of a real CSV file, gunzipped where its name says so. */
export function realTable(path: string): Table {
  const bytes = readFileSync(realData(path));
  return readCsv(new Uint8Array(path.endsWith('.gz') ? gunzipSync(bytes) : bytes), path.split('/').pop()!);
}
