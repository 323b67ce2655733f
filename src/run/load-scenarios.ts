/**
 * Scenario files: YAML, a CSV of operations, or a lookup.
 *
 * Layers that a scenario names by path are looked for from the folder it lies in.
 */
import { dirname, join } from 'node:path';
import { readLookup } from '../layer/read-lookup.js';
import type { InputRecord } from '../result/result.js';
import { readScenario } from '../measures/scenario/read-scenario.js';
import {
  listsOperations,
  readScenarioTable,
  regroupingScenario,
} from '../measures/scenario/read-scenario-table.js';
import type { Scenario } from '../measures/scenario/scenario-document.js';
import { InputError } from '../trouble/input-error.js';
import { parseLayerArgument } from './layer-argument.js';
import { exists, fileSource, readWhole } from '../cli/read-source.js';
import { readTable } from './read-table.js';

export interface LoadedScenarios {
  readonly scenarios: readonly Scenario[];
  readonly inputs: readonly InputRecord[];
}

/** Reads all scenarios, in the order given. Names must differ: tables are keyed by them. */
export async function loadScenarios(files: readonly string[]): Promise<LoadedScenarios> {
  const loaded = [];
  for (const file of files) loaded.push(await loadScenario(file));
  const names = loaded.map(({ scenario }) => scenario.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new InputError({
      id: 'same-scenario',
      file: files.join(', '),
      message: `two scenarios are both called '${twice}'`,
      hint: 'Give one another name: in the scenario',
    });
  }
  return { scenarios: loaded.map(({ scenario }) => scenario), inputs: loaded.map(({ input }) => input) };
}

async function loadScenario(given: string): Promise<{ scenario: Scenario; input: InputRecord }> {
  const argument = parseLayerArgument(given, exists);
  const path = argument.form === 'file' || argument.form === 'lookup' ? argument.path : given;
  const source = fileSource(path);
  const name = source.shortName.replace(/\.(csv|tsv|ya?ml|json)(\.gz)?$/i, '');
  const record = (format: string, seal: Pick<InputRecord, 'bytes' | 'sha256'>, id: string): InputRecord => ({
    id,
    role: 'scenario',
    file: source.shortName,
    format,
    ...seal,
  });
  if (/\.(ya?ml|json)$/i.test(path)) {
    const { bytes, seal } = await readWhole(source);
    const scenario = fromFolder(readScenario(new TextDecoder().decode(bytes), path), dirname(path));
    return { scenario, input: record('yaml', seal, scenario.name) };
  }
  const { table, format, seal } = await readTable(source, null);
  const scenario =
    argument.form === 'lookup'
      ? regroupingScenario(readLookup(table, argument), path, argument.id ?? name)
      : listsOperations(table)
        ? readScenarioTable(table, name)
        : null;
  if (scenario === null) throw noScenario(path);
  return { scenario, input: record(format, seal, scenario.name) };
}

/** The scenario with the layers it names by path found from its own folder. */
function fromFolder(scenario: Scenario, folder: string): Scenario {
  const place = (layer: string): string => {
    const [, id = '', rest = layer] = /^([A-Za-z_][A-Za-z0-9_]*=)?(.*)$/s.exec(layer) ?? [];
    const beside = join(folder, rest);
    const named = parseLayerArgument(beside, exists);
    return 'path' in named && exists(named.path) ? `${id}${beside}` : layer;
  };
  return {
    ...scenario,
    layer: scenario.layer === null ? null : place(scenario.layer),
    against: scenario.against.map(place),
    pieces: scenario.pieces.map(place),
  };
}

const noScenario = (file: string): InputError =>
  new InputError({
    id: 'no-scenario',
    file,
    message: 'it is neither YAML nor a table with a column operation',
    hint: 'A lookup is given as FILE.csv:member:group',
  });
