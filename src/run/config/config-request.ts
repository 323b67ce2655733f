/**
 * A report of a config file as a request.
 */
import { parseCounts } from '../counts-source.js';
import type { Inputs } from '../inputs.js';
import { USUAL_EDGES } from '../../measures/align/usual.js';
import type { LayerSource, ReportRequest } from '../request.js';
import { mapped, withoutUndefined } from '../given-fields.js';
import { InputError } from '../../trouble/input-error.js';
import { sizeBandOf, sizeGuideOf } from '../size-text.js';
import { parseAreas, parseColumns, parseLookupTable, parseTable } from '../table-arguments.js';
import { ConfigLayers } from './config-layers.js';
import { configWishes } from './config-wishes.js';
import type { ConfigFile } from './config-file.js';
import { listOf, type ReportEntry } from './config.js';

/** The request of a report, its rules and baseline with it. */
export function reportRequest(file: ConfigFile, inputs: Inputs, name: string): ReportRequest {
  const report = file.config.reports[name]!;
  const where = `reports.${name}`;
  const used = new ConfigLayers(file, inputs, where);
  const own = ownRequest(report, file, inputs, used);
  const { rules, baseline, title, subtitle, headings } = report;
  const only = listOf(report.only ?? file.config.only);
  return {
    ...own,
    ...(only.length > 0 && CAN_BE_NARROWED.includes(own.command) ? { only } : {}),
    ...configWishes(file, inputs, report, where),
    ...used.wishes(),
    ...withoutUndefined({ title, subtitle, headings }),
    ...(rules === undefined ? {} : { rules }),
    ...(baseline === undefined ? {} : { baseline: file.fromHere(baseline) }),
  };
}

/** Reports that can be of some units alone. */
const CAN_BE_NARROWED: readonly ReportRequest['command'][] = [
  'overlap',
  'align',
  'coverage',
  'check',
  'compare',
  'suggest neighbourhoods',
];

type Grammar<T> = (text: string, exists: (path: string) => boolean) => T;

/** What only this command has. */
function ownRequest(
  report: ReportEntry,
  { fromHere, path: file }: ConfigFile,
  inputs: Inputs,
  used: ConfigLayers,
): ReportRequest {
  const sized = <T>(size: T | null, form: string): T => size ?? refuseSize(file, form);
  const layer = (given: string): LayerSource => used.layer(given);
  const layers = (given: readonly string[] | undefined): LayerSource[] => (given ?? []).map(layer);
  /** What a grammar makes of a path of the file. */
  const at = <T extends { readonly path: string }>(parse: Grammar<T>, text: string): T => {
    const source = parse(text, (path) => inputs.exists(fromHere(path)));
    return { ...source, path: fromHere(source.path) };
  };
  const given = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
    (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };
  switch (report.command) {
    case 'overlap':
      return { command: 'overlap', layers: layers(report.layers) };
    case 'suggest':
      return { command: 'suggest', layers: layers(report.layers) };
    case 'differencing':
      return { command: 'differencing', layers: layers(report.layers), ...given('under', report.under) };
    case 'align':
      return {
        command: 'align',
        layers: layers(report.layers),
        ...given('bands', report.bands === true ? USUAL_EDGES : report.bands),
        ...given(
          'audit',
          mapped(report.audit, (text) => at(parseLookupTable, text)),
        ),
        ...given('least', report.least),
        ...given('neighbour', mapped(report.neighbour, layer)),
        ...(report.table === 'metrics' ? { metrics: 'all' } : {}),
      };
    case 'coverage':
      return {
        command: 'coverage',
        neighbourhoods: layer(report.neighbourhoods),
        within: layer(report.within),
        also: layers(report.also),
        ...given('bands', report.bands),
        ...given('flags', report.flags),
        ...given('near', report.near),
        ...given(
          'services',
          mapped(report.services, (text) => at(parseCounts, text)),
        ),
        ...given(
          'times',
          mapped(report.times, (text) => at(parseTable, text)),
        ),
      };
    case 'compare':
      return {
        command: 'compare',
        before: layer(report.before),
        after: layer(report.after),
        ...(report.later === undefined ? {} : { later: layers(report.later) }),
        against: layers(report.against),
      };
    case 'partners':
      return {
        command: 'partners',
        ...given('place', report.place),
        ...given('places', report.places),
        ...given('all', report.all),
        layers: layers(report.layers),
        ...(report.gazetteers === undefined
          ? {}
          : { gazetteers: report.gazetteers.map((text) => at(parseTable, text)) }),
      };
    case 'check':
      return {
        command: 'check',
        layers: layers(report.layers),
        allowOverlap: report.allow_overlap ?? [],
        ...given(
          'allowedGaps',
          mapped(report.allowed_gaps, (text) => at(parseAreas, text)),
        ),
      };
    case 'scenario':
      return {
        command: 'scenario',
        scenarios: report.files.map((each) => at(parseColumns, each)),
        ...given('layer', mapped(report.layer, layer)),
        against: layers(report.against),
        pieces: layers(report.pieces),
        chain: report.chain === true,
        ...given(
          'sizeGuide',
          mapped(report.size_guide, (text) => sized(sizeGuideOf(text), 'MIN, MIN:MAX or :MAX')),
        ),
      };
    case 'suggest neighbourhoods':
      return {
        command: 'suggest neighbourhoods',
        within: layer(report.within),
        size: sized(sizeBandOf(report.size), 'LEAST:MOST'),
        keepWhole: layers(report.keep),
        compareWith: layers(report.compare_with),
        ...given('number', report.number),
        ...given(
          'services',
          mapped(report.services, (text) => at(parseCounts, text)),
        ),
        ...given('seed', report.seed),
        ...given('effort', report.effort),
      };
  }
}

function refuseSize(file: string, form: string): never {
  throw new InputError({
    id: 'config-size',
    file,
    message: 'a size of it is no number of people',
    hint: `Write people as ${form}, for example 30000:50000`,
  });
}
