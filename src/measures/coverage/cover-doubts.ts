/**
 * Gaps and double covers that hang on a tolerance that no one stated, beside what is in doubt of whom neighbourhoods
 * overlap with.
 */
import { NO_UNIT } from '../../arrangement/labels.js';
import { doubtsOfPairs, reportDoubts, type DoubtRow } from '../crossing/doubts.js';
import type { Report } from '../report.js';
import type { CoverPiece } from './cover-pieces.js';
import type { Covered } from './covered.js';
import { shownParents } from './parents-table.js';

/** Table and sentence of all that is in doubt in a report on coverage. */
export function coverDoubts(covered: Covered): NonNullable<Report['doubts']> {
  const { withParents, withOthers, tolerances } = covered;
  return reportDoubts(
    [
      ...piecesInDoubt(covered),
      // Land of a parent outside all neighbourhoods is a gap.
      ...doubtsOfPairs([withParents]).filter(({ what, unitsA }) => what !== 'outside' || unitsA.length > 0),
      ...doubtsOfPairs(withOthers),
    ],
    tolerances,
    withParents.land.measures,
    [withParents, ...withOthers].flatMap(({ a, b }) => [a, b]),
  );
}

function piecesInDoubt(covered: Covered): DoubtRow[] {
  const { cover, coverTolerance, layer, parents, request } = covered;
  const shown = new Set(shownParents(covered));
  const isWithheld = (request.disclosure ?? null) !== null;
  return [...cover.pieces]
    .sort(byLand)
    .flatMap(({ kind, inDoubt, material, parent, area, width, people, neighbours }): DoubtRow[] =>
      kind === 'once' || !inDoubt || (parent !== NO_UNIT && !shown.has(parent))
        ? []
        : [
            {
              what: kind,
              judged: material ? 'counted' : 'set aside',
              otherwise: material ? 'set aside' : 'counted',
              a: layer,
              b: parents,
              unitsA: neighbours,
              unitsB: parent === NO_UNIT ? [] : [parent],
              area: area!,
              width: width!,
              tolerance: coverTolerance![kind].metres,
              people: isWithheld ? people.map(() => null) : people,
            },
          ],
    );
}

/** Gaps first, then most land; in whatever order pieces were found on the sheet. */
const byLand = (p: CoverPiece, q: CoverPiece): number =>
  Number(p.kind === 'double') - Number(q.kind === 'double') ||
  (q.area ?? 0) - (p.area ?? 0) ||
  p.parent - q.parent ||
  (p.neighbours[0] ?? NO_UNIT) - (q.neighbours[0] ?? NO_UNIT);
