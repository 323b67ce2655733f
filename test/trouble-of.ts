/**
 * The trouble that a call throws as an InputError, for tests of messages and hints.
 */
import { InputError, type InputTrouble } from '../src/trouble/input-error.js';

/** Runs a call that must throw an InputError and gives back what it says; any other outcome fails the test. */
export function troubleOf(run: () => unknown): InputTrouble {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.trouble;
    throw error;
  }
  throw new Error('no InputError was thrown');
}
