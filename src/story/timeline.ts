/**
 * The story of three and more vintages: is it getting better? People outside their main unit at the first vintage and at
 * the last, how many are split at each, and who moved on the way.
 */
import { formatNumber, withCommas } from '../result/format-number.js';
import { hectareText } from '../result/hectare-text.js';
import { unitNouns, unitWords } from '../result/layer-words.js';
import type { LayerRecord, Result } from '../result/result.js';
import { listText, wholeText } from '../trouble/count-text.js';
import { countedOf, peopleNouns } from './amount-text.js';
import { basisWords, caveats } from './counted-text.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { liveText } from './people-text.js';
import { percentFigure } from '../result/percent-text.js';
import type { TimelineFacts, TimelinePoint, TimelineStep } from './read-timeline.js';
import { roundTotal } from './round-total.js';
import { WITHHELD } from './split-list.js';
import type { Story, StoryFigure } from './story.js';

/** The story of a timeline. */
export function tellTimeline(facts: TimelineFacts, result: Result): Story {
  const { vintages, measure, courses, steps } = facts;
  const [course] = courses;
  const last = course?.at(-1);
  const outsideOf = last === undefined ? '' : ` outside the main ${unitNouns(last.holder).one}`;
  return {
    title: titleOf(vintages),
    headline: course === undefined ? stepsHeadline(facts) : courseHeadline(course, facts),
    subtitle: subtitleOf(facts),
    figures:
      course === undefined
        ? [movedFigure(facts, 'headline'), unitsFigure(facts), unchangedFigure(facts)]
        : [outsideFigure(course, facts), splitFigure(course, result), movedFigure(facts, 'plain')],
    bar: null,
    answer: {
      kind: 'timeline',
      heading: capital(`${peopleNouns(measure).many}${outsideOf}`),
      moments: vintages.map(momentText),
      courses: courses.map((points) => ({
        title: capital(unitWords(points[points.length - 1]!.split, result).many),
        points: points.map((point) => ({
          amount: point.outside,
          figure: figureText(point.outside, measure),
          share: point.percent === null ? '' : percentFigure(point.percent),
          split: splitText(point),
        })),
      })),
      stepHeading: 'Who moved when',
      steps: steps.map((step) => ({
        label: stepText(step),
        figure: figureText(step.moved, measure),
        detail: stepDetail(step),
      })),
    },
    map: null,
    footnotes: [
      ...caveats(result, vintages, measure),
      ...(result.inputs.every(({ role }) => role === 'atoms') ? result.notes.map((note) => `${note}.`) : []),
    ],
  };
}

/** The year of a vintage, else what it is called. */
const momentText = ({ vintage, title, id }: LayerRecord): string => vintage ?? (title === '' ? id : title);

const stepText = ({ before, after }: TimelineStep): string => `${momentText(before)} to ${momentText(after)}`;

function titleOf(vintages: readonly LayerRecord[]): string {
  const words = [...new Set(vintages.map((layer) => unitNouns(layer).many))];
  return capital(
    `${listText(words)}, ${momentText(vintages[0]!)} to ${momentText(vintages[vintages.length - 1]!)}`,
  );
}

function subtitleOf({ vintages, courses, measure, basis }: TimelineFacts): string {
  const counted = measure === null ? '' : capital(basisWords(measure, basis));
  return [
    `Vintages ${listText(vintages.map(momentText))}${courses.length === 0 ? '' : ', each held against the same layer of one date'}.`,
    ...(counted === '' ? [] : [`${counted}.`]),
  ].join(' ');
}

/** `133,486 people live outside the main ICB of their council in 2026, down from 617,862 in 2021`. */
function courseHeadline(course: readonly TimelinePoint[], { measure }: TimelineFacts): string {
  const [first, last] = [course[0]!, course[course.length - 1]!];
  const [then, now] = [momentText(first.vintage), momentText(last.vintage)];
  const { one, many } = unitNouns(last.split);
  const holder = unitNouns(last.holder).one;
  if (first.outside === null || last.outside === null)
    return capital(
      `${splitText(last)} ${many} are split between ${unitNouns(last.holder).many} in ${now}, ${splitText(first)} in ${then}`,
    );
  const way =
    last.outside < first.outside ? 'down from' : last.outside > first.outside ? 'up from' : 'as many as the';
  const where = measure === null ? `${last.outside === 1 ? 'lies' : 'lie'}` : liveText(last.outside, measure);
  return capital(
    `${countedOf(last.outside, measure)} ${where} outside the main ${holder} of their ${one} in ${now}, ${way} ${figureText(first.outside, measure)} in ${then}`,
  );
}

/** `15,430,205 people come to another ICB from 2024 to 2026, most of all steps`. */
function stepsHeadline(facts: TimelineFacts): string {
  const { steps, measure } = facts;
  const largest = largestStep(facts);
  if (largest === null || (largest.moved ?? 0) === 0)
    return `Nothing moved in ${numberText(steps.length)} steps`;
  const { one } = unitNouns(largest.after);
  return capital(
    `${countedOf(largest.moved!, measure)} ${Math.round(largest.moved!) === 1 && measure !== null ? 'comes' : 'come'} to another ${one} from ${stepText(largest)}, the largest of ${numberText(steps.length)} steps`,
  );
}

function largestStep({ steps }: TimelineFacts): TimelineStep | null {
  const told = steps.filter(({ moved }) => moved !== null);
  return told.reduce<TimelineStep | null>(
    (most, step) => (most === null || step.moved! > most.moved! ? step : most),
    null,
  );
}

function outsideFigure(course: readonly TimelinePoint[], { measure }: TimelineFacts): StoryFigure {
  const [first, last] = [course[0]!, course[course.length - 1]!];
  const share = last.percent === null ? '' : `; ${percentFigure(last.percent)} of all`;
  return {
    value: figureText(last.outside, measure),
    beside: '',
    text: `${measure === null ? 'of land' : peopleNouns(measure).many} outside the main ${unitNouns(last.holder).one} in ${momentText(last.vintage)}, ${figureText(first.outside, measure)} in ${momentText(first.vintage)}${share}`,
    tone: 'headline',
  };
}

function splitFigure(course: readonly TimelinePoint[], result: Result): StoryFigure {
  const [first, last] = [course[0]!, course[course.length - 1]!];
  return {
    value: last.shared === null ? WITHHELD : wholeText(last.shared),
    beside: last.held === null ? '' : `of ${wholeText(last.held)}`,
    text: `${unitWords(last.split, result).many} ${last.shared === 1 ? 'is' : 'are'} split in ${momentText(last.vintage)}, ${splitText(first)} in ${momentText(first.vintage)}`,
    tone: 'plain',
  };
}

function movedFigure(facts: TimelineFacts, tone: StoryFigure['tone']): StoryFigure {
  const { measure, steps } = facts;
  const largest = largestStep(facts);
  if (largest === null)
    return { value: WITHHELD, beside: '', text: `moved in ${numberText(steps.length)} steps`, tone };
  return {
    value: measure === null ? hectareText(largest.moved!) : roundTotal(largest.moved!),
    beside: '',
    text: `${measure === null ? 'of land came' : `${peopleNouns(measure).many} came`} to another ${unitNouns(largest.after).one} from ${stepText(largest)}, the largest step`,
    tone,
  };
}

function unitsFigure({ steps, vintages }: TimelineFacts): StoryFigure {
  const [first, last] = [steps[0]!, steps[steps.length - 1]!];
  const [was, is] = [unitNouns(first.before).many, unitNouns(last.after).many];
  return {
    value: wholeText(last.unitsAfter ?? 0),
    beside: is,
    text: `in ${momentText(vintages[vintages.length - 1]!)}, ${wholeText(first.unitsBefore ?? 0)}${was === is ? '' : ` ${was}`} in ${momentText(vintages[0]!)}`,
    tone: 'plain',
  };
}

function unchangedFigure({ unchanged, steps }: TimelineFacts): StoryFigure {
  return {
    value: wholeText(unchanged),
    beside: `of ${wholeText(steps[0]!.unitsBefore ?? 0)}`,
    text: 'are the same at every vintage',
    tone: 'plain',
  };
}

const splitText = ({ shared, held }: TimelinePoint): string =>
  shared === null || held === null ? WITHHELD : `${wholeText(shared)} of ${wholeText(held)}`;

const figureText = (amount: number | null, measure: string | null): string =>
  amount === null ? WITHHELD : measure === null ? hectareText(amount) : withCommas(formatNumber(amount, 0));

/** `42 STPs become 42 ICBs: 4 enlarged, 4 reduced; the largest piece went from Derbyshire to Greater Manchester`. */
function stepDetail({
  before,
  after,
  unitsBefore,
  unitsAfter,
  pieces,
  changes,
  largest,
}: TimelineStep): string {
  const [was, is] = [unitNouns(before).many, unitNouns(after).many];
  const counts =
    was === is && unitsBefore === unitsAfter
      ? `${wholeText(unitsBefore ?? 0)} ${was} before and after`
      : `${wholeText(unitsBefore ?? 0)} ${was} become ${wholeText(unitsAfter ?? 0)}${was === is ? '' : ` ${is}`}`;
  const words = changes.map(([count, word]) => `${wholeText(count)} ${word}`);
  const most =
    largest === null
      ? ''
      : `; ${pieces === 1 ? 'the only piece' : `the largest of ${countedUnits(pieces ?? 0, { one: 'piece', many: 'pieces' })}`} went from ${largest.from} to ${largest.to}`;
  const said = words.length === 0 && largest === null ? ['nothing changed'] : words;
  return `${counts}${said.length === 0 ? '' : `: ${said.join(', ')}`}${most}`;
}
