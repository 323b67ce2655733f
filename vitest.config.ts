import { defineConfig } from 'vitest/config';
import { findLanes } from './test/lanes.js';

/** `--mode quick` leaves out what takes long: see test/lanes.ts. */
export default defineConfig(({ mode }) => {
  const quick = mode === 'quick';
  const timeout = quick ? 20_000 : 120_000;
  const project = (name: string, files: readonly string[], isolate: boolean, globalSetup: string) => ({
    test: {
      name,
      include: [...files],
      isolate,
      globalSetup: [globalSetup],
      setupFiles: ['test/same-seed.ts'],
      testTimeout: timeout,
      hookTimeout: timeout,
      ...(quick ? { env: { COTERMINOUS_DATA: 'none' } } : {}),
    },
  });
  const { source, replacing, built } = findLanes(quick);
  const projects = [
    // Modules hold nothing that one test file could spoil for the next, so they are loaded once for all.
    project('source', source, false, 'test/build-made-code.ts'),
    project('replacing', replacing, true, 'test/build-made-code.ts'),
    project('built', built, true, 'test/build-once.ts'),
  ];
  // Vitest leaves one processor idle; on two that is half of them.
  return { test: { maxWorkers: '100%', projects: projects.filter(({ test }) => test.include.length > 0) } };
});
