/**
 * Scenario files: YAML, a table of operations, a table of units and what they become, or a lookup.
 *
 * Layers that a scenario names by path are looked for from the folder it lies in.
 */
import { columnTaken, rowsRead } from '../layer/columns-taken.js';
import { readLookup } from '../layer/read-lookup.js';
import { columnWithKey, type Table } from '../layer/table.js';
import { readScenario } from '../measures/scenario/read-scenario.js';
import {
  listsOperations,
  readScenarioTable,
  regroupingScenario,
} from '../measures/scenario/read-scenario-table.js';
import type { Scenario } from '../measures/scenario/scenario-document.js';
import { pairColumns } from '../measures/scenario/pair-columns.js';
import { InputError } from '../trouble/input-error.js';
import { recordReading, type ReadingRecord } from '../trouble/reading-record.js';
import { folderOf, nameOf, STANDARD_INPUT } from './files.js';
import type { Inputs } from './inputs.js';
import { isEngland, layerText, parseLayer } from './layer-source.js';
import { takeTable } from './read-table.js';
import type { ScenarioSource } from './request.js';
import { takeBytes } from './take-bytes.js';

/** Reads all scenarios, in the order given. Names must differ: tables are keyed by them. */
export async function loadScenarios(inputs: Inputs, sources: readonly ScenarioSource[]): Promise<Scenario[]> {
  const scenarios: Scenario[] = [];
  for (const source of sources) scenarios.push(await loadScenario(inputs, source));
  const names = scenarios.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new InputError({
      id: 'same-scenario',
      file: sources.map(({ path }) => path).join(', '),
      message: `two scenarios are both called '${twice}'`,
      hint: 'Give one another name: in the scenario',
    });
  }
  return scenarios;
}

async function loadScenario(inputs: Inputs, source: ScenarioSource): Promise<Scenario> {
  const { path, member, group, weight = null } = source;
  const name =
    path === STANDARD_INPUT
      ? 'scenario'
      : nameOf(path).replace(/\.(csv|tsv|xlsx|ods|ya?ml|json)(\.gz)?$/i, '');
  if (await isYaml(inputs, path)) {
    const { bytes, line } = await takeBytes(inputs, path, 'scenario', 'yaml');
    const shown = path === STANDARD_INPUT ? name : path;
    const read = readScenario(new TextDecoder().decode(bytes), shown);
    line.id = read.name;
    return fromFolder(inputs, read, folderOf(path));
  }
  const { table, line } = await takeTable(inputs, source, 'scenario', name);
  const lookup =
    member !== undefined && group !== undefined
      ? readLookup(table, { member, group, weight })
      : listsOperations(table)
        ? null
        : readLookup(table, { ...pairColumns(table), why: 'heading' });
  const scenario =
    lookup === null ? readScenarioTable(table, name) : regroupingScenario(lookup, path, source.id ?? name);
  line.id = scenario.name;
  line.reading = lookup === null ? readingOf(table, scenario) : lookup.reading;
  return scenario;
}

/** Whether a scenario is YAML: by its name, or by its first line where it comes through a pipe and has none. */
async function isYaml(inputs: Inputs, path: string): Promise<boolean> {
  if (path !== STANDARD_INPUT) return /\.(ya?ml|json)$/i.test(path);
  const start = new TextDecoder().decode((await inputs.open(path, 'scenario').start()).subarray(0, 4096));
  const first = start.split(/\r?\n/).find((line) => !/^\s*(#.*)?$/.test(line)) ?? '';
  return /^\s*\{|^---|^[\w-]+\s*:/.test(first.replace(/^\ufeff/, ''));
}

/** How a table of operations was read: each row is one, or a part of one. */
const readingOf = (table: Table, { operations }: Scenario): ReadingRecord =>
  recordReading({
    fields: (['operation', 'pieces', 'from', 'to'] as const).flatMap((key) =>
      columnTaken(table, key, columnWithKey(table, [key]), 'heading'),
    ),
    read: rowsRead(table),
    counted: table.rowCount,
    notes: table.notes,
    makes: { count: operations.length, one: 'operation', many: 'operations' },
  });

/** The scenario with the layers it names by path found from its own folder. */
function fromFolder(inputs: Inputs, scenario: Scenario, folder: string): Scenario {
  const place = (layer: string): string => {
    const source = parseLayer(layer, (path) => inputs.exists(inputs.files.below(folder, path)));
    if (isEngland(source)) return layer;
    const beside = inputs.files.below(folder, source.path);
    return inputs.exists(beside) ? layerText({ ...source, path: beside }) : layer;
  };
  return {
    ...scenario,
    layer: scenario.layer === null ? null : place(scenario.layer),
    against: scenario.against.map(place),
    pieces: scenario.pieces.map(place),
  };
}
