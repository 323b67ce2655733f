/**
 * Layers of a config file by their ids, with the fields, systems and groups that go with them.
 *
 * A group is loaded as its source under another id and regrouped.
 */
import type { Inputs } from '../inputs.js';
import { isEngland, parseLayer } from '../layer-source.js';
import type { CommonWishes, GroupSource, LayerSource } from '../request.js';
import { InputError } from '../../trouble/input-error.js';
import { nearest } from '../../trouble/nearest.js';
import { parseLookupTable, parseTable } from '../table-arguments.js';
import type { ConfigFile } from './config-file.js';
import type { LayerEntry } from './config.js';

type Fields = Pick<CommonWishes, 'code' | 'name' | 'crs' | 'keep' | 'call'>;

const entryOf = (given: string | LayerEntry): LayerEntry =>
  typeof given === 'string' ? { file: given } : given;

/** Collects what goes with the layers that were asked for. */
export class ConfigLayers {
  private readonly groups: GroupSource[] = [];
  private readonly fields = { code: {}, name: {}, crs: {}, keep: {}, call: {} } as {
    [K in keyof Required<Fields>]: Record<string, NonNullable<Fields[K]>[string]>;
  };

  constructor(
    private readonly file: ConfigFile,
    private readonly inputs: Inputs,
    /** What names them, for messages: `reports.councils`. */
    private readonly where: string,
  ) {}

  /** Whether an id is that of a layer or a group of the file. */
  has(id: string): boolean {
    return this.ids().includes(id);
  }

  /** The layer or group of an id; of anything else a LAYER as on the command line, its path relative to the file. */
  layer(given: string): LayerSource {
    if (this.has(given)) return this.byId(given);
    const { fromHere } = this.file;
    const plain = parseLayer(given, (path) => this.inputs.exists(fromHere(path)));
    if (isEngland(plain) || plain.path === '-') return plain;
    const path = fromHere(plain.path);
    if (this.inputs.exists(path)) return { ...plain, path };
    throw this.unknown(given, this.where);
  }

  /** The layer or group of an id of the file. */
  byId(id: string): LayerSource {
    const { groups, layers } = this.file.config;
    if (groups === undefined || !Object.hasOwn(groups, id)) return this.entry(id, layers![id]!);
    const { from, lookup, call } = groups[id]!;
    if (layers === undefined || !Object.hasOwn(layers, from)) throw this.unknown(from, `groups.${id}.from`);
    const source = `${id}_source`;
    this.groups.push({
      id,
      from: source,
      lookup: parseLookupTable(this.file.fromHere(lookup), this.inputs.exists),
    });
    if (call !== undefined) this.fields.call[id] = call;
    const { call: _, ...entry } = entryOf(layers[from]!);
    return this.entry(source, entry);
  }

  /** Fields, systems and groups of the layers so far. */
  wishes(): CommonWishes {
    const { recode } = this.file.config;
    return {
      ...this.fields,
      ...(this.groups.length === 0 ? {} : { groups: this.groups }),
      ...(this.groups.length === 0 || recode === undefined
        ? {}
        : { recode: parseTable(this.file.fromHere(recode), this.inputs.exists) }),
    };
  }

  private entry(id: string, given: string | LayerEntry): LayerSource {
    const { file, code, name, crs, keep, call } = entryOf(given);
    if (code !== undefined) this.fields.code[id] = code;
    if (name !== undefined) this.fields.name[id] = name;
    if (crs !== undefined) this.fields.crs[id] = crs;
    if (keep !== undefined) this.fields.keep[id] = keep;
    if (call !== undefined) this.fields.call[id] = call;
    const { fromHere } = this.file;
    const source = parseLayer(file, (path) => this.inputs.exists(fromHere(path)));
    return isEngland(source) ? { ...source, id } : { ...source, id, path: fromHere(source.path) };
  }

  private ids(): string[] {
    const { layers, groups } = this.file.config;
    return [...Object.keys(layers ?? {}), ...Object.keys(groups ?? {})];
  }

  private unknown(given: string, where: string): InputError {
    const guess = nearest(given, this.ids());
    return new InputError({
      id: 'config-layer-unknown',
      file: this.file.path,
      message: `${where} names '${given}', which is neither a layer of this file nor a file that is there`,
      hint: `${guess === null ? '' : `Did you mean '${guess}'? `}Layers and groups are ${this.ids().join(', ') || 'none yet'}`,
    });
  }
}
