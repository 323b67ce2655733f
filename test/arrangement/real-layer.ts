/**
 * Real boundary files by way of JSON.parse: plain, and independent of the reader.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { realData } from '../real-data.js';
import { makeLayer, type PlainFeature, type Polygon } from './make-layer.js';
import type { LandLayer } from '../../src/arrangement/land-layer.js';

export interface RealLayer {
  /** Codes of the units, sorted. */
  readonly codes: readonly string[];
  readonly features: readonly PlainFeature[];
  readonly layer: LandLayer;
}

interface Geometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: readonly Geometry[];
}

/** Reads a file of features; units are the distinct values of the code field. */
export function readRealLayer(path: string, codeField: string): RealLayer {
  const bytes = readFileSync(realData(path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const { features } = JSON.parse(text) as {
    features: { properties: Record<string, string>; geometry: Geometry | null }[];
  };
  const codes = [...new Set(features.map(({ properties }) => properties[codeField]!))].sort();
  const plain = features.map(({ properties, geometry }) => ({
    unit: codes.indexOf(properties[codeField]!),
    polygons: polygonsOf(geometry),
  }));
  return { codes, features: plain, layer: makeLayer(plain, 'parity', codes.length) };
}

function polygonsOf(geometry: Geometry | null): Polygon[] {
  if (geometry === null) return [];
  if (geometry.type === 'Polygon') return [geometry.coordinates as Polygon];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates as Polygon[];
  return (geometry.geometries ?? []).flatMap(polygonsOf);
}
