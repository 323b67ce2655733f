/**
 * Which outputs a request can have, known before anything is read: its tables, and whether there is a map or there are
 * shapes to write. What is not possible is refused then, so that no work is lost for it.
 */
import { writerFor, type Writer } from '../report/writers.js';
import { isEngland, isLookup } from '../run/layer-source.js';
import type { LayerSource, RenderRequest, ReportRequest } from '../run/request.js';
import { listText } from '../trouble/count-text.js';
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';
import type { OutputWishes } from './output-wishes.js';
import { isFolder } from './planned-files.js';
import { say } from './say.js';
import { TABLES_OF, THREE_VINTAGES } from './tables-of-command.js';

/** Commands whose results hold a map, where their layers have shapes. */
export const WITH_MAP: readonly string[] = [
  'overlap',
  'align',
  'coverage',
  'partners',
  'compare',
  'scenario',
  'suggest',
  'suggest neighbourhoods',
  'differencing',
  'check',
  'atoms',
];

/** Commands that draw shapes of their own: pieces of pairs, what moved, gaps, findings. */
export const WITH_SHAPES: readonly string[] = [
  'overlap',
  'align',
  'coverage',
  'compare',
  'check',
  'suggest neighbourhoods',
  'derive',
  'atoms',
];

type Asked = ReportRequest | RenderRequest;

/**
 * Throws InputError for a table that a request does not make, and for a file that needs what its result cannot have.
 * Says what a file will lack.
 */
export async function refuseImpossible(asked: readonly Asked[], wishes: OutputWishes): Promise<void> {
  const refused = new Map<string, string[]>();
  const refuse = (output: string, reason: string): unknown =>
    refused.set(reason, [...(refused.get(reason) ?? []), output]);
  for (const output of wishes.outputs) {
    const { whyNot, needs } = isFolder(output) ? ({} as Partial<Writer>) : writerFor(output);
    const reason = (await whyNot?.()) ?? null;
    if (reason !== null && needs === 'map') refuse(output, reason);
    else if (reason !== null && !wishes.quiet) say(`${output} will have no map: ${reason}`);
  }
  const requests = asked.filter((request): request is ReportRequest => request.command !== 'render');
  if (wishes.table !== null && requests.length === 1) refuseTable(requests[0]!, wishes.table);
  const asWritten = requests.length === 0 ? [] : [...wishes.outputs, wishes.format ?? []].flat();
  for (const output of asWritten) {
    if (output === 'table' || isFolder(output)) continue;
    const { needs } = writerFor(output);
    if (needs === undefined) continue;
    const reasons = requests.map((request) => reasonAgainst(request, needs));
    if (reasons.every((reason) => reason !== null)) refuse(output, reasons[0]!);
  }
  if (refused.size > 0) throw notPossible(refused);
}

function refuseTable(request: ReportRequest, name: string): void {
  const { command } = request;
  const tables = TABLES_OF[command] ?? [];
  // Of three layers or more, tables of two have both ids behind their names.
  const table = tables.find((each) => name === each.name || name.startsWith(`${each.name}_`));
  const names = tables.map((each) => each.name);
  if (table === undefined) {
    const guess = nearest(name, names);
    throw new InputError({
      id: 'no-such-table',
      message: `${command} has no table '${name}'`,
      hint: `${guess === null ? '' : `Did you mean '${guess}'? `}Its tables are ${names.join(', ')}: coterminous help tables`,
    });
  }
  const { needs } = table;
  if (needs === undefined || (needs === 'shapes' ? mayHaveShapes(request) : isGiven(request, needs))) return;
  throw new InputError({
    id: 'table-needs-more',
    message: `${command} makes the table '${name}' only with ${needs}`,
    hint:
      needs === 'shapes'
        ? 'Give boundary files; lookups and the embedded figures have no shapes'
        : `Give ${needs} too, or another table: ${names.join(', ')}`,
  });
}

/** Keys of requests that are called otherwise than their options. */
const KEYS: Readonly<Record<string, string>> = { '--keep': 'keepWhole', '--compare-with': 'compareWith' };

/** Whether an option of the command line, or the key of a config file that says the same, is in a request. */
function isGiven(request: ReportRequest, option: string): boolean {
  const key = option === THREE_VINTAGES ? 'later' : (KEYS[option] ?? option.slice(2));
  const value = (request as unknown as Record<string, unknown>)[key];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** A command as it is typed. */
const asTyped = (command: string): string => (command === 'atoms' ? 'export atoms' : command);

/** Why the result of a request cannot have a map, or shapes; null where it may. */
function reasonAgainst(request: ReportRequest, needs: 'map' | 'shapes'): string | null {
  const able = needs === 'map' ? WITH_MAP : WITH_SHAPES;
  const thing = needs === 'map' ? 'a map' : 'shapes';
  if (!able.includes(request.command))
    return `${asTyped(request.command)} draws no ${needs}; ${listText(able.map(asTyped))} do`;
  return mayHaveShapes(request)
    ? null
    : `it needs ${thing}, and the layers are figures or lookups, which have no shapes`;
}

/** Whether any layer may have shapes: one that is a file, or blocks that lend their shapes to lookups. */
function mayHaveShapes(request: ReportRequest): boolean {
  // A scenario may name its layers itself.
  if (request.blocks !== undefined || request.command === 'scenario') return true;
  return layersOf(request).some((layer) => !isEngland(layer) && !isLookup(layer));
}

function layersOf(request: ReportRequest): readonly LayerSource[] {
  if (request.command === 'coverage') return [request.neighbourhoods, request.within];
  if (request.command === 'compare') return [request.before, request.after];
  return 'layers' in request ? (request.layers ?? []) : [];
}

/** One error for all outputs that cannot be, by the reason why. */
function notPossible(refused: ReadonlyMap<string, readonly string[]>): InputError {
  const [[reason, outputs], ...others] = [...refused] as [[string, string[]], ...[string, string[]][]];
  const isOne = outputs.length + others.length === 1;
  return new InputError({
    id: 'output-impossible',
    file: outputs.join(', '),
    message: [reason, ...others.map(([why, files]) => `${files.join(', ')}: ${why}`)].join('; '),
    hint: `Nothing was read. Take ${isOne ? 'this output' : 'these outputs'} out, or see: coterminous help outputs`,
  });
}
