/**
 * Applies a scenario: each taking gives entries of the ground another unit.
 *
 * Checked on the way: codes that nobody knows, pieces that have nothing of the unit they are taken from, land moved
 * twice, units left over by a split, land left with nobody that nobody said so of.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { firstThree } from '../../trouble/count-text.js';
import type { Ground } from './ground.js';
import { movesParts, type Operation, type Scenario, type Taking } from './scenario-document.js';
import { cellsOfPiece, unitsNow, withCodes } from './named-units.js';
import { noSuchTarget, pieceElsewhere, trouble, unknownUnit, type Work } from './scenario-trouble.js';

/** The unit of each entry at one moment. */
export interface State {
  /** Codes of units, '' for nobody, one an entry of the ground. */
  readonly codeOf: readonly string[];
  /** Names of all units that are or were. */
  readonly names: ReadonlyMap<string, string>;
  /** Codes of units that were named as sources or targets. */
  readonly touched: ReadonlySet<string>;
  /** 1 for entries that the scenario moved as parts of units. */
  readonly moved: Uint8Array;
}

/** The ground as it stands before any scenario. */
export function startOf({ base, unit }: Ground): State {
  return {
    codeOf: Array.from(unit, (u) => (u === NO_UNIT ? '' : base.codes[u]!)),
    names: new Map(base.codes.map((code, u) => [code, base.names[u]!])),
    touched: new Set(),
    moved: new Uint8Array(unit.length),
  };
}

/**
 * The state after a scenario; `moved` are entries that operations before these have moved. Throws InputError for one that
 * cannot be carried out, with the operation.
 */
export function applyScenario(
  ground: Ground,
  before: State,
  scenario: Scenario,
  moved: Uint8Array = new Uint8Array(before.codeOf.length),
): State {
  const work: Work = {
    ground,
    scenario,
    codeOf: [...before.codeOf],
    names: new Map(before.names),
    touched: new Set(),
    moved: Uint8Array.from(moved),
  };
  for (const given of scenario.operations) {
    const operation = withCodes(work, given);
    checkTargets(work, operation);
    if (operation.verb === 'regroup') {
      // All members are taken at once: groups may bear the codes of units that give members away.
      const taken = operation.takings.map((taking) => select(work, operation, taking));
      operation.takings.forEach((taking, t) => carryOut(work, operation, taking, taken[t]!));
    } else {
      for (const taking of operation.takings)
        carryOut(work, operation, taking, select(work, operation, taking));
    }
    checkLeftOver(work, operation);
  }
  return {
    codeOf: work.codeOf,
    names: work.names,
    touched: new Set([...before.touched, ...work.touched]),
    moved: work.moved,
  };
}

/** The entries a taking takes, rising. Throws for pieces that name nothing or have nothing in `from`. */
function select(work: Work, operation: Operation, { pieces, from }: Taking): number[] {
  const entriesOf = entriesByCode(work.codeOf);
  const own = from === null ? undefined : entriesOf.get(from);
  if (from !== null && own === undefined) throw unknownUnit(work, operation, from, unitsNow(work));
  if (pieces === 'rest') return [...own!];
  const { entryStart } = work.ground;
  const taken = new Set<number>();
  for (const piece of pieces) {
    const found = entriesOf.get(piece) ?? entriesOfCells(cellsOfPiece(work, operation, piece), entryStart);
    const here = found.filter((entry) => from === null || work.codeOf[entry] === from);
    if (here.length === 0) throw pieceElsewhere(work, operation, piece, from);
    for (const entry of here) taken.add(entry);
  }
  return [...taken].sort((p, q) => p - q);
}

function entriesByCode(codeOf: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  let last = '';
  let list: number[] = [];
  codeOf.forEach((code, entry) => {
    if (code === '') return;
    if (code !== last) {
      last = code;
      list = found.get(code) ?? [];
      found.set(code, list);
    }
    list.push(entry);
  });
  return found;
}

const entriesOfCells = (cells: readonly number[], entryStart: Uint32Array): number[] =>
  cells.flatMap((cell) =>
    Array.from({ length: entryStart[cell + 1]! - entryStart[cell]! }, (_, i) => entryStart[cell]! + i),
  );

function checkTargets(work: Work, operation: Operation): void {
  for (const { from, to } of operation.takings) {
    if (to === null) continue;
    const exists = work.codeOf.includes(to.code);
    if (operation.verb === 'move' && !exists) {
      throw noSuchTarget(work, operation, to.code, unitsNow(work));
    }
    if (operation.verb === 'create' && exists) {
      throw trouble(
        work,
        operation,
        'unit-exists',
        `there is a unit ${to.code} already`,
        'To give it land use move',
      );
    }
    if (operation.verb === 'rename' && exists && to.code !== from) {
      throw trouble(
        work,
        operation,
        'unit-exists',
        `${to.code} is the code of another unit`,
        'Two units become one by merge',
      );
    }
  }
}

function carryOut(work: Work, operation: Operation, { to }: Taking, entries: readonly number[]): void {
  const parts = movesParts(operation.verb);
  const code = to === null ? '' : to.code;
  const twice = parts && operation.again !== true ? entries.filter((entry) => work.moved[entry] === 1) : [];
  if (twice.length > 0) {
    const cells = cellNames(work.ground, twice);
    throw trouble(
      work,
      operation,
      'moved-twice',
      `${cells.length === 1 ? 'a piece has' : `${cells.length} pieces have`} been moved by an operation before: ${firstThree(cells)}`,
      'Let one operation move each piece, or say again: true in the one that is to move it once more',
    );
  }
  for (const entry of entries) {
    if (parts) work.moved[entry] = 1;
    const before = work.codeOf[entry]!;
    if (before !== code) {
      work.touched.add(before);
      work.touched.add(code);
    }
    work.codeOf[entry] = code;
  }
  if (to === null) return;
  if (to.name !== null) {
    if (work.names.get(code) !== to.name) work.touched.add(code);
    work.names.set(code, to.name);
  } else if (!work.names.has(code)) {
    const own = operation.verb === 'rename' ? work.names.get(operation.takings[0]!.from!) : undefined;
    work.names.set(code, own ?? code);
  }
}

/** A split must leave nothing of its unit, unless one of the parts keeps the code. */
function checkLeftOver(work: Work, operation: Operation): void {
  if (operation.verb !== 'split') return;
  const { from } = operation.takings[0]!;
  if (operation.takings.some(({ to }) => to?.code === from)) return;
  const left = work.codeOf.filter((code) => code === from).length;
  if (left === 0) return;
  throw trouble(
    work,
    operation,
    'left-with-nobody',
    `part of ${from} is given to no unit (${left} of its pieces)`,
    'Name them too, or give one part `rest: true` (in a table: *)',
  );
}

/** Names of the cells that entries belong to, each once. */
function cellNames({ entryStart, cellName }: Ground, entries: readonly number[]): string[] {
  const names: string[] = [];
  let cell = 0;
  for (const entry of entries) {
    while (entryStart[cell + 1]! <= entry) cell++;
    if (names.at(-1) !== cellName(cell)) names.push(cellName(cell));
  }
  return names;
}
