/** What is wrong, of something that is refused later. */
import { InputError, type InputTrouble } from '../../src/index.js';

export async function troubleOfAsync(work: Promise<unknown>): Promise<InputTrouble> {
  try {
    await work;
  } catch (error) {
    if (error instanceof InputError) return error.trouble;
    throw error;
  }
  throw new Error('nothing was refused');
}
