/**
 * The second thread: does what the first one orders, one thing after the other.
 */
import { parentPort } from 'node:worker_threads';
import { instanceOf } from '../../arrangement/kernel-instance.js';
import type { KernelExports } from '../../arrangement/kernel-interface.js';
import { collectGarbage } from '../collect-garbage.js';
import { hashFiles } from './hash-files.js';
import { readParts } from './read-parts.js';
import { BEGUN, DONE, FAILED, type Order, WAITING } from './thread-messages.js';

let kernel: KernelExports | null = null;

parentPort!.on('message', (order: Order) => {
  if (order.order === 'join') kernel = instanceOf(order.code, order.memory);
  else if (order.order === 'leave') {
    kernel = null;
    // This thread makes too little garbage to collect by itself, and a kernel's memory is large.
    collectGarbage();
  } else if (order.order === 'read') {
    readParts(order.files);
    // Coordinates that went over would stay to the end of the run.
    collectGarbage();
    void hashFiles(order.files);
  } else carryOut(order);
});

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
