/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The page's end of the line to the engine: a worker made from what lies in the page, questions and their answers.
 *
 * A worker from a blob has no import map, so the package that the library asks for by name is put in by its address.
 */
import type { InputTrouble } from '../../index.js';
import type { Ask, CallName, Calls, Said } from '../messages.js';
import { bytesOfText } from '../text-of-bytes.js';

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
  /** Ends the worker and all that is being done in it; questions that are open are never answered. */
  readonly stop: () => void;
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
      (error) => self.postMessage({ id: data.id, says: 'failed', fault: String(error?.stack ?? error) }),
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

/** Starts an engine from the parts in the page. `failed` is told when the worker ends by itself. */
export function startEngine(failed: (message: string) => void): Engine {
  const worker = new Worker(URL.createObjectURL(new Blob([BOOT], { type: 'text/javascript' })));
  const open = new Map<number, { done: (value: never) => void; fail: (error: Error) => void; told?: Told }>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<Said>) => {
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
  worker.onerror = ({ message }) => failed(message);
  worker.postMessage(partsOfPage());
  return {
    ask: (call, asked, told) =>
      new Promise((done, fail) => {
        last += 1;
        open.set(last, { done, fail, ...(told === undefined ? {} : { told }) });
        const ask = { ...asked, id: last, call } as unknown as Ask;
        worker.postMessage(ask, ask.call === 'add' ? ask.files.map(({ bytes }) => bytes) : []);
      }),
    stop: () => worker.terminate(),
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
