/**
 * The part of the package gdal3.js that is used, which may not be there to ask for its types.
 */

/** Files opened; `info` is what ogrinfo says of them. */
export interface Dataset {
  readonly info?: {
    readonly layers?: readonly { readonly name: string; readonly geometryFields: readonly unknown[] }[];
  };
}

export interface Gdal {
  readonly Module: {
    FS_createPath(parent: string, path: string, canRead: boolean, canWrite: boolean): void;
    FS_createDataFile(
      parent: string,
      name: string,
      bytes: Uint8Array,
      canRead: boolean,
      canWrite: boolean,
      canOwn: boolean,
    ): void;
  };
  open(path: string): Promise<{ readonly datasets: readonly Dataset[] }>;
  getInfo(dataset: Dataset): Promise<{
    readonly layers?: readonly { readonly name: string; readonly featureCount: number }[];
  }>;
  ogr2ogr(dataset: Dataset, options: readonly string[], name: string): Promise<unknown>;
  getFileBytes(path: unknown): Promise<Uint8Array>;
}

export type StartGdal = (wishes: {
  /** Folder of its compiled code, as seen from the current one. */
  readonly path: string;
  readonly useWorker: false;
  readonly env: Readonly<Record<string, string>>;
  readonly logHandler: (line: string) => void;
  readonly errorHandler: (line: string) => void;
}) => Promise<Gdal>;
