/**
 * The layer a scenario makes: its units, and where they lie on the ground there already is.
 *
 * By shapes it gets labels for the faces of the sheet, by lookup a membership of the same blocks. Nothing is drawn
 * again: where a label changes across an edge there is now a border, where it no longer does there is none.
 */
import { NO_UNIT, type LayerLabels } from '../../arrangement/labels.js';
import { SetTable } from '../../arrangement/set-table.js';
import type { Layer } from '../../layer/layer.js';
import { buildMembership } from '../../layer/membership.js';
import { crossTwo } from '../crossing/cross-by-shapes.js';
import { crossTwoByBlocks } from '../crossing/cross-by-lookups.js';
import type { Crossing } from '../crossing/crossing.js';
import type { ToleranceRecord } from '../../result/result.js';
import type { CrossedPair } from '../crossing/crossed-pair.js';
import type { Sheet } from '../people/sheet.js';
import type { BlockMembers } from '../people/block-members.js';
import type { State } from './apply-scenario.js';
import { codesPresent } from './codes-present.js';
import type { Ground } from './ground.js';

/** The base layer, or what a scenario made of it, with all that is needed to cross it with other layers. */
export interface Version {
  readonly layer: Layer;
  /** The sheet with the layer on it; null by lookup. */
  readonly sheet: Sheet | null;
  /** Blocks with the layer among the memberships; null by shapes. */
  readonly members: BlockMembers | null;
  /** The layers of the crossing, the new one last. */
  readonly layers: readonly Layer[];
}

/** The layer after a scenario, called `id`. */
export function versionOf(crossing: Crossing, ground: Ground, state: State, id: string): Version {
  const codes = codesPresent(state.codeOf);
  const numberOf = new Map(codes.map((code, unit) => [code, unit]));
  const { base } = ground;
  const oldUnit = new Map(base.codes.map((code, unit) => [code, unit]));
  const old = <T>(values: readonly T[] | null, code: string): T | undefined =>
    oldUnit.has(code) ? values?.[oldUnit.get(code)!] : undefined;
  const plain: Layer = {
    ...base,
    id,
    codes,
    names: codes.map((code) => state.names.get(code) ?? code),
    ods: base.ods === null ? null : codes.map((code) => old(base.ods, code) ?? ''),
    kept: [],
    membership: null,
    findings: [],
    notes: [],
  };
  return crossing.sheet === null
    ? byLookup(crossing, ground, state, plain)
    : byShapes(crossing, crossing.sheet, ground, plain, unitsOfEntries(state, numberOf));
}

/** Number of the unit of each entry; entries in a row are mostly of one unit. */
function unitsOfEntries({ codeOf }: State, numberOf: ReadonlyMap<string, number>): Int32Array {
  const units = new Int32Array(codeOf.length).fill(NO_UNIT);
  let last = '';
  let unit: number = NO_UNIT;
  for (let entry = 0; entry < units.length; entry++) {
    const code = codeOf[entry]!;
    if (code !== last) {
      last = code;
      unit = numberOf.get(code) ?? NO_UNIT;
    }
    units[entry] = unit;
  }
  return units;
}

function byShapes(
  crossing: Crossing,
  sheet: Sheet,
  { cells, entryStart }: Ground,
  layer: Layer,
  unitOf: Int32Array,
): Version {
  const sets = new SetTable(layer.codes.length);
  const ofFace = new Int32Array(cells).fill(NO_UNIT);
  for (let face = 0; face < cells; face++) {
    if (entryStart[face + 1]! - entryStart[face]! === 1) {
      ofFace[face] = unitOf[entryStart[face]!]!;
      continue;
    }
    const units = new Set<number>();
    for (let entry = entryStart[face]!; entry < entryStart[face + 1]!; entry++) units.add(unitOf[entry]!);
    units.delete(NO_UNIT);
    ofFace[face] = sets.number([...units].sort((p, q) => p - q));
  }
  const labels: LayerLabels = { ofFace, sets, disputed: [] };
  const { arrangement } = sheet;
  return {
    layer,
    layers: [...crossing.layers, layer],
    members: null,
    sheet: {
      ...sheet,
      arrangement: { ...arrangement, labels: [...arrangement.labels, labels] },
      positionOf: (wanted) => (wanted === layer ? arrangement.labels.length : sheet.positionOf(wanted)),
    },
  };
}

function byLookup(crossing: Crossing, { entryStart, weight }: Ground, state: State, plain: Layer): Version {
  const { blocks, memberships, index, measures } = crossing.members!;
  const entries = blocks.flatMap((block, cell) => {
    const units = new Map<string, number>();
    for (let entry = entryStart[cell]!; entry < entryStart[cell + 1]!; entry++) {
      const code = state.codeOf[entry]!;
      units.set(code, (units.get(code) ?? 0) + weight[entry]!);
    }
    return [...units].map(([unit, sum]) => ({ block, unit, weight: sum }));
  });
  const own = memberships[0]!;
  const { membership } = buildMembership(entries, own);
  const weights = own.weighted ? membership.weight : membership.weight.map(() => 1);
  const layer: Layer = { ...plain, land: null, membership: { ...membership, weight: weights } };
  return {
    layer,
    layers: [...crossing.layers, layer],
    sheet: null,
    members: {
      blocks,
      measures,
      memberships: [...memberships, layer.membership!],
      // The new membership has every block, in the same order.
      index: [...index, Int32Array.from(blocks, (_, block) => block)],
    },
  };
}

/** A layer and what a scenario makes of it have the same border. */
const EXACT = { metres: 0, from: 'the same border', estimated: false };

/**
 * The pairs of a version (first) with another layer, or of another layer (first) with it, by the tolerance between the
 * layers before: nothing was drawn anew.
 */
export function crossVersion(
  version: Version,
  a: Layer,
  b: Layer,
  before: Omit<ToleranceRecord, 'layers'> | null,
): CrossedPair {
  if (version.sheet !== null)
    return crossTwo(version.sheet, a, b, { ...(before ?? EXACT), layers: [a.id, b.id] });
  const members = version.members!;
  const unmatched = members.measures.map(() => 0);
  return crossTwoByBlocks(
    version.layers,
    members,
    version.layers.indexOf(a),
    version.layers.indexOf(b),
    unmatched,
  );
}
