/**
 * Layers that a report or a command names, as LAYER arguments, with the options that go with them.
 *
 * An id of the config file becomes `id=path`; a group is loaded as its source under another id and grouped.
 */
import { InputError } from '../../trouble/input-error.js';
import { parseLayerArgument } from '../../run/layer-argument.js';
import { exists } from '../read-source.js';
import { fromHere, type ConfigFile } from './config-file.js';
import type { LayerEntry } from './config.js';
import { nearest } from '../../trouble/nearest.js';

/** Collects the options that go with the layers it has turned into arguments. */
export class LayerList {
  private readonly further: string[] = [];

  constructor(
    private readonly file: ConfigFile,
    /** What names them, for messages: `reports.councils`. */
    private readonly where: string,
  ) {}

  /** The LAYER argument of an id of the file, or of a LAYER as on the command line. */
  argument(given: string): string {
    const { config, folder } = this.file;
    const group = config.groups?.[given];
    if (group !== undefined) {
      const source = `${given}_source`;
      this.further.push('--group', `${given}=${source},${fromHere(folder, group.lookup)}`);
      return this.entry(source, this.layerEntry(group.from, `groups.${given}.from`));
    }
    const entry = config.layers?.[given];
    if (entry !== undefined) return this.entry(given, entry);
    if (given === '-' || given.startsWith('england:')) return given;
    const path = fromHere(folder, given);
    const parsed = parseLayerArgument(path, exists);
    if (parsed.form === 'lookup' || (parsed.form === 'file' && exists(parsed.path))) return path;
    throw this.unknown(given, this.where);
  }

  /** Fields, systems and groups of the layers so far. */
  options(): readonly string[] {
    return [...this.further, ...(this.further.includes('--group') ? this.recode() : [])];
  }

  private recode(): string[] {
    const { config, folder } = this.file;
    return config.recode === undefined ? [] : ['--recode', fromHere(folder, config.recode)];
  }

  private layerEntry(id: string, where: string): string | LayerEntry {
    const entry = this.file.config.layers?.[id];
    if (entry === undefined) throw this.unknown(id, where);
    return entry;
  }

  private entry(id: string, entry: string | LayerEntry): string {
    const {
      file,
      code,
      name,
      crs,
      keep = [],
    }: LayerEntry = typeof entry === 'string' ? { file: entry } : entry;
    for (const [flag, value] of [
      ['--code', code],
      ['--name', name],
      ['--crs', crs],
      ...keep.map((field) => ['--keep', field]),
    ] as [string, string | undefined][]) {
      if (value !== undefined) this.further.push(flag, `${id}=${value}`);
    }
    return `${id}=${file.startsWith('england:') ? file : fromHere(this.file.folder, file)}`;
  }

  private unknown(given: string, where: string): InputError {
    const known = [
      ...Object.keys(this.file.config.layers ?? {}),
      ...Object.keys(this.file.config.groups ?? {}),
    ];
    const guess = nearest(given, known);
    return new InputError({
      id: 'config-layer-unknown',
      file: this.file.path,
      message: `${where} names '${given}', which is neither a layer of this file nor a file that is there`,
      hint: `${guess === null ? '' : `Did you mean '${guess}'? `}Layers and groups are ${known.join(', ') || 'none yet'}`,
    });
  }
}
