/**
 * Turf's intersect on a sample of the pairs whose boxes overlap, extrapolated to all of them by vertices.
 */
import { readFileSync } from 'node:fs';
import { area, bbox, coordAll, featureCollection, intersect } from '@turf/turf';
import { median, timeProcess } from './time-process.mjs';

const SAMPLE = 24;

/** Times the sample and prints how many times as fast we are. */
export async function timeTurf(a, b, ours) {
  const [first, second] = [a, b].map(({ file }) =>
    JSON.parse(readFileSync(file, 'utf8')).features.map((feature) => ({
      feature,
      box: bbox(feature),
      vertices: coordAll(feature).length,
    })),
  );
  const pairs = first.flatMap((p) =>
    second
      .filter((q) => p.box[0] < q.box[2] && q.box[0] < p.box[2] && p.box[1] < q.box[3] && q.box[1] < p.box[3])
      .map((q) => ({ p, q, vertices: p.vertices + q.vertices })),
  );
  pairs.sort((x, y) => x.vertices - y.vertices);
  const sample = Array.from(
    { length: SAMPLE },
    (_, i) => pairs[Math.floor(((i + 0.5) * pairs.length) / SAMPLE)],
  );
  let seconds = 0;
  let vertices = 0;
  let failed = 0;
  for (const { p, q, vertices: here } of sample) {
    const start = process.hrtime.bigint();
    try {
      const found = intersect(featureCollection([p.feature, q.feature]));
      if (found !== null) area(found);
    } catch {
      failed++;
    }
    seconds += Number(process.hrtime.bigint() - start) / 1e9;
    vertices += here;
  }
  const all = pairs.reduce((sum, pair) => sum + pair.vertices, 0);
  const whole = (seconds * all) / vertices;
  const times = [];
  for (let run = 0; run < 3; run++) times.push((await timeProcess(...ours)).seconds);
  console.log(
    `Turf's intersect on ${SAMPLE} of ${pairs.length} pairs whose boxes overlap: ${seconds.toFixed(1)} s (${failed} threw), ` +
      `all by extrapolation ${whole.toFixed(0)} s; coterminous ${median(times).toFixed(2)} s: ${Math.round(whole / median(times))} times as fast`,
  );
}
