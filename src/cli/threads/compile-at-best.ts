/**
 * Has V8 compile the kernel at its best from the start.
 *
 * It compiles WebAssembly quickly first, and well what is called often. Much of the kernel is called once and goes
 * around millions of times: that stays as it was compiled when it was called. For small maps quick is better.
 */
import { setFlagsFromString } from 'node:v8';

/** From now on; the function that is given takes it back, as code that is kept asks for the flags that it was made with. */
export function compileAtBest(): () => void {
  setFlagsFromString('--no-liftoff');
  return () => {
    setFlagsFromString('--liftoff');
    // The first word took this one along.
    setFlagsFromString('--wasm-dynamic-tiering');
  };
}
