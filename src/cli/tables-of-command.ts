/**
 * The tables that each command makes, by name, and what some of them need: so that a name can be refused before
 * anything is read. A test holds it against what the commands make.
 */

export interface TableOfCommand {
  readonly name: string;
  /** What one row is. */
  readonly rows: string;
  /** Without this it is not made: shapes, or an option. */
  readonly needs?: string;
}

/** What tables of a timeline need. */
export const THREE_VINTAGES = 'three vintages';

const doubts: TableOfCommand = { name: 'doubts', rows: 'overlap, gap or pair in doubt', needs: 'shapes' };

const baseline: TableOfCommand = {
  name: 'baseline',
  rows: 'finding: new, fixed or still there',
  needs: '--baseline',
};

/** By command; the main table first. */
export const TABLES_OF: Readonly<Record<string, readonly TableOfCommand[]>> = {
  overlap: [{ name: 'overlap', rows: 'pair of units, or combination of three or more' }, doubts, baseline],
  align: [
    { name: 'shared', rows: 'unit of the second layer in two or more of the first' },
    { name: 'parts', rows: 'part of such a unit' },
    { name: 'units', rows: 'unit of the first layer' },
    { name: 'patches', rows: 'misaligned piece of land', needs: 'shapes' },
    { name: 'border', rows: 'unit of the first layer and neighbour', needs: 'shapes' },
    { name: 'stretches', rows: 'stretch of border that deviates', needs: 'shapes' },
    { name: 'metrics', rows: 'measure of alignment' },
    { name: 'tests', rows: 'policy test and tier of councils' },
    { name: 'audit', rows: 'row of the lookup that the layers contradict', needs: '--audit' },
    doubts,
    baseline,
  ],
  coverage: [
    { name: 'neighbourhoods', rows: 'neighbourhood' },
    { name: 'parents', rows: 'unit that they should cover' },
    { name: 'gaps', rows: 'piece of land in no neighbourhood' },
    { name: 'doubles', rows: 'piece of land in two or more' },
    { name: 'matches', rows: 'neighbourhood and other layer' },
    { name: 'services', rows: 'neighbourhood and type of service', needs: '--services' },
    doubts,
    baseline,
  ],
  partners: [
    { name: 'partners', rows: 'place, layer and partner' },
    { name: 'vintages', rows: 'partner of a place at one vintage of a layer or the next' },
    doubts,
    baseline,
  ],
  compare: [
    { name: 'units', rows: 'unit before and unit after' },
    { name: 'summary', rows: 'unit of either vintage' },
    { name: 'transfers', rows: 'piece that changed hands' },
    { name: 'effect', rows: 'quantity before and after', needs: '--against' },
    { name: 'shared', rows: 'unit that is split, before or after', needs: '--against' },
    { name: 'timeline', rows: 'vintage and layer held against', needs: THREE_VINTAGES },
    { name: 'steps', rows: 'vintage and the next', needs: THREE_VINTAGES },
    { name: 'lines', rows: 'unit, under all its codes and names', needs: THREE_VINTAGES },
    {
      name: 'measures',
      rows: 'quantity and layer held against, a column a vintage',
      needs: THREE_VINTAGES,
    },
    doubts,
    baseline,
  ],
  scenario: [
    { name: 'effect', rows: 'quantity before and after' },
    { name: 'units', rows: 'unit of a proposal' },
    { name: 'units_now', rows: 'unit of today that a proposal changes' },
    { name: 'shared', rows: 'unit that is split, before or after' },
    { name: 'transfers', rows: 'piece that changes hands' },
    { name: 'lookup', rows: 'old unit and what it becomes' },
    doubts,
    baseline,
  ],
  suggest: [
    { name: 'suggest', rows: 'move, best first' },
    { name: 'fix', rows: 'move of the cheapest set' },
    { name: 'choices', rows: 'unit that breaks the test, and whether the set settles it' },
    { name: 'apportioned', rows: 'unit and sum', needs: '--apportion' },
    doubts,
    baseline,
  ],
  'suggest neighbourhoods': [
    { name: 'neighbourhoods', rows: 'neighbourhood that was built' },
    { name: 'parents', rows: 'parent: what is split, bounds, proof' },
    { name: 'blocks', rows: 'small area and its neighbourhood' },
    { name: 'split', rows: 'kept unit in two neighbourhoods or more', needs: '--keep' },
    { name: 'services', rows: 'neighbourhood and type of service', needs: '--services' },
    { name: 'compared', rows: 'parent and plan, built or drawn', needs: '--compare-with' },
    baseline,
  ],
  derive: [{ name: 'units', rows: 'derived unit' }, { name: 'blocks', rows: 'small area' }, baseline],
  atoms: [
    { name: 'faces', rows: 'connected piece of land with the same units in every layer', needs: 'shapes' },
    { name: 'blocks', rows: 'block and face it lies on', needs: '--people' },
    doubts,
    baseline,
  ],
  differencing: [{ name: 'differencing', rows: 'group that subtraction gives' }, doubts, baseline],
  check: [{ name: 'check', rows: 'finding' }, baseline],
};
