/**
 * Real layers, loaded the way the command line loads them and crossed by the library.
 */
import { nodeFiles } from '../../src/cli/node-files.js';
import { Inputs } from '../../src/run/inputs.js';
import { loadLayers } from '../../src/run/load-layers.js';
import type { Layer } from '../../src/layer/layer.js';
import type { CrossedPair } from '../../src/measures/crossing/crossed-pair.js';
import { relationOf, standings } from '../../src/measures/pairs/relations.js';
import { realData } from '../real-data.js';

export const files = {
  icb23: 'official/Integrated_Care_Boards_April_2023_EN_BSC.geojson',
  lad24: 'official/Local_Authority_Districts_May_2024_Boundaries_UK_BSC.geojson',
  lad24buc: 'official/Local_Authority_Districts_May_2024_Boundaries_UK_BUC.geojson',
  icb24: 'bgc/ICB24_BGC_from_LSOA21.geojson',
  lad25: 'bgc/LAD25_BGC_UK_from_WD25.geojson.gz',
  cauth25: 'bgc/CAUTH25_BGC_from_WD25.geojson',
  lsoa21: 'bgc/LSOA21_BGC_EW.geojson.gz',
} as const;

export type RealName = keyof typeof files;

/** The layers, called by their names here. All are in longitude and latitude. */
export async function loadReal(names: readonly RealName[]): Promise<readonly Layer[]> {
  const sources = names.map((id) => ({ id, path: realData(files[id]) }));
  return (await loadLayers(new Inputs(nodeFiles), sources, {}, () => undefined)).layers;
}

export interface PairFigures {
  readonly relation: string;
  readonly hectares: number;
  readonly width: number;
  readonly patches: number;
}

/** Figures of every pair of units, by 'codeA∩codeB', remainders left out. */
export function figuresOf({ a, b, land }: CrossedPair): Map<string, PairFigures> {
  const standing = standings(land, a.codes.length, b.codes.length);
  return new Map(
    land.pairs
      .filter((pair) => pair.a >= 0 && pair.b >= 0)
      .map((pair) => [
        `${a.codes[pair.a]!}∩${b.codes[pair.b]!}`,
        {
          relation: relationOf(pair, standing),
          hectares: pair.area! / 1e4,
          width: pair.maxWidth!,
          patches: pair.patches!,
        },
      ]),
  );
}
