/// <reference lib="dom" />
/**
 * What a click on the map takes: a part of a unit, a small area, a whole unit.
 */
import type { WorkLayout } from '../../index.js';
import { make } from '../../report/html/client/make-element.js';
import { partLayer, type ChooseBy } from './choosing.js';

/** The way that is taken at first. */
export const firstWay = (layout: WorkLayout, isDrawing: boolean): ChooseBy =>
  isDrawing ? 'block' : partLayer(layout) === null ? 'unit' : 'part';

/** One of several buttons for the ways there are; `changed` is told which is taken. */
export function waysToChoose(
  layout: WorkLayout,
  isDrawing: boolean,
  changed: (by: ChooseBy) => void,
): HTMLElement {
  const { base, blocks } = layout;
  const part = partLayer(layout);
  const ways: readonly (readonly [ChooseBy, string])[] = [
    ...(part === null ? [] : [['part', `${isDrawing ? 'all' : 'part'} of ${article(part.one)}`] as const]),
    ...(blocks === null ? [] : [['block', blocks.one] as const]),
    ['unit', `whole ${base.one}`],
  ];
  return make(
    'fieldset',
    { class: 'work-by' },
    make('legend', {}, 'Choose'),
    ...ways.map(([way, words]) => {
      const radio = make('input', { type: 'radio', name: 'work-by', value: way });
      radio.checked = way === firstWay(layout, isDrawing);
      radio.addEventListener('change', () => changed(way));
      return make('label', {}, radio, words);
    }),
  );
}

/** A word with its article. */
const article = (word: string): string => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;
