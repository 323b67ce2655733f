/**
 * Runs what a page says, in the order it says it, and gives the page back with what was printed.
 *
 *     ```console          commands, each after `$ `, and what a terminal of 80 columns shows of their standard output, or
 *                         of standard error where that goes to a file; a line `…` stands for what is left out, as many
 *                         lines kept before and after it as are there
 *     ```sh               commands that must run; what they print is not shown
 *     <!-- file: NAME --> before a block: the block is that file
 *
 * Pages are run in a folder with the small files of help's examples and `data` beside them. Lines that begin with
 * another command than ours (npm, git) are left alone.
 */
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exampleFiles } from '../cli/example-files.js';
import { makeFolder, runCommand, type Ran } from '../cli/run-command.js';
import { blocksOf } from './pages.js';

const OURS = /^(?:npx )?coterminous /;
const LEFT_OUT = '…';

export interface PageRun {
  /** The page with what its commands print today. */
  readonly text: string;
  /** Commands that ended otherwise than a reader of the page expects. */
  readonly failed: readonly string[];
  /** How many commands were run. */
  readonly commands: number;
}

/** Runs a page. */
export async function runPage(path: string): Promise<PageRun> {
  const page = readFileSync(path, 'utf8');
  const data = resolve('data');
  const folder = makeFolder(exampleFiles());
  const failed: string[] = [];
  let [text, done, commands] = ['', 0, 0];
  try {
    symlinkSync(data, join(folder.path, 'data'));
    for (const block of blocksOf(page)) {
      if (block.file !== null) writeFileSync(join(folder.path, block.file), block.text);
      if (block.language !== 'console' && block.language !== 'sh') continue;
      const shown: string[] = [];
      for (const step of stepsOf(block.text, block.language === 'console')) {
        const ran = OURS.test(step.command) ? await runLine(step.command, folder.path) : null;
        commands += ran === null ? 0 : 1;
        if (ran !== null && !isFine(ran, step.command)) failed.push(`${step.command}\n${ran.stderr}`);
        shown.push(
          ...step.written,
          ...(ran === null ? step.output : abridged(linesOf(ran.stdout), step.output)),
        );
      }
      if (block.language === 'sh') continue;
      text += page.slice(done, block.start) + shown.map((line) => `${line}\n`).join('');
      done = block.start + block.text.length;
    }
  } finally {
    folder.remove();
  }
  return { text: text + page.slice(done), failed, commands };
}

/** A command as it is written, on one line, and the lines that are shown after it. */
interface Step {
  readonly written: string[];
  readonly command: string;
  readonly output: string[];
}

function stepsOf(block: string, isConsole: boolean): Step[] {
  const steps: { written: string[]; output: string[] }[] = [];
  let goesOn = false;
  for (const line of linesOf(block)) {
    const last = steps.at(-1);
    if (goesOn) last!.written.push(line);
    else if (!isConsole || line.startsWith('$ ')) steps.push({ written: [line], output: [] });
    else if (last === undefined) throw new Error(`a block of commands begins with what is printed: ${line}`);
    else last.output.push(line);
    goesOn = (goesOn || steps.at(-1)!.output.length === 0) && line.endsWith('\\');
  }
  return steps.map((step) => ({
    ...step,
    command: step.written
      .map((line) => line.replace(/^\$ /, '').replace(/\\$/, '').trim())
      .join(' ')
      .split(' && ')
      .at(-1)!,
  }));
}

/** Runs one line; its output goes to a file where it says `> FILE`, and a terminal shows standard error then. */
async function runLine(line: string, cwd: string): Promise<Ran> {
  const [command, file] = line
    .replace(OURS, '')
    .replace(/\s+#\s.*$/, '')
    .split(/ > /);
  const argv = [...command!.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/["']/g, ''),
  );
  const ran = await runCommand(argv, { cwd, terminal: file === undefined, env: { NO_COLOR: '1' } });
  if (file === undefined) return ran;
  writeFileSync(join(cwd, file), ran.stdout);
  return { ...ran, stdout: ran.stderr };
}

/** A rule or baseline in a command may be broken. */
const isFine = ({ code }: Ran, command: string): boolean =>
  code === 0 || (code === 1 && /--fail-on|--baseline|report/.test(command));

/** As many lines before and after what is left out as the page shows; all where it leaves nothing out. */
function abridged(printed: readonly string[], shown: readonly string[]): readonly string[] {
  const place = shown.indexOf(LEFT_OUT);
  if (place < 0) return printed;
  const after = shown.length - place - 1;
  if (place + after >= printed.length) return printed;
  return [...printed.slice(0, place), LEFT_OUT, ...(after === 0 ? [] : printed.slice(-after))];
}

const linesOf = (text: string): string[] =>
  text === ''
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => line.trimEnd());
