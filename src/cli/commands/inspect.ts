/**
 * `coterminous inspect`: what is in these files.
 */
import { inspectFile, type InspectedFile } from '../../run/inspect-file.js';
import { provenanceOf } from '../catalogue/kept-file.js';
import { plainInputs } from '../desk.js';
import { fileText } from '../inspect-text.js';
import { nextAfterInspect, sayNext } from '../next-step.js';
import { print, say } from '../say.js';
import { PROVENANCE_ENDING } from '../../result/provenance.js';
import { shownJson, shownTexts } from '../../trouble/shown-text.js';

export interface InspectOptions {
  readonly samples: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly offline: boolean;
  readonly refresh: boolean;
  readonly maxMemory?: number;
}

/** Runs the command; returns its exit code. */
export async function runInspect(files: readonly string[], options: InspectOptions): Promise<number> {
  const inputs = plainInputs({ ...options });
  const inspected: InspectedFile[] = [];
  for (const given of files) inspected.push(await inspectFile(inputs, given, options.samples));
  if (!options.quiet)
    files.forEach((given, i) => {
      if (inspected[i]!.provenance === undefined && provenanceOf(given) !== null)
        say(
          `warning: ${given}: it was changed since it was fetched, so ${given}${PROVENANCE_ENDING} is passed over`,
        );
    });
  const text = options.json
    ? shownJson(
        `${JSON.stringify({ document: 'coterminous-inspection', version: 1, files: inspected }, null, 2)}\n`,
      )
    : inspected.map((file, i) => fileText(shownTexts(file), shownTexts(files[i]!))).join('\n');
  await print(text);
  if (!options.json && !options.quiet) sayNext(...nextAfterInspect(inspected, files));
  return 0;
}
