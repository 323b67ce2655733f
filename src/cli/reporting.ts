/**
 * What every report command needs once it runs, loaded together.
 */
export { openDesk, plainInputs } from './desk.js';
export { perform } from './perform.js';
export { nextAfterCheck, nextAfterExport, sayNext } from './next-step.js';
