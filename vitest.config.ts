import { defineConfig } from 'vitest/config';
import { findLanes, SLOW } from './test/lanes.js';

/** `--mode quick` leaves out what takes long: see test/lanes.ts. */
export default defineConfig(({ mode }) => {
  const quick = mode === 'quick';
  const { source, built } = findLanes();
  const timeout = quick ? 20_000 : 120_000;
  const shared = {
    setupFiles: ['test/same-seed.ts'],
    testTimeout: timeout,
    hookTimeout: timeout,
  };
  return {
    test: {
      projects: [
        {
          test: {
            ...shared,
            name: 'source',
            include: source.filter((file) => !quick || !SLOW.includes(file)),
            globalSetup: ['test/build-made-code.ts'],
            // Modules hold nothing that one test file could spoil for the next, so they are loaded once for all.
            isolate: false,
            ...(quick ? { env: { COTERMINOUS_DATA: 'none' } } : {}),
          },
        },
        ...(quick
          ? []
          : [
              {
                test: { ...shared, name: 'built', include: [...built], globalSetup: ['test/build-once.ts'] },
              },
            ]),
      ],
    },
  };
});
