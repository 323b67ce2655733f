/**
 * Answers that were given: each with its request, so that it can be taken away as a file, and as the command line of it.
 *
 *     request, result ──► what is shown of it
 *                    ├──► a file; what is heavy or long is made when it is wanted: shapes of its rows, every metric
 *                    └──► the command line that gives the same file
 */
import { commandLine, write, type Request, type Result } from '../../index.js';
import { fileStem } from '../../report/file-stem.js';
import type { Answer, WriteWish, WrittenFile } from '../messages.js';
import { mediaType } from './media-type.js';

/** Carries a request out. */
export type Carry = (request: Request, progress: (stage: string) => void) => Promise<Result>;

export interface GivenAnswers {
  /** Keeps a result; gives what is shown of it. `carry` is asked again where more is wanted. */
  readonly keep: (request: Request, result: Result, carry: Carry) => Promise<Answer>;
  readonly write: (wish: WriteWish, progress: (stage: string) => void) => Promise<WrittenFile>;
  readonly commandLine: (wish: WriteWish) => string;
}

interface Given {
  readonly request: Request;
  readonly result: Result;
  readonly carry: Carry;
  /** Results with more in them, by what was wanted. */
  readonly more: Map<string, Result>;
}

/** Reports that draw the shapes of their rows only when they are asked to. */
const DRAWN_WHEN_WANTED: readonly Request['command'][] = ['overlap', 'compare'];

const OF_SHAPES: readonly string[] = ['geojson', 'gpkg'];

/** Begins with none. */
export function givenAnswers(): GivenAnswers {
  const answers: Given[] = [];
  const given = ({ answer }: WriteWish): Given => {
    const found = answers[answer - 1];
    if (found === undefined) throw new Error('there is no such answer');
    return found;
  };
  return {
    keep: async (request, result, carry) => {
      const answer = answers.push({ request, result, carry, more: new Map() });
      return shownOf(answer, request, result);
    },
    write: async (wish, progress) => {
      const { request, result, carry, more } = given(wish);
      const wanted = requestFor(wish, request, result);
      if (wanted === request) return written(result, wish);
      const key = JSON.stringify(wanted);
      const known = more.get(key) ?? (await carry(wanted, progress));
      more.set(key, known);
      return written(known, wish);
    },
    commandLine: (wish) => {
      const { request, result } = given(wish);
      const { format, table } = wish;
      if (format !== 'csv') return commandLine(request, [`${fileStem(result.command)}.${format}`]);
      // A config file says which tables are made: all of them, into a folder.
      if (request.command === 'report') return commandLine(request, ['tables/']);
      const isMain = table === undefined || table === result.tables[0]?.name;
      return commandLine(request, [fileName(result, wish)], isMain ? undefined : table);
    },
  };
}

/** The request that the command line makes for a file; the same where it needs no more. */
function requestFor({ format, table }: WriteWish, request: Request, result: Result): Request {
  if (OF_SHAPES.includes(format) && isDrawnWhenWanted(request, result))
    return { ...request, shapes: true } as Request;
  // Who takes the table of metrics wants them all; the page shows those that lead.
  if (request.command === 'align' && table === 'metrics') return { ...request, metrics: 'all' };
  return request;
}

const isDrawnWhenWanted = ({ command }: Request, { shapes, map }: Result): boolean =>
  shapes === undefined && map !== undefined && DRAWN_WHEN_WANTED.includes(command);

async function shownOf(answer: number, request: Request, result: Result): Promise<Answer> {
  return {
    answer,
    command: result.command,
    html: String(await write(result, 'html')),
    tolerances: result.tolerances,
    sensitivity: result.sensitivity,
    hasShapes: (result.shapes ?? []).length > 0 || isDrawnWhenWanted(request, result),
    hasMap: result.map !== undefined,
    headline: result.summary[0] ?? '',
    tables: result.tables.map(({ name, title, rows }) => ({ name, title: title ?? name, rows: rows.length })),
  };
}

async function written(result: Result, wish: WriteWish): Promise<WrittenFile> {
  const { format, table } = wish;
  const content = await write(result, format, table === undefined ? {} : { table });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { name: fileName(result, wish), type: mediaType(format), bytes };
}

const fileName = ({ command }: Result, { format, table }: WriteWish): string =>
  `${fileStem(table ?? command)}.${format}`;
