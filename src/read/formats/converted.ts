/**
 * A format that is read by way of a program of others: what it makes of the bytes is read as FlatGeobuf.
 *
 * The program says that it succeeded where it has lost features, so what comes out is held against what was declared.
 */
import type { FeatureTable } from '../../layer/feature-table.js';
import { counted } from '../../trouble/count-text.js';
import { InputError } from '../../trouble/input-error.js';
import { chooseLayer } from './choose-layer.js';
import type { Conversion, ConvertibleFile, ConvertibleLayer } from './converter.js';
import { guardAgainstDamage, truncatedFile } from './damaged.js';
import { flatgeobuf } from './flatgeobuf.js';
import { convertWith } from './foreign-formats.js';
import type { BoundaryFormat, ReadingTools } from './format.js';

/** The package whose program reads these formats. */
const PACKAGE = 'gdal3.js';

/** What there is to say of a format beside that it is converted. */
export interface ConvertedFormat extends Pick<
  BoundaryFormat,
  'id' | 'name' | 'extensions' | 'siblingExtensions' | 'detect'
> {
  /** The files to hand over and the name of the one that stands for all. Throws InputError where some are missing. */
  readonly filesOf: (bytes: Uint8Array, fileName: string, tools: ReadingTools) => HandedOver;
  /** How many features there would be without the server's limit, where the file says so; else null. */
  readonly matched?: (bytes: Uint8Array) => number | null;
}

export interface HandedOver {
  readonly files: readonly ConvertibleFile[];
  readonly main: string;
}

/** The format as one among others. */
export function convertedFormat({ filesOf, matched, ...traits }: ConvertedFormat): BoundaryFormat {
  const { name } = traits;
  const opened = <T>(
    bytes: Uint8Array,
    fileName: string,
    tools: ReadingTools,
    work: (conversion: Conversion) => T | Promise<T>,
  ): Promise<T> =>
    guardAgainstDamage(fileName, name, async () => {
      const { converter } = tools;
      if (converter?.isThere() !== true) throw notRead(name, fileName, converter !== undefined);
      const { files, main } = filesOf(bytes, fileName, tools);
      const conversion = await converter.open(files, main);
      try {
        return await work(conversion);
      } finally {
        conversion.close();
      }
    });
  return {
    ...traits,
    listLayers: (bytes, fileName, tools) => opened(bytes, fileName, tools, ({ layers }) => namesOf(layers)),
    read: (bytes, fileName, inner, tools) =>
      opened(bytes, fileName, tools, async (conversion) => {
        const layer = layerMeant(conversion.layers, inner, fileName);
        const table = await flatgeobuf.read(await conversion.toFlatGeobuf(layer.name), fileName, null, tools);
        checkWhole(table, layer, name, fileName);
        const features = table.properties.length;
        const of = matched?.(bytes) ?? null;
        return of !== null && of > features ? { ...table, truncated: { features, of } } : table;
      }),
  };
}

const namesOf = (layers: readonly ConvertibleLayer[]): string[] => layers.map(({ name }) => name);

/** What is meant where nothing is named: tables beside shapes are not. */
function offered(layers: readonly ConvertibleLayer[]): readonly ConvertibleLayer[] {
  const shaped = layers.filter(({ hasShapes }) => hasShapes);
  return shaped.length > 0 ? shaped : layers;
}

/** The layer that is named, or the only one. */
function layerMeant(
  layers: readonly ConvertibleLayer[],
  inner: string | null,
  fileName: string,
): ConvertibleLayer {
  const meant = inner === null ? offered(layers) : layers;
  if (meant.length === 0) {
    throw new InputError({
      id: 'no-layers',
      file: fileName,
      message: 'it holds no layer',
      hint: 'It may be cut short or damaged: download or export it again.',
    });
  }
  const chosen = chooseLayer(namesOf(meant), inner, fileName);
  return meant.find(({ name }) => name === chosen)!;
}

function checkWhole(table: FeatureTable, layer: ConvertibleLayer, format: string, fileName: string): void {
  const found = table.properties.length;
  if (found > 0 && found === layer.features) return;
  const declared =
    layer.features > found ? ` of the ${counted(layer.features, 'feature')} it says it has` : '';
  throw truncatedFile(fileName, format, `${counted(found, 'feature')} can be read${declared}`);
}

/** The error where nothing was lent that reads the format, or the program is not there. */
function notRead(name: string, fileName: string, canInstall: boolean): InputError {
  const convert = convertWith(fileName);
  return new InputError({
    id: 'format-not-read',
    file: fileName,
    message: canInstall
      ? `the file is ${name}, which is read by way of the package ${PACKAGE}, and that is not installed`
      : `the file is ${name}, which is not read`,
    hint: canInstall
      ? `Install it: npm install --save-dev ${PACKAGE}. Or ${convert.replace(/^C/, 'c')}`
      : convert,
  });
}
