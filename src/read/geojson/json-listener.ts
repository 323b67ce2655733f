/**
 * Who hears the tokens of a JSON file, and what it may ask for.
 */

/** What to do with an array or object. */
export const LISTEN = 0;
export const SKIP = 1;
export const CAPTURE = 2;
export const COORDINATES = 3;

/** Hears the tokens of the values it asked for. */
export interface JsonListener {
  /** A member name; false if its value is of no interest. */
  key(text: string): boolean;
  /** A text, number, literal. */
  value(value: string | number | boolean | null): void;
  /** An array or object begins: LISTEN, SKIP, CAPTURE or COORDINATES (arrays only). */
  open(isObject: boolean): number;
  /** The innermost listened array or object has ended. */
  close(): void;
  /** The array or object answered with CAPTURE, as JSON text without blank space. */
  captured(text: string): void;
  /** The array answered with COORDINATES has become this block. */
  coordinates(block: number): void;
  /** The array answered with COORDINATES holds something else; it will be skipped. */
  oddCoordinates(what: string): void;
  /** Number (from 1, or 0) and code of the feature being read. */
  whereabouts(): { readonly feature: number; readonly unit: string };
}
