/**
 * Codes that changed: those that the tool brings, and those of the user.
 */
import { readRecodes, type Recode } from '../layer/recode.js';
import type { Inputs } from './inputs.js';
import { readTable, takeTable } from './read-table.js';
import type { TableSource } from './request.js';

/** The changes that come with the tool. */
export const shippedRecodes = (inputs: Inputs): Promise<readonly Recode[]> =>
  inputs.once('recodes that come with the tool', async () => {
    const { table } = await readTable(
      inputs,
      { path: inputs.files.packaged('england/recodes.csv') },
      'recode',
    );
    return readRecodes(table);
  });

/** The user's changes, which go first, and those that come with the tool. */
export async function loadRecodes(
  inputs: Inputs,
  source: TableSource | undefined,
): Promise<readonly Recode[]> {
  if (source === undefined) return shippedRecodes(inputs);
  const { table } = await takeTable(inputs, source, 'recode', 'recode');
  return [...readRecodes(table), ...(await shippedRecodes(inputs))];
}
