/**
 * The library and the page's engine in one file: `dist/library.js`. The library's door names what is public of it; the page
 * runs it in a worker.
 */
export * from '../../index.js';
export { serve } from './serve.js';
