/**
 * All features of a layer as they were at one time, in pages that are kept.
 *
 *     described, counted ──► pages ──► described, counted again: the same? ──► whole
 *
 * What was edited in between is found: pages of two states make no layer. Where a count alone differs the server may have
 * counted wrongly once: then everything is asked for once more.
 */
import { createHash } from 'node:crypto';
import { counted } from '../trouble/count-text.js';
import { InputError } from '../trouble/input-error.js';
import { askJson } from './ask-json.js';
import { askPages, UnlikeCounted } from './ask-pages.js';
import type { Asker } from './asker.js';
import { askForCount, askForDescription, type LayerDescription } from './describe-service.js';
import type { LayerQuestion } from './layer-question.js';
import { openPageStore, type FeatureId, type PageStore } from './page-store.js';
import { shownAddress } from './secrets.js';
import type { LayerWanted } from './source.js';
import { queryUrl } from './wanted-layer.js';

/** Milliseconds for which pages are good of a layer that does not say when it was edited. */
const PAGES_LAST = 3600 * 1000;

/** Told as pages come: features so far, and of how many. */
type Came = (features: number, of: number) => void;

/**
 * The pages of a layer that was described and counted already, and its true count. Throws InputError where its data changes
 * under way.
 */
export async function collectPages(
  asker: Asker,
  wanted: LayerWanted,
  question: LayerQuestion,
  description: LayerDescription,
  countedBefore: number,
  folder: string,
  came: Came,
): Promise<{ readonly store: PageStore; readonly count: number }> {
  let count = countedBefore;
  for (let round = 1; ; round++) {
    const ids = question.by === 'ids' ? await askForIds(asker, question) : null;
    if (ids !== null) count = ids.length;
    const lasts = description.edited === null ? PAGES_LAST : Infinity;
    const store = openPageStore(folder, fingerprint(question, description, count, ids), lasts);
    const isWhole = await collect(asker, question, store, count, ids, came);
    const after = await askForDescription(asker, wanted, description.number);
    const countAfter = await askForCount(asker, question.layer, selection(question));
    const isEdited = after.description.edited !== description.edited;
    if (
      !isEdited &&
      isWhole &&
      countAfter === count &&
      (await hasTheseIds(asker, question, description, store))
    )
      return { store, count };
    store.clear();
    if (isEdited || round === 2) throw changed(question, isEdited, count, countAfter);
    count = countAfter;
  }
}

/** Brings all pages into the store; false where they stay other than counted, or hold features twice. */
async function collect(
  asker: Asker,
  question: LayerQuestion,
  store: PageStore,
  count: number,
  ids: readonly number[] | null,
  tell: Came,
): Promise<boolean> {
  const came = (): void =>
    tell(
      store.pages().reduce((sum, page) => sum + page.count, 0),
      count,
    );
  try {
    await askPages(asker, question, store, count, ids, came);
    // A server that mixed two pages up is asked for both once more.
    if (dropRepeating(store)) await askPages(asker, question, store, count, ids, came);
  } catch (error) {
    if (error instanceof UnlikeCounted) return false;
    throw error;
  }
  const pages = store.pages();
  return pages.reduce((sum, page) => sum + page.count, 0) === count && !dropRepeating(store);
}

/** Drops all pages that hold a feature which another one holds too; tells whether there were any. */
function dropRepeating(store: PageStore): boolean {
  const pageOf = new Map<FeatureId, number>();
  const pages = store.pages();
  const repeating = new Set<number>();
  pages.forEach(({ ids }, place) => {
    for (const id of ids ?? []) {
      const before = pageOf.get(id);
      if (before !== undefined) repeating.add(before).add(place);
      pageOf.set(id, place);
    }
  });
  for (const place of repeating) store.drop(pages[place]!);
  return repeating.size > 0;
}

/** Of a layer that does not say when it was edited: whether it holds the very features that were fetched. */
async function hasTheseIds(
  asker: Asker,
  question: LayerQuestion,
  { edited }: LayerDescription,
  store: PageStore,
): Promise<boolean> {
  if (edited !== null || question.objectIdField === null) return true;
  const now = new Set<FeatureId>(await askForIds(asker, question));
  const fetched = store.pages().flatMap(({ ids }) => ids ?? []);
  return fetched.length === now.size && fetched.every((id) => now.has(id));
}

async function askForIds(asker: Asker, question: LayerQuestion): Promise<number[]> {
  const { json } = await askJson(
    asker,
    queryUrl(question.layer, { ...selection(question), returnIdsOnly: 'true', f: 'json' }),
  );
  const ids = json['objectIds'];
  if (!Array.isArray(ids) || !ids.every((id) => Number.isSafeInteger(id))) throw noIds(question);
  return (ids as number[]).sort((p, q) => p - q);
}

/** Parameters that select features, without those that say how they come. */
export function selection({ parameters }: LayerQuestion): Record<string, string> {
  const { f: _f, outFields: _fields, outSR: _system, returnGeometry: _shapes, ...rest } = parameters;
  return rest;
}

/** What the pages of two fetchings must have in common to be put together. */
const fingerprint = (
  question: LayerQuestion,
  { edited, fields }: LayerDescription,
  count: number,
  ids: readonly number[] | null,
): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        question.layer,
        question.parameters,
        question.order,
        question.by,
        edited,
        fields,
        count,
        ids,
      ]),
    )
    .digest('hex')
    .slice(0, 16);

const changed = ({ layer }: LayerQuestion, isEdited: boolean, before: number, after: number): InputError =>
  new InputError({
    id: 'fetch-changed',
    file: shownAddress(layer),
    message: isEdited
      ? 'its data was edited while it was fetched, and pages of two states make no layer'
      : before === after
        ? `its pages do not add up to the ${counted(before, 'feature')} that it says it has: some come twice or not at all`
        : `it had ${counted(before, 'feature')} when the fetching began, and ${counted(after, 'feature')} at its end`,
    hint: 'Try again; if it stays so, download the layer in a browser, and give the file',
  });

const noIds = ({ layer }: LayerQuestion): InputError =>
  new InputError({
    id: 'fetch-no-ids',
    file: shownAddress(layer),
    message: 'the server does not say which features there are',
    hint: 'Download the layer in a browser, and give the file',
  });
