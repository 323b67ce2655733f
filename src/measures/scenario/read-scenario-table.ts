/**
 * Reads a scenario from a table.
 *
 *     operation,pieces,from,to,name
 *     merge,E07000207;E07000208,,X_EAST_SURREY,East Surrey
 *     move,ltla:E07000244,E54000022,E54000023,
 *     split,ltla:E07000209;ltla:E07000216,E10000030,X_WEST,West
 *     split,*,E10000030,X_EAST,East
 *     rename,E54000042,,E54000067,
 *     abolish,E54000034,,nobody,
 *
 * Rows of `split` that follow one another from one unit are one operation. A lookup of members and groups is a
 * scenario too: every member goes to its group.
 */
import { columnWithKey, type Table } from '../../layer/table.js';
import { unitOfBlocks, type Lookup } from '../../layer/membership.js';
import { tidyCode } from '../../layer/tidy-codes.js';
import { InputError } from '../../trouble/input-error.js';
import { verbMeant } from './operation-forms.js';
import type { Destination, Operation, Scenario, Taking, Target, Verb } from './scenario-document.js';

const VERBS: readonly Verb[] = ['merge', 'move', 'split', 'rename', 'create', 'abolish'];

/** Whether a table lists operations. */
export const listsOperations = (table: Table): boolean => columnWithKey(table, ['operation']) >= 0;

/** The scenario in a table of operations. Throws InputError with the line. */
export function readScenarioTable(table: Table, name: string): Scenario {
  const columns = ['operation', 'pieces', 'from', 'to', 'name'].map((key) => columnWithKey(table, [key]));
  const operations: Operation[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const [verb, pieces, fromText, toText, title] = columns.map((column) =>
      column < 0 ? '' : table.text(column, row),
    );
    const [from, to] = [tidyCode(fromText!), tidyCode(toText!)];
    const place = table.place(row);
    const wrong = (message: string): InputError =>
      new InputError({
        id: 'scenario-unclear',
        file: table.fileName,
        place,
        message,
        hint: 'Columns are operation, pieces (names or codes with ; between), from, to, name; coterminous help scenarios shows every form',
      });
    if (!VERBS.includes(verb as Verb)) {
      const guess = verbMeant(verb!);
      throw wrong(`'${verb}' is none of ${VERBS.join(', ')}${guess === null ? '' : ` (${guess}?)`}`);
    }
    const codes = pieces!
      .split(';')
      .map((code) => tidyCode(code.trim()))
      .filter((code) => code !== '');
    if (codes.length === 0) throw wrong('pieces is blank');
    if (to === '') throw wrong('to is blank: the land would be left with nobody');
    if (verb === 'split' && from === '') throw wrong('from is blank: name the unit that is split');
    const target: Target = { code: to, name: title === '' ? null : title! };
    const destination: Destination = to === 'nobody' ? null : target;
    const takings: Taking[] =
      verb === 'merge' || verb === 'rename' || verb === 'abolish'
        ? codes.map((code) => ({ pieces: 'rest', from: code, to: destination }))
        : [{ pieces: codes[0] === '*' ? 'rest' : codes, from: from === '' ? null : from, to: destination }];
    const last = operations.at(-1);
    if (verb === 'split' && last?.verb === 'split' && last.takings[0]!.from === from) {
      operations[operations.length - 1] = { ...last, takings: [...last.takings, ...takings] };
    } else operations.push({ verb: verb as Verb, takings, place });
  }
  if (operations.length === 0) {
    throw new InputError({
      id: 'scenario-unclear',
      file: table.fileName,
      message: 'there are no operations',
      hint: 'Give one row for each',
    });
  }
  return { ...bare(name, table.fileName), operations };
}

/** The scenario of a lookup: one operation by which each group takes its members. */
export function regroupingScenario(lookup: Lookup, file: string, name: string): Scenario {
  const { membership, codes, names } = lookup;
  if (membership.weighted) {
    throw new InputError({
      id: 'scenario-unclear',
      file,
      message: 'a lookup with weights puts members in several units',
      hint: 'Leave the weights out: each member goes to one unit',
    });
  }
  const unitOf = unitOfBlocks(membership);
  const members = codes.map((): string[] => []);
  unitOf.forEach((unit, block) => {
    if (unit >= 0) members[unit]!.push(membership.blocks[block]!);
  });
  const takings = codes.map((code, unit): Taking => ({
    pieces: members[unit]!,
    from: null,
    to: { code, name: names[unit] === code ? null : names[unit]! },
  }));
  return { ...bare(name, file), operations: [{ verb: 'regroup', takings, place: 'the lookup' }] };
}

const bare = (name: string, file: string): Omit<Scenario, 'operations'> => ({
  name,
  title: null,
  source: null,
  file,
  layer: null,
  against: [],
  pieces: [],
});
