/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The page's end of the line to the engine: a worker made from what lies in the page, questions and their answers.
 *
 * A worker from a blob has no import map, so the package that the library asks for by name is put in by its address.
 */
import type { InputTrouble } from '../../index.js';
import type { Ask, CallName, Calls, Said } from '../messages.js';
import { isOutOfMemory } from '../out-of-memory.js';
import { bytesOfText } from '../text-of-bytes.js';
import { engineStopped, noMemory } from './engine-trouble.js';

/** Told what the engine is doing; share from 0 to 1, null where it is not known. */
export type Told = (stage: string, share: number | null) => void;

/** The engine could not do what it was asked, for a reason that the user can mend. */
export class Refused extends Error {
  constructor(readonly trouble: InputTrouble) {
    super(`${trouble.message}. ${trouble.hint}`);
  }
}

export interface Engine {
  /** Asks; throws Refused for what the user can mend. */
  readonly ask: <Name extends CallName>(
    call: Name,
    asked: Calls[Name]['asked'],
    told?: Told,
  ) => Promise<Calls[Name]['gives']>;
  /** Ends the worker and all that is being done in it: questions that are open, and all further ones, are refused so. */
  readonly stop: (why: Error) => void;
  /** Rejects when the engine ends, by itself or not; resolves never. */
  readonly gone: Promise<never>;
}

/** What runs in the worker before the library is there: it unpacks it, and hands all messages to it. */
const BOOT = `
const bytesOf = ${bytesOfText.toString()};
const unpack = (bytes) => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
const addressOf = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
let engine = null;
self.onmessage = ({ data }) => {
  if (engine === null) engine = start(data);
  else
    engine.then(
      (take) => take(data),
      (error) => self.postMessage({ id: data.id, says: 'stopped', reason: 'fault', fault: String(error?.stack ?? error) }),
    );
};
async function start(parts) {
  const packed = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bytesOf(text)]));
  self.sqlWasm = await unpack(packed['sql.wasm']).arrayBuffer();
  // Its code sets a variable that a script has and a module has not.
  const sql = addressOf('let module;' + (await unpack(packed['sql.js']).text()) + ';export default (given) => initSqlJs({ wasmBinary: self.sqlWasm, ...given });');
  const library = (await unpack(packed['library.js']).text()).replaceAll('import("sql.js")', 'import("' + sql + '")');
  const { serve } = await import(addressOf(library));
  return serve(packed, (said) => self.postMessage(said));
}
`;

/** Starts an engine from the parts in the page. `ended` is told once when it has stopped by itself, and why. */
export function startEngine(ended: (why: Refused) => void): Engine {
  const address = URL.createObjectURL(new Blob([BOOT], { type: 'text/javascript' }));
  const worker = new Worker(address);
  const open = new Map<number, { done: (value: never) => void; fail: (error: Error) => void; told?: Told }>();
  let last = 0;
  let over: Error | null = null;
  let leave!: (why: Error) => void;
  const gone = new Promise<never>((_, fail) => (leave = fail));
  // Whoever waits for nothing need not be told.
  gone.catch(() => undefined);
  const stop = (why: Error): void => {
    if (over !== null) return;
    over = why;
    worker.terminate();
    URL.revokeObjectURL(address);
    for (const { fail } of open.values()) fail(why);
    open.clear();
    leave(why);
  };
  const die = (trouble: InputTrouble): void => {
    if (over !== null) return;
    const why = new Refused(trouble);
    stop(why);
    ended(why);
  };
  worker.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.says === 'stopped') {
      die(data.reason === 'memory' ? noMemory() : engineStopped(data.fault));
      return;
    }
    const question = open.get(data.id);
    if (data.says === 'progress') {
      question?.told?.(data.stage, data.share);
      return;
    }
    open.delete(data.id);
    if (data.says === 'done') question?.done(data.value as never);
    else if (data.says === 'refused') question?.fail(new Refused(data.trouble));
    else question?.fail(new Error(data.fault));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    die(isOutOfMemory(event.message) ? noMemory() : engineStopped(event.message));
  };
  worker.onmessageerror = () => die(noMemory());
  worker.postMessage(partsOfPage());
  return {
    ask: (call, asked, told) =>
      new Promise((done, fail) => {
        if (over !== null) return fail(over);
        last += 1;
        open.set(last, { done, fail, ...(told === undefined ? {} : { told }) });
        const ask = { ...asked, id: last, call } as unknown as Ask;
        worker.postMessage(ask, ask.call === 'add' ? ask.files.map(({ bytes }) => bytes) : []);
      }),
    stop,
    gone,
  };
}

/** What lies in the page in inert script elements, gzipped and as text, by name. */
const partsOfPage = (): Record<string, string> =>
  Object.fromEntries(
    [
      ...document.querySelectorAll<HTMLScriptElement>(
        'script[data-part]:not([data-part="desk.js"], [data-part="LICENSES.txt"])',
      ),
    ].map((element) => [element.dataset['part']!, element.textContent]),
  );
