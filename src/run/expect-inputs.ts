/**
 * Which files a request will read, and as what: told to the desk before anything is read.
 */
import { STANDARD_INPUT } from './files.js';
import { besidePath } from './read-features.js';
import type { InputRole } from './input-role.js';
import type { ExpectedInput, Inputs } from './inputs.js';
import { isEngland, isLookup } from './layer-source.js';
import { refuseLargeFiles } from './refuse-over-memory.js';
import type { LayerSource, ReportRequest, Request, TableSource } from './request.js';

/** Throws InputError where a file that a request names would be written over; the desk is told of nothing. */
export async function refuseWriting(inputs: Inputs, request: Request): Promise<void> {
  inputs.refuseWriting(await withSidecars(inputs, namedIn(request)));
}

/** Tells the desk of all files that a request names. Throws InputError where one of them would be written over. */
export async function expectInputs(inputs: Inputs, request: Request): Promise<void> {
  inputs.expect(await withSidecars(inputs, namedIn(request)));
}

/**
 * Throws the error of a file that a request names and that is not there, before any other is read; and where one of its
 * reports would take more memory than is allowed.
 */
export function refuseMissing(inputs: Inputs, request: Request): void {
  refuseAbsent(inputs, namedIn(request));
  const reports = request.command === 'report' ? request.reports.map((report) => report.request) : [request];
  for (const report of reports) refuseLargeFiles(inputs, namedIn(report));
}

/** The same for layers that are known only once other files are read. */
export async function expectLayers(inputs: Inputs, layers: readonly LayerSource[]): Promise<void> {
  const named = layers.flatMap(ofLayer);
  inputs.expect(await withSidecars(inputs, named));
  refuseAbsent(inputs, named);
  refuseLargeFiles(inputs, named);
}

function refuseAbsent({ files }: Inputs, named: readonly ExpectedInput[]): void {
  for (const { path } of named) if (path !== STANDARD_INPUT && !files.exists(path)) files.open(path).close();
}

function namedIn(request: Request): ExpectedInput[] {
  switch (request.command) {
    case 'render':
      return [{ path: request.path, role: 'result' }, ...ofPath(request.baseline, 'baseline')];
    case 'report':
      return [
        ...ofPath(request.config, 'config'),
        ...request.reports.flatMap((report) => namedInReport(report.request)),
      ];
    default:
      return namedInReport(request);
  }
}

function namedInReport(request: ReportRequest): ExpectedInput[] {
  const { people = [], blocks, groups = [] } = request;
  return [
    ...ownInputs(request),
    ...groups.flatMap(({ lookup }) => ofTable(lookup, 'group')),
    ...(groups.length === 0 ? [] : ofTable(request.recode, 'recode')),
    ...ofTable(blocks, 'blocks'),
    ...people.flatMap((source) => ofTable(source, 'people')),
    ...ofTable(request.clip, 'clip'),
    ...ofPath(request.grid, 'grid'),
    ...ofPath(request.baseline, 'baseline'),
    ...ofPath(request.config, 'config'),
  ];
}

/** Files that only this report has. */
function ownInputs(request: ReportRequest): ExpectedInput[] {
  switch (request.command) {
    case 'overlap':
      return [
        ...request.layers.flatMap(ofLayer),
        ...ofTable(request.registrations?.patients, 'registrations'),
        ...ofTable(request.registrations?.practices, 'practices'),
      ];
    case 'align':
      return [
        ...request.layers.flatMap(ofLayer),
        ...ofLayer(request.neighbour),
        ...ofTable(request.audit, 'audit'),
      ];
    case 'coverage':
      return [
        ...[request.neighbourhoods, request.within, ...(request.also ?? [])].flatMap(ofLayer),
        ...ofTable(request.services, 'services'),
        ...ofTable(request.times, 'times'),
      ];
    case 'atoms':
    case 'differencing':
      return request.layers.flatMap(ofLayer);
    case 'partners':
      return [
        ...(request.layers ?? []).flatMap(ofLayer),
        ...(request.gazetteers ?? []).flatMap((source) => ofTable(source, 'places')),
      ];
    case 'check':
      // Read once for its layer and once for its structure.
      return [
        ...request.layers.flatMap((layer) =>
          isEngland(layer) || isLookup(layer) || layer.path === STANDARD_INPUT
            ? ofLayer(layer)
            : [...ofLayer(layer), ...ofLayer(layer)],
        ),
        ...ofTable(request.allowedGaps, 'allowed_gaps'),
      ];
    case 'compare':
      return [request.before, request.after, ...(request.later ?? []), ...(request.against ?? [])].flatMap(
        ofLayer,
      );
    case 'scenario':
      // Layers are told once the scenarios are read, which name some of them.
      return request.scenarios.flatMap((source) => ofTable(source, 'scenario'));
    case 'suggest':
      return [
        ...request.layers.flatMap(ofLayer),
        ...(request.apportion ?? []).flatMap((source) => ofTable(source, 'amounts')),
      ];
    case 'suggest neighbourhoods':
      return [
        ...[request.within, ...(request.keepWhole ?? []), ...(request.compareWith ?? [])].flatMap(ofLayer),
        ...ofTable(request.services, 'services'),
      ];
    case 'derive':
      return [
        ...ofTable(request.patients, 'patients'),
        ...ofTable(request.practices, 'practices'),
        ...ofLayer(request.within),
      ];
  }
}

function ofLayer(source: LayerSource | undefined): ExpectedInput[] {
  if (source === undefined || isEngland(source)) return [];
  return [{ path: source.path, role: isLookup(source) ? 'lookup' : 'layer' }];
}

const ofTable = (source: TableSource | undefined, role: InputRole): ExpectedInput[] =>
  ofPath(source?.path, role);

const ofPath = (path: string | undefined, role: InputRole): ExpectedInput[] =>
  path === undefined ? [] : [{ path, role }];

/** With the files that belong beside the parts of a Shapefile and the like, and with those in a file geodatabase. */
async function withSidecars(inputs: Inputs, given: readonly ExpectedInput[]): Promise<ExpectedInput[]> {
  const expected = given.flatMap((input): ExpectedInput[] => [
    input,
    ...(inputs.files.list?.(input.path) ?? []).flatMap((name) => ofPath(`${input.path}/${name}`, 'sidecar')),
  ]);
  if (!expected.some(({ path }) => HAS_SIDECARS.test(path))) return [...expected];
  const { siblingExtensionsOf } = await import('../read/formats/formats.js');
  return expected.flatMap((input): ExpectedInput[] => [
    input,
    ...siblingExtensionsOf(input.path).flatMap((extension) =>
      ofPath(besidePath(inputs, input.path, extension) ?? undefined, 'sidecar'),
    ),
  ]);
}

const HAS_SIDECARS = /\.(shp|gpkg|mif|tab)$/i;
