/**
 * GDAL, compiled to WebAssembly in the package gdal3.js, where the user has installed it.
 *
 * It runs in a thread of its own, which is ended where it takes too long, and sees nothing but the bytes it is handed:
 * beside a file on disk it would leave files of its own.
 */
import { Worker } from 'node:worker_threads';
import type { Conversion, ConvertibleFile } from '../../read/formats/converter.js';
import { packaged } from '../embedded-data.js';
import { doorOfGdal } from './door-of-gdal.js';
import type { Answer, Question, Task } from './worker-messages.js';

const MEBIBYTE = 2 ** 20;

/** Seconds that opening or converting files of so many bytes may take: starting up takes one or two. */
export const secondsFor = (bytes: number): number => 60 + Math.ceil(bytes / MEBIBYTE);

/** Opens files in GDAL, which must be installed. Throws Error with what GDAL says, or by the time limit. */
export async function openInGdal(
  files: readonly ConvertibleFile[],
  main: string,
  seconds = secondsFor(files.reduce((sum, { bytes }) => sum + bytes.length, 0)),
): Promise<Conversion> {
  const task: Task = { door: doorOfGdal()!, files, main };
  const worker = new Worker(packaged('dist/cli/gdal-worker.js'), {
    workerData: task,
    stdout: true,
    stderr: true,
  });
  const close = (): void => void worker.terminate();
  try {
    const opened = await answerOf(worker, seconds);
    if (!('layers' in opened)) throw new Error('it gives no layers');
    return {
      layers: opened.layers,
      close,
      toFlatGeobuf: async (layer) => {
        worker.postMessage(layer satisfies Question);
        const converted = await answerOf(worker, seconds);
        if (!('bytes' in converted)) throw new Error('it gives no features');
        return converted.bytes;
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** The worker's next answer. Throws Error for trouble it tells of, for its end, and by the time limit. */
function answerOf(worker: Worker, seconds: number): Promise<Exclude<Answer, { trouble: string }>> {
  return new Promise((settle, fail) => {
    const limit = setTimeout(
      () => end(new Error(`GDAL had not read it after ${seconds} seconds`)),
      1000 * seconds,
    );
    const hear = (answer: Answer): void => {
      if ('trouble' in answer) end(new Error(answer.trouble));
      else end(answer);
    };
    const fall = (error: Error): void => end(new Error(`GDAL fell over: ${error.message}`));
    const leave = (): void => end(new Error('GDAL ended before it was done'));
    const end = (outcome: Error | Exclude<Answer, { trouble: string }>): void => {
      clearTimeout(limit);
      worker.off('message', hear).off('error', fall).off('exit', leave);
      if (outcome instanceof Error) fail(outcome);
      else settle(outcome);
    };
    worker.on('message', hear).on('error', fall).on('exit', leave);
  });
}
