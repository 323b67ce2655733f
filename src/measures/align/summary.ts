/**
 * What an alignment found, in sentences that fit one screen and go on from the headline of its story.
 */
import { hectareText } from '../../result/hectare-text.js';
import { percentText } from '../../result/percent-text.js';
import type { Layer } from '../../layer/layer.js';
import { shortWord, unitWord } from '../../layer/unit-words.js';
import { shareInWholeAreas } from '../metrics/whole-areas.js';
import { vMeasure } from '../metrics/v-measure.js';
import { placesSentences } from '../../result/places-sentences.js';
import type { Table } from '../../result/table.js';
import { hectares } from '../../result/units-of-measure.js';
import { withArticle, capital, wholeText } from '../../trouble/count-text.js';
import {
  areaOutsideMain,
  isShared,
  mostOutsideFirst,
  peopleOutsideMain,
  type AlignedUnit,
  type Alignment,
} from '../alignment/alignment.js';
import type { Audit, AuditedLayers, AuditRequest } from './audit.js';
import { borderSentences } from './border-sentences.js';
import type { BorderFacts } from './border-tables.js';
import type { BasedMatrix } from '../alignment/matrices.js';
import { policyTests } from '../alignment/policy-tests.js';
import { listed, NAMED, peopleWord, sum } from './sentence-parts.js';
import { STRATEGIC_ANSWERS } from '../alignment/strategic-answer.js';
import { classOf, type UnitClass } from '../alignment/unit-class.js';

export interface SummaryFacts {
  readonly alignment: Alignment;
  readonly matrices: readonly BasedMatrix[];
  readonly border: BorderFacts | null;
  readonly patches: Table | null;
}

/** The first layer has more than this many times the units of the second: it was probably meant to come second. */
const SWAPPED = 3;

/**
 * Sentences on two layers; of several pairs of layers each begins with how many units are split. `neighbour` is the
 * country next door if one was given.
 */
export function alignSummary(facts: SummaryFacts, neighbour: Layer | null, several: boolean): string[] {
  const { alignment, border } = facts;
  return [
    ...(several ? [splitSentence(alignment)] : []),
    ...(facts.patches === null ? [] : placesSentences(facts.patches, 'place')),
    ...swappedSentence(alignment),
    [...mostSentence(alignment), unitsSentence(alignment)].join(' '),
    ...(border === null ? [] : borderSentences(alignment, border, neighbour)),
    testsSentence(alignment),
    nestingSentence(facts),
    ...overlapSentences(alignment),
    ...leftOutSentences(alignment),
  ];
}

/** What was counted, and what could not be: said once, whatever the number of layers. */
export function groundSentences(alignments: readonly Alignment[]): string[] {
  const layers = alignments.flatMap(({ a, b }) => [a, b]);
  const { measures, hasLand } = alignments[0]!;
  return [
    ...basisSentences(layers, measures),
    ...(hasLand ? [] : ['From lookups only: no land was read, so there are no hectares, patches or border.']),
  ];
}

function splitSentence({ a, b, measures, hasLand, unitsB }: Alignment): string {
  const shared = unitsB.filter(isShared);
  const asked = unitsB.filter((unit) => !unit.leftOut).length;
  const subject = `${wholeText(shared.length)} of ${wholeText(asked)} ${unitWord(b, asked)}`;
  const verb = shared.length === 1 ? 'lies' : 'lie';
  if (shared.length === 0) {
    return `None of ${wholeText(asked)} ${unitWord(b, asked)} is shared between ${unitWord(a, 2)}.`;
  }
  if (measures.length === 0 && !hasLand) return `${subject} ${verb} in two or more ${unitWord(a, 2)}.`;
  const outside =
    measures.length > 0
      ? `${wholeText(sum(shared, (unit) => peopleOutsideMain(unit, 0)))} ${peopleWord(measures[0]!.name)}${shareText(unitsB)} are outside the main ${unitWord(a, 1)} of their ${shortWord(b)}`
      : `${hectareText(hectares(sum(shared, (unit) => areaOutsideMain(unit) ?? 0)))} are outside the main ${unitWord(a, 1)} of their ${shortWord(b)}`;
  return `${subject} ${verb} in two or more ${unitWord(a, 2)}: ${outside}.`;
}

function shareText(unitsB: readonly AlignedUnit[]): string {
  const asked = unitsB.filter((unit) => !unit.leftOut);
  const all = sum(asked, (unit) => unit.people[0]!);
  const outside = sum(asked.filter(isShared), (unit) => peopleOutsideMain(unit, 0));
  return all === 0 ? '' : ` (${percentText((100 * outside) / all)})`;
}

function mostSentence({ b, measures, unitsB }: Alignment): string[] {
  const shared = mostOutsideFirst(unitsB.filter(isShared));
  if (shared.length < 2) return [];
  const concerned = shared.filter(
    (unit) => (measures.length > 0 ? peopleOutsideMain(unit, 0) : (areaOutsideMain(unit) ?? 0)) >= 0.5,
  );
  if (concerned.length === 0) return [];
  const most = concerned.slice(0, NAMED).map((unit) => {
    const amount =
      measures.length > 0
        ? wholeText(peopleOutsideMain(unit, 0))
        : hectareText(hectares(areaOutsideMain(unit) ?? 0));
    return `${b.names[unit.unit]!} (${amount})`;
  });
  return [`Most are in ${listed(most)}.`];
}

function unitsSentence({ a, b, unitsA, unitsB }: Alignment): string {
  const ofClass = (wanted: UnitClass): AlignedUnit[] =>
    unitsA.filter((unit) => classOf(unit, unitsB) === wanted);
  const same = ofClass('coterminous');
  const names = same.slice(0, NAMED).map((unit) => b.names[unit.parts[0]!.other]!);
  const named =
    same.length > 0 && same.length <= NAMED ? ` with ${withArticle(shortWord(b))} (${listed(names)})` : '';
  const phrases = (['coterminous', 'nested', 'composed', 'shared', 'uncovered'] as const).flatMap(
    (wanted) => {
      const count = ofClass(wanted).length;
      const words = `${wholeText(count)} ${CLASS_WORDS[wanted]}${wanted === 'coterminous' ? named : ''}`;
      return count === 0 ? [] : [words];
    },
  );
  const free = unitsA.filter((unit) => !unit.parts.some((part) => isShared(unitsB[part.other]!))).length;
  return `${wholeText(free)} of ${wholeText(unitsA.length)} ${unitWord(a, unitsA.length)} ${free === 1 ? 'shares' : 'share'} no ${shortWord(b)}. By class: ${phrases.join(', ')}.`;
}

const CLASS_WORDS: Readonly<Record<UnitClass, string>> = {
  coterminous: 'coterminous',
  nested: 'nested in a larger one',
  composed: 'composed of whole ones',
  shared: 'shared',
  uncovered: 'uncovered',
};

function testsSentence(alignment: Alignment): string {
  const tests = policyTests(alignment);
  const p1 = tests.find(({ test }) => test === 'P1')!;
  const p2 = tests.find(({ test }) => test === 'P2');
  const p3 = tests.find(({ test }) => test === 'P3')!;
  const answers = STRATEGIC_ANSWERS.flatMap(({ answer }) => {
    const row = tests.find(({ test }) => test === `P2 ${answer}`);
    return row === undefined ? [] : [`${answer} ${wholeText(row.tested + row.notApplicable!)}`];
  });
  const [unit, partner] = [shortWord(alignment.b), unitWord(alignment.a, 1)];
  const words = (text: string, source: string): string => (source === '' ? text : `${text}; ${source}`);
  return [
    `Policy tests: P1 (${words(`each ${unit} in one ${partner}`, p1.shortSource)}) ${wholeText(p1.met!)} of ${wholeText(p1.tested)}`,
    ...(p2 === undefined
      ? []
      : [
          `P2 (${words('each ICB a union of whole strategic authorities', p2.shortSource)}) ${answers.join(', ')}`,
        ]),
    `P3 (${words('one-to-one', p3.shortSource)}) ${percentText(100 * (p3.share ?? 0))} of ${unitWord(alignment.a, 2)}.`,
  ].join('; ');
}

function nestingSentence({ alignment, matrices }: SummaryFacts): string {
  const [first] = matrices;
  if (first === undefined || first.matrix.total === 0) return 'Nothing to measure nesting by.';
  const share = shareInWholeAreas(first.matrix);
  const what = first.holds === 'people' ? peopleWord(alignment.measures[0]!.name) : 'land';
  return `Nesting: ${percentText(100 * share)} of ${what} in ${withArticle(shortWord(alignment.b))} that lies wholly in one ${unitWord(alignment.a, 1)}; V-measure ${vMeasure(first.matrix).toFixed(3)}.`;
}

/** Layers that cover land or people more than once, by how much their units add up to more than their pairs. */
function overlapSentences({ a, b, unitsA, unitsB, hasLand }: Alignment): string[] {
  return (
    [
      [a, unitsB, b],
      [b, unitsA, a],
    ] as const
  ).flatMap(([layer, others, other]) => {
    if (!hasLand) return [];
    const twice = sum(others, (unit) => Math.max(0, sum(unit.parts, (part) => part.area!) - unit.area!));
    const all = sum(others, (unit) => unit.area!);
    if (twice < 0.001 * all) return [];
    return [
      `${capital(unitWord(layer, 2))} overlap one another: they cover land of ${unitWord(other, 2)} more than once, ${hectareText(hectares(twice))} in all, and it counts for each of them; metrics leave it out.`,
    ];
  });
}

function leftOutSentences({ a, b, unitsA, unitsB }: Alignment): string[] {
  return (
    [
      [a, unitsA, b],
      [b, unitsB, a],
    ] as const
  ).flatMap(([layer, units, other]) => {
    const count = units.filter((unit) => unit.leftOut).length;
    if (count === 0 || layer === a) return [];
    return [
      `${wholeText(count)} further ${unitWord(layer, count)} ${count === 1 ? 'lies' : 'lie'} outside all ${unitWord(other, 2)}.`,
    ];
  });
}

function basisSentences(layers: readonly Layer[], measures: Alignment['measures']): string[] {
  const [first] = measures;
  if (first === undefined) return [];
  const icb = layers.some((layer) => layer.kind === 'icb');
  const registered = /regist|patient/i.test(`${first.name} ${first.basis}`);
  const caveat = icb && !registered ? '; residents of the area, not the patients the ICB pays for' : '';
  return [`Counted: ${first.basis} (${first.method})${caveat}.`];
}

function swappedSentence({ a, b }: Alignment): string[] {
  if (a.codes.length <= SWAPPED * b.codes.length) return [];
  return [
    `The layers look swapped: ${wholeText(a.codes.length)} ${unitWord(a, 2)} come first, ${wholeText(b.codes.length)} ${unitWord(b, 2)} second; the other way round it says which ${unitWord(a, 2)} are split.`,
  ];
}

/** What the audit of a lookup found. */
export function auditSentence(
  { contradicted, weak, checked }: Audit,
  { members, groups }: AuditedLayers,
  { lookup, least }: AuditRequest,
): string {
  const weakly = `${wholeText(weak)} ${weak === 1 ? 'has' : 'have'} a best fit that holds less than ${least} %`;
  const subject = `${wholeText(checked)} ${unitWord(members, checked)}`;
  if (lookup === null) return `Best fit: of ${subject} in ${unitWord(groups, 2)}, ${weakly} (table audit).`;
  return `Audit: of ${subject} in the lookup, ${wholeText(contradicted)} ${contradicted === 1 ? 'lies' : 'lie'} mostly elsewhere and ${weakly} (table audit).`;
}
