/// <reference lib="dom" />
/**
 * The engine and what it was handed: files are kept here, so that a run can be ended with its worker and a new worker
 * given the same files.
 */
import type { Calls, CallName } from '../messages.js';
import { startEngine, type Engine, type Told } from './engine.js';

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
  /** Which engine answers now; answers of an earlier one are gone with it. */
  readonly generation: () => number;
}

/** A run was ended by the person who asked for it. */
export class Ended extends Error {}

const REGION = ['icb.geojson', 'ltla.geojson', 'blocks.geojson', 'residents.csv'];

/** `failed` is told when the engine stops by itself. */
export function openSession(failed: (message: string) => void): Session {
  const files = new Map<string, File>();
  let region: string[] = [];
  let engine: Engine | null = null;
  let generation = 0;
  let handed = new Set<string>();
  let refuse: ((error: Error) => void)[] = [];

  /** An engine that has every file. */
  async function ready(): Promise<Engine> {
    if (engine === null) {
      engine = startEngine(failed);
      generation += 1;
      handed = new Set();
    }
    const mine = engine;
    if (region.length > 0 && !handed.has('region')) {
      handed.add('region');
      await mine.ask('start', { from: 'region' });
    }
    const missing = [...files.values()].filter(({ name }) => !handed.has(name));
    if (missing.length > 0) {
      missing.forEach(({ name }) => handed.add(name));
      const copies = await Promise.all(
        missing.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })),
      );
      await mine.ask('add', { files: copies });
    }
    return mine;
  }

  return {
    ask: (call, asked, told) =>
      Promise.race([
        ready().then((each) => each.ask(call, asked, told)),
        new Promise<never>((_, fail) => refuse.push(fail)),
      ]),
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
      void engine?.ask('remove', { names: [name] });
    },
    files: () => [...region.map((name) => ({ name, size: 0 })), ...files.values()],
    end: () => {
      engine?.stop();
      engine = null;
      for (const fail of refuse.splice(0)) fail(new Ended('ended'));
      refuse = [];
    },
    generation: () => generation,
  };
}
