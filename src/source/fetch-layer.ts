/**
 * A layer of a service into the cache.
 *
 *     describe ──► count ──► pages (collect-pages.ts) ──► one file (write-layer.ts) with its provenance
 */
import { counted, listText } from '../trouble/count-text.js';
import { InputError } from '../trouble/input-error.js';
import type { Asker } from './asker.js';
import { keep, unfinishedPath, type Kept } from './cache-entry.js';
import { askForCount, askForDescription, askForLayers, type LayerDescription } from './describe-service.js';
import { questionFor, type LayerQuestion } from './layer-question.js';
import { makeProvenance } from './make-provenance.js';
import { collectPages, selection } from './collect-pages.js';
import { removePages } from './page-store.js';
import { isSecret, shownAddress } from './secrets.js';
import { safeName } from './source-name.js';
import type { FetchProgress, KnownOfIt, LayerWanted } from './source.js';
import { writeLayer } from './write-layer.js';

/** Fetches a layer into a folder of the cache, unless what is kept there is still the same. */
export async function fetchLayer(
  asker: Asker,
  wanted: LayerWanted & KnownOfIt,
  folder: string,
  kept: Kept | null,
  progress: (progress: FetchProgress) => void,
): Promise<Kept & { readonly isNew: boolean }> {
  const number = wanted.layer ?? (await onlyLayer(asker, wanted));
  const address = `${wanted.service.replace(/\/+$/, '')}/${number}`;
  const { description, date, tag } = await askForDescription(asker, wanted, number);
  const question = questionFor(wanted, description, address, asker.limits);
  const count = await askForCount(asker, address, selection(question));
  if (kept !== null && isSame(kept, description, tag, count)) return { ...kept, isNew: false };
  if (count === 0) throw empty(question);

  const name = `${safeName(wanted.name ?? serviceName(wanted.service, number))}${question.isGeoJson ? '.geojson' : '.json'}`;
  const { store, count: whole } = await collectPages(
    asker,
    wanted,
    question,
    description,
    count,
    folder,
    (features, ofFeatures) => progress({ name, bytes: asker.bytesIn(), ofBytes: null, features, ofFeatures }),
  );
  const unfinished = unfinishedPath(folder);
  const seal = writeLayer(unfinished, store, question.isGeoJson, address, asker.limits.bytes);
  const provenance = makeProvenance(
    {
      address: shownAddress(address),
      query: shownQuery(question),
      edited: description.edited,
      entity_tag: tag ?? null,
      title: description.name === '' ? null : description.name,
      count: whole,
      date,
      copyright: description.copyright,
      ...seal,
    },
    wanted,
  );
  const file = keep(folder, unfinished, name, provenance);
  store.clear();
  removePages(folder);
  return { ...file, isNew: true };
}

async function onlyLayer(asker: Asker, wanted: LayerWanted): Promise<number> {
  const layers = await askForLayers(asker, wanted);
  if (layers.length === 1) return layers[0]!.number;
  const listed = layers.map(({ number, name }) => `${number} (${name})`);
  throw new InputError({
    id: 'which-layer',
    file: shownAddress(wanted.service),
    message:
      layers.length === 0
        ? 'the service holds no layer'
        : `the service holds ${counted(layers.length, 'layer')}: ${listText(listed.slice(0, 20))}${listed.length > 20 ? ' and others' : ''}`,
    hint:
      layers.length === 0
        ? 'Give the address of another one'
        : `Name one of them by its number: ${shownAddress(wanted.service).replace(/\/+$/, '')}/${layers[0]!.number}`,
  });
}

function isSame(kept: Kept, { edited }: LayerDescription, tag: string | undefined, count: number): boolean {
  const before = kept.provenance;
  if (before === null || before.count !== count) return false;
  return edited !== null ? before.edited === edited : tag !== undefined && before.entity_tag === tag;
}

/** The name of a service, and the number of a layer that is not its first. */
const serviceName = (service: string, layer: number): string => {
  const name = decodeURIComponent(
    service
      .split('/')
      .filter((part) => part !== '')
      .at(-2) ?? 'layer',
  );
  return layer === 0 ? name : `${name}_${layer}`;
};

const shownQuery = ({ parameters, order }: LayerQuestion): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...parameters, ...(order === '' ? {} : { orderByFields: order }) })
      .filter(([name]) => !isSecret(name))
      .sort(([p], [q]) => (p < q ? -1 : 1)),
  );

const empty = (question: LayerQuestion): InputError =>
  new InputError({
    id: 'fetch-empty',
    file: shownAddress(question.layer),
    message: `it has no feature for which ${question.parameters['where']!} holds`,
    hint: 'Check the condition and the number of the layer',
  });
