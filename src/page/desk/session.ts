/// <reference lib="dom" />
/**
 * The engine and what it was handed: files are kept here, so that a run can be ended with its worker and a new worker
 * given the same files.
 */
import type { Calls, CallName } from '../messages.js';
import { namesApart, type GivenFile, type NamedApart } from '../asking/names-apart.js';
import { startEngine, type Engine, type Told } from './engine.js';
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
  readonly files: () => readonly { readonly name: string; readonly size: number }[];
  /** Ends what is being done: what was asked and not answered is refused with Ended. */
  readonly end: () => void;
  /** Which engine answers now; answers of an earlier one are gone with it. */
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

/** `failed` is told when the engine stops by itself. */
export function openSession(failed: (message: string) => void): Session {
  const files = new Map<string, File>();
  /** Files of the region that are here, by the names they have. */
  const region = new Map<string, string>();
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
    const made = [...region].filter(([name]) => !handed.has(name));
    if (made.length > 0) {
      made.forEach(([name]) => handed.add(name));
      await mine.ask('start', { from: 'region', names: Object.fromEntries(made) });
    }
    const missing = [...files].filter(([name]) => !handed.has(name));
    if (missing.length > 0) {
      missing.forEach(([name]) => handed.add(name));
      const copies = await Promise.all(
        missing.map(async ([name, file]) => ({ name, bytes: await file.arrayBuffer() })),
      );
      await mine.ask('add', { files: copies });
    }
    return mine;
  }

  const isThere = (name: string): boolean => files.has(name) || region.has(name);

  return {
    ask: (call, asked, told) =>
      Promise.race([
        ready().then((each) => each.ask(call, asked, told)),
        new Promise<never>((_, fail) => refuse.push(fail)),
      ]),
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
      void engine?.ask('remove', { names });
    },
    files: () => [
      ...[...region.keys()].map((name) => ({ name, size: 0 })),
      ...[...files].map(([name, { size }]) => ({ name, size })),
    ],
    end: () => {
      engine?.stop();
      engine = null;
      for (const fail of refuse.splice(0)) fail(new Ended('ended'));
      refuse = [];
    },
    generation: () => generation,
  };
}
