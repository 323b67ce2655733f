/**
 * Lists the members of a zip archive from its central directory, and unpacks one of them.
 *
 *     member member …  central directory  [zip64 end]  end record (22 bytes and a comment)
 *
 * The directory at the end is what counts; the sizes it states are limits that unpacking may not pass. Nothing is
 * ever written to a disk, so a member's path is only a name; still, one that climbs out of its folder is left out.
 */
import { InputError } from '../../trouble/input-error.js';
import { damagedFile, truncatedFile } from './damaged.js';
import { mostUnpacked } from './most-unpacked.js';
import { crc32, inflateMember, unpacksTooLarge } from './unpack.js';

export interface ZipMember {
  /** Path inside the archive, with forward slashes. */
  readonly name: string;
  readonly packedSize: number;
  readonly size: number;
  /** Where the member's local header begins. */
  readonly offset: number;
  /** 0 stored, 8 deflated; anything else cannot be read. */
  readonly method: number;
  readonly crc: number;
  readonly locked: boolean;
}

export interface ZipDirectory {
  /** Files in directory order, without folders, resource forks and climbing paths. */
  readonly members: readonly ZipMember[];
  /** Names left out because they lead out of the archive. */
  readonly climbing: readonly string[];
}

/**
 * The archive's directory. Throws InputError where it is cut short, or would unpack to more than `limit` bytes in all or
 * more than files are packed to.
 */
export function readZipDirectory(bytes: Uint8Array, fileName: string, limit: number): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = findDirectory(view, fileName);
  const members: ZipMember[] = [];
  const climbing: string[] = [];
  const most = mostUnpacked(bytes.length, limit);
  let total = 0;
  for (let i = 0, at = start; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) {
      throw damagedFile(fileName, 'zip', `entry ${i + 1} of its directory is missing`);
    }
    const member = readEntry(view, at, fileName);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    total += member.size;
    if (total > most) throw unpacksTooLarge(fileName, most);
    if (climbs(member.name)) climbing.push(member.name);
    else if (!member.name.endsWith('/') && !/(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(member.name))
      members.push(member);
  }
  return { members, climbing };
}

/** The bytes of one member, checked against its size and checksum. */
export function unpackMember(bytes: Uint8Array, member: ZipMember, fileName: string): Uint8Array {
  const where = `${fileName}#${member.name}`;
  if (member.locked) {
    throw new InputError({
      id: 'archive-locked',
      file: where,
      message: 'the file inside the archive is locked with a password',
      hint: 'Unpack it first and give the file inside.',
    });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (member.offset + 30 > bytes.length || view.getUint32(member.offset, true) !== 0x04034b50) {
    throw damagedFile(where, 'zip', 'its data is not where the directory says');
  }
  const start =
    member.offset + 30 + view.getUint16(member.offset + 26, true) + view.getUint16(member.offset + 28, true);
  if (start + member.packedSize > bytes.length)
    throw truncatedFile(where, 'zip', 'the data of a member is missing');
  const packed = bytes.subarray(start, start + member.packedSize);
  let unpacked: Uint8Array;
  if (member.method === 0) unpacked = packed;
  else if (member.method === 8) unpacked = inflateMember(packed, member.size, where);
  else throw damagedFile(where, 'zip', `packing method ${member.method} is not supported, only deflate is`);
  if (unpacked.length !== member.size || crc32(unpacked) !== member.crc) {
    throw damagedFile(where, 'zip', 'what it unpacks to does not match its checksum');
  }
  return unpacked;
}

function findDirectory(view: DataView, fileName: string): { count: number; start: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  let end = view.byteLength - 22;
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < lowest) throw truncatedFile(fileName, 'zip', 'the directory at its end is missing');
  let count = view.getUint16(end + 10, true);
  let start = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) {
    const wide = Number(view.getBigUint64(end - 20 + 8, true));
    if (wide + 56 > view.byteLength) throw truncatedFile(fileName, 'zip', 'its long directory is missing');
    count = Number(view.getBigUint64(wide + 32, true));
    start = Number(view.getBigUint64(wide + 48, true));
  }
  return { count, start };
}

function readEntry(view: DataView, at: number, fileName: string): ZipMember {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  if (at + 46 + nameLength + extraLength > view.byteLength) {
    throw truncatedFile(fileName, 'zip', 'its directory ends too soon');
  }
  const nameBytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
  const sizes = {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  widen(view, at + 46 + nameLength, extraLength, sizes);
  return {
    name: new TextDecoder().decode(nameBytes).replaceAll('\\', '/'),
    ...sizes,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    locked: (view.getUint16(at + 8, true) & 1) === 1,
  };
}

/** Replaces sizes of 0xffffffff by the 64-bit ones in the entry's extra field 1, in their fixed order. */
function widen(
  view: DataView,
  start: number,
  length: number,
  sizes: { size: number; packedSize: number; offset: number },
): void {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const key of ['size', 'packedSize', 'offset'] as const) {
      if (sizes[key] !== 0xffffffff || next + 8 > start + length) continue;
      sizes[key] = Number(view.getBigUint64(next, true));
      next += 8;
    }
  }
}

const climbs = (name: string): boolean =>
  name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..');
