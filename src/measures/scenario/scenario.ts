/**
 * Proposals tried out: each scenario applied to a layer by relabelling, and the alignment with other layers before
 * and after side by side.
 */
import { blockCodes } from '../../layer/blocks.js';
import type { Layer } from '../../layer/layer.js';
import { pieceColumns, transfers, TRANSFERS, type PieceRow } from '../changes/changes-table.js';
import { effectTable } from '../changes/effect-table.js';
import { effectSentence } from '../changes/effect.js';
import { sharedTable } from '../changes/shared-effect-table.js';
import type { Crossing } from '../crossing/crossing.js';
import { crossLayers } from '../crossing/cross-layers.js';
import type { CrossingRequest } from '../crossing/crossing-request.js';
import { drawMap } from '../map/draw-map.js';
import { reportOfCrossing } from '../report-of-crossing.js';
import type { Report } from '../report.js';
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { applyScenario, startOf } from './apply-scenario.js';
import { cutBlocks } from './cut-blocks.js';
import { groundOf } from './ground.js';
import { respellScenario } from './respell-scenario.js';
import { lookupTable } from './lookup-table.js';
import { figuresBefore, outcomeOf } from './outcome-of.js';
import type { Outcome, Trial } from './outcome.js';
import type { ScenarioWishes } from './scenario-wishes.js';
import { scenarioSentence, sizeRows, titleOf } from './sizes.js';
import { newUnitsTable, oldUnitsTable } from './units-table.js';

/** Carries out all scenarios. */
export function tryScenarios(request: ScenarioWishes): Trial {
  const crossing = crossLayers(request);
  const ground = groundOf(crossing, polygonBlocks(request));
  const start = startOf(ground);
  const before = figuresBefore(crossing, request.against);
  let state = start;
  const outcomes = request.scenarios.map((given): Outcome => {
    const from = request.chain ? state : start;
    const { scenario, notes } = respellScenario(ground, from.codeOf, given);
    state = applyScenario(ground, from, scenario);
    return outcomeOf({ crossing, ground, before }, scenario, state, notes);
  });
  return { crossing, ground, start, outcomes };
}

/** The report of all scenarios side by side. */
export function scenarioReport(request: ScenarioWishes): Report & { readonly trial: Trial } {
  const trial = tryScenarios(request);
  const { crossing, outcomes } = trial;
  const against = crossing.pairs.slice(0, request.against);
  const effects = outcomes.flatMap((outcome) => outcome.effects);
  return {
    ...reportOfCrossing({ ...crossing, pairs: against }, request.sensitivity),
    trial,
    drawMap: (wishes) => drawMap(beforeAndAfter(trial, request.against), wishes),
    tables: [
      effectTable(
        effects,
        outcomes.flatMap((outcome) => sizeRows(outcome, request.sizeGuide)),
        new Map(outcomes.map(({ scenario: { name, title } }) => [name, title])),
      ),
      newUnitsTable(outcomes, crossing, request.sizeGuide),
      ...(effects.length === 0 ? [] : [sharedTable(effects)]),
      allTransfers(outcomes),
      lookupTable(outcomes, crossing, codesOnSheet(request)),
      oldUnitsTable(outcomes, crossing, request.sizeGuide),
    ],
    summary: [
      ...outcomes.flatMap((outcome) => [
        scenarioSentence(outcome),
        ...outcome.effects.map((effect) =>
          effectSentence(effect, outcomes.length > 1 ? titleOf(outcome.scenario) : null),
        ),
      ]),
      ...cutBlocks(trial, polygonBlocks(request)),
    ],
  };
}

/** The layer as it is and as the last scenario makes it, on one sheet with the layers they are held against. */
function beforeAndAfter({ crossing, outcomes }: Trial, against: number): Crossing {
  const { version } = outcomes.at(-1)!;
  const [base, ...others] = crossing.layers as [Layer, ...Layer[]];
  return {
    ...crossing,
    layers: [base, version.layer, ...others.slice(0, against)],
    sheet: version.sheet,
    pairs: crossing.pairs.slice(0, against),
  };
}

/** What changed hands in each of several scenarios, with the scenario in front. */
function allTransfers(outcomes: readonly Outcome[]): Table {
  return makeTable({
    ...TRANSFERS,
    rows: outcomes.flatMap(({ scenario, changes }) =>
      transfers(changes).map((row): PieceRow & { readonly scenario: string } => ({
        ...row,
        scenario: scenario.name,
      })),
    ),
    columns: [
      {
        heading: 'scenario',
        title: 'proposal',
        kind: 'text',
        description: 'The proposal',
        about: { role: 'id' },
        value: ({ scenario }) => scenario,
      },
      ...pieceColumns(outcomes[0]!.changes),
    ],
  });
}

/** Codes of the blocks that the first measure on the sheet was placed with. */
function codesOnSheet({ measures }: ScenarioWishes): readonly string[] {
  const placed = measures.find(({ blocks }) => blocks !== null);
  return placed === undefined ? [] : blockCodes(placed.blocks!);
}

/** The blocks that lie on the sheet as polygons, so that they can be pieces; one layer of them or none. */
export function polygonBlocks({ measures, layers }: CrossingRequest): Layer[] {
  const found = measures.flatMap(({ blocks }) => (blocks?.form === 'polygons' ? [blocks.layer] : []));
  return [...new Set(found)].filter((layer) => !layers.includes(layer)).slice(0, 1);
}
