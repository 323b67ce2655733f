/**
 * What each of some files was taken for, by itself and by what a person set about it.
 */
import { kindOfId } from '../../layer/kinds.js';
import { isPast, layersOnBoard } from '../../layer/years-on-board.js';
import type { Inputs } from '../inputs.js';
import { loadLayers } from '../load-layers.js';
import type { FileChange, FoundFile } from './found-file.js';
import { lookAtFile } from './look-at-file.js';
import { nothing } from './nothing-found.js';
import { partAlone, partsBeside } from './parts-beside.js';
import { sayFound } from './say-found.js';

/** A file with its sentence. */
export interface TakenFile extends FoundFile {
  readonly sentence: string;
  /** Names of the files that are parts of it: the table of a Shapefile, the log of a GeoPackage. */
  readonly parts: readonly string[];
}

/**
 * Files in the order given; of one with several layers each is one, and parts of a file are no files of their own. Nothing
 * is refused: a refusal is part of the answer. `changes` are by the name of a file, with `#` and the inner layer for one of
 * several.
 */
export async function takeFiles(
  inputs: Inputs,
  names: readonly string[],
  changes: Readonly<Record<string, FileChange>>,
  progress: (stage: string, share: number) => void = () => undefined,
): Promise<TakenFile[]> {
  const found: FoundFile[] = [];
  const parts = partsBeside(names);
  const whole = names.filter((name) => !parts.has(name));
  for (const [i, name] of whole.entries()) {
    progress(`looking at ${name}`, i / whole.length);
    const alone = partAlone(name);
    if (alone !== null) found.push(nothing(name, name, alone.message, alone));
    else
      found.push(
        ...(await lookAtFile(inputs, name, name, {
          whole: changes[name] ?? {},
          inner: (inner) => changes[`${name}#${inner}`] ?? {},
        })),
      );
  }
  return found.map((each) => ({
    ...each,
    sentence: sayFound(each),
    parts: [...parts].filter((part) => partsBeside([each.path, part]).has(part)),
  }));
}

/** The layers of the embedded figures for England, each as a file of its own; people come with them. */
export async function takeEngland(inputs: Inputs): Promise<TakenFile[]> {
  const stems = layersOnBoard.filter((each) => !isPast(each) && each.kind !== 'ward').map(({ stem }) => stem);
  const taken: TakenFile[] = [];
  for (const england of stems) {
    const { layers } = await loadLayers(inputs.forReport(), [{ england }], {}, () => undefined);
    const { id, kind, vintage, codes, names } = layers[0]!;
    const file = `england:${england}`;
    const title = kindOfId(kind ?? '')?.many ?? id;
    const layer = { file, id, kind, vintage, title, units: codes.length, names: names.slice(0, 500) };
    const fields = { source: { england }, codeField: null, nameField: null, system: null };
    const found: FoundFile = {
      ...nothing(file, file, '', null),
      role: 'layer',
      layers: [{ ...layer, ...fields }],
      settings: [],
    };
    taken.push({
      ...found,
      parts: [],
      sentence: `${sayFound(found)}, as figures with residents of 2021 and without shapes`,
    });
  }
  return taken;
}
