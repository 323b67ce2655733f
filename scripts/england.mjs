/**
 * Makes the figures for England, `data/england/atoms.csv`, from the lookups of the Office for National Statistics:
 *
 *     COTERMINOUS_DATA=folder node scripts/england.mjs
 *
 * `scripts/england/read-inputs.mjs` names the files. Nothing else goes in, and no shapes come out.
 */
import { writeFileSync } from 'node:fs';
import { atomsOf } from './england/atoms.mjs';
import { readInputs } from './england/read-inputs.mjs';

const cell = (value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Rows as CSV, with a heading. */
const csvOf = (rows) =>
  [Object.keys(rows[0]), ...rows.map(Object.values)]
    .map((row) => `${row.map((value) => cell(String(value))).join(',')}\n`)
    .join('');

const target = new URL('../data/england/atoms.csv', import.meta.url);
writeFileSync(target, csvOf(atomsOf(readInputs())));
