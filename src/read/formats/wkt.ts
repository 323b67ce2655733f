/**
 * Reads well-known text, the geometry of CSV exports: `MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))`.
 *
 * Also with `Z`, `M`, `ZM` (or `POLYGONZ`), `EMPTY`, and the `SRID=27700;` that PostGIS puts in front. A parenthesis
 * tree is walked once from left to right; what a level means follows from the type's name.
 */
import type { TableBuilder } from './table-builder.js';

interface Scanner {
  readonly text: string;
  at: number;
  readonly builder: TableBuilder;
}

const mostNesting = 32;

/**
 * Adds the geometry to the builder's current feature and gives the number after `SRID=`, or null.
 * Throws InputError naming the feature and the character where the text stops making sense.
 */
export function addWkt(text: string, builder: TableBuilder): number | null {
  const prefix = /^\s*SRID\s*=\s*(\d+)\s*;/i.exec(text);
  const scanner = { text, at: prefix ? prefix[0].length : 0, builder };
  addGeometry(scanner, 0);
  skipSpace(scanner);
  if (scanner.at < text.length) throw stray(scanner);
  return prefix ? Number(prefix[1]) : null;
}

function addGeometry(scanner: Scanner, depth: number): void {
  if (depth > mostNesting)
    throw scanner.builder.trouble('geometry-damaged', 'geometry collections are nested too deeply');
  const type = readWord(scanner).replace(/(?:ZM|Z|M)$/, '');
  let next = peekWord(scanner);
  if (next === 'Z' || next === 'M' || next === 'ZM') {
    readWord(scanner);
    next = peekWord(scanner);
  }
  if (next === 'EMPTY') {
    readWord(scanner);
    return;
  }
  switch (type) {
    case 'POLYGON':
    case 'TRIANGLE':
      return addPolygon(scanner);
    case 'MULTIPOLYGON':
    case 'POLYHEDRALSURFACE':
    case 'TIN':
      return eachInParentheses(scanner, () => addPolygon(scanner));
    case 'POINT':
      return eachInParentheses(scanner, () => readPosition(scanner, (x, y) => scanner.builder.point(x, y)));
    case 'MULTIPOINT':
      return eachInParentheses(scanner, () => addMemberPoint(scanner));
    case 'LINESTRING':
    case 'MULTILINESTRING':
      scanner.builder.note('line-geometry');
      return skipParentheses(scanner);
    case 'GEOMETRYCOLLECTION':
      return eachInParentheses(scanner, () => addGeometry(scanner, depth + 1));
    case 'CURVEPOLYGON':
    case 'MULTISURFACE':
    case 'CIRCULARSTRING':
    case 'COMPOUNDCURVE':
    case 'MULTICURVE':
      throw scanner.builder.trouble(
        'geometry-curved',
        'the geometry has curved edges',
        'Convert curves to straight edges, for example with ogr2ogr -nlt CONVERT_TO_LINEAR.',
      );
    default:
      throw stray(scanner);
  }
}

function addPolygon(scanner: Scanner): void {
  if (peekWord(scanner) === 'EMPTY') {
    readWord(scanner);
    return;
  }
  scanner.builder.startPolygon();
  eachInParentheses(scanner, () => {
    if (peekWord(scanner) === 'EMPTY') {
      readWord(scanner);
      return;
    }
    eachInParentheses(scanner, () => readPosition(scanner, (x, y) => scanner.builder.position(x, y)));
    scanner.builder.endRing();
  });
}

function addMemberPoint(scanner: Scanner): void {
  skipSpace(scanner);
  const add = (x: number, y: number): void => scanner.builder.point(x, y);
  if (peekWord(scanner) === 'EMPTY') readWord(scanner);
  else if (scanner.text[scanner.at] === '(') eachInParentheses(scanner, () => readPosition(scanner, add));
  else readPosition(scanner, add);
}

function eachInParentheses(scanner: Scanner, readOne: () => void): void {
  expect(scanner, '(');
  do readOne();
  while (takes(scanner, ','));
  expect(scanner, ')');
}

function skipParentheses(scanner: Scanner): void {
  expect(scanner, '(');
  for (let depth = 1; depth > 0; scanner.at++) {
    const character = scanner.text[scanner.at];
    if (character === undefined) throw stray(scanner);
    if (character === '(') depth++;
    if (character === ')') depth--;
  }
}

const numberPattern = /\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/y;

function readPosition(scanner: Scanner, use: (x: number, y: number) => void): void {
  const x = readNumber(scanner);
  const y = readNumber(scanner);
  if (x === null || y === null) throw stray(scanner);
  if (readNumber(scanner) !== null) {
    scanner.builder.noteFile('extra-dimension');
    readNumber(scanner);
  }
  use(x, y);
}

function readNumber(scanner: Scanner): number | null {
  numberPattern.lastIndex = scanner.at;
  const match = numberPattern.exec(scanner.text);
  if (!match) return null;
  scanner.at = numberPattern.lastIndex;
  return Number(match[1]);
}

const wordPattern = /\s*([A-Za-z]+)/y;

function peekWord(scanner: Scanner): string {
  wordPattern.lastIndex = scanner.at;
  return wordPattern.exec(scanner.text)?.[1]?.toUpperCase() ?? '';
}

function readWord(scanner: Scanner): string {
  const word = peekWord(scanner);
  if (word === '') throw stray(scanner);
  scanner.at = wordPattern.lastIndex;
  return word;
}

function skipSpace(scanner: Scanner): void {
  while (scanner.at < scanner.text.length && scanner.text[scanner.at]!.trim() === '') scanner.at++;
}

function takes(scanner: Scanner, character: string): boolean {
  skipSpace(scanner);
  if (scanner.text[scanner.at] !== character) return false;
  scanner.at++;
  return true;
}

function expect(scanner: Scanner, character: string): void {
  if (!takes(scanner, character)) throw stray(scanner);
}

const stray = (scanner: Scanner): Error =>
  scanner.builder.trouble(
    'geometry-damaged',
    scanner.at >= scanner.text.length
      ? `the well-known text ends after ${scanner.text.length} characters, too soon`
      : `the well-known text cannot be read from character ${scanner.at + 1} on`,
  );
