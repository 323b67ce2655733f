/**
 * Times a command as a whole process: seconds, and its peak memory where the system tells it.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Ticks of the processor's clock a second, as Linux counts them for processes. */
const TICKS = 100;

/**
 * Runs a command once. Memory is the high-water mark of the process in MB, `cpu` the seconds that its threads have run,
 * to a few hundredths; null where /proc is not there.
 */
export function timeProcess(command, args, { cwd } = {}) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let [memory, cpu] = [null, null];
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += chunk));
    const look = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        const peak = /VmHWM:\s+(\d+) kB/.exec(status);
        if (peak !== null) memory = Number(peak[1]) / 1024;
        // After the name in brackets come eleven other fields, then the ticks of its own and of the system for it.
        const [own, system] = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
          .split(') ')[1]
          .split(' ')
          .slice(11, 13);
        if (peak !== null) cpu = (Number(own) + Number(system)) / TICKS;
      } catch {
        clearInterval(look);
      }
    }, 10);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      if (code !== 0)
        reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${errors.slice(-500)}`));
      else resolve({ seconds, cpu, memory });
    });
  });
}

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/**
 * Runs two commands in turn, so that a machine whose speed drifts treats both alike; `before` each run of theirs. Medians
 * and their ratio.
 */
export async function timeInTurn(ours, theirs, runs, before = () => undefined) {
  const times = { ours: [], theirs: [] };
  const memory = { ours: [], theirs: [] };
  await timeProcess(...ours);
  before();
  // What runs once is long: there is nothing to warm.
  if (runs > 1) await timeProcess(...theirs);
  for (let run = 0; run < runs; run++) {
    for (const [name, command] of [
      ['ours', ours],
      ['theirs', theirs],
    ]) {
      if (name === 'theirs') before();
      const took = await timeProcess(...command);
      times[name].push(took.seconds);
      memory[name].push(took.memory ?? NaN);
    }
  }
  return {
    ours: median(times.ours),
    theirs: median(times.theirs),
    ratio: median(times.theirs.map((seconds, run) => seconds / times.ours[run])),
    memoryOurs: median(memory.ours),
    memoryTheirs: median(memory.theirs),
  };
}
