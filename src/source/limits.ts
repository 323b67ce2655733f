/**
 * The bounds of fetching, and why they are what they are.
 */
import type { Limits } from './source.js';

const SECOND = 1000;
const MEBIBYTE = 2 ** 20;

export const DEFAULT_LIMITS: Limits = {
  // The largest full-resolution layers are some hundreds of megabytes.
  bytes: 2048 * MEBIBYTE,
  // A page of 2,000 detailed shapes is tens of megabytes, and is parsed whole.
  replyBytes: 256 * MEBIBYTE,
  redirects: 5,
  connectMs: 20 * SECOND,
  silenceMs: 60 * SECOND,
  replyMs: 180 * SECOND,
  wholeMs: 3600 * SECOND,
  retries: 5,
  backOffMs: SECOND,
  mostBackOffMs: 120 * SECOND,
  // As many as a browser that shows a map asks for, halved.
  atOnce: 3,
  pageSize: 2000,
  leastPageSize: 25,
};
