/**
 * The thread that runs GDAL: files into its own memory, layers out, then FlatGeobuf of each layer that is asked for.
 *
 * Any line of GDAL's that says ERROR is trouble, even where it goes on: it takes a document that is cut short for whole.
 */
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Dataset, Gdal, StartGdal } from './gdal-package.js';
import type { Answer, Question, Task } from './worker-messages.js';

const INPUT = '/input';

/** Texts stay texts, so that codes keep their zeros. */
const SETTINGS = { GML_FIELDTYPES: 'ALWAYS_STRING' };

/** FlatGeobuf in the order of the file, without heights. */
const OPTIONS = ['-f', 'FlatGeobuf', '-lco', 'SPATIAL_INDEX=NO', '-dim', 'XY'];

/** What GDAL says against the files; warnings only where text is lost. */
const AGAINST = /^ERROR \d+: |couldn't be converted correctly|invalid UTF-8/i;

const port = parentPort!;
const { door, files, main } = workerData as Task;
const said: string[] = [];
const say = (answer: Answer): void => port.postMessage(answer);

/** Answers with what `work` gives, unless GDAL says something against it. */
async function answer(work: () => Promise<Answer>): Promise<void> {
  said.length = 0;
  try {
    const given = await work();
    const against = said.find((line) => AGAINST.test(line));
    say(against === undefined ? given : { trouble: plain(against) });
  } catch (thrown) {
    say({ trouble: plain(said.find((line) => AGAINST.test(line)) ?? textOf(thrown)) });
  }
}

const plain = (line: string): string => line.replace(/^ERROR \d+: /, '').replaceAll(`${INPUT}/`, '');

/** GDAL throws objects with a message, and lists of them. */
function textOf(thrown: unknown): string {
  const [first] = [thrown].flat() as [unknown];
  const { message } = (first ?? {}) as { message?: unknown };
  return typeof message === 'string' && message !== '' ? message : 'GDAL gives no reason';
}

async function start(): Promise<Gdal> {
  const startGdal = createRequire(import.meta.url)(door) as StartGdal;
  const hear = (line: string): void => void said.push(line);
  const gdal = await startGdal({
    path: relative(process.cwd(), join(dirname(door), 'dist/package')) || '.',
    useWorker: false,
    env: SETTINGS,
    logHandler: hear,
    errorHandler: hear,
  });
  const folders = new Set<string>();
  for (const { name, bytes } of files) {
    const [folder, file] = name.includes('/') ? (name.split('/') as [string, string]) : ['', name];
    if (folder !== '' && !folders.has(folder)) gdal.Module.FS_createPath(INPUT, folder, true, true);
    folders.add(folder);
    gdal.Module.FS_createDataFile(
      folder === '' ? INPUT : `${INPUT}/${folder}`,
      file,
      bytes,
      true,
      true,
      true,
    );
  }
  return gdal;
}

let gdal: Gdal;
let dataset: Dataset;

await answer(async () => {
  gdal = await start();
  const { datasets } = await gdal.open(`${INPUT}/${main}`);
  dataset = datasets[0]!;
  const { layers = [] } = await gdal.getInfo(dataset);
  const shaped = new Map(dataset.info?.layers?.map((layer) => [layer.name, layer.geometryFields.length > 0]));
  return {
    layers: layers.map(({ name, featureCount }) => ({
      name,
      features: featureCount,
      hasShapes: shaped.get(name) ?? true,
    })),
  };
});

let converted = 0;
port.on('message', (layer: Question) => {
  void answer(async () => {
    const out = await gdal.ogr2ogr(dataset, [...OPTIONS, layer], `layer${converted++}`);
    return { bytes: await gdal.getFileBytes(out) };
  });
});
