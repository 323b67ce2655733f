/**
 * What only judged runs and several reports need, loaded together.
 */
export { noteConfig, openJudge, readSaved } from './judge.js';
export { runTogether } from './run-reports.js';
