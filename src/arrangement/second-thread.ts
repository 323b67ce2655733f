/**
 * A second thread, where whoever runs the engine lends one: it does a part of the kernel's work, on the same memory.
 *
 *     lendThread(thread)             the command line, in Node; a page and the library go on with one thread
 *     ask ──► ask.isDone()           nothing of the result depends on whether, or when, it answers
 *
 * A call that it has not begun, or fails at, is done here. If it begins one and never comes back, what it may still
 * write to is given up with its whole memory: `ThreadLost`.
 */
import type { KernelExports } from './kernel-interface.js';

/** What it can be asked to do. */
export type SharedCall = keyof Pick<
  KernelExports,
  | 'withinShare'
  | 'meetShare'
  | 'hitShare'
  | 'turnShare'
  | 'measureShare'
  | 'sumShare'
  | 'distanceShare'
  | 'patchShare'
>;

/** A call that it was asked for. */
export interface Asked {
  /** Waits for its end; false where it is to be done here. Throws ThreadLost. */
  isDone(): boolean;
}

export interface SecondThread {
  /** Hands a kernel over, which the calls that follow are for. */
  join(code: WebAssembly.Module, memory: WebAssembly.Memory): void;
  /** Asks for a call, and does not wait for it. */
  ask(call: SharedCall, given: readonly number[]): Asked;
  /** Takes the kernel handed over last away, so that its memory can go. */
  leave(): void;
}

/** The thread has begun something and does not come back. */
export class ThreadLost extends Error {
  constructor() {
    super('the second thread does not answer');
  }
}

let lent: SecondThread | null = null;

/** Lends a thread to all arrangements that are made from now on; null takes it back. */
export function lendThread(thread: SecondThread | null): void {
  lent = thread;
}

/** The thread that was lent, or null. */
export const lentThread = (): SecondThread | null => lent;

/** Waits for a call whose memory nobody else uses: a thread that does not come back is lent no more. */
export function outcomeOf(asked: Asked): 'done' | 'not done' | 'lost' {
  try {
    return asked.isDone() ? 'done' : 'not done';
  } catch (error) {
    if (!(error instanceof ThreadLost)) throw error;
    lendThread(null);
    return 'lost';
  }
}

/** What asks nobody: every call is to be done here. */
export const nobody: Pick<SecondThread, 'ask'> = { ask: () => ({ isDone: () => false }) };
