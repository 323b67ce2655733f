/**
 * Counts on exported faces as an ordinary request: the faces are the shapes of every layer, and the blocks that carry the
 * people.
 */
import type { FeatureTable } from '../layer/feature-table.js';
import { InputError } from '../trouble/input-error.js';
import { nameOf } from './files.js';
import type { Inputs } from './inputs.js';
import { readFeatures } from './read-features.js';
import type {
  AlignRequest,
  CommonWishes,
  CountsSource,
  CoverageRequest,
  DifferencingRequest,
  FileSource,
  OverlapRequest,
} from './request.js';

/** Reports that can be made of counts on faces. */
export const REPORTS_ON_FACES = ['overlap', 'align', 'coverage', 'differencing'] as const;

export type ReportOnFaces = (typeof REPORTS_ON_FACES)[number];

/** Field of the faces' numbers. */
const FACE = 'face';

/** The request. Throws InputError for a file that holds no faces. */
export async function requestOnFaces(
  inputs: Inputs,
  report: ReportOnFaces,
  facesPath: string,
  counts: CountsSource,
  wishes: CommonWishes,
): Promise<OverlapRequest | AlignRequest | CoverageRequest | DifferencingRequest> {
  const { table } = await readFeatures(inputs, { path: facesPath }, 'layer');
  const ids = layersOnFaces(table, nameOf(facesPath));
  const layers = ids.map((id): FileSource => ({ id, path: facesPath, faces: true }));
  const fields = (ending: string): Record<string, string> =>
    Object.fromEntries(ids.map((id) => [id, `${id}_${ending}`]));
  const common: CommonWishes = {
    ...wishes,
    code: { ...fields('code'), ...wishes.code },
    name: { ...fields('name'), ...wishes.name },
    people: [{ ...counts, column: `${FACE}:${counts.column ?? 'people'}` }],
    blocks: { path: facesPath, column: FACE },
  };
  if (report !== 'coverage') return { ...common, command: report, layers };
  const [neighbourhoods, within, ...also] = layers as [FileSource, FileSource, ...FileSource[]];
  return { ...common, command: 'coverage', neighbourhoods, within, also };
}

/** Ids of the layers whose codes the faces carry. */
function layersOnFaces({ properties }: FeatureTable, file: string): string[] {
  const fields = Object.keys(properties[0] ?? {});
  const ids = fields
    .filter((field) => field.endsWith('_code') && fields.includes(field.replace(/_code$/, '_name')))
    .map((field) => field.replace(/_code$/, ''));
  if (!fields.includes(FACE) || ids.length < 2)
    throw new InputError({
      id: 'no-faces',
      file,
      message:
        'these are no exported faces: a field face, and code and name of two layers or more, are wanted',
      hint: 'Make them with: coterminous export atoms LAYER LAYER -o faces.parquet',
    });
  return ids;
}
