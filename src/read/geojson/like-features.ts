/**
 * Features of one form after another, read without taking them apart into tokens.
 *
 *     form      {"type":"Feature","properties":{"code":│value│},"geometry":{"type":│kind│,"coordinates":│…│}}
 *     feature   {"type":"Feature","properties":{"code":"E0001"},"geometry":{"type":"Polygon","coordinates":[[…]]}}
 *
 * A feature that is not of the form, or not plain, leaves no trace and is read token by token; the form of it is tried next.
 */
import type { PropertyValue } from '../../layer/feature-table.js';
import { BACKSLASH, OPEN_ARRAY, QUOTE, SPACE } from './bytes.js';
import { BLOCK_KINDS, type CoordinateRun, DONE, HARD_NUMBER } from './coordinate-run.js';
import { ENDS_BARE } from './expected.js';
import { type FeatureForm, formOf } from './feature-form.js';
import type { GeoJsonListener } from './geojson-listener.js';
import type { ItemReader } from './json-tokenizer.js';
import { bareValue } from './number-text.js';
import type { PositionReader } from './position-kernel.js';
import type { RawFeatures } from './raw-features.js';
import { readCoordinates } from './read-coordinates.js';
import { settleBlock } from './settle-block.js';
import type { TextCache } from './text-cache.js';

/** Looking for another form is given up when so many more features had none of those tried than had. */
const PATIENCE = 100;

/** Reads features into `features` and `run`, while `listener` is between two of a collection. */
export class LikeFeatures implements ItemReader {
  private form: FeatureForm | null = null;
  private patience = PATIENCE;
  /** Behind what was read last. */
  private at = 0;

  constructor(
    private readonly listener: GeoJsonListener,
    private readonly features: RawFeatures,
    private readonly run: CoordinateRun,
    private readonly texts: TextCache,
  ) {}

  /** The byte behind the feature whose bracket is there; -1 where it is to be read token by token. */
  read(positions: PositionReader, bytes: Uint8Array, at: number): number {
    if (this.patience < 0 || !this.listener.isInFeatures()) return -1;
    if (this.form !== null) {
      if (this.readAs(this.form, positions, bytes, at)) {
        if (this.patience < PATIENCE) this.patience++;
        return this.at;
      }
      // The rest of it is in the next piece of the file.
      if (this.at === bytes.length) return -1;
    }
    const form = formOf(bytes, at);
    if (form === null) this.patience--;
    else {
      this.patience -= this.form === null ? 0 : 2;
      this.form = form;
    }
    return -1;
  }

  private readAs(
    { same, slots }: FeatureForm,
    positions: PositionReader,
    bytes: Uint8Array,
    from: number,
  ): boolean {
    const { run, texts } = this;
    const brokenBefore = texts.brokenTexts;
    const properties: Record<string, PropertyValue> = {};
    let id: PropertyValue = null;
    let kind: PropertyValue = null;
    let hasBegun = false;
    this.at = from;
    let isLike = this.pass(same[0]!, bytes);
    for (let i = 0; isLike && i < slots.length; i++) {
      const slot = slots[i]!;
      if (slot.of === 'coordinates') {
        hasBegun = true;
        isLike = this.coordinates(positions, bytes);
      } else {
        const value = this.single(bytes);
        isLike = value !== undefined;
        if (slot.of === 'property') properties[slot.name] = value!;
        else if (slot.of === 'id') id = value!;
        else kind = value!;
      }
      isLike &&= this.pass(same[i + 1]!, bytes);
    }
    if (isLike && typeof kind === 'string' && BLOCK_KINDS.has(kind)) {
      const block = run.end();
      if (settleBlock(run, block, kind).fault === null) {
        this.features.push(properties, typeof id === 'boolean' ? null : id, block, block + 1);
        return true;
      }
    }
    if (hasBegun) run.abandon();
    texts.brokenTexts = brokenBefore;
    return false;
  }

  /** Passes over a piece that is the same in all; false where it is not. */
  private pass(piece: Uint8Array, bytes: Uint8Array): boolean {
    const { at } = this;
    if (at + piece.length > bytes.length) return false;
    for (let i = 0; i < piece.length; i++) if (bytes[at + i] !== piece[i]) return false;
    this.at = at + piece.length;
    return true;
  }

  /** A text without escapes, a number, a literal; undefined for all else. */
  private single(bytes: Uint8Array): PropertyValue | undefined {
    const from = this.at;
    let at = from;
    if (bytes[from] !== QUOTE) {
      while (at < bytes.length && ENDS_BARE[bytes[at]!] === 0) at++;
      this.at = at;
      return at === from ? undefined : bareValue(bytes, from, at);
    }
    let hash = 0;
    let all = 0;
    for (at++; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        this.at = at + 1;
        return all < 0x80
          ? this.texts.ascii(bytes, from + 1, at, hash)
          : this.texts.utf8(bytes, from + 1, at);
      }
      if (byte === BACKSLASH || byte < SPACE) return undefined;
      hash = (Math.imul(hash, 31) + byte) | 0;
      all |= byte;
    }
    return undefined;
  }

  /** Coordinates to their last bracket; false where they are not whole or no coordinates. */
  private coordinates(positions: PositionReader, bytes: Uint8Array): boolean {
    const { run } = this;
    run.begin();
    if (bytes[this.at] !== OPEN_ARRAY) return false;
    this.at = readCoordinates(run, positions, bytes, this.at + 1);
    while (run.outcome === HARD_NUMBER) {
      const value = this.single(bytes);
      if (typeof value !== 'number' || !Number.isFinite(value) || this.at === bytes.length) return false;
      run.put(value);
      this.at = readCoordinates(run, positions, bytes, this.at);
    }
    return run.outcome === DONE;
  }
}
