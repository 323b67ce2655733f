/**
 * JSON from an address: asked once or with further tries, with what a server of ArcGIS says inside a reply of 200.
 */
import type { Asker, Reply } from './asker.js';
import { Fault } from './fault.js';
import { sayFault } from './say-fault.js';
import { GivenUp, tryAgain } from './try-again.js';
import { looksLikePage, pageTitle } from './web-page.js';

export type Json = Readonly<Record<string, unknown>>;

export interface JsonReply extends Reply {
  readonly json: Json;
}

/** Asks once. Throws Fault for what is no JSON object, or one that tells of an error. */
export async function askJsonOnce(
  asker: Asker,
  address: string | URL,
  came?: () => void,
): Promise<JsonReply> {
  const chunks: Uint8Array[] = [];
  const reply = await asker.ask(address, {
    headers: { accept: 'application/json, application/geo+json' },
    most: asker.limits.replyBytes,
    withinMs: asker.limits.replyMs,
    take: (chunk) => void chunks.push(chunk),
    ...(came === undefined ? {} : { came }),
  });
  return { ...reply, json: parseReply(Buffer.concat(chunks).toString('utf8')) };
}

/** Asks until it is answered. Throws InputError where it is not. */
export async function askJson(asker: Asker, address: string | URL): Promise<JsonReply> {
  try {
    return await tryAgain(asker, () => askJsonOnce(asker, address));
  } catch (error) {
    throw error instanceof GivenUp ? sayFault(error.fault, address, error.tries) : error;
  }
}

function parseReply(text: string): Json {
  if (looksLikePage(text.slice(0, 4096)))
    throw new Fault('page', `a web page came instead of data${pageTitle(text.slice(0, 16_384))}`);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Fault('cut', text.trim() === '' ? 'the reply is empty' : 'the reply is cut short or no JSON');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Fault('cut', 'the reply is no JSON object');
  const { error } = json as Json;
  if (error !== undefined && error !== null) throw faultInside(error);
  return json as Json;
}

/** Errors that come and go, or go with smaller pages, although their code says that the question is wrong. */
const PASSING = /unable to (complete|perform)|time[d -]*out|too many|busy|try again/i;

/** What a text says where it is nothing but a server's error; null for anything else. */
export function faultOfAnswer(text: string): Fault | null {
  try {
    const { error } = JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
    const isError = typeof error === 'object' && error !== null && 'code' in error;
    return isError ? faultInside(error) : null;
  } catch {
    return null;
  }
}

function faultInside(error: unknown): Fault {
  const { code, message, details } = (typeof error === 'object' ? error : { message: error }) as Json;
  const status = typeof code === 'number' ? code : null;
  const parts = [message, ...(Array.isArray(details) ? details : [])];
  const said = parts
    .filter((part): part is string => typeof part === 'string' && part.trim() !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
  const text = `the server says${status === null ? '' : ` (${status})`}: ${said === '' ? 'error' : said.replace(/\.$/, '')}`;
  if (status === 429) return new Fault('busy', text, null, status);
  if (status === 504) return new Fault('timeout', text, null, status);
  const isOfQuestion = status !== null && status >= 400 && status < 500 && status !== 408 && status !== 413;
  return new Fault(isOfQuestion && !PASSING.test(said) ? 'wrong' : 'server', text, null, status);
}
