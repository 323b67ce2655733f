/**
 * The second thread's part of reading: files from the end of the last one towards the beginning of the first.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { memoryOf } from '../../read/geojson/feature-part.js';
import { findBorder } from '../../read/geojson/part-border.js';
import { readPart } from '../../read/geojson/read-part.js';
import { TextCache } from '../../read/geojson/text-cache.js';
import { BEGUN, FREE, isSameFile, NOTHING, SENT, type FileToRead, type PartSent } from './read-order.js';

/** Bytes that a position takes in published files, at the least: what is denser the first thread reads. */
const LEAST_OF_POSITION = 16;

/** Reads what the first thread has not come to yet. */
export function readParts(files: readonly FileToRead[]): void {
  for (const file of [...files].reverse()) {
    try {
      readBackwards(file);
    } catch {
      // The first thread reads it, and tells what is wrong with it.
    }
  }
}

function readBackwards({ path, mark, step, states, port }: FileToRead): void {
  const file = openSync(path, 'r');
  try {
    if (!isSameFile(fstatSync(file), mark)) return;
    const buffer = new Uint8Array(step);
    const tools = { room: new Float64Array(2 * Math.ceil(step / LEAST_OF_POSITION)), texts: new TextCache() };
    const shared = new Float64Array(new SharedArrayBuffer(16 * Math.ceil(mark.size / LEAST_OF_POSITION)));
    let free = shared.length;
    let end = mark.size;
    for (let place = states.length - 1; place >= 0; place--) {
      if (Atomics.compareExchange(states, place, FREE, BEGUN) !== FREE) return;
      let outcome = NOTHING;
      try {
        const bytes = buffer.subarray(0, readSync(file, buffer, 0, step, place * step));
        const border = findBorder(bytes);
        if (border < 0) continue;
        const begin = place * step + border;
        const part = readPart(begin, pieces(file, begin, end, buffer, bytes.subarray(border)), tools);
        end = begin;
        if (part === null || part.coordinates.length > free) continue;
        const to = free;
        free -= part.coordinates.length;
        shared.set(part.coordinates, free);
        const sent: PartSent = { place, part: { ...part, coordinates: shared.subarray(free, to) } };
        port.postMessage(sent, memoryOf(part));
        outcome = SENT;
      } finally {
        Atomics.compareExchange(states, place, BEGUN, outcome);
        Atomics.notify(states, place);
      }
    }
  } finally {
    closeSync(file);
  }
}

/** Bytes `begin` to `end` of a file, of which the first are at hand in the buffer. */
function* pieces(
  file: number,
  begin: number,
  end: number,
  buffer: Uint8Array,
  first: Uint8Array,
): Iterable<Uint8Array> {
  yield first.subarray(0, end - begin);
  for (let at = begin + first.length; at < end;) {
    const read = readSync(file, buffer, 0, Math.min(buffer.length, end - at), at);
    if (read === 0) return;
    yield buffer.subarray(0, read);
    at += read;
  }
}
