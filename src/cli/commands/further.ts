/**
 * Commands that are no reports, loaded together when one of them runs.
 */
export { runDemo } from './demo.js';
export { runFetch } from './fetch.js';
export { runInit } from './init.js';
export { runInspect } from './inspect.js';
export { runKinds } from './kinds.js';
export { runUpdate } from './update.js';
