/**
 * The coverage report: neighbourhoods within their parents.
 *
 * Layers crossed ──► pieces by how often they are covered ──► forms, sizes, matches, services ──► tables
 *
 * That neighbourhoods overlap and leave gaps is what the report is about, not a fault of the data.
 */
import { unitWord } from '../../layer/unit-words.js';
import type { Layer } from '../../layer/layer.js';
import type { Finding } from '../../trouble/finding.js';
import { InputError } from '../../trouble/input-error.js';
import { recordShapes } from '../land/shape-records.js';
import type { Crossing } from '../crossing/crossing.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import { crossLayers } from '../crossing/cross-layers.js';
import { isLeftOut, standings } from '../pairs/relations.js';
import { placesSentences } from '../../result/places-sentences.js';
import { reportOfCrossing } from '../report-of-crossing.js';
import type { Report } from '../report.js';
import type { Sheet } from '../people/sheet.js';
import type { ReconciliationLine, ToleranceRecord } from '../../result/result.js';
import type { ShapeRecord } from '../../result/shape-record.js';
import type { Table } from '../../result/table.js';
import { measureOwnNoise } from '../pairs/measure-own-noise.js';
import { settleTolerances } from '../pairs/tolerance.js';
import type { Covered, CoverageWishes } from './covered.js';
import { coverByLookup } from './cover-by-lookup.js';
import { coverByShapes, piecesAsPrinted, type Cover, type CoverPiece } from './cover-pieces.js';
import type { CoverTolerance } from './cover-pieces.js';
import { coverDoubts } from './cover-doubts.js';
import { coverageSummary } from './coverage-summary.js';
import { matchesTable } from './matches-table.js';
import { findMatches } from './matches.js';
import { neighbourhoodsTable } from './neighbourhoods-table.js';
import { parentsTable } from './parents-table.js';
import { findShownPieces, piecesTable } from './pieces-table.js';
import { countServices } from './services.js';
import { servicesSummary, servicesTable } from './services-table.js';
import { unitForms } from './unit-forms.js';
import { mainPairs } from '../pairs/main-pairs.js';
import { NO_UNIT } from '../../arrangement/labels.js';

/** A report with the shapes of its gaps and double covers. */
export type CoverageReport = Report & { readonly shapes: readonly ShapeRecord[] };

/** Runs the report. Throws InputError where no neighbourhood lies in any parent. */
export function coverage(request: CoverageWishes): CoverageReport {
  const crossing = crossLayers(request);
  const covered = findCovered(request, crossing);
  const { cover } = covered;
  const gaps = findShownPieces(covered, 'gap');
  const doubles = findShownPieces(covered, 'double');
  const gapsTable = piecesTable(covered, 'gap', gaps);
  const doublesTable = piecesTable(covered, 'double', doubles);
  const own = reportOfCrossing(onlyPairs(crossing, covered.layer), request.sensitivity);
  return {
    ...own,
    findings: own.findings.map((finding) => ofNeighbourhoods(finding, covered.layer)),
    doubts: coverDoubts(covered),
    tolerances: covered.tolerances,
    reconciliation: [...own.reconciliation, ...coverLines(covered)],
    tables: [
      neighbourhoodsTable(covered),
      parentsTable(covered),
      gapsTable,
      doublesTable,
      matchesTable(covered),
      ...(covered.services === null ? [] : [servicesTable(covered)]),
    ] as readonly Table[],
    shapes:
      cover.patches === null
        ? []
        : [
            ...recordShapes(
              gapsTable,
              gaps.map(({ shape }) => shape!),
            ),
            ...recordShapes(
              doublesTable,
              doubles.map(({ shape }) => shape!),
            ),
          ],
    summary: [
      ...coverageSummary(covered, [
        ...placesSentences(gapsTable, 'gap'),
        ...placesSentences(doublesTable, 'double cover'),
      ]),
      ...(covered.services === null ? [] : servicesSummary(covered)),
      ...covered.withParents.sentences,
    ],
    footprints: crossing.footprints,
  };
}

/** That neighbourhoods overlap is what is asked, whatever kind their codes are of: no warning. */
const ofNeighbourhoods = (finding: Finding, layer: Layer): Finding =>
  finding.finding === 'double-cover' && finding.layer === layer.id
    ? { ...finding, severity: 'info' }
    : finding;

/** Crosses, covers, measures and matches. */
export function findCovered(request: CoverageWishes, crossing: Crossing): Covered {
  const [layer, parents] = [request.layers[0]!, request.layers[1]!];
  const pairs = crossing.pairs.filter(({ a }) => a === layer);
  const [withParents, ...withOthers] = pairs as [CrossedPair, ...CrossedPair[]];
  const { land } = withParents;
  if (!land.pairs.some(({ a, b, material }) => a >= 0 && b >= 0 && material)) throw apart(layer, parents);
  const standing = standings(land, layer.codes.length, parents.codes.length);
  const { sheet } = crossing;
  const tolerances = pairs.flatMap(({ tolerance }) => (tolerance === null ? [] : [tolerance]));
  const own = sheet === null ? null : ownTolerance(sheet, layer, request.tolerance, tolerances);
  const coverTolerance =
    own === null ? null : { gap: gapTolerance(withParents.tolerance!, own), double: own };
  const found =
    sheet === null
      ? coverByLookup(crossing.members!)
      : coverByShapes(sheet, layer, parents, coverTolerance!, withParents.shapes);
  // Under a disclosure rule pieces are as they were published.
  const cover = (request.disclosure ?? null) === null ? piecesAsPrinted(found, land.measures) : found;
  return {
    request,
    layer,
    parents,
    crossing,
    withParents,
    withOthers,
    standing,
    cover,
    coverTolerance,
    doubleOfUnit: doublesByUnit(cover, land.measures.length),
    forms:
      sheet === null
        ? null
        : unitForms(sheet.arrangement, sheet.positionOf(layer), layer.codes.length, own!.metres),
    mainParent: mainPairs(land.pairs, 'a', layer.codes.length).map((pair) => pair?.b ?? NO_UNIT),
    matches: findMatches(pairs, request.near),
    services:
      request.services === null || sheet === null
        ? null
        : countServices(request.services, { ...request, sheet, layer, parents }),
    tolerances: own === null ? [] : [...tolerances, own],
  };
}

/** The tolerance between neighbourhoods: stated, or measured where they touch one another. */
const ownTolerance = (
  { arrangement, positionOf }: Sheet,
  layer: Layer,
  given: number | 'auto',
  known: readonly ToleranceRecord[],
): ToleranceRecord =>
  settleTolerances(
    [{ a: layer, b: layer, measure: () => measureOwnNoise(arrangement, positionOf(layer)) }],
    given,
    known,
  )[0]!;

/** Gaps lie between neighbourhoods and their parents and between neighbourhoods: where it is measured, the greater. */
const gapTolerance = (withParents: ToleranceRecord, own: ToleranceRecord): CoverTolerance['gap'] =>
  withParents.estimated ? { metres: Math.max(withParents.metres, own.metres), estimated: true } : withParents;

function doublesByUnit(cover: Cover, measures: number): Covered['doubleOfUnit'] {
  const sums = new Map<number, { area: number; people: number[] }>();
  for (const { kind, material, units, area, people } of cover.pieces) {
    if (kind !== 'double' || !material) continue;
    for (const unit of units) {
      let sum = sums.get(unit);
      if (sum === undefined) sums.set(unit, (sum = { area: 0, people: new Array<number>(measures).fill(0) }));
      sum.area += area ?? 0;
      for (let m = 0; m < measures; m++) sum.people[m]! += people[m]!;
    }
  }
  return sums;
}

/** The crossing without the pairs that the report does not speak of. */
const onlyPairs = (crossing: Crossing, layer: Layer): Crossing => ({
  ...crossing,
  pairs: crossing.pairs.filter(({ a }, i) => a === layer && i === 0),
});

/** Land and people of all parents: covered, not covered, in slivers. */
function coverLines({ cover, parents, standing, withParents }: Covered): ReconciliationLine[] {
  const inParents = cover.pieces.filter(({ parent }) => parent >= 0);
  const quantities = [
    ...(cover.patches === null
      ? []
      : [{ quantity: 'hectares', amount: (piece: CoverPiece) => piece.area! / 1e4 }]),
    ...withParents.land.measures.map(({ name }, m) => ({
      quantity: name,
      amount: (piece: CoverPiece) => piece.people[m]!,
    })),
  ];
  return quantities.map(({ quantity, amount }) => {
    const sum = (wanted: (piece: CoverPiece) => boolean): number =>
      inParents.filter(wanted).reduce((total, piece) => total + amount(piece), 0);
    const left = (piece: CoverPiece): boolean => isLeftOut(standing.b, piece.parent);
    const isGap = (piece: CoverPiece): boolean =>
      quantity === 'hectares' ? piece.kind === 'gap' : piece.countsAs === 'gap';
    const parts = {
      in_rows: sum((piece) => !left(piece) && !isGap(piece)),
      in_slivers: sum((piece) => !left(piece) && isGap(piece) && !piece.material),
      outside: sum((piece) => !left(piece) && isGap(piece) && piece.material),
      left_out: sum(left),
    };
    const total = sum(() => true);
    return {
      layer: `${parents.id}, each place once`,
      quantity,
      total,
      ...parts,
      multiply_covered: 0,
      difference: total - parts.in_rows - parts.in_slivers - parts.outside - parts.left_out,
    };
  });
}

const apart = (layer: Layer, parents: Layer): InputError =>
  new InputError({
    id: 'parents-do-not-cover',
    unit: layer.id,
    message: `no ${unitWord(layer, 1)} lies in any ${unitWord(parents, 1)}`,
    hint: 'Check that both are of one part of the country, that their coordinate systems are right (--crs), and that --within names the parents',
  });
