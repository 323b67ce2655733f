/** The shipped scenarios for England: April 2026 made from 2024, and Surrey's two councils. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alignmentFigures } from '../../src/measures/alignment/alignment-figures.js';
import { crossLayers } from '../../src/measures/crossing/cross-layers.js';
import { inverseOf } from '../../src/measures/scenario/inverse.js';
import { readScenario } from '../../src/measures/scenario/read-scenario.js';
import type { Scenario } from '../../src/measures/scenario/scenario-document.js';
import type { ScenarioWishes } from '../../src/measures/scenario/scenario-wishes.js';
import { scenarioReport } from '../../src/measures/scenario/scenario.js';
import { cellsOf, england, recordsOf } from './compare-drawn.js';

const shipped = (name: string): Scenario =>
  readScenario(readFileSync(`data/england/scenarios/${name}`, 'utf8'), name);

const requestOf = (
  stems: readonly string[],
  against: number,
  scenarios: readonly Scenario[],
): ScenarioWishes => ({
  ...england(stems),
  planar: false,
  tolerance: 'auto',
  sensitivity: false,
  scenarios,
  against,
  chain: true,
  sizeGuide: { least: 500_000, most: null },
});

describe('April 2026 made from April 2024', () => {
  const request = requestOf(['icb_2024', 'ltla', 'utla'], 2, [shipped('icb_2026.yaml')]);
  const report = scenarioReport(request);
  const [outcome] = report.trial.outcomes;

  it('has the alignment of the 2026 atoms, in every metric and every test', () => {
    const atoms = england(['icb_2026', 'ltla', 'utla']);
    const crossing = crossLayers({ ...atoms, planar: false, tolerance: 'auto' });
    outcome!.effects.forEach((effect, i) => {
      const expected = alignmentFigures(crossing.pairs[i]!, null);
      expect(effect.after.metrics.map(({ value }) => value)).toEqual(
        expected.metrics.map(({ value }) => value),
      );
      expect(effect.after.shared).toEqual(expected.shared);
      expect(effect.after.outsideMain).toBe(expected.outsideMain);
    });
  });

  it('has the codes, names and people of the 2026 atoms', () => {
    const { layers } = england(['icb_2026']);
    expect(outcome!.version.layer.codes).toEqual(layers[0]!.codes);
    expect(outcome!.version.layer.names).toEqual(layers[0]!.names);
    expect(outcome!.version.layer.membership!.unit).toEqual(layers[0]!.membership!.unit);
  });

  it('gives the start again with its inverse', () => {
    const { ground, start } = report.trial;
    const inverse = inverseOf(ground, start, outcome!.state, request.scenarios[0]!);
    // The layer of the test is called by its stem, and pieces of the inverse go by that.
    const both = scenarioReport({ ...request, scenarios: [...request.scenarios, inverse] });
    expect(both.trial.outcomes[1]!.version.layer.membership!.unit).toEqual(
      request.layers[0]!.membership!.unit,
    );
    expect(both.trial.outcomes[1]!.version.layer.names).toEqual(request.layers[0]!.names);
  });
});

it('East and West Surrey are two councils above 500,000 people, each in one ICB of 2026', () => {
  const report = scenarioReport(
    requestOf(['utla', 'icb_2026', 'ltla'], 1, [shipped('east_and_west_surrey.yaml')]),
  );
  expect(cellsOf(report, 'units', ['code', 'people', 'icb_2026_count', 'size_guide'])).toEqual([
    ['X_EAST_SURREY', 545_814, 1, 'within'],
    ['X_WEST_SURREY', 657_315, 1, 'within'],
  ]);
  expect(recordsOf(report, 'effect').find(({ quantity }) => quantity === 'units')!['after']).toBe(154);
});
