/**
 * Metrics of main partners and of nesting: who is outside the main partner, how far units lie in one another.
 */
import { continuity } from './continuity.js';
import { both, ofA, ofB, type Metric } from './metric.js';
import { purity } from './purity.js';
import { outsideMain, shareOutsideMain, unitsShared } from './shared-units.js';
import { completeness, homogeneity, vMeasure } from './v-measure.js';
import { shareInWholeAreas } from './whole-areas.js';

/** In the order of the table. */
export const mainMetrics: readonly Metric[] = [
  ...ofB(
    {
      id: 'outside_main',
      name: "people (or hectares) outside their unit's main partner",
      formula: 'sum over units of (total - largest part)',
      source: 'coterminous',
      unit: 'amount',
    },
    outsideMain,
  ),
  ...ofB(
    {
      id: 'share_outside_main',
      name: 'share outside the main partner',
      formula: 'sum over units of (total - largest part) / T = 1 - purity',
      source: 'coterminous',
      unit: 'share',
    },
    shareOutsideMain,
  ),
  ...ofB(
    {
      id: 'share_in_whole_areas',
      name: 'share in units that lie wholly in one unit of the other layer',
      formula: 'sum of units lying wholly in one / sum of the other layer',
      source: 'coterminous',
      unit: 'share',
    },
    shareInWholeAreas,
  ),
  ...ofB(
    {
      id: 'units_shared',
      name: 'units in two or more units of the other layer',
      formula: 'number of units with two or more parts',
      source: 'coterminous',
      unit: 'number',
    },
    unitsShared,
  ),
  {
    ...both(
      {
        id: 'v_measure',
        name: 'nesting both ways (V-measure)',
        formula: '2 h c / (h + c), h = I / H(A), c = I / H(B)',
        source: 'Rosenberg and Hirschberg 2007; Nowosad and Stepinski 2018',
        unit: 'share',
      },
      vMeasure,
    ),
    headline: true,
  },
  {
    id: 'homogeneity',
    name: 'nesting of B in A (homogeneity)',
    formula: '1 - H(A|B) / H(A) = I / H(A)',
    source: 'Rosenberg and Hirschberg 2007; Nowosad and Stepinski 2018',
    direction: 'B to A',
    unit: 'share',
    headline: false,
    peopleOnly: false,
    compute: homogeneity,
  },
  {
    id: 'completeness',
    name: 'nesting of A in B (completeness)',
    formula: '1 - H(B|A) / H(B) = I / H(B)',
    source: 'Rosenberg and Hirschberg 2007; Nowosad and Stepinski 2018',
    direction: 'A to B',
    unit: 'share',
    headline: false,
    peopleOnly: false,
    compute: completeness,
  },
  ...ofA(
    {
      id: 'purity',
      name: 'share that a best-fit lookup gets right (purity)',
      formula: 'sum over units of largest part / T',
      source: 'Manning, Raghavan and Schütze 2008',
      unit: 'share',
    },
    purity,
  ),
  ...ofA(
    {
      id: 'continuity',
      name: 'mean best-fit share, each unit counting once',
      formula: 'mean over units of largest p',
      source: 'Crespin 2005',
      unit: 'share',
    },
    continuity,
  ),
];
