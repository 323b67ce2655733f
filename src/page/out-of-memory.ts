/**
 * Whether something that was thrown says that the browser gave no more memory. Browsers have no error of its own for it:
 *
 *     Chromium, Edge    RangeError: Array buffer allocation failed; WebAssembly.Memory(): could not allocate memory
 *     Firefox           InternalError: allocation size overflow; out of memory; RangeError: invalid array length
 *     Safari            RangeError: Out of memory
 */
const SAYS_SO =
  /allocation failed|could not allocate|cannot allocate|out of memory|allocation size overflow|invalid (typed )?array (buffer )?length|invalid string length|maximum size exceeded|array buffer .*too large/i;

/** True where memory ran out. What is too deeply nested, or longer than its file, is another fault. */
export const isOutOfMemory = (thrown: unknown): boolean =>
  SAYS_SO.test(thrown instanceof Error ? thrown.message : String(thrown));
