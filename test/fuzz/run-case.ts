/**
 * One damaged file and one command that reads it, in a folder of its own: what came of it, and whether that is a fault.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, runCommand } from '../cli/run-command.js';
import { mutate } from './mutate.js';
import { makeSeeds, neighbours, type Seed } from './seeds.js';

export interface CaseEnd {
  readonly file: string;
  readonly command: readonly string[];
  readonly code: number | null;
  /** What is wrong with how it ended; null where nothing is. */
  readonly fault: string | null;
  readonly milliseconds: number;
}

/** Words of JavaScript's that no message for people has. */
const OWN_WORDS =
  /\b(undefined|NaN|TypeError|RangeError|SyntaxError|\[object |is not a function|is not iterable|Cannot read prop|Unexpected token|Maximum call stack)/;

/** The seeds, made once. */
export async function openCases(): Promise<Seed[]> {
  const { path, remove } = makeFolder(neighbours);
  try {
    const saved = async (): Promise<string> => {
      // With a picture beside it the document holds a map.
      const argv = ['overlap', 'icbs.geojson', 'councils.geojson', '-o', 'saved.json', '-o', 'picture.svg'];
      await runCommand(argv, { cwd: path });
      return readFileSync(join(path, 'saved.json'), 'utf8');
    };
    return await makeSeeds(saved);
  } finally {
    remove();
  }
}

/** Case `number` of the seeds: which file, which command and how it is damaged follow from the number. */
export async function runCase(seeds: readonly Seed[], number: number): Promise<CaseEnd> {
  const { file, commands, bytes } = damaged(seeds, number);
  const command = commands[Math.floor(number / seeds.length) % commands.length]!;
  const { path, remove } = makeFolder({ ...neighbours, [file]: bytes });
  const before = performance.now();
  try {
    const { code, stderr } = await runCommand(command, { cwd: path });
    const milliseconds = performance.now() - before;
    return { file, command, code, milliseconds, fault: faultOf(path, code, stderr, bytes) };
  } catch (error) {
    return { file, command, code: null, milliseconds: 0, fault: `thrown: ${String(error)}` };
  } finally {
    remove();
  }
}

/** The seed of a case with its bytes damaged; every 50th stays sound. */
export function damaged(seeds: readonly Seed[], number: number): Seed {
  const seed = seeds[number % seeds.length]!;
  const other = seeds[Math.floor(number / 7) % seeds.length]!;
  return Math.floor(number / seeds.length) % 50 === 0
    ? seed
    : { ...seed, bytes: mutate(seed.bytes, number, other.bytes) };
}

function faultOf(folder: string, code: number | null, stderr: string, given: Uint8Array): string | null {
  if (code === null || ![0, 1, 2].includes(code)) return `exit ${code}: ${stderr.trim().slice(0, 800)}`;
  const left = readdirSync(folder).filter((name) => name.startsWith('out') || /tmp|\.part|~$/.test(name));
  if (code === 2 && left.length > 0) return `exit 2, but files were written: ${left.join()}`;
  const empty = left.filter((name) => statSync(join(folder, name)).size === 0);
  if (empty.length > 0) return `empty files: ${empty.join()}`;
  const errors = stderr.split('\n').filter((line) => line.startsWith('error: '));
  if (code === 2 && errors.length === 0) return `exit 2 without a message: ${stderr.trim().slice(0, 400)}`;
  // What a file itself holds may be quoted.
  const told = errors.join('\n').replaceAll('NaN and Infinity are not numbers of JSON', '');
  const own = OWN_WORDS.exec(told)?.[0];
  if (own !== undefined && !Buffer.from(given).includes(own))
    return `a word of JavaScript’s: ${errors.join(' ')}`;
  for (const name of Object.keys(neighbours))
    if (!existsSync(join(folder, name)) || readFileSync(join(folder, name), 'utf8') !== neighbours[name])
      return `an input was changed: ${name}`;
  return null;
}
