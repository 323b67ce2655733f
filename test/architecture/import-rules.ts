/**
 * Which folder of src may import which, and why. docs/architecture.md prints the same table; a test compares them.
 */
export interface ImportRule {
  readonly folder: string;
  /** Folders it may import from, apart from itself. */
  readonly may: readonly string[];
  readonly reason: string;
}

export const importRules: readonly ImportRule[] = [
  {
    folder: 'trouble',
    may: [],
    reason: 'errors and findings are spoken of everywhere, so they depend on nothing',
  },
  {
    folder: 'layer',
    may: ['trouble'],
    reason: 'what a layer is must not depend on the format it was read from or on what is measured with it',
  },
  {
    folder: 'read',
    may: ['layer', 'trouble'],
    reason: 'a reader turns bytes into layers and knows nothing of what is done with them',
  },
  {
    folder: 'kernel',
    may: [],
    reason:
      'it is compiled to WebAssembly apart from the rest and sees numbers in its own memory, no objects',
  },
  {
    folder: 'arrangement',
    may: ['layer', 'trouble'],
    reason: 'geometry is exact and knows nothing of files, tolerances for slivers, people or reports',
  },
  {
    folder: 'measures',
    may: ['arrangement', 'layer', 'trouble'],
    reason: 'a measure works on layers and their arrangement, never on files, so that any source can feed it',
  },
  {
    folder: 'report',
    may: ['measures', 'trouble'],
    reason:
      'a writer sees the result document only (measures/result.ts), so that a saved result can be rendered again',
  },
  {
    folder: 'cli',
    may: ['report', 'measures', 'arrangement', 'read', 'layer', 'trouble'],
    reason: 'only the rim touches files, threads and the terminal; nothing imports the rim',
  },
];

/** The one file of measures that report may import. */
export const RESULT_FILE = 'measures/result.ts';
