/**
 * All pages of a layer into a store, several at once; what is there is not asked for again.
 *
 * A page for which the server takes too long, or at which it fails, is asked for in two halves; of one that the server cuts at
 * a limit the rest is asked for. Which way a page came, and when, changes nothing about what is stored.
 */
import { InputError } from '../trouble/input-error.js';
import { askPage, pageUrl, type Page } from './ask-page.js';
import type { Asker } from './asker.js';
import type { Fault } from './fault.js';
import type { LayerQuestion } from './layer-question.js';
import type { PageStore } from './page-store.js';
import { shownAddress } from './secrets.js';
import { sayFault } from './say-fault.js';
import { GivenUp, tryAgain } from './try-again.js';

/** A page that stays other than it was asked for: the layer may hold something else than it was counted to. */
export class UnlikeCounted extends Error {
  constructor(readonly asError: Error) {
    super(asError.message);
    this.name = 'UnlikeCounted';
  }
}

/**
 * Asks until all features from 0 to `count` are in the store; `ids` are all object ids in order, where pages are asked for
 * by them. Throws InputError where a page does not come, UnlikeCounted where it stays other than counted.
 */
export async function askPages(
  asker: Asker,
  question: LayerQuestion,
  store: PageStore,
  count: number,
  ids: readonly number[] | null,
  came: () => void,
): Promise<void> {
  const waiting = missingPages(store, count, question.by === 'whole' ? count : question.pageSize).map(
    (page) => withIds(page, ids),
  );
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    while (failures.length === 0 && waiting.length > 0) {
      try {
        const rest = await onePage(asker, question, store, waiting.shift()!, came, () => failures.length > 0);
        waiting.unshift(...rest.map((page) => withIds(page, ids)));
        came();
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, asker.limits.atOnce) }, work));
  if (failures.length > 0) throw failures[0];
}

type Range = Pick<Page, 'offset' | 'size'>;

/** Asks for one page; gives what is still missing of it. */
async function onePage(
  asker: Asker,
  question: LayerQuestion,
  store: PageStore,
  page: Page,
  came: () => void,
  isOver: () => boolean,
): Promise<Range[]> {
  const { offset, size } = page;
  const isHalved = question.by !== 'whole' && size > asker.limits.leastPageSize;
  try {
    const reply = await tryAgain(
      asker,
      () => askPage(asker, question, page, came),
      (fault) => isOver() || (isHalved && fault.kind === 'timeout'),
    );
    const count = reply.features.length;
    // By ids a cut page may hold any of them.
    const rest = count < size;
    if (rest && question.by === 'whole') throw withoutPages(question, count);
    if (rest && question.by === 'ids') return halves(page);
    store.add({ offset, count, ids: reply.ids, head: reply.head }, reply.features);
    return rest ? [{ offset: offset + count, size: size - count }] : [];
  } catch (error) {
    if (!(error instanceof GivenUp)) throw error;
    if (isHalved && isOfSize(error.fault) && !isOver()) return halves(page);
    const said = sayFault(error.fault, pageUrl(question, page), error.tries);
    throw error.fault.kind === 'cut' ? new UnlikeCounted(said) : said;
  }
}

/** Faults that a smaller page may not meet. */
const isOfSize = ({ kind }: Fault): boolean => kind === 'timeout' || kind === 'server';

function halves({ offset, size }: Range): Range[] {
  const half = Math.ceil(size / 2);
  return size < 2
    ? [{ offset, size }]
    : [
        { offset, size: half },
        { offset: offset + half, size: size - half },
      ];
}

/** What a store still lacks, in pages of so many at most. */
export function missingPages(store: PageStore, count: number, pageSize: number): Range[] {
  const missing: Range[] = [];
  let at = 0;
  const until = (end: number): void => {
    for (; at < end; at += pageSize) missing.push({ offset: at, size: Math.min(pageSize, end - at) });
    at = end;
  };
  for (const page of store.pages()) {
    until(Math.min(page.offset, count));
    at = page.offset + page.count;
  }
  until(count);
  return missing;
}

const withoutPages = ({ layer }: LayerQuestion, count: number): InputError =>
  new InputError({
    id: 'fetch-no-pages',
    file: shownAddress(layer),
    message: `the server sends ${count} features at once, and cannot be asked for the rest`,
    hint: 'Ask for less with where=, or download the layer in a browser and give the file',
  });

const withIds = ({ offset, size }: Range, ids: readonly number[] | null): Page => ({
  offset,
  size,
  ids: ids === null ? null : ids.slice(offset, offset + size),
});
