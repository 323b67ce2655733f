/**
 * What comes of a scenario that was carried out: the layer it makes, crossed with the others, before and after.
 */
import type { Layer } from '../../layer/layer.js';
import type { Note } from '../../trouble/note.js';
import { alignmentFigures, type AlignmentFigures } from '../alignment/alignment-figures.js';
import { findChanges } from '../changes/changes.js';
import { firstOf, type Effect } from '../changes/effect.js';
import type { Crossing } from '../crossing/crossing.js';
import { turned } from '../crossing/turned.js';
import type { Sheet } from '../people/sheet.js';
import type { State } from './apply-scenario.js';
import type { Ground } from './ground.js';
import { crossVersion, versionOf, type Version } from './new-layer.js';
import type { Outcome } from './outcome.js';
import type { Scenario } from './scenario-document.js';

/** Makes a sheet smaller that only some of its layers are asked of. */
export type Narrowing = (sheet: Sheet, layers: readonly Layer[]) => Sheet;

/** What scenarios are held against: the layers as they are, and how they lie to one another. */
export interface Standpoint {
  readonly crossing: Crossing;
  readonly ground: Ground;
  /** Figures of the layer as it is against each other layer. */
  readonly before: readonly AlignmentFigures[];
  /** Absent where sheets stay as they are. */
  readonly narrow?: Narrowing;
}

/** Figures of the first layer of a crossing as it is, against so many of the layers after it. */
export const figuresBefore = ({ layers, pairs, sheet }: Crossing, against: number): AlignmentFigures[] =>
  layers.slice(1, 1 + against).map((other, i) => {
    const was = pairs[i]!;
    return alignmentFigures(firstOf(layers[0]!, other) === 'layer' ? was : turned(was), sheet);
  });

/** The outcome of a scenario that led to a state. */
export function outcomeOf(
  { crossing, ground, before, narrow = (sheet) => sheet }: Standpoint,
  scenario: Scenario,
  state: State,
  notes: readonly Note[] = [],
): Outcome {
  const [base, ...others] = crossing.layers as [Layer, ...Layer[]];
  const version = versionOf(crossing, ground, state, `${base.id}_new`);
  const onlyOf = (...layers: Layer[]): Version => ({
    ...version,
    sheet: version.sheet === null ? null : narrow(version.sheet, layers),
  });
  const effects = before.map((was, i): Effect => {
    const other = others[i]!;
    const first = firstOf(base, other);
    const both = onlyOf(version.layer, other);
    const is = crossVersion(both, version.layer, other, crossing.pairs[i]!.tolerance);
    return {
      scenario: scenario.name,
      layer: base,
      other,
      first,
      before: was,
      after: alignmentFigures(first === 'layer' ? is : turned(is), both.sheet),
    };
  });
  const changed = crossVersion(onlyOf(base, version.layer), base, version.layer, null);
  return {
    scenario,
    state,
    version,
    effects,
    changes: findChanges(base, version.layer, changed.land),
    notes,
  };
}
