/// <reference lib="dom" />
/**
 * The engine and what it was handed: files are kept here, so that a run can be ended with its worker and a new worker
 * given the same files.
 */
import type { Calls, CallName } from '../messages.js';
import { isOutOfMemory } from '../out-of-memory.js';
import { fileGone, noMemory } from './engine-trouble.js';
import { Refused, startEngine, type Engine, type Told } from './engine.js';

export interface Session {
  /** Asks the engine of now, which has all files. */
  readonly ask: <Name extends CallName>(
    call: Name,
    asked: Calls[Name]['asked'],
    told?: Told,
  ) => Promise<Calls[Name]['gives']>;
  readonly give: (files: readonly File[]) => void;
  readonly giveRegion: () => void;
  readonly takeBack: (name: string) => void;
  readonly files: () => readonly { readonly name: string; readonly size: number }[];
  /** Ends what is being done: what was asked and not answered is refused with Ended. */
  readonly end: () => void;
  /** Which engine answers now, or will; answers and workbenches of an earlier one are gone with it. */
  readonly generation: () => number;
}

/** A run was ended by the person who asked for it. */
export class Ended extends Error {}

const REGION = ['icb.geojson', 'ltla.geojson', 'blocks.geojson', 'residents.csv'];

/** `failed` is told when the engine stops by itself while nobody waits for it; whoever does is refused. */
export function openSession(failed: (why: Refused) => void): Session {
  const files = new Map<string, File>();
  let region: string[] = [];
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
    if (region.length > 0 && !known.has('region')) {
      await mine.ask('start', { from: 'region' });
      known.add('region');
    }
    const missing = [...files.values()].filter(({ name }) => !known.has(name));
    if (missing.length === 0) return;
    const reading = Promise.all(
      missing.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })),
    );
    // An end that is asked for meanwhile does not wait for the disk.
    await mine.ask('add', { files: await Promise.race([reading, mine.gone]) });
    missing.forEach(({ name }) => known.add(name));
  }

  /** An engine that has every file. */
  async function ready(): Promise<Engine> {
    const mine = (engine ??= start());
    const mineHanded = handing.catch(() => undefined).then(() => handOver(mine));
    handing = mineHanded;
    await Promise.race([mineHanded, mine.gone]);
    return mine;
  }

  return {
    ask: async (call, asked, told) => {
      waiting += 1;
      try {
        return await (await ready()).ask(call, asked, told);
      } finally {
        waiting -= 1;
      }
    },
    give: (given) => {
      for (const file of given) {
        files.set(file.name, file);
        handed.delete(file.name);
      }
    },
    giveRegion: () => void (region = [...REGION]),
    takeBack: (name) => {
      files.delete(name);
      handed.delete(name);
      region = region.filter((each) => each !== name);
      // Where the engine is gone there is nothing to take back from.
      engine?.ask('remove', { names: [name] }).catch(() => undefined);
    },
    files: () => [...region.map((name) => ({ name, size: 0 })), ...files.values()],
    end: () => {
      const mine = engine;
      drop();
      mine?.stop(new Ended('ended'));
    },
    generation: () => generation,
  };
}

/** The bytes of a file. Throws Refused where it is no longer what was dropped. */
async function bytesOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (error) {
    throw new Refused(isOutOfMemory(error) ? noMemory() : fileGone(file.name));
  }
}
