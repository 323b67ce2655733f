/**
 * Gathers the features of one layer, ring by ring, into the flat arrays of a FeatureTable.
 *
 *     startFeature  startPolygon  startRing  position position …  endRing  …
 *
 * Every format reader writes into one of these, so that the same small repairs happen everywhere and are noted: an
 * open ring is closed, a ring of fewer than four positions encloses nothing and is left out.
 */
import type { FeatureTable, Properties, PropertyValue, ReadingNote } from '../../layer/feature-table.js';
import { InputError } from '../../trouble/input-error.js';

/** An accumulator: call in the order of the drawing above, then `finish` once. */
export class TableBuilder {
  private readonly properties: Properties[] = [];
  private readonly ids: (string | number | null)[] = [];
  private coordinates = new Float64Array(1024);
  private used = 0;
  private readonly ringStart: number[] = [0];
  private readonly polygonStart: number[] = [0];
  private readonly featureStart: number[] = [0];
  private readonly points: number[] = [];
  private readonly pointStart: number[] = [0];
  private readonly notes = new Map<
    string,
    { note: string; feature: number; count: number; position: [number, number] | null }
  >();

  constructor(readonly fileName: string) {}

  /** Begins a feature; ends the one before. */
  startFeature(properties: Properties, id: string | number | null = null): void {
    this.closePolygon();
    if (this.properties.length > 0) this.closeFeature();
    this.properties.push(properties);
    this.ids.push(id);
  }

  /** Begins a polygon of the current feature. */
  startPolygon(): void {
    this.closePolygon();
  }

  /** One position of the current ring. Throws InputError where it is not a number. */
  position(x: number, y: number): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      const [east, north] = [x, y].map((value) => (Number.isFinite(value) ? String(value) : 'no number'));
      throw this.trouble('position-not-finite', `a position is ${east}, ${north}`);
    }
    if (this.used + 2 > this.coordinates.length) this.grow(this.used + 2);
    this.coordinates[this.used++] = x;
    this.coordinates[this.used++] = y;
  }

  /** Closes the current ring, or drops it where it has fewer than four positions. */
  endRing(): void {
    const c = this.coordinates;
    const start = 2 * this.ringStart[this.ringStart.length - 1]!;
    if (this.used === start) return;
    const first: [number, number] = [c[start]!, c[start + 1]!];
    if (first[0] !== c[this.used - 2] || first[1] !== c[this.used - 1]) {
      this.note('closed-ring', first);
      this.position(first[0], first[1]);
    }
    if (this.used - start < 8) {
      this.note('short-ring', first);
      this.used = start;
      return;
    }
    this.ringStart.push(this.used / 2);
  }

  /** One point of the current feature; a point of NaN (an empty one) is left out. */
  point(x: number, y: number): void {
    if (Number.isNaN(x) || Number.isNaN(y)) return;
    if (!Number.isFinite(x) || !Number.isFinite(y))
      throw this.trouble('position-not-finite', `a point is ${x}, ${y}`);
    this.points.push(x, y);
  }

  /** Counts something set right or passed over in the current feature. */
  note(note: string, position: [number, number] | null = null, feature = this.properties.length - 1): void {
    const key = `${note} ${feature}`;
    const known = this.notes.get(key);
    if (known) known.count++;
    else this.notes.set(key, { note, feature, count: 1, position });
  }

  /** Counts something once for the whole file. */
  noteFile(note: string): void {
    if (!this.notes.has(`${note} -1`)) this.note(note, null, -1);
  }

  /** An error that names the file and the current feature. */
  trouble(id: string, message: string, hint = 'Repair or export the file again.'): InputError {
    return new InputError({
      id,
      message,
      hint,
      file: this.fileName,
      place: `feature ${this.properties.length}`,
    });
  }

  /** The finished table. `statedSystem` is the coordinate system in the file's own words, or null. */
  finish(statedSystem: string | null): FeatureTable {
    this.closePolygon();
    if (this.properties.length > 0) this.closeFeature();
    const notes: ReadingNote[] = [...this.notes.values()];
    return {
      properties: this.properties,
      ids: this.ids,
      shapes: {
        coordinates: this.coordinates.slice(0, this.used),
        ringStart: Uint32Array.from(this.ringStart),
        polygonStart: Uint32Array.from(this.polygonStart),
        featureStart: Uint32Array.from(this.featureStart),
      },
      points: Float64Array.from(this.points),
      pointStart: Uint32Array.from(this.pointStart),
      statedSystem,
      notes,
    };
  }

  private closePolygon(): void {
    const rings = this.ringStart.length - 1;
    if (rings > this.polygonStart[this.polygonStart.length - 1]!) this.polygonStart.push(rings);
  }

  private closeFeature(): void {
    this.featureStart.push(this.polygonStart.length - 1);
    this.pointStart.push(this.points.length / 2);
  }

  private grow(needed: number): void {
    const larger = new Float64Array(Math.max(needed, 2 * this.coordinates.length));
    larger.set(this.coordinates);
    this.coordinates = larger;
  }
}

/**
 * One property as the table keeps it: text, number, truth or null. Dates become ISO text (without a time where it is
 * midnight), whole numbers too large for a double become text, nested values JSON text, bytes null.
 */
export function propertyValue(value: unknown): PropertyValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isNaN(value) ? null : value;
  if (typeof value === 'bigint')
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : value.toISOString().replace(/T00:00:00\.000Z$/, '');
  }
  if (ArrayBuffer.isView(value)) return null;
  return (
    JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner)) ??
    null
  );
}

/** A record of property values; a name that comes twice keeps its last value. */
export const propertyRecord = (entries: Iterable<readonly [string, unknown]>): Properties =>
  Object.fromEntries([...entries].map(([name, value]) => [name, propertyValue(value)]));
