/// <reference lib="dom" />
/**
 * Whose people are counted and where they are, and the earlier answer that this one is held against.
 */
import { make } from '../../report/html/client/make-element.js';
import type { Asking } from '../asking/asking.js';
import { hasOwnPeople, isDrawn, layerAtHand, type AtHand } from '../asking/at-hand.js';
import type { AskActions } from './ask-actions.js';
import { NONE, selectField } from './controls.js';

const NOBODY = '(nobody)';

/** Whose people are counted, and where they are. */
export function peopleFields(asking: Asking, hand: AtHand, { change }: AskActions): HTMLElement[] {
  const chosen = asking.layers.flatMap((key) => layerAtHand(hand, key) ?? []);
  if (chosen.some(hasOwnPeople))
    return [
      make(
        'p',
        { class: 'hint' },
        'People: usual residents of the 2021 Census, which come with the figures.',
      ),
    ];
  if (asking.question === 'check') return [];
  if (hand.people.length === 0) {
    const text =
      'Nobody is counted: for people, drop a table of residents by LSOA too, and the LSOAs’ boundaries or centroids.';
    return [make('p', { class: 'hint' }, text)];
  }
  const tables = hand.people.map(({ file, people }) => ({
    value: file,
    label: `${people!.counted} (${file})`,
  }));
  const people = selectField(
    'people',
    'People counted',
    [...tables, { value: NOBODY, label: 'nobody' }],
    asking.people ?? NOBODY,
    (value) => change({ people: value === NOBODY ? null : value }),
  );
  if (asking.people === null && hand.blocks.length === 0) {
    const text =
      'The people of these files can be counted once the boundaries or centroids of their small areas are here too.';
    return [people, make('p', { class: 'hint' }, text)];
  }
  if (asking.people === null || (hand.blocks.length === 0 && !chosen.some(isDrawn))) return [people];
  const blocks = hand.blocks.map(({ file, layers }) => ({
    value: file,
    label: `${layers[0]!.title} (${file})`,
  }));
  return [
    people,
    selectField(
      'blocks',
      'Where they live',
      [...blocks, { value: NONE, label: 'not given' }],
      asking.blocks ?? NONE,
      (value) => change({ blocks: value === NONE ? null : value }),
    ),
  ];
}

/** A saved result to hold the answer against, where one is here. */
export const baselineFields = (
  { baseline }: Asking,
  { results }: AtHand,
  { change }: AskActions,
): HTMLElement[] =>
  results.length === 0
    ? []
    : [
        selectField(
          'baseline',
          'What is new or fixed since',
          [
            { value: NONE, label: 'no earlier answer' },
            ...results.map(({ file }) => ({ value: file, label: file })),
          ],
          baseline ?? NONE,
          (value) => change({ baseline: value === NONE ? null : value }),
        ),
      ];
