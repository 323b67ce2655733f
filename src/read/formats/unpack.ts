/**
 * Unpacks gzip and the members of a zip archive, never beyond a limit.
 *
 * A few kilobytes can be made to unpack to terabytes. So the limit is held while unpacking, chunk by chunk, not
 * after; and since a checksum costs little, damage inside the packed bytes is told apart from damage inside the format.
 */
import { Gunzip, Inflate } from 'fflate';
import { InputError } from '../../trouble/input-error.js';
import { damagedFile, truncatedFile, causeOf } from './damaged.js';
import { mostUnpacked } from './most-unpacked.js';

const chunkBytes = 1 << 16;

/**
 * The unpacked bytes of a gzip file, of all its members. Throws InputError beyond `limit` bytes, beyond what files are
 * packed to, where it is cut short, and where its length or checksum (of a file of one member) does not fit.
 */
export function gunzip(bytes: Uint8Array, limit: number, fileName: string): Uint8Array {
  const pieces = new Pieces(mostUnpacked(bytes.length, limit), fileName);
  let laterMembers = 0;
  const stream = new Gunzip((piece) => pieces.add(piece));
  stream.onmember = () => laterMembers++;
  pushAll(stream, bytes, fileName, 'gzip');
  const unpacked = pieces.joined();
  const tail = new DataView(
    bytes.buffer,
    bytes.byteOffset + Math.max(0, bytes.length - 8),
    Math.min(8, bytes.length),
  );
  const fits = tail.byteLength === 8 && tail.getUint32(4, true) === unpacked.length % 2 ** 32;
  if (laterMembers === 0 && (!fits || tail.getUint32(0, true) !== crc32(unpacked))) {
    throw damagedFile(fileName, 'gzip', 'what it unpacks to does not match its checksum');
  }
  return unpacked;
}

/** The unpacked bytes of one deflated member, which must be exactly `size` bytes. */
export function inflateMember(packed: Uint8Array, size: number, fileName: string): Uint8Array {
  const pieces = new Pieces(size, fileName);
  pushAll(new Inflate((piece) => pieces.add(piece)), packed, fileName, 'zip');
  return pieces.joined();
}

/** Checksum of zip and gzip (ISO 3309, reflected, as used by PKWARE), as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (let i = 0; i < bytes.length; i++) crc = crcTable[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The error for a file that unpacks to more than is allowed. */
export const unpacksTooLarge = (fileName: string, limit: number): InputError =>
  new InputError({
    id: 'unpacks-too-large',
    file: fileName,
    message: `the file unpacks to more than ${readableBytes(limit)}`,
    hint: 'If it is to be trusted, unpack it first and give the file inside; --max-memory may hold it back as well.',
  });

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Collects chunks up to a limit. */
class Pieces {
  private readonly pieces: Uint8Array[] = [];
  private length = 0;

  constructor(
    private readonly limit: number,
    private readonly fileName: string,
  ) {}

  add(piece: Uint8Array): void {
    this.length += piece.length;
    if (this.length > this.limit) throw unpacksTooLarge(this.fileName, this.limit);
    this.pieces.push(piece);
  }

  joined(): Uint8Array {
    if (this.pieces.length === 1) return this.pieces[0]!;
    let joined: Uint8Array;
    try {
      joined = new Uint8Array(this.length);
    } catch {
      throw unpacksTooLarge(this.fileName, this.length - 1);
    }
    let at = 0;
    for (const piece of this.pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
    return joined;
  }
}

function pushAll(
  stream: { push(chunk: Uint8Array, final: boolean): void },
  bytes: Uint8Array,
  fileName: string,
  format: string,
): void {
  try {
    for (let at = 0; at === 0 || at < bytes.length; at += chunkBytes) {
      stream.push(bytes.subarray(at, at + chunkBytes), at + chunkBytes >= bytes.length);
    }
  } catch (thrown) {
    if (thrown instanceof InputError) throw thrown;
    const cause = causeOf(thrown);
    throw /EOF/i.test(cause)
      ? truncatedFile(fileName, format, 'its packed data ends too soon')
      : damagedFile(fileName, format, cause);
  }
}

function readableBytes(bytes: number): string {
  if (bytes >= 2 ** 30) return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
  return bytes >= 2 ** 20 ? `${(bytes / 2 ** 20).toFixed(1)} MiB` : `${bytes} bytes`;
}
