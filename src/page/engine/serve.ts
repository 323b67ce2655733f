/**
 * The engine of the page: answers what the page asks, one call after the other, with the library. It lives in a worker and
 * keeps the files that were handed over and the answers that were given.
 */
import {
  commandLine,
  Inputs,
  InputError,
  requestOfConfig,
  run,
  takeEngland,
  takeFiles,
  write,
  type MemoryFile,
  type Request,
  type Result,
  type Schema,
} from '../../index.js';
import { mediaType } from './media-type.js';
import type { Answer, Ask, Calls, CallName, Said, WriteWish, WrittenFile } from '../messages.js';
import { isOutOfMemory } from '../out-of-memory.js';
import { lentFiles } from './lent-files.js';
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
  const answers = new Map<number, Result>();
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
  const answerTo = async (
    request: Request,
    inputs: Inputs,
    progress: (stage: string) => void,
  ): Promise<Answer> => {
    const result = await run(request, inputs, { progress });
    progress('drawing the page');
    const answer = answers.size + 1;
    answers.set(answer, result);
    return answerOf(answer, result);
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
    run: async ({ request, beside = [] }, progress) => {
      const more = Object.fromEntries(beside.map(({ name, bytes }) => [name, bytes]));
      const inputs =
        beside.length === 0
          ? (await openDesk()).forReport()
          : new Inputs(lentFiles({ ...(await lend()), ...more }));
      return answerTo(request, inputs, progress);
    },
    config: async ({ path }) => {
      const schema = new TextDecoder().decode(await packaged('schema/config.schema.json'));
      return requestOfConfig(JSON.parse(schema) as Schema, await openDesk(), path);
    },
    'command-line': async ({ request, outputs }) => commandLine(request, outputs),
    ...whatIfHandlers({
      files: lend,
      answer: (request, lent, progress) => answerTo(request, new Inputs(lentFiles(lent)), progress),
    }),
    write: async (wish) => written(answers.get(wish.answer), wish),
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

async function answerOf(answer: number, result: Result): Promise<Answer> {
  return {
    answer,
    command: result.command,
    html: String(await write(result, 'html')),
    tolerances: result.tolerances,
    sensitivity: result.sensitivity,
    hasShapes: result.shapes !== undefined && result.shapes.length > 0,
    hasMap: result.map !== undefined,
    headline: result.summary[0] ?? '',
    tables: result.tables.map(({ name, title, rows }) => ({ name, title: title ?? name, rows: rows.length })),
  };
}

async function written(result: Result | undefined, { format, table }: WriteWish): Promise<WrittenFile> {
  if (result === undefined) throw new Error('there is no such answer');
  const content = await write(result, format, table === undefined ? {} : { table });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { name: `${table ?? result.command}.${format}`, type: mediaType(format), bytes };
}
