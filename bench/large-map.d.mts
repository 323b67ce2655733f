export interface Mosaic {
  readonly columns: number;
  readonly rows: number;
  readonly points: number;
  readonly seed: number;
  readonly entity: string;
  readonly stem: string;
}

export function writeMosaic(file: string, mosaic: Mosaic): number;
