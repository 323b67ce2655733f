/**
 * Makes the figures for England, `data/england/atoms.csv` and `wards.csv`, from the lookups of the Office for National Statistics:
 *
 *     COTERMINOUS_DATA=FOLDER node scripts/england.mjs [TARGET]
 *
 * `scripts/england/read-inputs.mjs` names the files. Nothing else goes in, and no shapes come out.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { englandOf } from './england/atoms.mjs';
import { readInputs } from './england/read-inputs.mjs';

const cell = (value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Rows as CSV, with a heading. */
const csvOf = (rows) =>
  [Object.keys(rows[0]), ...rows.map(Object.values)]
    .map((row) => `${row.map((value) => cell(String(value))).join(',')}\n`)
    .join('');

const target = process.argv[2] ?? fileURLToPath(new URL('../data/england', import.meta.url));
for (const [name, rows] of Object.entries(englandOf(readInputs())))
  writeFileSync(join(target, `${name}.csv`), csvOf(rows));
