/** The files of the region, in memory, and those of a test beside them. */
import { readFileSync } from 'node:fs';
import { Inputs, memoryFiles, type Files } from '../../src/index.js';

const NAMES = ['icb', 'ltla', 'utla', 'blocks', 'ward'].map((name) => `${name}.geojson`);

const region = Object.fromEntries(
  [...NAMES, 'residents.csv', 'lookup.csv'].map(
    (name) => [name, readFileSync(`data/region/${name}`)] as const,
  ),
);
const england = { 'data/england/atoms.csv': readFileSync('data/england/atoms.csv') };

export const filesOfRegion = (own: Readonly<Record<string, string>> = {}): Files =>
  memoryFiles({ ...region, ...england, ...own });

export const inputsOfRegion = (own: Readonly<Record<string, string>> = {}): Inputs =>
  new Inputs(filesOfRegion(own));

export const people = { people: [{ path: 'residents.csv' }], blocks: { path: 'blocks.geojson' } } as const;
