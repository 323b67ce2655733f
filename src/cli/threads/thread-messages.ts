/**
 * What the two threads say to one another.
 */
import type { SharedCall } from '../../arrangement/second-thread.js';
import type { FileToRead } from './read-order.js';

/** Where a call stands, in memory that both see. */
export const WAITING = 0;
export const BEGUN = 1;
export const DONE = 2;
export const FAILED = 3;
/** The first thread does it itself. */
export const TAKEN_BACK = 4;

/** What the second thread is told. */
export type Order =
  | { readonly order: 'join'; readonly code: WebAssembly.Module; readonly memory: WebAssembly.Memory }
  | { readonly order: 'leave' }
  | { readonly order: 'read'; readonly files: readonly FileToRead[] }
  | {
      readonly order: 'call';
      readonly call: SharedCall;
      readonly given: readonly number[];
      readonly state: Int32Array<SharedArrayBuffer>;
    };
