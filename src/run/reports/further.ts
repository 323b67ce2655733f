/**
 * All reports but overlap, which is loaded by itself.
 */
import type { Result } from '../../result/result.js';
import type { Inputs } from '../inputs.js';
import type { Progress } from '../report-steps.js';
import type { OverlapRequest, ReportRequest } from '../request.js';
import { runAlign } from './align.js';
import { runAtoms } from './atoms.js';
import { runCheck } from './check.js';
import { runCompare } from './compare.js';
import { runCoverage } from './coverage.js';
import { runDerive } from './derive.js';
import { runDifferencing } from './differencing.js';
import { runNeighbourhoods } from './neighbourhoods.js';
import { runPartners } from './partners.js';
import { runScenario } from './scenario.js';
import { runSuggest } from './suggest.js';

/** The result of a report. */
export function runFurther(
  request: Exclude<ReportRequest, OverlapRequest>,
  inputs: Inputs,
  progress: Progress,
): Promise<Result> {
  switch (request.command) {
    case 'align':
      return runAlign(request, inputs, progress);
    case 'coverage':
      return runCoverage(request, inputs, progress);
    case 'partners':
      return runPartners(request, inputs, progress);
    case 'check':
      return runCheck(request, inputs, progress);
    case 'compare':
      return runCompare(request, inputs, progress);
    case 'scenario':
      return runScenario(request, inputs, progress);
    case 'suggest':
      return runSuggest(request, inputs, progress);
    case 'suggest neighbourhoods':
      return runNeighbourhoods(request, inputs, progress);
    case 'derive':
      return runDerive(request, inputs, progress);
    case 'atoms':
      return runAtoms(request, inputs, progress);
    case 'differencing':
      return runDifferencing(request, inputs, progress);
  }
}
