/**
 * What the report found, in sentences: who is in one neighbourhood, in two, in none; sizes; form; slivers.
 */
import { measureWord } from '../columns.js';
import { unitWord } from '../../layer/unit-words.js';
import { disclosed, disclosedCount, disclosedText } from '../../layer/disclosure.js';
import { blocksInSeveral } from '../../layer/membership.js';
import { countryOfCode } from '../../result/country-of-code.js';
import { counted, countedPeople, firstThree, listText, spaced, wholeText } from '../../trouble/count-text.js';
import { hectareText } from '../../result/hectare-text.js';
import { hectares } from '../../result/units-of-measure.js';
import { wholeParts } from '../../result/whole-parts.js';
import { isLeftOut } from '../pairs/relations.js';
import type { CoverPiece } from './cover-pieces.js';
import type { Covered } from './covered.js';
import { followsOf } from './matches.js';
import { partnersOf, TWO_FIFTHS } from './neighbourhood.js';
import { shareOfParent, shownParents } from './parents-table.js';
import { bandNames, sizeBand } from './size-bands.js';
import { compareCodes } from '../../trouble/order.js';

/** Who is in one, in several, in none; what there is to say of the pieces follows. */
export function coverageSummary(covered: Covered, ofPieces: readonly string[]): string[] {
  return [
    ...coverSentences(covered),
    ...ofPieces,
    ...sharedByWeight(covered),
    ...countrySentences(covered),
    ...sizeSentences(covered),
    ...formSentences(covered),
    ...crossingSentences(covered),
    ...matchSentences(covered),
    ...sliverSentences(covered),
    ...leftOutSentences(covered),
  ];
}

type Kind = CoverPiece['kind'];

/** Sums over pieces, by how often they count as covered. */
function sumsOf(pieces: readonly CoverPiece[], amount: (piece: CoverPiece) => number): Record<Kind, number> {
  const sums: Record<Kind, number> = { gap: 0, once: 0, double: 0 };
  for (const piece of pieces) sums[piece.countsAs] += amount(piece);
  return sums;
}

/** The sums in whole numbers that add up to the whole total. */
function wholeSums({ gap, once, double }: Record<Kind, number>): Record<Kind | 'total', number> {
  const whole = wholeParts([once, double, gap]);
  return { once: whole[0]!, double: whole[1]!, gap: whole[2]!, total: whole[0]! + whole[1]! + whole[2]! };
}

function coverSentences(covered: Covered): string[] {
  const { cover, layer, parents, withParents } = covered;
  const shown = new Set(shownParents(covered));
  const pieces = cover.pieces.filter(({ parent }) => shown.has(parent));
  const name = `${wholeText(shown.size)} ${unitWord(parents, shown.size)}`;
  const lines = withParents.land.measures.map(({ name: people }, m) => {
    const sums = wholeSums(sumsOf(pieces, (piece) => piece.people[m]!));
    const everyone = sums.total > 0 && sums.once === sums.total ? `Everyone in ${name} is in one: of` : 'Of';
    const where = everyone === 'Of' ? ` in ${name}` : '';
    return `${everyone} ${countedPeople(sums.total, people)}${where}, ${wholeText(sums.once)} are in one of the ${wholeText(layer.codes.length)} ${unitWord(layer, layer.codes.length)}, ${wholeText(sums.double)} in two or more, ${wholeText(sums.gap)} in none${setAsideText(covered, pieces, m)}.`;
  });
  if (cover.patches !== null) {
    const sums = wholeSums(sumsOf(pieces, (piece) => hectares(piece.area!)));
    lines.push(
      `Of ${hectareText(sums.total)}, ${hectareText(sums.once)} are covered once, ${hectareText(sums.double)} twice or more, ${hectareText(sums.gap)} not at all.`,
    );
  }
  return lines;
}

/** By weights nobody is in two neighbourhoods: who stands under several is said. */
function sharedByWeight({ crossing, layer, request }: Covered): string[] {
  const { members } = crossing;
  const [own] = members?.memberships ?? [];
  if (own?.weighted !== true) return [];
  const several = new Set(blocksInSeveral(own));
  const blocks = [...members!.index[0]!.keys()].filter((block) => several.has(members!.index[0]![block]!));
  if (blocks.length === 0) return [];
  const rule = request.disclosure ?? null;
  const [measure] = members!.measures;
  const people = blocks.reduce((sum, block) => sum + (measure?.values[block] || 0), 0);
  const who = measure === undefined ? '' : ` with ${disclosedText(people, rule)} ${measureWord(measure)}`;
  return [
    `${disclosedCount(blocks.length, 'block', rule)}${who} ${disclosed(blocks.length, rule) === 1 ? 'stands' : 'stand'} under two or more ${unitWord(layer, 2)} and ${disclosed(blocks.length, rule) === 1 ? 'is' : 'are'} shared by weight, so that nobody counts in two.`,
  ];
}

/** Who lives in gaps and double cover that are too thin to count, so that no headline passes over them. */
function setAsideText(
  { coverTolerance, request }: Covered,
  pieces: readonly CoverPiece[],
  m: number,
): string {
  if (coverTolerance === null || (request.disclosure ?? null) !== null) return '';
  const told = (['gap', 'double'] as const).flatMap((kind) => {
    const people = pieces
      .filter((piece) => piece.kind === kind && piece.countsAs !== kind)
      .reduce((sum, piece) => sum + piece.people[m]!, 0);
    const what = kind === 'gap' ? 'gaps' : 'double cover';
    return people < 0.5
      ? []
      : [`${wholeText(people)} in ${what} thinner than ${wholeText(coverTolerance[kind].metres)} m`];
  });
  return told.length === 0
    ? ''
    : `; ${listText(told)}, too thin to count, ${told.length === 1 ? 'count' : 'all count'} with the area beside them`;
}

/** Where parents are of several countries, the people of each by themselves. */
function countrySentences({ parents, cover, withParents }: Covered): string[] {
  const countries = [...new Set(parents.codes.map(countryOfCode))];
  const [measure] = withParents.land.measures;
  if (countries.length < 2 || measure === undefined) return [];
  return countries
    .filter((country) => country !== null)
    .sort()
    .flatMap((country) => {
      const pieces = cover.pieces.filter(
        ({ parent }) => parent >= 0 && countryOfCode(parents.codes[parent]!) === country,
      );
      const sums = wholeSums(sumsOf(pieces, (piece) => piece.people[0]!));
      if (sums.once + sums.double === 0) return [];
      return [
        `${country}: ${countedPeople(sums.total, measure.name)}, ${wholeText(sums.once)} in one, ${wholeText(sums.double)} in two or more, ${wholeText(sums.gap)} in none.`,
      ];
    });
}

function sizeSentences(covered: Covered): string[] {
  const { withParents, request, layer, mainParent } = covered;
  const [measure] = withParents.land.measures;
  const over = mainParent.flatMap((parent, unit) =>
    parent >= 0 && (shareOfParent(covered, unit, parent) ?? 0) > TWO_FIFTHS ? [unit] : [],
  ).length;
  const lines: string[] = [];
  if (measure !== undefined) {
    const sizes = [...measure.unitsA];
    const bands = bandNames(request.bands).map((band) => ({
      band,
      count: sizes.filter((people) => sizeBand(people, request.bands) === band).length,
    }));
    const flags = request.flags.map(
      (size) =>
        `${wholeText(sizes.filter((people) => Math.round(people) >= size).length)} of ${wholeText(size)} or more`,
    );
    lines.push(
      `Sizes by ${measureWord(measure)}: ${bands.map(({ band, count }) => `${band}: ${wholeText(count)}`).join('; ')}${flags.length > 0 ? ` (${flags.join(', ')})` : ''}; the smallest has ${wholeText(Math.min(...sizes))}, the largest ${wholeText(Math.max(...sizes))}.`,
    );
  }
  lines.push(
    `${wholeText(over)} of ${wholeText(layer.codes.length)} ${over === 1 ? 'has' : 'have'} more than two fifths of the ${spaced(measure?.name ?? 'land')} of ${over === 1 ? 'its' : 'their'} parent.`,
  );
  return lines;
}

function formSentences({ forms, layer }: Covered): string[] {
  if (forms === null) return [];
  const apart = forms.flatMap(({ parts }, unit) => (parts > 1 ? [unit] : []));
  if (apart.length === 0) return [`Every one of the ${unitWord(layer, 2)} is in one piece.`];
  return [
    `${wholeText(apart.length)} ${apart.length === 1 ? 'is' : 'are'} not in one piece: ${firstThree(apart.map((unit) => `${layer.codes[unit]!} ${layer.names[unit]!}`))}.`,
  ];
}

function crossingSentences(covered: Covered): string[] {
  const { layer, withParents, withOthers } = covered;
  return [withParents, ...withOthers].map((pair) => {
    const peopled = pair.land.measures.length > 0;
    const across = layer.codes.flatMap((_, unit) => {
      const partners = partnersOf(pair, unit).filter((b) => {
        const found = pair.land.pairs.find((one) => one.a === unit && one.b === b)!;
        return !peopled || found.amounts[0]!.people >= 0.5;
      });
      return partners.length > 1 ? [unit] : [];
    });
    const what = `${peopled ? 'people' : 'land'} in two or more ${unitWord(pair.b, 2)}`;
    if (across.length === 0) return `None has ${what}.`;
    return `${wholeText(across.length)} ${across.length === 1 ? 'has' : 'have'} ${what}: ${firstThree(across.map((unit) => `${layer.codes[unit]!} ${layer.names[unit]!}`))}.`;
  });
}

function matchSentences({ matches, layer, withOthers }: Covered): string[] {
  if (withOthers.length === 0) return [];
  const tally = new Map<string, number>();
  for (let unit = 0; unit < layer.codes.length; unit++) {
    const follows = followsOf(matches, [unit]);
    tally.set(follows, (tally.get(follows) ?? 0) + 1);
  }
  const all = followsOf(
    matches,
    layer.codes.map((_, unit) => unit),
  );
  const parts = [...tally]
    .sort(([p], [q]) => compareCodes(p, q))
    .map(([follows, count]) => `${follows}: ${wholeText(count)}`);
  return [`Against the layers given, ${parts.join('; ')}; all together: ${all}.`];
}

function sliverSentences(covered: Covered): string[] {
  const shown = new Set(shownParents(covered));
  const thin = covered.cover.pieces.filter(
    ({ material, area, parent }) => !material && (area ?? 0) > 0 && (parent < 0 || shown.has(parent)),
  );
  if (thin.length === 0) return [];
  const area = thin.reduce((sum, piece) => sum + piece.area!, 0);
  const widest = thin.reduce((most, piece) => Math.max(most, piece.width!), 0);
  return [
    `${counted(thin.length, 'sliver')} of gap and double cover ${thin.length === 1 ? 'is' : 'are'} set aside: ${hectareText(hectares(area))}, widest ${widest.toFixed(1)} m (--include-slivers lists ${thin.length === 1 ? 'it' : 'them'}).`,
  ];
}

function leftOutSentences(covered: Covered): string[] {
  const { parents, standing, request, cover, withParents } = covered;
  if (request.includeOutside) return [];
  const left = parents.codes.flatMap((_, parent) => (isLeftOut(standing.b, parent) ? [parent] : []));
  if (left.length === 0) return [];
  const set = new Set(left);
  const [measure] = withParents.land.measures;
  const people = cover.pieces.reduce(
    (sum, piece) => sum + (set.has(piece.parent) ? (piece.people[0] ?? 0) : 0),
    0,
  );
  const who = measure === undefined ? '' : ` with ${countedPeople(people, measure.name)}`;
  return [
    `${wholeText(left.length)} ${unitWord(parents, left.length)}${who} ${left.length === 1 ? 'has' : 'have'} none at all and ${left.length === 1 ? 'is' : 'are'} left out (--include-outside lists ${left.length === 1 ? 'it' : 'them'}).`,
  ];
}
