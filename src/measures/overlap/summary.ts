/**
 * What an overlap run found, in sentences.
 */
import { hectareText } from '../../result/hectare-text.js';
import type { Layer } from '../../layer/layer.js';
import { hectares } from '../../result/units-of-measure.js';
import { wholeText } from '../../trouble/count-text.js';
import { columnsOfPairs } from '../pairs/pair-columns.js';
import type { PairsOfLayers } from '../pairs/pairs-of-layers.js';
import { isLeftOut, standings, type Relation, type UnitStandings } from '../pairs/relations.js';
import { tallyRelations, type RelationTally } from '../pairs/tally-relations.js';
import type { RowWishes } from '../crossing/overlap-table.js';
import { unitWord } from '../../layer/unit-words.js';

/** How the units of a real overlap lie to one another. */
const REAL: readonly Relation[] = ['coterminous', 'within', 'contains', 'partial'];

/** How many real overlaps, what is shared, what was set aside. */
export function overlapSummary(a: Layer, b: Layer, found: PairsOfLayers, wishes: RowWishes): string[] {
  const standing = standings(found, a.codes.length, b.codes.length);
  const { count, ...slivers } = tallyRelations(columnsOfPairs(found), standing);
  const relations = REAL.filter((relation) => count[relation] > 0).map(
    (relation) => `${wholeText(count[relation])} ${relation}`,
  );
  const real = REAL.reduce((sum, relation) => sum + count[relation], 0);
  const between = `${wholeText(a.codes.length)} ${unitWord(a, a.codes.length)} and ${wholeText(b.codes.length)} ${unitWord(b, b.codes.length)}`;
  const lines = [
    real === 0
      ? `No real overlap between ${between}: do both files cover the same part of the world?`
      : `${wholeText(real)} real ${real === 1 ? 'overlap' : 'overlaps'} between ${between}: ${relations.join(', ')}.`,
    sharedSentence(b, a, standing.b),
    sharedSentence(a, b, standing.a),
  ];
  if (count.sliver > 0) lines.push(sliverSentence(count.sliver, slivers, wishes.includeSlivers));
  for (const { layer, other, units } of [
    { layer: a, other: b, units: standing.a },
    { layer: b, other: a, units: standing.b },
  ]) {
    let leftOut = 0;
    for (let unit = 0; unit < layer.codes.length; unit++) leftOut += isLeftOut(units, unit) ? 1 : 0;
    if (leftOut > 0) {
      lines.push(
        `${wholeText(leftOut)} ${unitWord(layer, leftOut)} ${leftOut === 1 ? 'lies' : 'lie'} outside all ${unitWord(other, 2)}${wishes.includeOutside ? '.' : ` and ${leftOut === 1 ? 'is' : 'are'} left out (--include-outside lists ${leftOut === 1 ? 'it' : 'them'}).`}`,
      );
    }
  }
  return lines;
}

function sharedSentence(layer: Layer, other: Layer, { partners }: UnitStandings): string {
  const shared: number[] = [];
  for (let unit = 0; unit < partners.length; unit++) if (partners[unit]! > 1) shared.push(unit);
  if (shared.length === 0) return `No ${unitWord(layer, 1)} is shared between ${unitWord(other, 2)}.`;
  const named = shared.slice(0, 12).map((unit) => layer.names[unit]!);
  const list = shared.length <= 12 ? `: ${named.join('; ')}` : '';
  return `${wholeText(shared.length)} ${unitWord(layer, shared.length)} ${shared.length === 1 ? 'lies' : 'lie'} in two or more ${unitWord(other, 2)}${list}.`;
}

function sliverSentence(
  count: number,
  { sliverArea, widest }: Pick<RelationTally, 'sliverArea' | 'widest'>,
  listed: boolean,
): string {
  const [touch, are, them] =
    count === 1 ? ['pair only touches', 'is', 'it'] : ['pairs only touch', 'are', 'them'];
  const size = `${hectareText(hectares(sliverArea))}, widest ${wholeText(widest)} m`;
  return `${wholeText(count)} ${touch} in slivers and ${are} set aside: ${size}${listed ? '' : ` (--include-slivers lists ${them})`}.`;
}
