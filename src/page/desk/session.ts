/// <reference lib="dom" />
/**
 * The engine and what it was handed: files are kept here, so that a run can be ended with its worker and a new worker
 * given the same files.
 */
import type { Calls, CallName } from '../messages.js';
import { namesApart, type GivenFile, type NamedApart } from '../asking/names-apart.js';
import { isOutOfMemory } from '../out-of-memory.js';
import { fileGone, noMemory } from './engine-trouble.js';
import { Refused, startEngine, type Engine, type Told } from './engine.js';
import { areSame, type Given } from './given-files.js';

export interface Session {
  /** Asks the engine of now, which has all files. */
  readonly ask: <Name extends CallName>(
    call: Name,
    asked: Calls[Name]['asked'],
    told?: Told,
  ) => Promise<Calls[Name]['gives']>;
  /** Takes files in under names that none has yet; gives the names, and which were there already. */
  readonly give: (files: readonly Given[]) => Promise<NamedApart[]>;
  /** The same of the files of the region that comes with the page. */
  readonly giveRegion: () => Promise<NamedApart[]>;
  readonly takeBack: (names: readonly string[]) => void;
  /** All files; `isMade` for those of the region that comes with the page. */
  readonly files: () => readonly { readonly name: string; readonly size: number; readonly isMade: boolean }[];
  /** Ends what is being done: what was asked and not answered is refused with Ended. */
  readonly end: () => void;
  /** Which engine answers now, or will; answers and workbenches of an earlier one are gone with it. */
  readonly generation: () => number;
}

/** A run was ended by the person who asked for it. */
export class Ended extends Error {}

/** The files of the region that comes with the page, as they are given. */
export const REGION: readonly GivenFile[] = [
  'icb.geojson',
  'ltla.geojson',
  'blocks.geojson',
  'residents.csv',
].map((path) => ({ path, folder: 'region' }));

/** `failed` is told when the engine stops by itself while nobody waits for it; whoever does is refused. */
export function openSession(failed: (why: Refused) => void): Session {
  const files = new Map<string, File>();
  /** Files of the region that are here, by the names they have. */
  const region = new Map<string, string>();
  let engine: Engine | null = null;
  let generation = 0;
  let handed = new Set<string>();
  /** What is being handed over; one after the other, so that nothing is handed over twice. */
  let handing: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  /** Lets the engine of now go, with all that it was given and has given. */
  function drop(): void {
    engine = null;
    generation += 1;
    handed = new Set();
    handing = Promise.resolve();
  }

  function start(): Engine {
    const mine = startEngine((why) => {
      if (engine === mine) drop();
      if (waiting === 0) failed(why);
    });
    return mine;
  }

  /** Hands an engine what it has not been given yet. */
  async function handOver(mine: Engine): Promise<void> {
    const known = handed;
    const made = [...region].filter(([name]) => !known.has(name));
    if (made.length > 0) {
      await mine.ask('start', { from: 'region', names: Object.fromEntries(made) });
      made.forEach(([name]) => known.add(name));
    }
    const missing = [...files].filter(([name]) => !known.has(name));
    if (missing.length === 0) return;
    const reading = Promise.all(
      missing.map(async ([name, file]) => ({ name, bytes: await bytesOf(name, file) })),
    );
    // An end that is asked for meanwhile does not wait for the disk.
    await mine.ask('add', { files: await Promise.race([reading, mine.gone]) });
    missing.forEach(([name]) => known.add(name));
  }

  /** An engine that has every file. */
  async function ready(): Promise<Engine> {
    const mine = (engine ??= start());
    const mineHanded = handing.catch(() => undefined).then(() => handOver(mine));
    handing = mineHanded;
    await Promise.race([mineHanded, mine.gone]);
    return mine;
  }

  const isThere = (name: string): boolean => files.has(name) || region.has(name);

  return {
    ask: async (call, asked, told) => {
      waiting += 1;
      try {
        return await (await ready()).ask(call, asked, told);
      } finally {
        waiting -= 1;
      }
    },
    give: async (given) => {
      const named = await namesApart(given, isThere, (at, name) => {
        const there = files.get(name);
        return Promise.resolve(there !== undefined && areSame(there, given[at]!.file));
      });
      named.forEach(({ name, isThere: already }, at) => {
        if (!already) files.set(name, given[at]!.file);
      });
      return named;
    },
    giveRegion: async () => {
      const named = await namesApart(REGION, isThere, (at, name) =>
        Promise.resolve(region.get(name) === REGION[at]!.path),
      );
      named.forEach(({ name }, at) => region.set(name, REGION[at]!.path));
      return named;
    },
    takeBack: (names) => {
      for (const name of names) {
        files.delete(name);
        handed.delete(name);
        region.delete(name);
      }
      // Where the engine is gone there is nothing to take back from.
      engine?.ask('remove', { names }).catch(() => undefined);
    },
    files: () => [
      ...[...region.keys()].map((name) => ({ name, size: 0, isMade: true })),
      ...[...files].map(([name, { size }]) => ({ name, size, isMade: false })),
    ],
    end: () => {
      const mine = engine;
      drop();
      mine?.stop(new Ended('ended'));
    },
    generation: () => generation,
  };
}

/** The bytes of a file. Throws Refused where it is no longer what was dropped. */
async function bytesOf(name: string, file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (error) {
    throw new Refused(isOutOfMemory(error) ? noMemory() : fileGone(name));
  }
}
