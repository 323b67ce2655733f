/**
 * Whether an entry of the catalogue is what it says, asked of the server itself.
 */
import type { LayerDescription } from '../../source/describe-service.js';
import { wholeText } from '../../trouble/count-text.js';
import { InputError } from '../../trouble/input-error.js';
import { isFilePlace, type Catalogue, type Choice, type ServicePlace } from './catalogue.js';
import { addressOf, wantedOf } from './wanted-of.js';

export interface CheckedEntry {
  readonly choice: Choice;
  /** What is not as the entry says, in words; none where all is. */
  readonly faults: readonly string[];
  readonly count: number | null;
  readonly england: number | null;
  readonly geometry: string | null;
  readonly maxRecordCount: number | null;
  readonly edited: string | null;
}

const NOTHING = { count: null, england: null, geometry: null, maxRecordCount: null, edited: null };

/** Asks for one entry in one resolution. What the server does wrong is a fault of the entry; nothing is thrown for it. */
export async function checkEntry(catalogue: Catalogue, choice: Choice): Promise<CheckedEntry> {
  try {
    const { place } = choice;
    return isFilePlace(place)
      ? await checkFile(catalogue, choice)
      : await checkService(catalogue, choice, place);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { choice, faults: [error.trouble.message], ...NOTHING };
  }
}

async function checkFile(catalogue: Catalogue, choice: Choice): Promise<CheckedEntry> {
  const { fetchSource } = await import('../../source/fetch-source.js');
  const { provenance } = await fetchSource(wantedOf(catalogue, choice));
  return { choice, faults: [], ...NOTHING, edited: provenance.edited };
}

async function checkService(
  catalogue: Catalogue,
  choice: Choice,
  place: ServicePlace,
): Promise<CheckedEntry> {
  const { describeLayer, countFeatures } = await import('../../source/describe-service.js');
  const { entry } = choice;
  const service = addressOf(catalogue, place);
  const described = await describeLayer(service, place.layer);
  const count = await countFeatures(service, place.layer);
  const england =
    entry.units?.england === undefined || entry.code === undefined || fieldOf(described, entry.code) === null
      ? null
      : await countFeatures(service, place.layer, `${entry.code} LIKE 'E%'`);
  return {
    choice,
    faults: [
      ...faultsOfFields(choice, described),
      ...faultsOfCount('', entry.units?.all, count),
      ...faultsOfCount(' in England', entry.units?.england, england),
      ...faultsOfPage(place, described),
    ],
    count,
    england,
    geometry: described.geometryType,
    maxRecordCount: described.maxRecordCount,
    edited: described.edited,
  };
}

const SHAPES: Readonly<Record<Choice['entry']['holds'], string | null>> = {
  boundaries: 'esriGeometryPolygon',
  points: 'esriGeometryPoint',
  lookup: null,
  people: null,
};

function faultsOfFields({ entry }: Choice, described: LayerDescription): string[] {
  const fields = [entry.code, entry.name, ...(entry.groups ?? [])].filter((field) => field !== undefined);
  const missing = fields.filter((field) => fieldOf(described, field) === null);
  const wanted = SHAPES[entry.holds];
  return [
    ...missing.map((field) => `it has no field ${field}`),
    ...(wanted === null || described.geometryType === wanted
      ? []
      : [`it has ${described.geometryType ?? 'no shapes'}, not ${wanted}`]),
  ];
}

const fieldOf = ({ fields }: LayerDescription, wanted: string): string | null =>
  fields.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())?.name ?? null;

const faultsOfCount = (where: string, wanted: number | undefined, count: number | null): string[] =>
  wanted === undefined || count === null || wanted === count
    ? []
    : [`${wholeText(count)} units${where}, not ${wholeText(wanted)}`];

const faultsOfPage = ({ page }: ServicePlace, { maxRecordCount }: LayerDescription): string[] =>
  maxRecordCount === null || page <= maxRecordCount
    ? []
    : [`it gives ${wholeText(maxRecordCount)} features at once, not ${wholeText(page)}`];
