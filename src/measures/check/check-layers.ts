/**
 * The check of layers, each for itself: rings, codes, names, cover.
 *
 *     as read ─► rings, codes, names        on a sheet of its own ─► overlaps, gaps, parts, land lost to parity
 *
 * Layers are not compared with one another: that is what the other reports are for.
 */
import { unitAreas } from '../../arrangement/unit-areas.js';
import { pointInPolygons } from '../../arrangement/point-inside.js';
import { NO_GROUP, traceMany } from '../../arrangement/trace.js';
import type { Arrangement } from '../../arrangement/arrangement.js';
import type { Disclosure } from '../../layer/disclosure.js';
import { kindOfId } from '../../layer/kinds.js';
import type { Layer } from '../../layer/layer.js';
import type { Recode } from '../../layer/recode.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';
import { discloseOnFaces } from '../crossing/disclose-on-faces.js';
import type { ToLongitudeLatitude } from '../land/to-longitude-latitude.js';
import { pointOf, polygonsShape, recordShapes } from '../land/shape-records.js';
import type { MeasureRequest } from '../people/measure-request.js';
import { measureOwnNoise } from '../pairs/measure-own-noise.js';
import { settleTolerances } from '../pairs/tolerance.js';
import type { ToleranceRecord } from '../../result/result.js';
import { disputedLand } from '../land/disputed-land.js';
import { landFindings } from '../land/land-findings.js';
import { arrangeLayers } from '../land/layer-arrangement.js';
import { drawMap } from '../map/draw-map.js';
import type { MapWishes } from '../map/map-wishes.js';
import type { Report } from '../report.js';
import type { MapRecord } from '../../result/map-record.js';
import type { ShapeRecord } from '../../result/shape-record.js';
import type { MeasureOnFaces } from '../people/measure-on-faces.js';
import { blockLayers, placeOnFaces } from '../people/place-on-faces.js';
import { againstNothing } from '../people/place-polygons.js';
import { checkCodes, checkNames } from './check-codes.js';
import { checkCover } from './check-cover.js';
import { sortCheckFindings, withoutLand, type CheckFinding } from './check-finding.js';
import { checkRings } from './check-rings.js';
import { checkSummary } from './check-summary.js';
import { checkTable } from './check-table.js';

export interface CheckWishes {
  readonly layers: readonly Layer[];
  /** True where all are in British National Grid. */
  readonly planar: boolean;
  readonly measures: readonly MeasureRequest[];
  readonly disclosure: Disclosure | null;
  /** Ids of layers whose units may overlap, besides those of kinds that do by nature. */
  readonly allowOverlap: ReadonlySet<string>;
  /** Land that is known to be no unit's (lakes, enclaves), in the same coordinate system, or null. */
  readonly allowedGaps: Layer | null;
  readonly recodes: readonly Recode[];
  /** Longitudes and latitudes of positions of the run. */
  readonly toDegrees: ToLongitudeLatitude;
  /** Findings made before, such as those about the structure of a file. */
  readonly further: readonly Finding[];
}

/** Checks every layer; the rows of the table and the findings are the same, in the same order. */
export function checkLayers(request: CheckWishes): Report & { readonly shapes: readonly ShapeRecord[] } {
  // Under a rule people are counted by the cells of one layer: cells of another would be subtracted from them.
  const checked = request.layers.map((layer, l) =>
    checkLayer(layer, l > 0 && request.disclosure !== null ? { ...request, measures: [] } : request),
  );
  const findings = sortCheckFindings([
    ...request.further.map(withoutLand),
    ...checked.flatMap((one) => one.findings),
  ]);
  const measures = checked.find((one) => one.measures.length > 0)?.measures ?? [];
  const table = checkTable(
    findings,
    measures.map(({ name, shares }) => ({ name, decimals: shares.decimals })),
  );
  const drawn = findings.flatMap(({ land }, row) => (land.length > 0 ? [row] : []));
  return {
    shapes: recordShapes(
      { ...table, rows: drawn.map((row) => table.rows[row]!) },
      drawn.map((row) => polygonsShape(findings[row]!.land, request.toDegrees)),
    ),
    tables: [table],
    tolerances: [],
    reconciliation: [],
    sensitivity: [],
    findings,
    summary: checkSummary(request.layers, findings),
    footprints: checked.map(({ footprint }) => footprint),
    drawMap: (wishes) => drawChecked(request, wishes),
  };
}

/** Layers with shapes drawn on one sheet, though nothing is measured between them; null where none has shapes. */
function drawChecked({ layers, planar }: CheckWishes, wishes: MapWishes): MapRecord | null {
  const drawn = layers.filter(({ land }) => land !== null);
  if (drawn.length === 0) return null;
  const { arrangement } = arrangeLayers(drawn, planar);
  const sheet = { arrangement, positionOf: (layer: Layer) => drawn.indexOf(layer), measures: [] };
  return drawMap({ layers: drawn, pairs: [], sheet }, wishes);
}

interface Checked {
  readonly findings: readonly CheckFinding[];
  readonly footprint: number | null;
  readonly measures: readonly MeasureOnFaces[];
}

function checkLayer(layer: Layer, request: CheckWishes): Checked {
  const asRead = [
    ...layer.findings.map((finding) => ({ ...finding, layer: layer.id })),
    ...checkCodes(layer, request.recodes),
    ...checkNames(layer),
  ].map(withoutLand);
  if (layer.land === null) return { findings: asRead, footprint: null, measures: [] };
  const kind = layer.kind === null ? null : kindOfId(layer.kind);
  const mayOverlap = kind?.overlaps === true || request.allowOverlap.has(layer.id);
  const gaps = request.allowedGaps;
  const onSheet = [layer, ...(gaps === null ? [] : [gaps]), ...blockLayers([layer], request.measures)];
  const { arrangement } = arrangeLayers(onSheet, request.planar);
  const placed = placeOnFaces(arrangement, (other) => onSheet.indexOf(other), request.measures, {
    // Slivers are what a check is after, so people stay in them.
    against: againstNothing(arrangement),
    rule: request.disclosure,
  });
  const measures =
    request.disclosure === null
      ? placed
      : discloseOnFaces(
          arrangement,
          placed,
          { positions: gaps === null ? [0] : [0, 1], slivers: new Uint8Array(arrangement.area.length) },
          request.disclosure,
        );
  const areas = unitAreas(arrangement, 0, layer.codes.length);
  const { crossings, cuts } = arrangement.edges.counts;
  const onLand = [
    ...checkRings(layer, arrangement.edges.lattice, crossings + cuts > 0),
    ...placeDisputed(arrangement, layer, landFindings(arrangement, 0, layer, areas)).filter(
      ({ finding }) => mayOverlap || finding !== 'double-cover',
    ),
    resolution(layer),
    ...measures.flatMap((measure) => measure.findings),
  ].map(withoutLand);
  const cover = checkCover({
    arrangement,
    layer,
    position: 0,
    mayOverlap,
    allowedGaps: gaps === null ? -1 : 1,
    tolerance: toleranceWithin(arrangement, layer),
    peopleOnFaces: measures.map((measure) => peopleOnFaces(measure, arrangement.area.length)),
  });
  const found = [...onLand, ...cover].map((finding) => ({
    ...finding,
    position: finding.position === null ? null : roundedPlace(pointOf(finding.position, request.toDegrees)),
  }));
  return { findings: [...asRead, ...found], footprint: areas.footprint, measures };
}

/** To 1e-7 degree, about a centimetre: what lies behind is noise of the arithmetic. */
const roundedPlace = ([longitude, latitude]: readonly [number, number]): [number, number] => [
  Math.round(longitude * 1e7) / 1e7,
  Math.round(latitude * 1e7) / 1e7,
];

function peopleOnFaces({ shares, values }: MeasureOnFaces, faces: number): Float64Array {
  const people = new Float64Array(faces);
  for (let block = 0; block < shares.blocks; block++) {
    const value = values[block]!;
    if (Number.isNaN(value)) continue;
    for (let i = shares.start[block]!; i < shares.start[block + 1]!; i++) {
      people[shares.face[i]!]! += value * shares.share[i]!;
    }
  }
  return people;
}

/** Gives the findings about land that depends on the reading a place to look at. */
function placeDisputed(arrangement: Arrangement, layer: Layer, findings: readonly Finding[]): Finding[] {
  const lands = disputedLand(arrangement, 0, layer);
  const group = new Int32Array(arrangement.area.length).fill(NO_GROUP);
  lands.forEach(({ faces }, at) => {
    for (const face of faces) if (group[face] === NO_GROUP) group[face] = at;
  });
  const places = lands.length === 0 ? [] : traceMany(arrangement, group, lands.length).map(pointInPolygons);
  const placeOf = new Map(lands.map(({ unit }, at) => [layer.codes[unit]!, places[at] ?? null]));
  return findings.map((finding) =>
    finding.finding === 'parity-and-union-differ'
      ? { ...finding, position: placeOf.get(finding.code) ?? null }
      : finding,
  );
}

/** How accurate a layer is, as stated, or else how far its units are drawn apart where they should touch. */
function toleranceWithin(
  arrangement: Arrangement,
  layer: Layer,
): Pick<ToleranceRecord, 'metres' | 'estimated'> {
  const { metres } = layer.land!.accuracy;
  if (metres !== null) return { metres, estimated: false };
  return settleTolerances(
    [{ a: layer, b: layer, measure: () => measureOwnNoise(arrangement, 0) }],
    'auto',
  )[0]!;
}

function resolution(layer: Layer): Finding {
  const { metres, from } = layer.land!.accuracy;
  const detail =
    metres === null
      ? 'nothing states how accurate the boundaries are: against other layers it is measured'
      : `boundaries are good to about ${metres} m: ${from}`;
  return makeFinding({ layer: layer.id, finding: 'resolution', severity: 'info', detail });
}
