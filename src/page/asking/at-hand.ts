/**
 * What the files at hand offer to a question: layers, people, small areas, proposals, each by a name of its own.
 */
import type { FoundLayer, TakenFile } from '../../index.js';
import { sectorOf, tierOf } from '../../layer/kinds.js';

/** A layer that can be asked about. */
export interface LayerAtHand {
  /** Its name in lists, and by which it is chosen. */
  readonly key: string;
  readonly file: TakenFile;
  readonly layer: FoundLayer;
}

export interface AtHand {
  readonly layers: readonly LayerAtHand[];
  readonly people: readonly TakenFile[];
  readonly blocks: readonly TakenFile[];
  readonly proposals: readonly TakenFile[];
  readonly services: readonly TakenFile[];
  readonly results: readonly TakenFile[];
  readonly lookups: readonly TakenFile[];
}

/** Boundary layers first, those that lookups have after them. */
export function atHand(taken: readonly TakenFile[]): AtHand {
  const of = (role: TakenFile['role']): TakenFile[] => taken.filter((file) => file.role === role);
  const layersOf = (files: readonly TakenFile[]): LayerAtHand[] =>
    files.flatMap((file) =>
      file.layers.map((layer) => ({ key: file.lookup === null ? file.file : layer.file, file, layer })),
    );
  return {
    layers: [...layersOf(of('layer')), ...layersOf(of('lookup'))],
    people: of('people').sort((p, q) => q.people!.total - p.people!.total),
    blocks: of('blocks'),
    proposals: of('scenario'),
    services: of('services'),
    results: of('result'),
    lookups: of('lookup'),
  };
}

/** The layer of a name. */
export const layerAtHand = ({ layers }: AtHand, key: string): LayerAtHand | null =>
  layers.find((each) => each.key === key) ?? null;

/** Health first, then neighbourhoods, councils with the upper tier first, what stands above them, the rest; as given among equals. */
export function inOrder(layers: readonly LayerAtHand[]): LayerAtHand[] {
  const rank = ({ layer }: LayerAtHand): number => {
    const [sector, tier] = [sectorOf(layer), tierOf(layer)];
    if (sector === 'health') return { system: 0, region: 5 }[tier as string] ?? 4.5;
    if (sector === 'council') return tier === 'upper' ? 2 : 2.5;
    return { neighbourhood: 1, strategic: 3 }[sector as string] ?? 6;
  };
  return [...layers].sort((p, q) => rank(p) - rank(q));
}

/** The file of small areas that a table of people goes with: of its kind and year, else of its kind; null where none is. */
export function blocksFor(people: TakenFile, blocks: readonly TakenFile[]): TakenFile | null {
  const { kind, vintage } = people.people!;
  const ofKind = blocks.filter(({ layers }) =>
    kind === null ? layers[0]!.kind !== 'postcode' : layers[0]!.kind === kind,
  );
  return (
    ofKind.find(({ layers }) => layers[0]!.vintage === vintage) ??
    ofKind.find(({ layers }) => vintage === null || layers[0]!.vintage === null) ??
    (ofKind.length === 1 ? ofKind[0]! : null)
  );
}

/** Whether a layer has a shape: figures and lookups have none. */
export const isDrawn = ({ layer }: LayerAtHand): boolean =>
  'path' in layer.source && !('member' in layer.source);

/** Whether people come with a layer: the figures for England have theirs. */
export const hasOwnPeople = ({ layer }: LayerAtHand): boolean => 'england' in layer.source;
