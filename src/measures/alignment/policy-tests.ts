/**
 * Policy tests: what official papers ask of boundaries, in our wording, with source and date.
 *
 * They are computed on boundaries and say nothing of how bodies work. P1 and P3 can be asked of any two layers; their
 * source is named where the layers are the ones it speaks of. P2 is asked of ICBs and strategic authorities alone.
 */
import { unitWord } from '../../layer/unit-words.js';
import { isShared, mostOutsideFirst, type AlignedUnit, type Alignment } from './alignment.js';
import { strategicAnswer, STRATEGIC_ANSWERS, type StrategicAnswer } from './strategic-answer.js';
import { classOf, holdingsOf } from './unit-class.js';
import { sectorOf, tierOf } from '../../layer/kinds.js';

/** One test of one layer. Counts are null where the test is only a share. */
export interface PolicyTest {
  readonly test: string;
  readonly statement: string;
  readonly source: string;
  /** The source in a few words, for a sentence; '' where the wording is ours alone. */
  readonly shortSource: string;
  /** Id of the layer whose units are tested. */
  readonly layer: string;
  readonly tested: number;
  readonly met: number | null;
  readonly notMet: number | null;
  readonly notApplicable: number | null;
  /** 0 to 1; null where nothing could be tested. */
  readonly share: number | null;
  /** Most people outside first. */
  readonly codesNotMet: readonly string[];
}

type Source = Pick<PolicyTest, 'source' | 'shortSource'>;

const REVIEW: Source = {
  source: 'ICS boundary review, House of Commons, 22 July 2021',
  shortSource: 'boundary review, July 2021',
};
const STATEMENT: Source = {
  source: 'Written statement HCWS915, 9 September 2025',
  shortSource: 'HCWS915, September 2025',
};
const TRUSTS: Source = {
  source: 'Published for primary care trusts: 44 % before 2006, about 70 % after',
  shortSource: 'as published for primary care trusts, 2006',
};
const OURS: Source = { source: 'no official paper; wording of coterminous', shortSource: '' };

/** The tests of two layers: of each area of the second, of each unit of the first. */
export function policyTests(alignment: Alignment): PolicyTest[] {
  const { a, b } = alignment;
  const isHealth = sectorOf(a) === 'health' && tierOf(a) !== 'region';
  const isCouncil = sectorOf(b) === 'council';
  return [
    eachLiesInOne(alignment, isHealth && isCouncil ? REVIEW : OURS),
    ...(a.kind === 'icb' && sectorOf(b) === 'strategic' ? unionsOfWhole(alignment) : []),
    oneToOne(alignment, isHealth && (isCouncil || sectorOf(b) === 'strategic') ? TRUSTS : OURS),
  ];
}

/** P1: units of the second layer with more than one part do not meet it; those outside cannot be asked. */
function eachLiesInOne({ a, b, unitsB }: Alignment, source: Source): PolicyTest {
  const asked = unitsB.filter((unit) => !unit.leftOut);
  const split = mostOutsideFirst(asked.filter(isShared));
  return {
    test: 'P1',
    statement: `Each ${unitWord(b, 1)} lies in one ${unitWord(a, 1)}`,
    ...source,
    layer: b.id,
    tested: asked.length,
    met: asked.length - split.length,
    notMet: split.length,
    notApplicable: unitsB.length - asked.length,
    share: shareOf(asked.length - split.length, asked.length),
    codesNotMet: split.map((unit) => b.codes[unit.unit]!),
  };
}

/** P2: one row for the test, and one for each of the five answers; the answers add up to the test. */
function unionsOfWhole(alignment: Alignment): PolicyTest[] {
  const { a, unitsA, unitsB } = alignment;
  const answers = unitsA.map((unit) => strategicAnswer(unit, unitsB));
  const row = (words: string, chosen: readonly StrategicAnswer[], suffix: string): PolicyTest => {
    const units = unitsA.filter((_, i) => chosen.includes(answers[i]!));
    const count = (wanted: (answer: StrategicAnswer) => boolean): number =>
      units.filter((unit) => wanted(answers[unit.unit]!)).length;
    const met = count((answer) => answer === 'union of whole');
    const none = count((answer) => answer === 'none there');
    const notMet = units.filter((unit) => !['union of whole', 'none there'].includes(answers[unit.unit]!));
    return {
      test: `P2${suffix}`,
      statement: words,
      ...STATEMENT,
      layer: a.id,
      tested: units.length - none,
      met,
      notMet: notMet.length,
      notApplicable: none,
      share: shareOf(met, units.length - none),
      codesNotMet: mostNotWholeFirst(notMet, unitsB).map((unit) => a.codes[unit.unit]!),
    };
  };
  const all = STRATEGIC_ANSWERS.map(({ answer }) => answer);
  return [
    row('Each ICB is a union of whole strategic authorities', all, ''),
    ...STRATEGIC_ANSWERS.map(({ answer, means }) => row(means, [answer], ` ${answer}`)),
  ];
}

/** Most people (or land) outside whole areas first. */
function mostNotWholeFirst(units: readonly AlignedUnit[], others: readonly AlignedUnit[]): AlignedUnit[] {
  const rest = (unit: AlignedUnit): number => {
    const total = unit.people[0] ?? unit.area ?? 0;
    return total * (1 - (holdingsOf(unit, others).shareInWhole ?? 0));
  };
  return [...units].sort((u, v) => rest(v) - rest(u) || u.unit - v.unit);
}

/** P3: a share, never met or not met. */
function oneToOne({ a, b, unitsA, unitsB }: Alignment, source: Source): PolicyTest {
  const same = unitsA.filter((unit) => classOf(unit, unitsB) === 'coterminous').length;
  return {
    test: 'P3',
    statement: `Share of ${unitWord(a, 2)} that are one-to-one with a ${unitWord(b, 1)}`,
    ...source,
    layer: a.id,
    tested: unitsA.length,
    met: null,
    notMet: null,
    notApplicable: null,
    share: shareOf(same, unitsA.length),
    codesNotMet: [],
  };
}

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
