/**
 * The smallest changes that would line two layers up: arithmetic, not a recommendation.
 */
import { blockCodes } from '../../layer/blocks.js';
import { alignUnits, type Alignment } from '../alignment/alignment.js';
import { alignmentFigures } from '../alignment/alignment-figures.js';
import { crossLayers } from '../crossing/cross-layers.js';
import { reportOfCrossing } from '../report-of-crossing.js';
import type { Report } from '../report.js';
import type { Operation, Scenario } from '../scenario/scenario-document.js';
import { apportion } from './apportion.js';
import { blockMoves } from './block-moves.js';
import { cheapestFix, type Choice, type Fix } from './cheapest-fix.js';
import { choicesTable } from './choices-table.js';
import { contiguityOf } from './contiguity.js';
import { fixChoices, type Test } from './fix-choices.js';
import { movesTable, type RatedMove } from './moves-table.js';
import { amountOf, singleMoves, type Move } from './moves.js';
import { suggestSummary } from './suggest-summary.js';
import type { SuggestWishes } from './suggest-wishes.js';

export interface Suggestion extends Report {
  readonly fix: Fix;
  /** Moves of the cheapest set, as operations of a scenario on the first layer. */
  readonly operations: readonly Operation[];
}

/** Works out single moves and the cheapest set that makes the test hold. */
export function suggest(request: SuggestWishes): Suggestion {
  const crossing = crossLayers(request);
  const [crossed] = crossing.pairs;
  const aligned = alignUnits(crossed!);
  const { outsideMain } = alignmentFigures(crossed!, crossing.sheet);
  const contiguous = contiguityOf(crossing.sheet, aligned.a, aligned.b, crossed!.tolerance?.metres ?? 0);
  const rate = (move: Move): RatedMove => ({
    ...move,
    outsideBefore: outsideMain,
    outsideAfter: Math.max(0, outsideMain - move.brought),
    contiguous: contiguous(move),
  });
  const blocks = request.measures.find((measure) => measure.blocks !== null)?.blocks ?? null;
  const single =
    request.by === 'part'
      ? singleMoves(aligned)
      : blockMoves(crossing, aligned, blocks === null ? [] : blockCodes(blocks));
  const choices = fixChoices(aligned, request.test, request.never);
  const sizes = aligned.unitsA.map((unit) => amountOf(aligned, unit));
  const fix = cheapestFix(choices, { sizes, leastSize: request.leastSize, mostChanged: request.mostChanged });
  const apportioned = request.apportion.map((amounts) => apportion(crossed!, amounts));
  const isAtoms = crossing.members?.memberships.some(({ blockKind }) => blockKind === 'atom') ?? false;
  return {
    ...reportOfCrossing(crossing, request.sensitivity),
    fix,
    operations: operationsOf(aligned, choices, fix),
    tables: [
      movesTable(
        'suggest',
        'One row for each single move; best first: by people brought to their main side for each one moved. Arithmetic, not a recommendation.',
        aligned,
        single.filter((move) => isAllowed(aligned, move, request, sizes)).map(rate),
      ),
      movesTable(
        'fix',
        `One row for each move of the cheapest set that makes ${request.test} hold. Arithmetic, not a recommendation.`,
        aligned,
        fixMoves(aligned, choices, fix).map(rate),
      ),
      ...apportioned.map(({ table }) => table),
      choicesTable(aligned, choices, fix, request.test),
    ],
    summary: [
      ...suggestSummary(aligned, request, choices, fix, outsideMain),
      ...(isAtoms
        ? ['These figures have no blocks smaller than a part: moving part of an atom needs --blocks.']
        : []),
      ...apportioned.flatMap(({ sentences }) => sentences),
      ...crossed!.sentences,
    ],
  };
}

function isAllowed(
  { a, b }: Alignment,
  move: Move,
  request: SuggestWishes,
  sizes: readonly number[],
): boolean {
  const codes = [b.codes[move.b]!, a.codes[move.from]!, a.codes[move.to]!];
  if (codes.some((code) => request.never.has(code))) return false;
  if (request.mostChanged !== null && request.mostChanged < 2) return false;
  return request.leastSize === null || sizes[move.from]! - move.amount >= request.leastSize;
}

/** The moves of the chosen options, most people first, then most land, then by code. */
function fixMoves(aligned: Alignment, choices: readonly Choice[], fix: Fix): Move[] {
  const moves = choices.flatMap(({ b }, c) => {
    const unit = aligned.unitsB[b]!;
    return fix.chosen[c]!.transfers.map(({ from, to, amount }): Move => {
      const part = unit.parts.find(({ other }) => other === from)!;
      const target = unit.parts.find(({ other }) => other === to)!;
      const most = Math.max(...unit.parts.map((each) => amountOf(aligned, each)));
      const brought = Math.max(0, amountOf(aligned, target) + amount - most);
      return { b, from, to, amount, area: part.area, brought, block: null };
    });
  });
  return moves.sort(
    (p, q) => q.amount - p.amount || (q.area ?? 0) - (p.area ?? 0) || p.b - q.b || p.from - q.from,
  );
}

function operationsOf(aligned: Alignment, choices: readonly Choice[], fix: Fix): Operation[] {
  const { a, b } = aligned;
  return fixMoves(aligned, choices, fix).map((move, i): Operation => ({
    verb: 'move',
    place: `operation ${i + 1}`,
    takings: [
      {
        pieces: [`${b.id}:${b.codes[move.b]!}`],
        from: a.codes[move.from]!,
        to: { code: a.codes[move.to]!, name: null },
      },
    ],
  }));
}

/** The cheapest set as a scenario; `layers` are the LAYER arguments of the two layers. */
export function fixScenario(
  { operations }: Suggestion,
  test: Test,
  layers: readonly [string, string],
): Scenario {
  return {
    name: `fix_${test.toLowerCase()}`,
    title: `The cheapest moves that make ${test} hold`,
    source: 'coterminous suggest: arithmetic, not a recommendation',
    file: `fix_${test.toLowerCase()}.yaml`,
    layer: layers[0],
    against: [layers[1]],
    pieces: [],
    operations,
  };
}
