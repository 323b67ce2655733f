/**
 * Codes that changed: those that the tool brings, and those of the user.
 */
import { readRecodes, type Recode } from '../layer/recode.js';
import { shippedRecodes } from '../layer/shipped-recodes.js';
import type { Inputs } from './inputs.js';
import { takeTable } from './read-table.js';
import type { TableSource } from './request.js';

/** The user's changes, which go first, and those that come with the tool. */
export async function loadRecodes(
  inputs: Inputs,
  source: TableSource | undefined,
): Promise<readonly Recode[]> {
  if (source === undefined) return shippedRecodes;
  const { table, line } = await takeTable(inputs, source, 'recode', 'recode');
  const { recodes, reading } = readRecodes(table);
  line.reading = reading;
  return [...recodes, ...shippedRecodes];
}
