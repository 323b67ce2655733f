/**
 * The kernel as it is built for tests, with every assertion: an assertion that fails, or a trap, is an error that
 * names file and line of src/kernel, and of the callers. Tests put it in the place of the release:
 *
 *     vi.mock('../../src/arrangement/kernel.js', async (original) => useCheckedKernel(await original()));
 */
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapping } from 'node:module';
import type * as kernelModule from '../../src/arrangement/kernel.js';
import { host } from '../../src/arrangement/kernel-host.js';
import { InputError } from '../../src/trouble/input-error.js';

const built = new URL('checked-kernel.wasm', import.meta.url);

/** The code of that build. */
export const checkedCode = readFileSync(built);
const compiled = new WebAssembly.Module(checkedCode);
const sourceMap = new SourceMap(JSON.parse(readFileSync(new URL(`${built}.map`), 'utf8')));

/** The module arrangement/kernel.ts with kernels that check themselves. */
export const useCheckedKernel = (original: typeof kernelModule): typeof kernelModule => ({
  ...original,
  makeKernel: makeCheckedKernel,
});

/** A fresh kernel that checks itself. */
export function makeCheckedKernel(): kernelModule.Kernel {
  const abort = (message: number, file: number, line: number, column: number): never => {
    throw new Error(`${readText(memory, message)} (${readText(memory, file)}:${line}:${column})`);
  };
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536 });
  const { exports } = new WebAssembly.Instance(compiled, { host: { ...host }, env: { abort, memory } });
  const explained = Object.entries(exports).map(([name, each]) => [
    name,
    typeof each === 'function' ? explaining(each as (...given: number[]) => unknown) : each,
  ]);
  return Object.fromEntries(explained) as kernelModule.Kernel;
}

/** Text of the kernel: its length in bytes stands before it. */
function readText({ buffer }: WebAssembly.Memory, address: number): string {
  const bytes = new Uint32Array(buffer, address - 4, 1)[0]!;
  return String.fromCharCode(...new Uint16Array(buffer, address, bytes / 2));
}

function explaining(call: (...given: number[]) => unknown): (...given: number[]) => unknown {
  return (...given) => {
    try {
      return call(...given);
    } catch (error) {
      if (error instanceof InputError || !(error instanceof Error)) throw error;
      throw new Error(`${error.message}\n${placesOf(error).join('\n')}`, { cause: error });
    }
  };
}

/** Where the kernel was, innermost first, from the offsets in its code that the stack names. */
function placesOf({ stack = '' }: Error): string[] {
  return [...stack.matchAll(/wasm-function\[\d+\]:0x([0-9a-f]+)/g)].flatMap(([, offset]) => {
    const entry = sourceMap.findEntry(0, parseInt(offset!, 16)) as Partial<SourceMapping>;
    if (entry.originalSource === undefined) return [];
    return [`  at ${entry.originalSource}:${entry.originalLine! + 1}:${entry.originalColumn! + 1}`];
  });
}
