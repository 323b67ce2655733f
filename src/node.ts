/**
 * The library in Node: files from disk for a run.
 *
 *     const result = await run(request, openInputs());
 */
import { nodeFiles } from './cli/node-files.js';
import { Inputs } from './run/inputs.js';

/** A desk of inputs that reads from disk, paths as seen from the current folder; `-` is standard input. */
export const openInputs = (): Inputs => new Inputs(nodeFiles);

export { nodeFiles };
