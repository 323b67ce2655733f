/**
 * The audit of a best-fit lookup: rows that the layers contradict, and best fits that hold little of their unit.
 *
 *     lookup says  E01027305 → Cherwell         the LSOA's land: 0.1 % in Cherwell, 99.9 % in West Northamptonshire:
 *                                               a contradiction
 *     no lookup    East Suffolk → (its main)    52.7 % of its people: a weak best fit below --least 75
 */
import { unitWord } from '../../layer/unit-words.js';
import type { Layer } from '../../layer/layer.js';
import { matchBlocks, respelledNote } from '../../layer/match-blocks.js';
import { respellings } from '../../layer/spelling.js';
import { unitOfBlocks, type Lookup } from '../../layer/membership.js';
import { applyRecode, type Recode } from '../../layer/recode.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';
import { inRole, type Note } from '../../trouble/note.js';
import { mainOf, type Share } from '../../result/main-partner.js';
import { percent } from '../../result/units-of-measure.js';

/** A lookup to be held against the layers, and how much a best fit must hold. */
export interface AuditRequest {
  readonly lookup: Lookup | null;
  readonly recodes: readonly Recode[];
  readonly least: number;
}

/** Whose units the lookup assigns, to units of which layer, and what the layers themselves say. */
export interface AuditedLayers {
  readonly members: Layer;
  readonly groups: Layer;
  /** For each unit of `members` what it has in each unit of `groups`, slivers included. */
  readonly amounts: readonly ReadonlyMap<number, AuditedShare>[];
  /** All that each unit of `members` holds. */
  readonly totals: ArrayLike<number>;
  /** What was counted: a measure's basis, or hectares. */
  readonly basis: string;
}

/** What a unit has in a group. */
export interface AuditedShare extends Share {
  /** People or square metres: what the percentages are of. */
  readonly amount: number;
}

/** A unit that the lookup puts elsewhere, or whose best fit is weak. */
export interface AuditRow {
  readonly unit: number;
  /** Group by the lookup, and per cent of the unit in it; null without a lookup. */
  readonly given: number | null;
  readonly inGiven: number | null;
  /** Group with most of it, and per cent of the unit in it. */
  readonly best: number;
  readonly inBest: number;
}

export interface Audit {
  /** By unit. */
  readonly rows: readonly AuditRow[];
  /** Rows whose lookup code is not the best one. */
  readonly contradicted: number;
  /** Rows whose best fit holds less than was asked. */
  readonly weak: number;
  /** Members that could be held against the layers. */
  readonly checked: number;
  readonly notes: readonly Note[];
  readonly findings: readonly Finding[];
}

/** Holds every row of the lookup (or without one, every main partner) against the layers. */
export function auditLookup(request: AuditRequest, layers: AuditedLayers): Audit {
  const { amounts, totals } = layers;
  const assigned = request.lookup === null ? null : assignedGroups(request.lookup, request.recodes, layers);
  const rows: AuditRow[] = [];
  const counts = { contradicted: 0, weak: 0, checked: 0 };
  for (let unit = 0; unit < amounts.length; unit++) {
    const best = bestGroup(amounts[unit]!);
    const given = assigned === null ? null : assigned.groupOf[unit]!;
    if (best === null || (assigned !== null && given === null)) continue;
    counts.checked++;
    const share = (group: number): number =>
      percent(amounts[unit]!.get(group)?.amount ?? 0, totals[unit]!) ?? 0;
    if (given !== null && share(given) < share(best)) counts.contradicted++;
    else if (share(best) < request.least) counts.weak++;
    else continue;
    rows.push({ unit, given, inGiven: given === null ? null : share(given), best, inBest: share(best) });
  }
  return { rows, ...counts, notes: assigned?.notes ?? [], findings: assigned?.findings ?? [] };
}

/** The group with most of a unit; null for a unit in none. */
const bestGroup = (amounts: ReadonlyMap<number, AuditedShare>): number | null =>
  mainOf(
    [...amounts].filter(([, { amount }]) => amount > 0),
    ([, share]) => share,
  )?.[0] ?? null;

/** The group of each unit by the lookup, codes that changed followed; a unit the lookup lacks has none. */
function assignedGroups(
  lookup: Lookup,
  recodes: readonly Recode[],
  { members, groups }: AuditedLayers,
): { groupOf: (number | null)[]; notes: Note[]; findings: Finding[] } {
  const memberCodes = applyRecode(lookup.membership.blocks, recodes, { wanted: new Set(members.codes) });
  const groupCodes = applyRecode(lookup.codes, recodes, { wanted: new Set(groups.codes) });
  const spelled = respellings(groupCodes.codes, new Set(groups.codes));
  const codesOfGroups = groupCodes.codes.map((code) => spelled.get(code) ?? code);
  const unitAt = new Map(groups.codes.map((code, unit) => [code, unit]));
  const order = new Map(memberCodes.codes.map((code, member) => [code, member]));
  const ofLookup = [...order.keys()].sort();
  const match = matchBlocks(
    { codes: members.codes, what: members.id },
    { codes: ofLookup, what: lookup.source },
  );
  const groupOfMember = unitOfBlocks(lookup.membership);
  const unknown = codesOfGroups.filter((code) => !unitAt.has(code));
  const groupOf = members.codes.map((_, unit) => {
    const at = match.inB[unit]!;
    const group = at < 0 ? -1 : groupOfMember[order.get(ofLookup[at]!)!]!;
    return group < 0 ? null : (unitAt.get(codesOfGroups[group]!) ?? null);
  });
  return {
    groupOf,
    notes: inRole('audit', [
      ...memberCodes.notes,
      ...groupCodes.notes,
      ...match.notes,
      ...(spelled.size === 0 ? [] : [respelledNote(spelled, lookup.source, unitWord(groups, 2))]),
    ]),
    findings: unknown.map((code) =>
      makeFinding({
        layer: groups.id,
        finding: 'lookup-code-unknown',
        severity: 'warning',
        code,
        detail: `the lookup puts units into ${code}, which the layer does not have; they are not audited`,
      }),
    ),
  };
}
