/**
 * Carries a request out and delivers its result: what every report command of the command line ends in.
 *
 *     outputs well formed? ──► nothing read is written over? ──► outputs possible? ──► run ──► write, print, say ──► exit code
 */
import type { Result, ResultDocument } from '../result/result.js';
import type { Inputs } from '../run/inputs.js';
import type { RenderRequest, ReportRequest } from '../run/request.js';
import { refuseWriting } from '../run/expect-inputs.js';
import { run } from '../run/run.js';
import { InputError } from '../trouble/input-error.js';
import { collectMuch } from './collect-garbage.js';
import { checkOutputs, deliver, makeFolders } from './output.js';
import type { OutputWishes } from './output-wishes.js';
import { plannedFiles } from './planned-files.js';
import { refuseImpossible } from './possible-outputs.js';
import { makeProgress } from './progress.js';
import { say } from './say.js';
import { writeFiles } from './write-files.js';

/** Whose result a saved one may be. */
const COMMANDS: readonly Result['command'][] = [
  ...[
    'overlap',
    'align',
    'coverage',
    'partners',
    'check',
    'compare',
    'scenario',
    'suggest',
    'suggest neighbourhoods',
    'derive',
    'report',
  ],
  'render',
];

/** Where the documents of a result go, by their role. */
export type DocumentPaths = Readonly<Partial<Record<ResultDocument['role'], string>>>;

/** Runs a request and delivers its result; gives the exit code. */
export async function perform(
  request: ReportRequest | RenderRequest,
  inputs: Inputs,
  wishes: OutputWishes,
  documents: DocumentPaths = {},
): Promise<number> {
  const further = Object.values(documents);
  const update = baselineToUpdate(request, wishes);
  const own = update === null ? wishes : withoutFile(wishes, update, inputs);
  const commands = request.command === 'render' ? COMMANDS : [request.command];
  const documentPaths = [...further, ...(update === null ? [] : [update])];
  checkOutputs(
    [
      ...own.outputs.map((output) => ({ output, commands: request.command === 'render' ? [] : commands })),
      ...documentPaths.map((output) => ({ output, commands: [], isDocument: true as const })),
    ],
    own.format,
  );
  inputs.protect([...plannedFiles(own.outputs, commands), ...further]);
  await refuseWriting(inputs, request);
  await refuseImpossible([request], own);
  const asked = update === null || inputs.exists(update) ? request : withoutBaseline(request);
  const progress = makeProgress(wishes.quiet, inputs);
  let result: Result;
  try {
    result = await run(
      request.command === 'render' ? asked : withDrawings(asked as ReportRequest, own),
      inputs,
      {
        progress: progress.step,
      },
    );
  } finally {
    progress.clear();
  }
  // Layers and the sheet that they were laid on are not needed any more.
  collectMuch();
  makeFolders(own.outputs);
  const handedOn = (result.documents ?? []).flatMap(({ role, text }) => {
    const path = documents[role];
    return path === undefined ? [] : [{ path, content: text }];
  });
  writeFiles(handedOn);
  if (!wishes.quiet) for (const { path } of handedOn) say(`wrote ${path}`);
  if (update === null) return deliver(result, own);
  const accepted = { ...result, rules: result.rules.filter(({ rule }) => !isOfBaseline(rule, request)) };
  const code = await deliver(accepted, own);
  const { baselineText } = await import('./baseline-text.js');
  writeFiles([{ path: update, content: baselineText(result) }]);
  if (!wishes.quiet) say(`wrote ${update}: the baseline from now on`);
  return code;
}

/** Formats that show a map, by the endings of their files; a saved result carries it, so that it can be rendered. */
const WITH_MAP = /\.(html?|topojson|svg|png|docx|json)$|[/\\]$/i;
/** Formats that hold the shapes of rows, which are heavy: only where one is named. */
const WITH_SHAPES = /\.(geojson|gpkg|geoparquet)$/i;

/** The request with a map, and with the shapes of rows, where an output shows them. */
export function withDrawings(
  request: ReportRequest,
  { outputs, format, fullPage }: Pick<OutputWishes, 'outputs' | 'format' | 'fullPage'>,
): ReportRequest {
  // JSON on standard output is for programs, which draw no map.
  const names = [...outputs, ...(format === null || format === 'json' ? [] : [`.${format}`])];
  return {
    ...request,
    ...(names.some((name) => WITH_MAP.test(name))
      ? { map: true, ...(fullPage ? { fullMap: true } : {}) }
      : {}),
    ...(names.some((name) => WITH_SHAPES.test(name)) ? { shapes: true } : {}),
  };
}

function baselineToUpdate({ baseline }: ReportRequest | RenderRequest, wishes: OutputWishes): string | null {
  if (!wishes.updateBaseline) return null;
  if (baseline !== undefined) return baseline;
  throw new InputError({
    id: 'no-baseline-to-update',
    message: '--update-baseline says that the baseline is to be written anew, and none is named',
    hint: 'Name it with --baseline FILE.json',
  });
}

/** The wishes without an output that is the baseline, which is written by itself. */
const withoutFile = (wishes: OutputWishes, path: string, { files }: Inputs): OutputWishes => ({
  ...wishes,
  outputs: wishes.outputs.filter((output) => files.identity(output) !== files.identity(path)),
});

function withoutBaseline<T extends ReportRequest | RenderRequest>(request: T): T {
  const { baseline: _, ...rest } = request;
  return rest as T;
}

/** The rule that a baseline brings along, which does not hold where the run is accepted. */
const isOfBaseline = (rule: string, { rules = [] }: ReportRequest | RenderRequest): boolean =>
  rule === 'new_findings max 0' && !rules.includes(rule);
