/**
 * What an engine needs that holds the people: the faces of some layers, and which block counts on which face.
 */
import { traceMany } from '../../arrangement/trace.js';
import { blockCodes } from '../../layer/blocks.js';
import type { Layer } from '../../layer/layer.js';
import { counted } from '../../trouble/count-text.js';
import { InputError } from '../../trouble/input-error.js';
import { crossLayers } from '../crossing/cross-layers.js';
import type { CrossingRequest } from '../crossing/crossing-request.js';
import type { MeasureRequest } from '../people/measure-request.js';
import { recordPolygons } from '../land/shape-records.js';
import type { ToLongitudeLatitude } from '../land/to-longitude-latitude.js';
import { reportOfCrossing } from '../report-of-crossing.js';
import type { Report } from '../report.js';
import { blocksTable } from './blocks-table.js';
import { facesTable } from './faces-table.js';
import { findLandFaces } from './find-faces.js';

/** What is asked. */
export interface AtomsWishes extends CrossingRequest {
  /** Positions of the run as longitude and latitude. */
  readonly toDegrees: ToLongitudeLatitude;
}

/** Runs the report. Throws InputError for a layer without shapes. */
export function atoms(wishes: AtomsWishes): Report {
  const shapeless = wishes.layers.find(({ land }) => land === null);
  if (shapeless !== undefined) throw withoutShapes(shapeless);
  const crossing = crossLayers(wishes);
  const { arrangement, measures, positionOf } = crossing.sheet!;
  const positions = wishes.layers.map((layer) => positionOf(layer));
  const faces = findLandFaces(arrangement, positions);
  const polygons = traceMany(arrangement, faces.ofSheetFace, faces.count);
  const sets = positions.map((position) => arrangement.labels[position]!.sets);
  const table = facesTable(wishes.layers, sets, crossing.pairs, faces, polygons, wishes.toDegrees);
  const [measure] = measures;
  return {
    ...reportOfCrossing(crossing, false),
    tables: [
      table,
      ...(measure === undefined ? [] : [blocksTable(codesOf(wishes.measures[0]!), measure, faces)]),
    ],
    shapes: recordPolygons(table, polygons, wishes.toDegrees),
    summary: [`${counted(faces.count, 'face')}.`],
  };
}

const codesOf = ({ blocks }: MeasureRequest): readonly string[] =>
  blocks === null ? [] : blockCodes(blocks);

const withoutShapes = ({ id }: Layer): InputError =>
  new InputError({
    id: 'shapes-needed',
    message: `the layer ${id} has no shapes, so it has no faces`,
    hint: 'Give boundary files',
  });
