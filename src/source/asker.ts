/**
 * Who asks: one set of connections with its bounds, through the proxy that the environment names. The only file that
 * opens a connection.
 *
 *     address ──► proxy or direct ──► redirects, each checked ──► body, unpacked and counted as it comes
 *
 * Certificates are trusted as Node does: its own, those of NODE_EXTRA_CA_CERTS, with --use-system-ca the system's.
 */
import { Readable, pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { toolVersion } from '../result/tool-version.js';
import { InputError } from '../trouble/input-error.js';
import { checkAddress, checkRedirect } from './address.js';
import { Fault, faultOfConnection } from './fault.js';
import { faultOfStatus } from './fault-of-status.js';
import { DEFAULT_LIMITS } from './limits.js';
import { proxyFor } from './proxy.js';
import { shownAddress } from './secrets.js';
import { tooLarge } from './too-large.js';
import { randomNumbers } from './random-numbers.js';
import type { AskOptions, Limits } from './source.js';

export type Headers = Readonly<Record<string, string | undefined>>;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Where it came from in the end. */
  readonly url: URL;
}

export interface Asker {
  readonly limits: Limits;
  /** Numbers from 0 up to 1, for jitter. */
  readonly random: () => number;
  /** Aborted where the user says so, where all takes too long, and by `stop`. */
  readonly signal: AbortSignal;
  /** Bytes that came in so far, as they are on the wire. */
  readonly bytesIn: () => number;
  /**
   * Asks once; every chunk of an unpacked body goes to `take`, which is not called for 304. Throws Fault for what is worth
   * another try or is to be told, InputError for what never is.
   */
  ask(address: string | URL, asked: Asked): Promise<Reply>;
  /** Ends everything that is under way with an error. */
  stop(reason: unknown): void;
}

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  /** Most bytes of the unpacked body. */
  readonly most: number;
  /** Milliseconds that the reply may take as a whole. */
  readonly withinMs: number;
  readonly take: (chunk: Uint8Array, reply: Reply) => void | Promise<void>;
  /** Told as bytes come in. */
  readonly came?: () => void;
}

const UNPACKERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Lends somebody who asks to some work, and closes all connections after it. */
export async function withAsker<T>(options: AskOptions, work: (asker: Asker) => Promise<T>): Promise<T> {
  const { Agent, ProxyAgent, request } = await import('undici');
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const environment = options.environment ?? process.env;
  const whole = new AbortController();
  const stop = (reason: unknown): void => whole.abort(reason);
  const stopped = (): void => stop(options.signal?.reason);
  if (options.signal?.aborted === true) stopped();
  options.signal?.addEventListener('abort', stopped, { once: true });
  const deadline = setTimeout(() => stop(tooLong(limits.wholeMs)), limits.wholeMs);

  const connect = { timeout: limits.connectMs };
  const common = {
    connect,
    connections: limits.atOnce,
    pipelining: 1,
    headersTimeout: limits.silenceMs,
    bodyTimeout: limits.silenceMs,
    maxHeaderSize: 65_536,
  };
  const agents = new Map<string, Dispatcher>();
  const agentFor = (url: URL): Dispatcher => {
    const proxy = proxyFor(url, environment) ?? '';
    let agent = agents.get(proxy);
    if (agent === undefined) {
      agent =
        proxy === ''
          ? new Agent(common)
          : new ProxyAgent({ ...common, uri: proxy, requestTls: connect, proxyTls: connect });
      agents.set(proxy, agent);
    }
    return agent;
  };

  let bytesIn = 0;
  const ask = async (address: string | URL, asked: Asked): Promise<Reply> => {
    const reply = new AbortController();
    const passOn = (): void => reply.abort(whole.signal.reason);
    if (whole.signal.aborted) passOn();
    whole.signal.addEventListener('abort', passOn, { once: true });
    let late = false;
    // What fails where the body is put is no fault of the connection.
    let ofTaker: { readonly error: unknown } | null = null;
    const take: Asked['take'] = async (chunk, from) => {
      try {
        await asked.take(chunk, from);
      } catch (error) {
        ofTaker = { error };
        throw error;
      }
    };
    const timer = setTimeout(() => {
      late = true;
      reply.abort(new Error('late'));
    }, asked.withinMs);
    try {
      return await follow(checkAddress(String(address)), { ...asked, take }, reply.signal);
    } catch (error) {
      if (whole.signal.aborted) throw whole.signal.reason;
      if (ofTaker !== null) throw (ofTaker as { error: unknown }).error;
      if (late) throw new Fault('timeout', `it took longer than ${asked.withinMs / 1000} s`);
      throw error instanceof Fault || error instanceof InputError || isOurs(error)
        ? error
        : faultOfConnection(error);
    } finally {
      clearTimeout(timer);
      whole.signal.removeEventListener('abort', passOn);
    }
  };

  const follow = async (first: URL, asked: Asked, signal: AbortSignal): Promise<Reply> => {
    let url = first;
    for (let redirects = 0; ; redirects++) {
      const { statusCode, headers, body } = await request(url, {
        dispatcher: agentFor(url),
        signal,
        headers: {
          'user-agent': `coterminous/${toolVersion}`,
          'accept-encoding': 'gzip, deflate, br',
          ...asked.headers,
        },
      });
      // What is let go of early breaks off, and says so to nobody.
      body.on('error', () => undefined);
      const plain = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
      );
      const reply: Reply = { status: statusCode, headers: plain, url };
      const { location } = plain;
      if ([301, 302, 303, 307, 308].includes(statusCode) && location !== undefined) {
        body.destroy();
        if (redirects >= limits.redirects) throw tooManyRedirects(first, limits.redirects);
        url = checkRedirect(url, location);
        continue;
      }
      if (statusCode === 304) {
        body.destroy();
        return reply;
      }
      if (statusCode !== 200) {
        const start = await textOf(body, plain['content-encoding']);
        throw faultOfStatus(statusCode, plain, start);
      }
      await takeBody(body, reply, asked, (bytes) => {
        bytesIn += bytes;
        asked.came?.();
      });
      return reply;
    }
  };

  try {
    return await work({
      limits,
      random: randomNumbers(options.seed),
      signal: whole.signal,
      bytesIn: () => bytesIn,
      ask,
      stop,
    });
  } finally {
    clearTimeout(deadline);
    options.signal?.removeEventListener('abort', stopped);
    await Promise.all([...agents.values()].map((agent) => agent.destroy().catch(() => undefined)));
  }
}

async function takeBody(
  body: Readable,
  reply: Reply,
  { take, most }: Asked,
  came: (bytes: number) => void,
): Promise<void> {
  const length = Number(reply.headers['content-length'] ?? NaN);
  if (length > most) throw tooLarge(reply.url, most);
  let bytes = 0;
  for await (const chunk of unpacked(body, reply.headers['content-encoding'], came)) {
    bytes += chunk.length;
    if (bytes > most) {
      body.destroy();
      throw tooLarge(reply.url, most);
    }
    await take(chunk, reply);
  }
}

/** A body as it is without its packing. Throws Fault where it is cut or packed in a way of its own. */
async function* unpacked(
  body: Readable,
  encoding: string | undefined,
  came: (bytes: number) => void,
): AsyncIterable<Uint8Array> {
  const counted = async function* (): AsyncIterable<Uint8Array> {
    for await (const chunk of body) {
      came((chunk as Uint8Array).length);
      yield chunk as Uint8Array;
    }
  };
  const kinds = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'identity');
  if (kinds.length === 0) {
    yield* counted();
    return;
  }
  const unpacker = UNPACKERS[kinds[0]!];
  if (kinds.length > 1 || unpacker === undefined)
    throw new Fault('wrong', `the reply is packed as ${kinds.join(', ')}, which was not asked for`);
  const stream = pipeline(Readable.from(counted()), unpacker(), () => undefined);
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) yield chunk;
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    throw code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT') || code.startsWith('ERR_BROTLI')
      ? new Fault('cut', 'its packed reply is damaged or cut short')
      : error;
  }
}

/** The first kilobytes of a body as text, for telling what it is; never fails. */
async function textOf(body: Readable, encoding: string | undefined): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of unpacked(body, encoding, () => undefined)) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > 16_384) break;
    }
  } catch {
    // A cut page tells as much as it holds.
  }
  body.destroy();
  return Buffer.concat(chunks).toString('utf8');
}

/** A fault of ours, not of a connection. */
const isOurs = (error: unknown): boolean => error instanceof TypeError || error instanceof RangeError;

const tooManyRedirects = (url: URL, most: number): InputError =>
  new InputError({
    id: 'fetch-redirects',
    file: shownAddress(url),
    message: `it leads on more than ${most} times`,
    hint: 'A sign-in page may stand in the way: open it in a browser, and download the file there',
  });

const tooLong = (ms: number): InputError =>
  new InputError({
    id: 'fetch-too-long',
    message: `fetching took longer than ${Math.round(ms / 60_000)} min, and was given up`,
    hint: 'Try again; what has come is kept',
  });
