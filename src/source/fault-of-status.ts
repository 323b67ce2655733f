/**
 * What a reply means that is none of 200: by its status, its headers and what stands in it.
 */
import { Fault } from './fault.js';
import { pageTitle, looksLikePage } from './web-page.js';

type Headers = Readonly<Record<string, string | undefined>>;

/** Statuses with which a server asks to be tried again. */
const BUSY = new Set([202, 408, 425, 429, 503]);

/** The fault that a status stands for. */
export function faultOfStatus(status: number, headers: Headers, start: string): Fault {
  const after = retryAfterMs(headers['retry-after']);
  if (status === 202) return new Fault('busy', 'the server is still making it (202)', after, status);
  if (status === 407)
    return new Fault('wrong', 'the proxy wants a user name and a password (407)', null, status);
  if (BUSY.has(status)) return new Fault('busy', `the server is busy (${status})`, after, status);
  if (status === 504) return new Fault('timeout', 'the server took too long (504)', after, status);
  if (status >= 500) return new Fault('server', `the server failed (${status})`, after, status);
  if (status === 413) return new Fault('server', 'the server finds it too large (413)', after, status);
  if (looksLikePage(start) && (status === 403 || status === 451))
    return new Fault('page', `a web page came instead${pageTitle(start)} (${status})`, null, status);
  const says = status === 404 || status === 410 ? 'there is nothing at it' : 'the server refused it';
  return new Fault('wrong', `${says} (${status})`, null, status);
}

/** Milliseconds of a Retry-After: seconds or a date; null where it is neither. Never less than nothing. */
export function retryAfterMs(text: string | undefined, now: number = Date.now()): number | null {
  if (text === undefined) return null;
  if (/^\s*\d+\s*$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
