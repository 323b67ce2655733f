/**
 * What would most likely be asked of the files at hand: the question, and every wish of it, already chosen.
 *
 *     health and councils                     where do they not line up?
 *     neighbourhoods and what they lie in     is everybody in one?
 *     one kind in two years                   what changed?
 *     a proposal                              what would it change?
 *     one layer                               is it sound?
 */
import type { Asking, Question } from './asking.js';
import { blocksFor, hasOwnPeople, isDrawn, type AtHand, type LayerAtHand } from './at-hand.js';
import {
  framesOf,
  isNeighbourhood,
  layersFor,
  measuredTogether,
  versionsAmong,
} from './layers-of-question.js';

const PLAIN = {
  place: '',
  tolerance: null,
  only: [],
  disclosure: null,
  bands: null,
  baseline: null,
  under: 10,
  unmatched: null,
  truncated: false,
} as const;

/** The first question to put; null where nothing can be asked of what is here. */
export function firstAsking(hand: AtHand): Asking | null {
  const question = likeliest(hand);
  return question === null ? null : askingOf(question, hand);
}

/** The questions that the files suffice for. */
export const possibleQuestions = (hand: AtHand): Question[] =>
  (Object.keys(NEEDS) as Question[]).filter((question) => NEEDS[question](hand));

const NEEDS: Readonly<Record<Question, (hand: AtHand) => boolean>> = {
  align: ({ layers }) => layers.length > 1,
  overlap: ({ layers }) => layers.length > 1,
  coverage: ({ layers }) => layers.length > 1,
  compare: ({ layers }) => layers.length > 1,
  partners: ({ layers }) => layers.length > 1,
  scenario: ({ proposals, layers }) => proposals.length > 0 && layers.length > 0,
  check: ({ layers }) => layers.length > 0,
  differencing: (hand) => hand.layers.length > 1 && peopleFor(hand, hand.layers) !== null,
};

function likeliest(hand: AtHand): Question | null {
  const { layers, proposals } = hand;
  if (layers.length === 0) return null;
  if (proposals.length > 0) return 'scenario';
  const together = measuredTogether(hand);
  if (together.length < 2) return 'check';
  const inner = together.find(isNeighbourhood);
  if (inner !== undefined && framesOf(inner, together).length > 0) return 'coverage';
  return versionsAmong(together)?.length === together.length ? 'compare' : 'align';
}

/** A question with every wish as it most likely is. */
export function askingOf(question: Question, hand: AtHand, before: Asking | null = null): Asking {
  const layers = layersFor(question, hand);
  const keys = layers.map(({ key }) => key);
  const people = peopleFor(hand, layers);
  return {
    ...PLAIN,
    ...(before === null ? {} : { only: before.only, disclosure: before.disclosure, place: before.place }),
    question,
    layers: keys,
    people: people?.people ?? null,
    blocks: people?.blocks ?? null,
    proposal: question === 'scenario' ? hand.proposals[0]!.file : null,
    services: question === 'coverage' ? (hand.services[0]?.file ?? null) : null,
  };
}

/** The people to count with some layers, and their small areas; null where nobody can be placed. */
export function peopleFor(
  hand: AtHand,
  layers: readonly LayerAtHand[],
): { readonly people: string | null; readonly blocks: string | null } | null {
  if (layers.some(hasOwnPeople)) return { people: null, blocks: null };
  for (const each of hand.people) {
    // Who has a place of their own needs no small areas, but shapes to lie in.
    if (each.people!.atPoints && layers.every(isDrawn)) return { people: each.file, blocks: null };
    const blocks = blocksFor(each, hand.blocks);
    if (blocks !== null) return { people: each.file, blocks: blocks.file };
    // Lookups of these small areas say where people are without their shapes.
    if (layers.length > 0 && !layers.some(isDrawn)) return { people: each.file, blocks: null };
  }
  return null;
}
