/**
 * The command line of what is taken away: for every question, every table and every format it gives the same bytes as the page.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atHand } from '../../src/page/asking/at-hand.js';
import { QUESTIONS, type Asking, type Question } from '../../src/page/asking/asking.js';
import { askingOf } from '../../src/page/asking/first-asking.js';
import { requestOf } from '../../src/page/asking/request-of.js';
import type { Answer } from '../../src/page/messages.js';
import { makeFolder, runCommand } from '../cli/run-command.js';
import { engineWithData, type AskEngine } from './ask-engine.js';

const [boards, councils, older] = ['icb', 'ltla', 'icb_older'].map((name) => `${name}.geojson`);
const PEOPLE = ['blocks.geojson', 'residents.csv'];
const PROPOSAL = 'merge:\n  Both: [E54900001, E54900002]\n';
const contentOf = (name: string): Uint8Array =>
  name.endsWith('.yaml') ? new TextEncoder().encode(PROPOSAL) : readFileSync(`data/region/${name}`);
const FILES: Readonly<Record<Question, readonly string[]>> = {
  align: [boards!, councils!, ...PEOPLE],
  overlap: [boards!, councils!, ...PEOPLE],
  coverage: ['neighbourhoods.geojson', councils!, boards!, ...PEOPLE],
  compare: [older!, boards!, ...PEOPLE],
  partners: [boards!, councils!, ...PEOPLE],
  scenario: [boards!, councils!, 'proposal.yaml', ...PEOPLE],
  check: [boards!, councils!],
  differencing: [boards!, councils!, ...PEOPLE],
};

/** What an answer can be taken away as whose bytes hang on nothing but the library. */
const formatsOf = ({ tables, hasShapes }: Answer): { format: string; table?: string }[] => [
  ...tables.map(({ name }) => ({ format: 'csv', table: name })),
  ...['xlsx', 'html', 'json', ...(hasShapes ? ['geojson', 'gpkg'] : [])].map((format) => ({ format })),
];

/** The words of a line, as a shell takes it apart. */
const wordsOf = (line: string): string[] =>
  execFileSync('sh', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n');

async function valueOf<Value>(asked: Promise<{ says: string; value?: Value }>): Promise<Value> {
  const last = await asked;
  if (last.says !== 'done') throw new Error(JSON.stringify(last));
  return last.value as Value;
}

async function answerTo(
  ask: AskEngine,
  question: Question,
  names: readonly string[],
  wishes: Partial<Asking>,
): Promise<Answer> {
  const taken = await valueOf(ask('taken', { changes: {}, england: names.length === 0 }));
  const hand = atHand(taken);
  const asking = { ...askingOf(question, hand), ...wishes };
  return valueOf(ask('run', { request: requestOf(asking, hand, {}) }));
}

/** Holds every file of an answer against what its command line writes. */
async function compared(
  question: Question,
  names: readonly string[],
  wishes: Partial<Asking> = {},
): Promise<string[]> {
  const ask = engineWithData();
  const files = names.map((name) => ({ name, bytes: new Uint8Array(contentOf(name)).buffer }));
  await ask('add', { files });
  const answer = await answerTo(ask, question, names, wishes);
  const formats = formatsOf(answer);
  for (const { format, table } of formats) {
    const wish = { answer: answer.answer, format, ...(table === undefined ? {} : { table }) };
    const { name, bytes } = await valueOf(ask('write', wish));
    const line = await valueOf(ask('command-line', wish));
    const [program, ...words] = wordsOf(line);
    expect(program).toBe('coterminous');
    const folder = makeFolder(Object.fromEntries(names.map((each) => [each, contentOf(each)])));
    const { code, stderr } = await runCommand([...words, '--quiet'], { cwd: folder.path });
    expect(code, `${line}\n${stderr}`).toBe(0);
    const written = readFileSync(`${folder.path}/${name}`);
    folder.remove();
    expect(written.equals(Buffer.from(bytes)), line).toBe(true);
  }
  return formats.map(({ format }) => format);
}

describe('the command line gives the same bytes', () => {
  it.each(Object.keys(QUESTIONS) as Question[])('%s', { timeout: 120_000 }, async (question) => {
    const formats = await compared(question, FILES[question]);
    // What has pieces can be taken away as shapes.
    const drawn = ['align', 'overlap', 'coverage', 'compare'].includes(question);
    expect(formats.includes('gpkg')).toBe(drawn);
  });

  it('of England’s figures, which have no shapes', { timeout: 60_000 }, async () => {
    expect(await compared('overlap', [])).not.toContain('geojson');
  });

  it('with wishes: a tolerance, some units, a rule for small counts', { timeout: 60_000 }, async () => {
    const wishes = { tolerance: 30.5, only: ['Brackenholt'], disclosure: { under: 8, round: 5 } };
    expect(await compared('overlap', FILES.overlap, wishes)).toContain('geojson');
  });
});
