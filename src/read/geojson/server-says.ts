/**
 * What a server writes beside the features of a page: that it stopped at its limit, how many there are in all. And
 * what it writes instead of features: why it refused.
 */
import type { Properties } from '../../layer/feature-table.js';

/** Members of a collection that say something of the download. */
export type PageMember = 'exceededTransferLimit' | 'numberMatched' | 'totalFeatures' | 'links';

/** Members of an answer that is no collection. */
export type ReplyMember = 'error' | 'errors' | 'exceptions' | 'message';

/** What a server says of one page. */
export interface ServerWords {
  /** Whether it stopped at its limit. */
  isCut: boolean;
  /** Whether it names a page that follows. */
  hasNext: boolean;
  /** How many features there are in all, or 0. */
  matched: number;
  /** What it said instead of features, or null. */
  reply: Record<string, unknown> | null;
}

const PAGE_MEMBERS: ReadonlySet<string> = new Set([
  'exceededTransferLimit',
  'numberMatched',
  'totalFeatures',
  'links',
]);
const REPLY_MEMBERS: ReadonlySet<string> = new Set(['error', 'errors', 'exceptions', 'message']);

/** Whether a member of this name says something of the download. */
export const isPageMember = (name: string): name is PageMember => PAGE_MEMBERS.has(name);

/** Whether a member of this name is part of a refusal. */
export const isReplyMember = (name: string): name is ReplyMember => REPLY_MEMBERS.has(name);

/** Keeps the value of a member that is one of either. */
export function hearServer(said: ServerWords, member: PageMember | ReplyMember, value: unknown): void {
  if (member === 'exceededTransferLimit') said.isCut ||= saysYes(value);
  else if (member === 'links') said.hasNext = linksOn(value);
  else if (isReplyMember(member)) said.reply = { ...said.reply, [member]: value };
  else if (value !== '' && Number.isFinite(Number(value)))
    said.matched = Math.max(said.matched, Number(value));
}

/** Whether the server says by a page's members or properties that it stopped at its limit. */
export const isCutPage = (said: ServerWords, properties: Properties | null): boolean =>
  said.isCut || saysYes(properties?.['exceededTransferLimit']);

/** Whether a value means yes, however the server or a program after it wrote it. */
export const saysYes = (value: unknown): boolean =>
  value === true || value === 1 || (typeof value === 'string' && /^(true|yes|1)$/i.test(value.trim()));

/** Whether links, as OGC API Features lists them, lead on to a next page. */
const linksOn = (links: unknown): boolean =>
  Array.isArray(links) && links.some((link: { rel?: unknown } | null) => link?.rel === 'next');
