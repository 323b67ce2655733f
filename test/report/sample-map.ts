/**
 * The sample result with a map of two squares side by side, Hart west and Guildford east, in one ICB:
 *
 *     (0,2)───(2,2)───(4,2)
 *       │ Hart  │ Guil. │
 *     (0,0)───(2,0)───(4,0)
 */
import type { MapRecord } from '../../src/result/map-record.js';
import type { Result } from '../../src/result/result.js';
import { overlapTable, sampleResult } from './sample-result.js';

/** Arc 0 runs round the west, arc 1 round the east, arc 2 up the border between. */
export const sampleMap: MapRecord = {
  step: 0.01,
  west: -1,
  south: 51,
  arcs: [
    [2, 2, -2, 0, 0, -2, 2, 0],
    [2, 0, 2, 0, 0, 2, -2, 0],
    [2, 0, 0, 2],
  ],
  layers: [
    {
      id: 'icb',
      units: [{ code: 'E54000034', name: 'NHS Frimley Integrated Care Board', polygons: [[[0, 1]]] }],
    },
    {
      id: 'ltla',
      units: [
        { code: 'E07000089', name: 'Hart', polygons: [[[0, 2]]] },
        { code: 'E07000209', name: 'Guildford', polygons: [[[1, -3]]] },
        { code: 'E07000210', name: 'Nowhere', polygons: [] },
      ],
    },
  ],
  pairs: [{ ...overlapTable, rows: overlapTable.rows.slice(0, 2) }],
};

export const sampleWithMap: Result = { ...sampleResult, map: sampleMap };
