/**
 * The laws that land on a sheet obeys, each looked at by other means than those that made it.
 */
import { checkClosed } from '../../arrangement/verify/closed-outlines.js';
import { checkFaceAreas } from '../../arrangement/verify/face-areas.js';
import { checkLabels } from '../../arrangement/verify/labels-of-points.js';
import { checkPlanarity } from '../../arrangement/verify/planarity.js';
import { checkRingAreas } from '../../arrangement/verify/ring-areas.js';
import { kindOfId } from '../../layer/kinds.js';
import type { Layer } from '../../layer/layer.js';
import type { VerifiedLaw } from '../../result/result.js';
import { arrangeLayers, landOf, sheetsOf, type LayerArrangement } from './layer-arrangement.js';

/** The laws of every sheet that some layers lie on; of one made for them where they share none. */
export function verifyLand(layers: readonly Layer[], planar: boolean): VerifiedLaw[] {
  const withLand = layers.filter(({ land }) => land !== null);
  if (withLand.length === 0) return [];
  const known = sheetsOf(withLand);
  const sheets = known.length > 0 ? known : [{ layers: withLand, made: arrangeLayers(withLand, planar) }];
  return sheets.flatMap((sheet) => verifySheet(sheet.layers, sheet.made));
}

function verifySheet(given: readonly Layer[], { arrangement }: LayerArrangement): VerifiedLaw[] {
  const layers = given.filter(({ land }) => land !== null);
  const lands = landOf(layers);
  const planarity = checkPlanarity(arrangement.edges);
  const closed = checkClosed(arrangement.edges);
  const faces = checkFaceAreas(arrangement);
  const labels = checkLabels(arrangement, lands);
  const none = (law: string, checked: number, largest: number, unit: string): VerifiedLaw => ({
    law,
    checked,
    largest,
    allowed: 0,
    unit,
    held: largest === 0,
  });
  return [
    none('borders meet at their ends only', planarity.compared, planarity.faults.length, 'crossings'),
    none('every outline is closed', closed.compared, closed.open, 'open ends'),
    {
      law: 'faces have the area that a second formula gives',
      checked: faces.compared,
      largest: faces.largest,
      allowed: faces.allowed,
      unit: 'm²',
      held: faces.largest <= faces.allowed,
    },
    ...lands.map((land, l): VerifiedLaw => {
      const units = checkRingAreas(arrangement, land, l);
      const { kind, names } = layers[l]!;
      const words = (kind === null ? undefined : kindOfId(kind)?.many) ?? 'units';
      const worst = units.where < 0 ? '' : ` (most off: ${names[units.where]!})`;
      return {
        law: `${words} have the area of their rings in the file${worst}`,
        checked: units.compared,
        largest: units.largest,
        allowed: units.allowed,
        unit: 'm²',
        held: units.largest <= units.allowed,
      };
    }),
    none('points lie in the units whose rings surround them', labels.compared, labels.wrong, 'points'),
  ];
}
