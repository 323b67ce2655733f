/**
 * The engine of the page: answers what the page asks, one call after the other, with the library. It lives in a worker and
 * keeps the files that were handed over and the answers that were given.
 */
import {
  Inputs,
  InputError,
  requestOfConfig,
  run,
  takeEngland,
  takeFiles,
  type MemoryFile,
  type Request,
  type Schema,
} from '../../index.js';
import type { Answer, Ask, Calls, CallName, Said, WrittenFile } from '../messages.js';
import { isOutOfMemory } from '../out-of-memory.js';
import { lentFiles } from './lent-files.js';
import { givenAnswers, type Carry } from './given-answers.js';
import { packagedFiles } from './packaged.js';
import { whatIfHandlers } from './what-if.js';

/** Tells the page something; `handed` are bytes that need no copying. */
export type Tell = (said: Said, handed?: ArrayBuffer[]) => void;

const ENGLAND = ['england/atoms.csv', 'england/wards.csv'];

type Handlers = {
  readonly [Name in CallName]: (
    asked: Calls[Name]['asked'],
    progress: (stage: string, share?: number) => void,
  ) => Promise<Calls[Name]['gives']>;
};

/** Makes an engine; gives what takes its questions. `packed` are the files that come with the page, gzipped, by name below `data/`. */
export function serve(
  packed: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
  tell: Tell,
): (ask: Ask) => Promise<void> {
  const packaged = packagedFiles(packed);
  const files = new Map<string, Uint8Array>();
  const answers = givenAnswers();
  const names = (): readonly string[] => [...files.keys()];
  let desk: Promise<Inputs> | null = null;
  /** One desk as long as the files are the same, so that what was read to tell what they are is not read again. */
  const openDesk = (): Promise<Inputs> => (desk ??= lay());
  async function lay(): Promise<Inputs> {
    const inputs = new Inputs(lentFiles(await lend()));
    inputs.keep(names());
    return inputs;
  }
  const changed = (): readonly string[] => {
    desk = null;
    return names();
  };

  const lend = async (): Promise<Record<string, MemoryFile>> => {
    const lent: Record<string, MemoryFile> = Object.fromEntries(files);
    for (const name of ENGLAND) lent[`data/${name}`] = await packaged(name);
    return lent;
  };
  /** The desk of now, or one with more files on it. */
  const deskWith = async (beside: readonly WrittenFile[]): Promise<Inputs> => {
    if (beside.length === 0) return (await openDesk()).forReport();
    const more = Object.fromEntries(beside.map(({ name, bytes }) => [name, bytes]));
    return new Inputs(lentFiles({ ...(await lend()), ...more }));
  };
  const answerTo = async (
    asked: Request,
    beside: readonly WrittenFile[],
    told: (stage: string) => void,
  ): Promise<Answer> => {
    const carry: Carry = async (request, progress) => run(request, await deskWith(beside), { progress });
    const result = await carry(asked, told);
    told('drawing the page');
    return answers.keep(asked, result, carry);
  };

  const handlers: Handlers = {
    add: async (asked) => {
      for (const { name, bytes } of asked.files) files.set(name, new Uint8Array(bytes));
      return changed();
    },
    start: async (asked) => {
      for (const [name, file] of Object.entries(asked.names))
        files.set(name, await packaged(`region/${file}`));
      return changed();
    },
    remove: async (asked) => {
      for (const name of asked.names) files.delete(name);
      return changed();
    },
    taken: async ({ changes, england }, progress) => {
      const inputs = await openDesk();
      const taken = await takeFiles(inputs.forReport(), names(), changes, progress);
      return england ? [...(await takeEngland(inputs)), ...taken] : taken;
    },
    run: ({ request, beside = [] }, progress) => answerTo(request, beside, progress),
    config: async ({ path }) => {
      const schema = new TextDecoder().decode(await packaged('schema/config.schema.json'));
      return requestOfConfig(JSON.parse(schema) as Schema, await openDesk(), path);
    },
    'command-line': async (wish) => answers.commandLine(wish),
    ...whatIfHandlers({
      files: lend,
      answer: answerTo,
    }),
    write: answers.write,
  };

  return async (ask) => {
    const { id } = ask;
    const progress = (stage: string, share?: number): void =>
      tell({ id, says: 'progress', stage, share: share ?? null });
    try {
      const handler = handlers[ask.call] as (asked: Ask, told: typeof progress) => Promise<unknown>;
      tell({ id, says: 'done', value: await handler(ask, progress) });
    } catch (error) {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (error instanceof InputError) tell({ id, says: 'refused', trouble: error.trouble });
      else if (isOutOfMemory(error)) tell({ id, says: 'stopped', reason: 'memory', fault });
      else tell({ id, says: 'failed', fault });
    }
  };
}
