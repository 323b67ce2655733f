/**
 * A result as the text of a baseline.
 */
import type { Result } from '../result/result.js';
import { writeJson } from '../result/write-json.js';
import { asBaseline } from '../rules/baseline.js';

export const baselineText = (result: Result): string => writeJson(asBaseline(result));
