/**
 * A file of areas taken as one unit: gaps that are known, land to clip to. Codes and names do not matter.
 */
import { accuracyOf } from '../layer/accuracy.js';
import { boundsOf } from '../layer/coordinate-system.js';
import type { FeatureTable } from '../layer/feature-table.js';
import type { Layer } from '../layer/layer.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote } from '../trouble/note.js';
import { recordReading } from '../trouble/reading-record.js';
import { featuresWithLand } from '../layer/shapes.js';
import { downloadFindings, refuseCutDownload } from './cut-download.js';
import { recogniseSystem } from './systems/recognise-system.js';

/** A layer with one unit that is all land of a table. Throws InputError where it has no polygons or was cut. */
export function landOfFeatures(
  table: FeatureTable,
  fileName: string,
  id: string,
  allowTruncated = false,
): Layer {
  const { shapes, properties } = table;
  refuseCutDownload(table, fileName, allowTruncated);
  if (shapes.polygonStart.length < 2) {
    throw new InputError({
      id: 'no-polygons',
      file: fileName,
      message: `none of its ${properties.length} features has a polygon`,
      hint: 'Give a file of areas',
    });
  }
  const withLand = featuresWithLand(shapes);
  const landless = makeNote('features-without-land', fileName, {
    counts: { features: properties.length - withLand },
  });
  const system = recogniseSystem(table.statedSystem, boundsOf(shapes.coordinates), fileName);
  return {
    id,
    kind: null,
    vintage: null,
    codes: [id],
    names: [id],
    ods: null,
    kept: [],
    codeField: '',
    nameField: null,
    land: {
      shapes,
      featureUnit: new Int32Array(properties.length),
      system,
      accuracy: accuracyOf(fileName, shapes, system),
      fill: 'parity',
    },
    membership: null,
    findings: downloadFindings(table),
    notes: [],
    reading: recordReading({
      of: 'feature',
      fields: [],
      read: properties.length,
      counted: withLand,
      notes: [landless],
    }),
  };
}
