/**
 * Several reports over the same files: each file is opened once, and layers are laid on one sheet once.
 */
import { describe, expect, it, vi } from 'vitest';
import type * as Arrangement from '../../src/arrangement/arrangement.js';

const built = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../src/arrangement/arrangement.js', async (original) => {
  const module = await original<typeof Arrangement>();
  return {
    ...module,
    buildArrangement: (...args: Parameters<typeof module.buildArrangement>) => {
      built.count++;
      return module.buildArrangement(...args);
    },
  };
});

const { nodeFiles } = await import('../../src/cli/node-files.js');
const { Inputs } = await import('../../src/run/inputs.js');
const { run } = await import('../../src/run/run.js');
const { runReports } = await import('../../src/run/run-reports.js');
const { writeJson } = await import('../../src/result/write-json.js');

const layers = [{ path: 'data/region/icb.geojson' }, { path: 'data/region/ltla.geojson' }] as const;
const common = {
  people: [{ path: 'data/region/residents.csv' }],
  blocks: { path: 'data/region/blocks.geojson' },
};
const overlap = { command: 'overlap', layers, ...common } as const;
const align = { command: 'align', layers: [layers[1], layers[0]], ...common } as const;
const compare = { command: 'compare', before: layers[0], after: layers[1], ...common } as const;

describe('three reports over the same layers', () => {
  // Four files, and the figures for England that residents are held against.
  it('open each file once, lay the layers out once, and say what each says alone', async () => {
    const opened = new Map<string, number>();
    const inputs = new Inputs({
      ...nodeFiles,
      open: (path) => {
        opened.set(path, (opened.get(path) ?? 0) + 1);
        return nodeFiles.open(path);
      },
    });
    built.count = 0;
    const reports = [overlap, align, compare].map((request) => ({ name: request.command, request }));
    const made = await runReports({ command: 'report', reports }, inputs);
    expect([...opened.values()]).toEqual([1, 1, 1, 1, 1]);
    expect(built.count).toBe(1);
    for (const [i, { request }] of reports.entries()) {
      const alone = await run(request, new Inputs(nodeFiles));
      expect(writeJson(made[i]!.result)).toBe(writeJson(alone));
    }
  });
});
