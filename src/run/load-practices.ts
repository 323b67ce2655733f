/**
 * The map of practices to networks and ICBs: a CSV, or the sheet of a workbook that holds one.
 *
 * Networks that ePCN.xlsx says are closed are passed over.
 */
import type { Table } from '../layer/table.js';
import {
  readClosedNetworks,
  readPracticeMap,
  suitsPracticeMap,
  type PracticeMap,
} from '../read/table/practice-map.js';
import { InputError } from '../trouble/input-error.js';
import type { Inputs, LedgerLine } from './inputs.js';
import { isWorkbook, takeTable } from './read-table.js';
import type { TableSource } from './request.js';
import { takeBytes } from './take-bytes.js';

/** Reads the map and notes it in the ledger. */
export async function loadPractices(inputs: Inputs, source: TableSource): Promise<PracticeMap> {
  const { path, inner } = source;
  if (!isWorkbook(path) || inner !== undefined) {
    const { table, line } = await takeTable(inputs, source, 'practices', 'practices');
    return noted(line, readPracticeMap(table));
  }
  const { readWorkbook } = await import('../read/table/workbook.js');
  const { bytes, line } = await takeBytes(inputs, path, 'practices', 'xlsx');
  const map = readWorkbook(bytes, path, { suits: suitsPracticeMap });
  const closed = closedNetworks(() => readWorkbook(bytes, path, { sheet: 'PCNDetails' }));
  return noted(line, readPracticeMap(map, closed));
}

function noted(line: LedgerLine, map: PracticeMap): PracticeMap {
  line.reading = map.reading;
  return map;
}

/** Closed networks of a workbook that has a sheet of them. */
function closedNetworks(readDetails: () => Table): Set<string> {
  let details: Table;
  try {
    details = readDetails();
  } catch (error) {
    if (error instanceof InputError) return new Set();
    throw error;
  }
  return readClosedNetworks(details);
}
