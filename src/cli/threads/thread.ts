/**
 * The second thread: does what the first one orders, one thing after the other.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { instanceOf } from '../../arrangement/kernel-instance.js';
import type { KernelExports } from '../../arrangement/kernel-interface.js';
import { hashFiles } from './hash-files.js';
import { readParts } from './read-parts.js';
import { BEGUN, DONE, FAILED, type Order, WAITING } from './thread-messages.js';

let kernel: KernelExports | null = null;

parentPort!.on('message', (order: Order) => {
  if (order.order === 'join') kernel = instanceOf(order.code, order.memory);
  else if (order.order === 'leave') {
    kernel = null;
    collect();
  } else if (order.order === 'read') {
    readParts(order.files);
    void hashFiles(order.files);
  } else carryOut(order);
});

/** Lets go of memory at once: this thread makes too little garbage to do so by itself, and a kernel's is large. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  // Code that V8 has made is good for the flags it was made with.
  setFlagsFromString('--no-expose-gc');
  gc();
}

function carryOut({ call, given, state }: Extract<Order, { order: 'call' }>): void {
  if (Atomics.compareExchange(state, 0, WAITING, BEGUN) !== WAITING) return;
  let outcome = FAILED;
  try {
    (kernel![call] as (...numbers: readonly number[]) => void)(...given);
    outcome = DONE;
  } catch {
    // Whatever it is, the first thread meets it too where it is not a lack of room here.
  }
  Atomics.store(state, 0, outcome);
  Atomics.notify(state, 0);
}
