/**
 * What is named on the map of a coverage report: the parents; where all is covered once, the neighbourhoods with their people.
 */
import { columnAbout } from '../../../result/find-column.js';
import type { Result } from '../../../result/result.js';
import { wholeText } from '../../../trouble/count-text.js';
import type { NameScene } from './names-in-view.js';
import type { Subject } from './subject.js';

/** Neighbourhoods more than this are not named on the whole map. */
const MOST_NEIGHBOURHOODS = 24;
const MOST_PARENTS = 40;

export function coverNames(
  result: Result,
  parents: Subject['borders'],
  neighbourhoods: Subject['told'],
): NameScene {
  const isWhole = result.tables.every(
    ({ name, rows }) => !/^(gaps|doubles)(_|$)/.test(name) || rows.length === 0,
  );
  const units = neighbourhoods?.units ?? [];
  if (!isWhole || units.length === 0 || units.length > MOST_NEIGHBOURHOODS) {
    const named = parents?.units ?? [];
    return { units: named.length <= MOST_PARENTS ? named : [], look: 'plain' };
  }
  return { units, look: 'figures', below: peopleOf(result, neighbourhoods!.id) };
}

/** People of the neighbourhoods by code, as their table has them; none where nobody is counted. */
function peopleOf(result: Result, layer: string): Map<string, string> {
  const table = result.tables.find(({ name }) => /^neighbourhoods(_|$)/.test(name));
  const found = new Map<string, string>();
  if (table === undefined) return found;
  const code = columnAbout(table, { role: 'unit', kind: 'code', layer });
  const people = table.columns.findIndex(
    ({ about }) => about.role === 'amount' && about.measure !== undefined,
  );
  if (code < 0 || people < 0) return found;
  for (const row of table.rows) {
    const amount = row[people];
    if (typeof amount === 'number') found.set(String(row[code]), wholeText(Math.round(amount)));
  }
  return found;
}
