/**
 * Adds the map to a result where an output shows one.
 */
import type { Report } from '../measures/report.js';
import type { Result } from '../result/result.js';
import type { Run } from '../run/load-ground.js';
import type { SharedOptions } from './shared-options.js';
import { toDegrees } from '../run/to-degrees.js';

/** Formats that show a map, by the endings of their files. */
const WITH_MAP = /\.(html?|topojson|svg|png|docx)$|[/\\]$/i;
/** A saved result carries the map too, so that it can be rendered as any of them. */
const SAVED = /\.json$/i;

/** The result with the map of its layers, where an output shows it and there are shapes; else the result as it is. */
export async function withMap(
  result: Result,
  found: Report,
  run: Run,
  options: SharedOptions,
): Promise<Result> {
  const wanted = [...options.outputs, options.format === null ? '' : `.${options.format}`];
  if (
    found.drawMap === undefined ||
    !(wanted.some((name) => WITH_MAP.test(name)) || options.outputs.some((name) => SAVED.test(name)))
  )
    return result;
  const map = found.drawMap({
    toLongitudeLatitude: await toDegrees(run, options.grid),
    pairs: !result.tables.some((table) => table.name === 'overlap'),
  });
  return map === null ? result : { ...result, map };
}
