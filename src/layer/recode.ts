/**
 * Codes that changed while the area did not, or that became one: Barnsley was E08000016 and is E08000038.
 *
 * A join across such a change loses people silently, so changes are listed in a table and every use is said.
 */
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';
import { recordReading, type ReadingRecord } from '../trouble/reading-record.js';
import { columnTaken, rowsRead } from './columns-taken.js';
import { type Table, columnWithKey, headingList } from './table.js';
import { tidyCode } from './tidy-codes.js';
import { comparable, compareCodes } from '../trouble/order.js';

/** One change of a code. */
export interface Recode {
  /** Kind of layer (`ltla`), or '' for any. */
  readonly kind: string;
  readonly oldCode: string;
  readonly newCode: string;
  readonly name: string;
  /** Year or date of the change, or ''. */
  readonly from: string;
}

/** Codes after recoding. */
export interface Recoded {
  /** Same order as given; two may have become equal. */
  readonly codes: readonly string[];
  /** The changes that were used, sorted by the code they were given for. */
  readonly used: readonly { readonly before: string; readonly after: string; readonly name: string }[];
  /** One note where codes were recoded, else none. */
  readonly notes: readonly Note[];
}

/** Reads a recode table with columns old_code and new_code, and name, kind, from where it has them; and how it was read. */
export function readRecodes(table: Table): { readonly recodes: Recode[]; readonly reading: ReadingRecord } {
  const oldCode = columnWithKey(table, ['old_code', 'old', 'before_code', 'before', 'from_code']);
  const newCode = columnWithKey(table, ['new_code', 'new', 'after_code', 'after', 'to_code', 'to']);
  if (oldCode < 0 || newCode < 0) {
    throw new InputError({
      id: 'recode-columns-missing',
      file: table.fileName,
      message: 'a recode table needs the columns old_code and new_code',
      hint: `Its columns are ${headingList(table)}.`,
    });
  }
  const [name, kind, from] = [['name'], ['kind', 'layer'], ['from', 'date', 'year']].map((keys) =>
    columnWithKey(table, keys),
  );
  const cell = (column: number, row: number): string => (column < 0 ? '' : table.text(column, row));
  const found = new Map<string, Recode>();
  for (let row = 0; row < table.rowCount; row++) {
    const recode = {
      kind: cell(kind!, row),
      oldCode: tidyCode(cell(oldCode, row)),
      newCode: tidyCode(cell(newCode, row)),
      name: cell(name!, row),
      from: cell(from!, row),
    };
    const before = found.get(recode.oldCode);
    if (
      recode.oldCode === '' ||
      recode.newCode === '' ||
      (before !== undefined && before.newCode !== recode.newCode)
    ) {
      throw new InputError({
        id: 'recode-unclear',
        file: table.fileName,
        unit: recode.oldCode,
        place: table.place(row),
        message: before === undefined ? 'an old or a new code is blank' : 'one old code has two new codes',
        hint: 'Give each old code one new code; an area that was divided needs a lookup, not a recode.',
      });
    }
    found.set(recode.oldCode, recode);
  }
  const reading = recordReading({
    fields: [
      ...columnTaken(table, 'old_code', oldCode, 'heading'),
      ...columnTaken(table, 'new_code', newCode, 'heading'),
      ...columnTaken(table, 'name', name!, 'heading'),
    ],
    read: rowsRead(table),
    counted: table.rowCount,
    notes: table.notes,
    makes: { count: found.size, one: 'change of a code', many: 'changes of codes' },
  });
  return { recodes: [...found.values()], reading };
}

/**
 * Recodes old to new, following several changes in turn. With `wanted` (the codes on the other side of a join) only
 * codes that are not wanted are changed, forwards or backwards, and only to a code that is. `kind` limits the
 * changes to those of one kind of layer (and those of any). Codes are compared whatever their case and spaces.
 */
export function applyRecode(
  codes: readonly string[],
  recodes: readonly Recode[],
  options: { readonly wanted?: ReadonlySet<string>; readonly kind?: string } = {},
): Recoded {
  const { wanted, kind } = options;
  const apt = recodes.filter((recode) => kind === undefined || recode.kind === '' || recode.kind === kind);
  const forwards = new Map(apt.map((recode) => [comparable(recode.oldCode), recode]));
  const backwards = new Map(apt.map((recode) => [comparable(recode.newCode), recode]));
  const spelled =
    wanted === undefined ? null : new Map(Array.from(wanted, (code) => [comparable(code), code]));
  const used = new Map<string, { before: string; after: string; name: string }>();
  const after = codes.map((code) => {
    if (spelled?.has(comparable(code)) === true) return code;
    const target =
      follow(code, forwards, (r) => r.newCode, spelled) ?? follow(code, backwards, (r) => r.oldCode, spelled);
    if (target === null || (wanted === undefined && !forwards.has(comparable(code)))) return code;
    used.set(code, { before: code, after: target.code, name: target.name });
    return target.code;
  });
  const list = [...used.values()].sort((a, b) => compareCodes(a.before, b.before));
  const arrows = list.map((use) => `${use.before} → ${use.after}${use.name === '' ? '' : ` ${use.name}`}`);
  const notes =
    list.length === 0
      ? []
      : [makeNote('codes-recoded', null, { counts: { codes: list.length }, words: { changes: arrows } })];
  return { codes: after, used: list, notes };
}

/** The last code reached by following changes, or with `wanted` the first that is wanted; null where there is none. */
function follow(
  code: string,
  changes: ReadonlyMap<string, Recode>,
  next: (recode: Recode) => string,
  wanted: ReadonlyMap<string, string> | null,
): { code: string; name: string } | null {
  const passed = new Set([comparable(code)]);
  let found: { code: string; name: string } | null = null;
  for (let at = changes.get(comparable(code)); at !== undefined; at = changes.get(comparable(next(at)))) {
    const key = comparable(next(at));
    if (passed.has(key)) break;
    passed.add(key);
    const spelled = wanted?.get(key);
    if (spelled !== undefined) return { code: spelled, name: at.name };
    if (wanted === null) found = { code: next(at), name: at.name };
  }
  return found;
}
