/**
 * What may come next in a JSON file, between two tokens.
 */
import { SPACE } from './bytes.js';

export const TOP = 0;
export const VALUE = 1;
export const VALUE_OR_END = 2;
export const KEY = 3;
export const KEY_OR_END = 4;
export const AFTER_KEY = 5;
export const COMMA_OR_END = 6;

/** What should stand there, in words. */
export const SHOULD_BE = [
  'a JSON value',
  'a value',
  'a value or ]',
  'a member name in double quotes',
  'a member name in double quotes or }',
  'a colon',
  'a comma or the closing bracket',
];

/** 1 for bytes that end a number or literal. */
export const ENDS_BARE = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte <= SPACE || ',:[]{}"'.includes(String.fromCharCode(byte)) ? 1 : 0,
);
