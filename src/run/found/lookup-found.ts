/**
 * What a lookup has: its members, the layers that their groups make, and the weights of members of several groups.
 *
 *     LSOA21CD   pcn_code   patients     two networks share the second small area by patients
 *     E01000001  U10000     1,200
 *     E01000002  U10000     300
 *     E01000002  U20000     900
 */
import type { Table } from '../../layer/table.js';
import { holdsNumbers, weightColumns } from '../../layer/weight-columns.js';
import { kindOfId } from '../../layer/kinds.js';
import { InputError } from '../../trouble/input-error.js';
import { lookupLayer } from '../load-lookup.js';
import { layerText } from '../layer-source.js';
import type { LookupSource, TableSource } from '../request.js';
import type { FileChange, FileSetting, FoundLayer, FoundLookup } from './found-file.js';
import { kindOfHeading } from './kind-of-heading.js';
import { lookupLayers, memberOf } from './lookup-layers.js';

/** How many names of units are kept. */
const NAMES = 500;

export interface LookupFound {
  readonly lookup: FoundLookup;
  readonly layers: readonly FoundLayer[];
  readonly settings: readonly FileSetting[];
}

/** Columns that could group the members in a column: other codes, and words that repeat. */
export function groupColumns(table: Table, codes: readonly string[], member: string): string[] {
  const members = differentIn(table, member);
  return table.headings.filter(
    (heading) =>
      heading !== member &&
      heading !== '' &&
      (codes.includes(heading) ||
        (!holdsNumbers(table, heading) && differentIn(table, heading) < members / 2)),
  );
}

/** The lookup in a table with at least one column of codes. Throws InputError where a column that was chosen cannot be read. */
export function lookupFound(
  table: Table,
  codes: readonly string[],
  source: TableSource,
  file: string,
  change: FileChange,
): LookupFound {
  const distinct = codes.map((heading) => differentIn(table, heading));
  const member = codes[memberOf(codes, distinct)]!;
  const groups = groupColumns(table, codes, member);
  const weights = weightColumns(table).filter((heading) => !codes.includes(heading));
  const known = lookupLayers([{ file: source.path, headings: codes, distinct }], []).map(
    ({ codeField }) => codeField!,
  );
  // What has no code of a known kind is a layer where small areas are its members.
  const [plain] = kindOfHeading(member)?.sector === 'statistics' ? groups : [];
  const chosen =
    change.group !== undefined
      ? [change.group]
      : known.length > 0
        ? known
        : plain === undefined
          ? []
          : [plain];
  const torn = chosen.some((group) => isTorn(table, member, group));
  const layersBy = (weight: string): FoundLayer[] =>
    chosen.map((group) => layerOf(table, { ...source, member, group, ...(weight === '' ? {} : { weight }) }));
  const told = torn && weights.length === 1 ? weights[0]! : '';
  const weight = change.weight ?? (isReadable(() => layersBy(told)) ? told : '');
  const layers = layersBy(weight);
  return {
    lookup: { file, headings: codes, distinct, weight: weight === '' ? null : weight },
    layers,
    settings: [
      { setting: 'group', now: chosen.length === 1 ? chosen[0]! : null, values: groups },
      ...(weights.length === 0
        ? []
        : [{ setting: 'weight' as const, now: weight, values: ['', ...weights] }]),
    ],
  };
}

function isReadable(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

function layerOf(table: Table, source: LookupSource): FoundLayer {
  // Whether members may stand in several groups is for the question to say.
  const layer = lookupLayer(table, source, true);
  return {
    file: layerText(source),
    source,
    id: layer.id,
    kind: layer.kind,
    vintage: layer.vintage,
    title: (layer.kind === null ? null : kindOfId(layer.kind)?.many) ?? source.group,
    units: layer.codes.length,
    codeField: source.group,
    nameField: layer.nameField,
    system: null,
    names: layer.names.slice(0, NAMES),
  };
}

/** Whether a member stands in several groups. */
function isTorn(table: Table, member: string, group: string): boolean {
  const [members, groups] = [member, group].map((heading) => table.distinct(table.headings.indexOf(heading)));
  const first = new Int32Array(members!.values.length).fill(-1);
  return members!.index.some((m, row) => {
    const g = groups!.index[row]!;
    if (members!.values[m] === '' || groups!.values[g] === '') return false;
    if (first[m] === -1) first[m] = g;
    return first[m] !== g;
  });
}

const differentIn = (table: Table, heading: string): number =>
  table.distinct(table.headings.indexOf(heading)).values.filter((text) => text !== '').length;
