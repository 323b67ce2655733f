/**
 * A report of a config file as the arguments that one would type for it.
 *
 * Paths become relative to the folder of the config file, ids of its layers become `id=path`, and its settings become
 * options, so that a report of a config file and a typed command cannot differ.
 */
import { isAbsolute } from 'node:path';
import { InputError } from '../../trouble/input-error.js';
import { parseLayerArgument } from '../layer-argument.js';
import { exists } from '../read-source.js';
import { listOf, type Config, type LayerEntry, type ReportEntry, type Settings } from './config.js';
import { nearest } from './nearest.js';

/** Where a config file is, and what it holds. */
export interface ConfigFile {
  readonly path: string;
  /** Folder with / at its end, or blank for the current one. */
  readonly folder: string;
  readonly config: Config;
}

/** A path of the config file as seen from the current folder. */
export const fromHere = (folder: string, path: string): string => (isAbsolute(path) ? path : folder + path);

/** The arguments for one report, command first; `outputs` are files that it will be written to. */
export function reportArguments(file: ConfigFile, name: string, outputs: readonly string[]): string[] {
  const report = file.config.reports[name]!;
  const used = new LayerList(file, name);
  const own = ownArguments(report, file, used);
  return [
    report.command,
    ...own,
    ...used.options(),
    ...peopleOptions(file, report, name),
    ...settingOptions({ ...settingsOf(file.config), ...settingsOf(report) }),
    ...option('--table', report.table),
    ...outputs.flatMap((output) => ['-o', output]),
    '--quiet',
  ];
}

/** Arguments and options that only this command has. */
function ownArguments(report: ReportEntry, { folder }: ConfigFile, used: LayerList): string[] {
  const path = (given: string | undefined): string | undefined =>
    given === undefined ? undefined : fromHere(folder, given);
  const layers = (given: readonly string[] | undefined): string[] =>
    (given ?? []).map((id) => used.argument(id));
  const each = (flag: string, values: readonly string[]): string[] =>
    values.flatMap((value) => [flag, value]);
  switch (report.command) {
    case 'overlap':
    case 'suggest':
      return layers(report.layers);
    case 'align':
      return [
        ...layers(report.layers),
        ...(report.bands === true ? ['--bands'] : option('--bands', report.bands?.join(','))),
        ...option('--audit', path(report.audit)),
        ...option('--least', report.least),
        ...each('--neighbour', layers(report.neighbour === undefined ? [] : [report.neighbour])),
      ];
    case 'coverage':
      return [
        ...layers([report.neighbourhoods]),
        ...each('--within', layers([report.within])),
        ...each('--also', layers(report.also)),
        ...option('--bands', report.bands?.join(',')),
        ...option('--flags', report.flags?.join(',')),
        ...option('--near', report.near),
        ...option('--services', path(report.services)),
        ...option('--times', path(report.times)),
      ];
    case 'compare':
      return [...layers([report.before, report.after]), ...each('--against', layers(report.against))];
    case 'partners':
      return [report.place, ...layers(report.layers)];
    case 'check':
      return [
        ...layers(report.layers),
        ...each('--allow-overlap', report.allow_overlap ?? []),
        ...option('--allowed-gaps', path(report.allowed_gaps)),
      ];
    case 'scenario':
      return [
        ...report.files.map((given) => fromHere(folder, given)),
        ...each('--layer', layers(report.layer === undefined ? [] : [report.layer])),
        ...each('--against', layers(report.against)),
        ...each('--pieces', layers(report.pieces)),
        ...(report.chain === true ? ['--chain'] : []),
        ...option('--size-guide', report.size_guide),
      ];
  }
}

/** The layers that a report names, as arguments, and the options that go with them. */
class LayerList {
  private readonly further: string[] = [];

  constructor(
    private readonly file: ConfigFile,
    private readonly report: string,
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
    throw this.unknown(given, `reports.${this.report}`);
  }

  options(): readonly string[] {
    return [...this.further, ...(this.further.length > 0 ? option('--recode', this.recode()) : [])];
  }

  private recode(): string | undefined {
    const { config, folder } = this.file;
    return config.recode === undefined ? undefined : fromHere(folder, config.recode);
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

function peopleOptions({ path, folder, config }: ConfigFile, report: ReportEntry, name: string): string[] {
  const known = Object.keys(config.people ?? {});
  const wanted = report.people ?? known;
  const unknown = wanted.find((measure) => !known.includes(measure));
  if (unknown !== undefined) {
    throw new InputError({
      id: 'config-people-unknown',
      file: path,
      message: `reports.${name}.people names '${unknown}', which is not under people`,
      hint: `There are ${known.join(', ') || 'none yet'}`,
    });
  }
  return [
    ...wanted.flatMap((measure) => ['--people', `${measure}=${fromHere(folder, config.people![measure]!)}`]),
    ...(wanted.length === 0 || config.blocks === undefined
      ? []
      : ['--blocks', fromHere(folder, config.blocks)]),
    ...(config.grid === undefined ? [] : ['--grid', fromHere(folder, config.grid)]),
    ...option('--fill', config.fill),
  ];
}

const settingsOf = ({
  tolerance,
  include_slivers,
  include_outside,
  sensitivity,
  disclosure,
}: Settings): Settings => ({
  ...(tolerance === undefined ? {} : { tolerance }),
  ...(include_slivers === undefined ? {} : { include_slivers }),
  ...(include_outside === undefined ? {} : { include_outside }),
  ...(sensitivity === undefined ? {} : { sensitivity }),
  ...(disclosure === undefined ? {} : { disclosure }),
});

const settingOptions = (settings: Settings): string[] => [
  ...option('--tolerance', settings.tolerance),
  ...(settings.include_slivers === true ? ['--include-slivers'] : []),
  ...(settings.include_outside === true ? ['--include-outside'] : []),
  ...(settings.sensitivity === true ? ['--sensitivity'] : []),
  ...option('--disclosure', settings.disclosure),
];

const option = (flag: string, value: string | number | undefined): string[] =>
  value === undefined ? [] : [flag, String(value)];

/** Files of a report or of the whole config, as seen from the current folder. */
export const outputsFromHere = (folder: string, given: string | readonly string[] | undefined): string[] =>
  listOf(given).map((path) => fromHere(folder, path));
