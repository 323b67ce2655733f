/**
 * What a service holds, from its own description.
 */
import type { AskOptions } from './source.js';

export interface DescribedLayer {
  readonly number: number;
  readonly name: string;
  /** Whether it is a table without shapes. */
  readonly isTable: boolean;
}

/** One layer as its service describes it. */
export interface LayerDescription {
  /** Its own address, without secrets. */
  readonly address: string;
  readonly number: number;
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
  /** The field of object ids; null where none is named. */
  readonly objectIdField: string | null;
  /** `esriGeometryPolygon` and the like; null for a table. */
  readonly geometryType: string | null;
  /** EPSG number of the system it is kept in; null where it names none. */
  readonly system: number | null;
  readonly extent: {
    readonly xmin: number;
    readonly ymin: number;
    readonly xmax: number;
    readonly ymax: number;
  } | null;
  readonly maxRecordCount: number | null;
  readonly supportsPagination: boolean;
  readonly supportsOrderBy: boolean;
  readonly supportsGeoJson: boolean;
  /** When its data was last edited, ISO 8601 in UTC; null where it says nothing. */
  readonly edited: string | null;
  /** What it says of its sources; null where it says nothing. */
  readonly copyright: string | null;
}

/** The layers and tables of a service, in its order. Throws InputError as `fetchSource` does. */
export function layersOfService(service: string, options: AskOptions = {}): Promise<DescribedLayer[]> {
  void service;
  void options;
  throw new Error('under construction');
}

/** One layer of a service. Throws InputError as `fetchSource` does. */
export function describeLayer(
  service: string,
  layer: number,
  options: AskOptions = {},
): Promise<LayerDescription> {
  void service;
  void layer;
  void options;
  throw new Error('under construction');
}

/** How many features of a layer a condition (all where it is left out) holds for. Throws InputError as `fetchSource` does. */
export function countFeatures(
  service: string,
  layer: number,
  where?: string,
  options: AskOptions = {},
): Promise<number> {
  void service;
  void layer;
  void where;
  void options;
  throw new Error('under construction');
}
