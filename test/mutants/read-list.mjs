/**
 * Reads the list of mutations and finds the place of each in the source.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * The mutations of a list, in its order: `file`, `find` and `put` (text and what takes its place), `breaks` (what no
 * longer holds then, in words) and `tests` (files of which one must fail). `lost` has a line for each text that does
 * not stand exactly once in its file.
 */
export function readList(path) {
  const mutants = Object.entries(parse(readFileSync(path, 'utf8'))).flatMap(([file, { tests, mutants }]) =>
    mutants.map((mutant) => ({ file, tests, ...mutant })),
  );
  const lost = mutants.flatMap(({ file, find }) => {
    const times = readFileSync(file, 'utf8').split(find).length - 1;
    return times === 1 ? [] : [`${file}: found ${times} times, not once: ${find}`];
  });
  return { mutants, lost };
}

/** The mutations whose file or words contain every one of some words, whatever the case. */
export const choose = (mutants, words) =>
  mutants.filter(({ file, breaks }) =>
    words.every((word) => `${file} ${breaks}`.toLowerCase().includes(word.toLowerCase())),
  );
