/**
 * The script of the page, from its beginning.
 */
import { Refused, startEngine } from './engine.js';
import type { Answer } from '../messages.js';

const byId = <Element extends HTMLElement>(id: string): Element => document.getElementById(id) as Element;
const status = byId('status');
const chosen = byId('files');
const frame = byId<HTMLIFrameElement>('answer');
const save = byId<HTMLButtonElement>('save');
const say = (text: string): void => void (status.textContent = text);

const engine = startEngine((message) => say(`The engine stopped: ${message}`));
let files: readonly string[] = [];
let answer: Answer | null = null;

function show(names: readonly string[]): void {
  files = names;
  chosen.textContent = names.join(', ');
  say(names.length === 0 ? 'No file yet.' : 'Ready.');
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { file, unit, place } = error instanceof Refused ? error.trouble : {};
    say(
      [file, unit, place, error instanceof Error ? error.message : String(error)].filter(Boolean).join(': '),
    );
  }
}

async function take(list: Iterable<File>): Promise<void> {
  const given = [...list];
  say(`Taking in ${given.map(({ name }) => name).join(', ')} …`);
  const handed = await Promise.all(
    given.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })),
  );
  show(await engine.ask('add', { files: handed }));
}

byId<HTMLInputElement>('choose').addEventListener('change', (event) => {
  const { files } = event.target as HTMLInputElement;
  void attempt(() => take(files ?? []));
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void attempt(() => take(event.dataTransfer?.files ?? []));
});
byId('region').addEventListener(
  'click',
  () => void attempt(async () => show(await engine.ask('start', { from: 'region' }))),
);
byId('run').addEventListener('click', () => {
  void attempt(async () => {
    const people = files.filter((name) => name === 'residents.csv').map((path) => ({ path }));
    const layers = files
      .filter((name) => !['blocks.geojson', 'residents.csv'].includes(name))
      .map((path) => ({ path }));
    answer = await engine.ask(
      'run',
      {
        request: {
          command: 'overlap',
          layers,
          map: true,
          ...(people.length === 0 ? {} : { people, blocks: { path: 'blocks.geojson' } }),
        },
      },
      say,
    );
    say(answer.headline);
    frame.srcdoc = answer.html;
    frame.hidden = false;
    save.disabled = false;
  });
});
save.addEventListener('click', () => {
  void attempt(async () => {
    const { name, type, bytes } = await engine.ask('write', { answer: answer!.answer, format: 'csv' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bytes], { type }));
    link.download = name;
    link.click();
  });
});
say('No file yet.');
