/**
 * Sizes of memory as they are given on the command line: `500M`, `2G`, `1.5 GiB`, bytes without a unit.
 */
import { InvalidArgumentError } from 'commander';

const UNITS = ['', 'K', 'M', 'G', 'T'];

/** The size in bytes, K, M, G and T in powers of 1,024. */
export function readMemory(value: string): number {
  const parts = /^(\d+(?:\.\d+)?) ?([KMGT]?)(?:i?B)?$/i.exec(value.trim());
  const bytes = parts === null ? 0 : Number(parts[1]) * 1024 ** UNITS.indexOf(parts[2]!.toUpperCase());
  if (!(bytes >= 1)) throw new InvalidArgumentError('It wants a size, for example 500M or 2G.');
  return Math.floor(bytes);
}
