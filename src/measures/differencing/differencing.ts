/**
 * The differencing report: layers crossed → atoms with people → groups that subtraction gives → table, sentences.
 *
 * What several published tables together give away is known as differencing (Duke-Williams and Rees 1998; Costemalle
 * 2019): docs/disclosure.md.
 */
import { makeFinding } from '../../trouble/finding.js';
import { InputError } from '../../trouble/input-error.js';
import { crossLayers } from '../crossing/cross-layers.js';
import { reportOfCrossing } from '../report-of-crossing.js';
import type { Report } from '../report.js';
import { differencingSummary } from './differencing-summary.js';
import { differencingTable } from './differencing-table.js';
import type { DifferencingWishes } from './differencing-wishes.js';
import { populatedAtoms } from './populated-atoms.js';
import { toldGroups } from './told-groups.js';

/** Runs the report. Throws InputError where there are no people. */
export function differencing(wishes: DifferencingWishes): Report {
  const crossing = crossLayers(wishes);
  const withheld = (wishes.disclosure ?? null) !== null;
  // Groups are found by all people there are; of those that a rule keeps back nothing but that they are few is told.
  const populated = populatedAtoms(withheld ? crossLayers({ ...wishes, disclosure: null }) : crossing);
  const [measure] = populated.measures;
  if (measure === undefined) throw withoutPeople();
  const told = toldGroups(crossing.layers, populated, wishes.under, withheld);
  const shared = reportOfCrossing(crossing, wishes.sensitivity);
  return {
    ...shared,
    findings: [
      ...shared.findings,
      ...(told.completeTo === null
        ? []
        : [
            makeFinding({
              layer: '',
              finding: 'search-cut-short',
              severity: 'warning',
              detail:
                told.completeTo === 0
                  ? 'groups to be had by subtraction may be missing: there are too many combinations of units to try all'
                  : `groups of more than ${told.completeTo} combinations of units may be missing: there are too many to try all`,
            }),
          ]),
    ],
    // Totals of units beside groups that are withheld would be one more table to subtract.
    reconciliation: withheld
      ? shared.reconciliation.filter(({ quantity }) => quantity === 'hectares')
      : shared.reconciliation,
    tables: [differencingTable(crossing.layers, populated.measures, told, wishes.under, withheld)],
    summary: [
      ...differencingSummary(crossing.layers, measure, told, wishes.under, withheld),
      ...new Set(crossing.pairs.flatMap(({ sentences }) => sentences)),
    ],
  };
}

const withoutPeople = (): InputError =>
  new InputError({
    id: 'people-needed',
    message: 'differencing counts people, and none are given',
    hint: 'Give people by small area, or as points, with --people FILE',
  });
