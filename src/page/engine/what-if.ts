/**
 * The workbench of the page: it stands in the engine, so that a move is told and its figures come back.
 */
import {
  InputError,
  Inputs,
  openDrawing,
  openWhatIf,
  type MemoryFile,
  type ReportRequest,
  type Request,
  type Workbench,
} from '../../index.js';
import { lentFiles } from './lent-files.js';
import type { Answer, Calls, WorkbenchWanted, WorkStep, WrittenFile } from '../messages.js';

type Names = 'open-what-if' | 'what-if' | 'what-if-facts' | 'what-if-file' | 'what-if-report';

type Handlers = {
  readonly [Name in Names]: (
    asked: Calls[Name]['asked'],
    progress: (stage: string) => void,
  ) => Promise<Calls[Name]['gives']>;
};

/** What the engine lends: all files by name, and its way from a request to an answer with some files more. */
export interface Lent {
  readonly files: () => Promise<Record<string, MemoryFile>>;
  readonly answer: (
    request: Request,
    beside: readonly WrittenFile[],
    progress: (stage: string) => void,
  ) => Promise<Answer>;
}

/** What takes the calls about a workbench. */
export function whatIfHandlers(lent: Lent): Handlers {
  let open: { readonly bench: Workbench; readonly wanted: WorkbenchWanted } | null = null;
  const opened = (): NonNullable<typeof open> => {
    if (open === null)
      throw new InputError({
        id: 'workbench-gone',
        message: 'the workbench is gone: the engine that it stood in has stopped',
        hint: 'Go back to the files and lay it out again; a proposal that was saved can be loaded',
      });
    return open;
  };
  return {
    'open-what-if': async ({ wanted }, progress) => {
      const files = lentFiles(await lent.files());
      const bench =
        wanted.kind === 'moves'
          ? await openWhatIf(wanted.request, new Inputs(files), progress)
          : await openDrawing(wanted.request, files, progress);
      open = { bench, wanted };
      return bench.layout;
    },
    'what-if': async ({ step }) => {
      const { bench } = opened();
      return bench.view(await doStep(bench, step));
    },
    'what-if-facts': ({ proposal, chosen }) => {
      const { bench } = opened();
      const facts = bench.facts(proposal, chosen);
      const [likely] = facts.neighbours;
      // What is known of the choice is told first, then what will most likely be asked next is worked out.
      if (likely !== undefined)
        setTimeout(() => bench.prepare?.(proposal, chosen, { code: likely.code, name: null }));
      return Promise.resolve(facts);
    },
    'what-if-file': ({ proposal }) => Promise.resolve(savedFile(opened().bench, proposal)),
    'what-if-report': async ({ proposal }, progress) => {
      const { bench, wanted } = opened();
      const file = savedFile(bench, proposal);
      const request = requestOf(wanted, file.name);
      return { answer: await lent.answer(request, [file], progress), request, file };
    },
  };
}

/** What is saved of a proposal. */
function savedFile(bench: Workbench, proposal: number): WrittenFile {
  const { name, text } = bench.file(proposal);
  const type = name.endsWith('.csv') ? 'text/csv' : 'application/yaml';
  return { name, type, bytes: new TextEncoder().encode(text) };
}

/** Does a step; gives the number of the proposal that it was about. */
async function doStep(bench: Workbench, step: WorkStep): Promise<number> {
  switch (step.do) {
    case 'propose':
      return bench.propose(step.name, step.as);
    case 'load':
      return bench.load(step.name, new Uint8Array(step.bytes));
    case 'view':
      return step.proposal;
    case 'undo':
    case 'redo':
      bench.step(step.proposal, step.do === 'undo' ? -1 : 1);
      return step.proposal;
    case 'rename':
      bench.rename(step.proposal, step.title);
      return step.proposal;
    case 'give':
      bench.give(step.proposal, step.chosen, step.to);
      return step.proposal;
  }
}

/** The request by which the command line reads a proposal that is saved under a name. */
const requestOf = (wanted: WorkbenchWanted, path: string): ReportRequest =>
  wanted.kind === 'moves'
    ? { ...wanted.request, command: 'scenario', scenarios: [{ path }], map: true }
    : {
        ...wanted.request,
        command: 'coverage',
        neighbourhoods: { path, member: 'block_code', group: 'neighbourhood_code' },
        map: true,
      };
