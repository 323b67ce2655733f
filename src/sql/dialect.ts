/**
 * What engines say differently. Everything else of a script is the same text for all of them.
 */

import type { Check } from './step.js';

/** An engine for which scripts are written. */
export type EngineName = 'postgis' | 'duckdb' | 'sedona';

/** How one engine says what not every engine says alike. Expressions are text in, text out. */
export interface Dialect {
  readonly engine: EngineName;
  /** Its name and the versions that were tried, for people. */
  readonly title: string;
  /** A line of the heading about how the engine must be started, or null. */
  readonly startedWith: string | null;
  /** Statements before all others. */
  readonly setUp: readonly string[];
  /** What stops a version that cannot run the script. */
  readonly versionChecks: readonly Check[];
  /** A name of a table or column, parts of it parted by dots, so that capitals and blanks survive. */
  readonly quoted: (name: string) => string;
  /** Statements that make a table of a query, in place of an older one; one that is kept is there after the session. */
  readonly table: (name: string, query: string, isKept: boolean) => readonly string[];
  /** Statements that take away a table that was not to be kept; none where it goes with the session. */
  readonly dropped: (name: string) => readonly string[];
  /** Statements after a table whose column `geom` will be searched; none where the engine needs none. */
  readonly searched: (name: string) => readonly string[];
  /** Statements after a table that will be joined by equal numbers; none where the engine counts by itself. */
  readonly joined: (name: string) => readonly string[];
  /** A statement that stops the script with the text of the query's one cell, unless that is null. */
  readonly stopWith: (query: string) => string;
  /** An expression for the select list that gives a row for each part of a geometry. */
  readonly partsOf: (geometry: string) => string;
  /** An expression for the select list that gives a row for each whole number from one to another. */
  readonly series: (from: string, to: string) => string;
  /** A point, and a box, of degrees given as expressions. */
  readonly point: (x: string, y: string) => string;
  readonly box: (west: string, south: string, east: string, north: string) => string;
  /** A geometry in degrees, marked like those that `point` and `box` make. */
  readonly inDegrees: (geometry: string) => string;
  /** The polygons of a geometry of any kind. */
  readonly polygonsOf: (geometry: string) => string;
  /** The same polygons on a lattice of 1e-7 degree, what is thinner gone: the lattice that files are measured on. */
  readonly onLattice: (polygons: string) => string;
  /** The aggregate that unites geometries. */
  readonly united: (geometry: string) => string;
  /** The polygons that lines enclose, together in one geometry; the lines meet at their ends only. */
  readonly enclosedBy: (lines: string) => string;
  /** Square metres of one polygon on the ellipsoid, its edges straight in longitude and latitude. */
  readonly squareMetres: (polygon: string) => string;
  /** Metres around one polygon, holes included. */
  readonly metresAround: (polygon: string) => string;
  /** Metres along lines; 0 where the geometry has none. */
  readonly metresAlong: (lines: string) => string;
  /** The word for the type of a geometry, as this engine writes it. */
  readonly typeOf: (geometry: string) => string;
  /** The number of the coordinate system, or null where the engine does not know it. */
  readonly systemOf: (geometry: string) => string | null;
  /** Column type of text, and of numbers with a fraction. */
  readonly textType: string;
  readonly numberType: string;
}

/** A text as SQL writes it. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Puts every part of a dotted name between marks. */
export const quotedBy =
  (mark: string) =>
  (name: string): string =>
    name
      .split('.')
      .map((part) => mark + part.replaceAll(mark, mark + mark) + mark)
      .join('.');
