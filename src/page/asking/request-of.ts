/**
 * From what is asked to the request that the engine carries out: the same that the command line makes.
 */
import type {
  CommonWishes,
  CountsSource,
  FileChange,
  LayerSource,
  ReportRequest,
  TableSource,
} from '../../index.js';
import { idFromFile } from '../../read/id-from-file.js';
import type { Asking } from './asking.js';
import { layerAtHand, type AtHand, type LayerAtHand } from './at-hand.js';

/** The request. `changes` are what was set about files and their inner layers, by their names. */
export function requestOf(
  asking: Asking,
  hand: AtHand,
  changes: Readonly<Record<string, FileChange>>,
): ReportRequest {
  const chosen = chosenLayers(asking, hand);
  const layers = sourcesOf(chosen);
  const [first, second, ...further] = layers;
  const wishes = wishesOf(asking, hand, chosen, layers, changes);
  const only = asking.only.length === 0 ? {} : { only: asking.only };
  switch (asking.question) {
    case 'coverage': {
      const services = hand.services.find(({ file }) => file === asking.services);
      return {
        command: 'coverage',
        neighbourhoods: first!,
        within: second!,
        ...(further.length === 0 ? {} : { also: further }),
        ...(asking.bands === null ? {} : { bands: asking.bands }),
        ...(services === undefined ? {} : { services: { path: services.path, ...innerOf(services) } }),
        ...only,
        ...wishes,
      };
    }
    case 'compare':
      return {
        command: 'compare',
        before: first!,
        after: second!,
        ...(further.length === 0 ? {} : { later: further }),
        ...only,
        ...wishes,
      };
    case 'partners':
      return asking.place === ''
        ? { command: 'partners', all: idOf(chosen[0]!, first!), layers, ...wishes }
        : {
            command: 'partners',
            place: asking.place,
            layers,
            ...gazetteersFor(asking.place, chosen, hand),
            ...wishes,
          };
    case 'scenario': {
      const proposal = hand.proposals.find(({ file }) => file === asking.proposal)!;
      return {
        command: 'scenario',
        scenarios: [{ path: proposal.path, ...innerOf(proposal) }],
        layer: first!,
        ...(layers.length > 1 ? { against: layers.slice(1) } : {}),
        ...wishes,
      };
    }
    case 'check':
      return { command: 'check', layers, ...only, ...wishes };
    case 'differencing':
      return { command: 'differencing', layers, under: asking.under, ...only, ...wishes };
    case 'align':
      return {
        command: 'align',
        layers,
        ...(asking.bands === null ? {} : { bands: asking.bands }),
        ...only,
        ...wishes,
      };
    case 'overlap':
      return { command: 'overlap', layers, ...only, ...wishes };
  }
}

/** The layers that are asked about, in the order of the question. */
export const chosenLayers = ({ layers }: Asking, hand: AtHand): LayerAtHand[] =>
  layers.flatMap((key) => layerAtHand(hand, key) ?? []);

/** Tables that say where a place lies which is no unit: postcode directories and lookups. */
function gazetteersFor(
  place: string,
  chosen: readonly LayerAtHand[],
  { blocks, lookups }: AtHand,
): { gazetteers?: TableSource[] } {
  const word = place.toLowerCase();
  const isUnit = chosen.some(({ layer }) => layer.names.some((name) => name.toLowerCase() === word));
  const tables = [...blocks.filter(({ layers }) => layers[0]!.kind === 'postcode'), ...lookups];
  return isUnit || tables.length === 0
    ? {}
    : { gazetteers: tables.map((file) => ({ path: file.path, ...innerOf(file) })) };
}

const idOf = ({ layer }: LayerAtHand, source: LayerSource): string => source.id ?? layer.id;

/** The layers as sources; those that would get one id are given ids of their own. */
export function sourcesOf(chosen: readonly LayerAtHand[]): LayerSource[] {
  const settled = (each: LayerAtHand): string => {
    const { id, vintage } = each.layer;
    const alone = chosen.filter(({ layer }) => layer.id === id).length === 1;
    return alone || vintage === null ? id : `${id}_${vintage}`;
  };
  return chosen.map((each, i) => {
    const { source } = each.layer;
    const twins = chosen.filter((other) => settled(other) === settled(each));
    const sharesFile = chosen.some(
      ({ file }) => file !== each.file && file.path === each.file.path && source.id === undefined,
    );
    if (twins.length < 2 && sharesFile) return { ...source, id: settled(each) };
    const own = `${each.layer.id}_${chosen.slice(0, i + 1).filter((other) => settled(other) === settled(each)).length}`;
    return twins.length < 2 || source.id !== undefined
      ? source
      : { ...source, id: own.replace(/^(?=[^A-Za-z_])/, 'layer_') };
  });
}

/** What is wished beside the layers: people and small areas, tolerance, rules, what was set about files. */
export function wishesOf(
  asking: Asking,
  hand: AtHand,
  chosen: readonly LayerAtHand[],
  layers: readonly LayerSource[],
  changes: Readonly<Record<string, FileChange>>,
): CommonWishes {
  const { tolerance, disclosure, unmatched, people, blocks, baseline } = asking;
  const counts = people === null ? [] : hand.people.filter(({ file }) => file === people);
  const where = hand.blocks.find(({ file }) => file === blocks);
  return {
    ...(counts.length === 0 ? {} : { people: counts.map((file) => countsOf(file, changes)) }),
    ...(where === undefined || counts.length === 0
      ? {}
      : { blocks: { path: where.path, ...innerOf(where) } }),
    ...(tolerance === null ? {} : { tolerance }),
    ...(disclosure === null ? {} : { disclosure }),
    ...(baseline === null ? {} : { baseline }),
    ...(unmatched === null ? {} : { allowUnmatched: unmatched }),
    ...(asking.truncated || chosen.some(({ file }) => changes[file.file]?.truncated === true)
      ? { allowTruncated: true }
      : {}),
    ...byLayer('code', chosen, layers, changes),
    ...byLayer('name', chosen, layers, changes),
    ...byLayer('crs', chosen, layers, changes),
    ...byLayer('call', chosen, layers, changes),
    ...(asking.question === 'overlap' || asking.question === 'align' ? { sensitivity: true } : {}),
    map: true,
  };
}

const innerOf = ({ inner }: { readonly inner?: string }): { inner?: string } =>
  inner === undefined ? {} : { inner };

function countsOf(
  file: AtHand['people'][number],
  changes: Readonly<Record<string, FileChange>>,
): CountsSource {
  const { counted } = file.people!;
  const column = changes[file.file]?.column;
  return {
    // A measure is called by one word that the tables can carry.
    ...(counted === 'residents' ? { name: 'residents' } : {}),
    path: file.path,
    ...innerOf(file),
    ...(column === undefined ? {} : { column }),
  };
}

/** What was set about the files of layers, under the ids by which options name them. */
function byLayer(
  option: 'code' | 'name' | 'crs' | 'call',
  chosen: readonly LayerAtHand[],
  layers: readonly LayerSource[],
  changes: Readonly<Record<string, FileChange>>,
): Partial<Record<typeof option, Record<string, string>>> {
  const set = chosen.flatMap(({ file, layer }, i) => {
    const value = changes[file.file]?.[option];
    const key = layers[i]!.id ?? (option === 'call' ? layer.id : idFromFile(file.path));
    return value === undefined ? [] : [[key, value]];
  });
  return set.length === 0 ? {} : { [option]: Object.fromEntries(set) as Record<string, string> };
}
