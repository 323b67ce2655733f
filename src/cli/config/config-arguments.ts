/**
 * A report of a config file as the arguments that one would type for it.
 *
 * Paths become relative to the current folder, ids of layers become `id=path`, and settings become options, so that a
 * report of a config file and a typed command cannot differ.
 */
import { fromHere, type ConfigFile } from './config-file.js';
import type { ReportEntry } from './config.js';
import { LayerList } from './layer-list.js';
import { settingOptions, type SettingWishes } from './setting-options.js';

/** The arguments for one report, command first; `outputs` are files that it will be written to. */
export function reportArguments(file: ConfigFile, name: string, outputs: readonly string[]): string[] {
  const report = file.config.reports[name]!;
  const used = new LayerList(file, `reports.${name}`);
  const own = ownArguments(report, file, used);
  return [
    report.command,
    ...own,
    ...used.options(),
    ...settingOptions(file, settingsOf(report, name)).flat(),
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

/** Settings of a report go before those of the file; keys that it does not have must not hide them. */
function settingsOf(report: ReportEntry, name: string): SettingWishes {
  const { tolerance, include_slivers, include_outside, sensitivity, disclosure, people } = report;
  return {
    where: `reports.${name}`,
    ...(people === undefined ? {} : { people }),
    settings: {
      ...(tolerance === undefined ? {} : { tolerance }),
      ...(include_slivers === undefined ? {} : { include_slivers }),
      ...(include_outside === undefined ? {} : { include_outside }),
      ...(sensitivity === undefined ? {} : { sensitivity }),
      ...(disclosure === undefined ? {} : { disclosure }),
    },
  };
}

const option = (flag: string, value: string | number | undefined): string[] =>
  value === undefined ? [] : [flag, String(value)];
