/**
 * One row a face: a code per layer, real or sliver for every two layers, hectares, the box that holds it.
 */
import type { Polygon } from '../../arrangement/trace.js';
import { NO_UNIT } from '../../arrangement/labels.js';
import { BETWEEN_UNITS } from '../../layer/units-of-faces.js';
import type { SetTable } from '../../arrangement/set-table.js';
import type { Layer } from '../../layer/layer.js';
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { hectares } from '../../result/units-of-measure.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import type { ToLongitudeLatitude } from '../land/to-longitude-latitude.js';
import type { LandFaces } from './find-faces.js';

/** West, south, east and north of each face, in degrees. */
type Boxes = readonly (readonly [number, number, number, number])[];

/** The table; `polygons` are those of each face. */
export function facesTable(
  layers: readonly Layer[],
  sets: readonly SetTable[],
  pairs: readonly CrossedPair[],
  faces: LandFaces,
  polygons: readonly (readonly Polygon[])[],
  toDegrees: ToLongitudeLatitude,
): Table {
  const word = shortWords(layers);
  const boxes = boxesOf(polygons, toDegrees);
  return makeTable<number>({
    name: 'faces',
    title: 'Faces',
    caption: 'One row for each connected piece of land with the same units in every layer.',
    rows: Array.from({ length: faces.count }, (_, face) => face),
    columns: [
      {
        heading: 'face',
        title: 'face',
        kind: 'count',
        description: 'Number of the face, from 1',
        value: (face) => face + 1,
      },
      ...layers.flatMap((layer, l) => codeColumns(layer, word(layer.id), sets[l]!, faces, l)),
      ...pairs.map((pair) => judgedColumn(pair, faces)),
      {
        heading: 'area_ha',
        title: 'area (ha)',
        kind: 'hectares',
        decimals: 6,
        description: 'Hectares of the face',
        about: { role: 'amount' },
        value: (face) => hectares(faces.area[face]!),
      },
      ...(['west', 'south', 'east', 'north'] as const).map((heading, side): ColumnOf<number> => ({
        heading,
        title: heading,
        kind: 'degrees',
        description: `Its ${heading}ernmost ${side % 2 === 0 ? 'longitude' : 'latitude'}, for engines that prune by it`,
        value: (face) => boxes[face]![side]!,
      })),
      {
        heading: 'layers',
        title: 'layers',
        kind: 'count',
        description:
          'How many of the layers have land there: a point within a step of several faces is on one of most layers',
        value: (face) => layersOn(face, layers.length, faces),
      },
    ],
  });
}

function codeColumns(
  layer: Layer,
  word: string,
  sets: SetTable,
  { atoms, sheetFace }: LandFaces,
  l: number,
): ColumnOf<number>[] {
  const joined = (face: number, texts: readonly string[]): string | null => {
    const set = atoms.sets[atoms.ofFace[sheetFace[face]!]! * atoms.layers + l]!;
    return set === NO_UNIT
      ? null
      : sets
          .members(set)
          .map((unit) => texts[unit]!)
          .join(BETWEEN_UNITS);
  };
  return [
    {
      heading: `${layer.id}_code`,
      title: `${word} code`,
      kind: 'code',
      description: `Code of the ${unitWord(layer, 1)} (${layer.codeField}); several are parted by semicolons`,
      about: { layer: layer.id, role: 'unit' },
      value: (face) => joined(face, layer.codes),
    },
    {
      heading: `${layer.id}_name`,
      title: word,
      kind: 'name',
      description: `Name of the ${unitWord(layer, 1)}`,
      about: { layer: layer.id, role: 'unit' },
      value: (face) => joined(face, layer.names),
    },
  ];
}

function layersOn(face: number, layers: number, { atoms, sheetFace }: LandFaces): number {
  const from = atoms.ofFace[sheetFace[face]!]! * atoms.layers;
  return atoms.sets.subarray(from, from + layers).filter((set) => set !== NO_UNIT).length;
}

function judgedColumn({ a, b, shapes }: CrossedPair, { sheetFace }: LandFaces): ColumnOf<number> {
  return {
    heading: `${a.id}_${b.id}`,
    title: `${a.id} and ${b.id}`,
    kind: 'text',
    description:
      'Whether the two layers lie on one another here in earnest (material) or in a sliver; blank where both do not cover it',
    value: (face) => {
      const { patches, list } = shapes!;
      const at = sheetFace[face]!;
      const own = [...patches.ofFace.subarray(patches.faceStart[at], patches.faceStart[at + 1])].filter(
        (patch) => patches.unitA[patch] !== NO_UNIT && patches.unitB[patch] !== NO_UNIT,
      );
      if (own.length === 0) return null;
      return own.some((patch) => list.patchMaterial[patch] === 1) ? 'material' : 'sliver';
    },
  };
}

function boxesOf(polygons: readonly (readonly Polygon[])[], toDegrees: ToLongitudeLatitude): Boxes {
  return polygons.map((own) => {
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [outer] of own) {
      const at = toDegrees(outer!);
      for (let i = 0; i < at.length; i += 2) {
        box[0] = Math.min(box[0], at[i]!);
        box[1] = Math.min(box[1], at[i + 1]!);
        box[2] = Math.max(box[2], at[i]!);
        box[3] = Math.max(box[3], at[i + 1]!);
      }
    }
    return box;
  });
}
