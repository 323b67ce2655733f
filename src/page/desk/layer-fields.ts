/// <reference lib="dom" />
/**
 * The layers that are asked about: two by what they are to the question, and any others that it takes.
 */
import { make } from '../../report/html/client/make-element.js';
import type { Asking, Question } from '../asking/asking.js';
import { layerAtHand, type AtHand } from '../asking/at-hand.js';
import type { AskActions } from './ask-actions.js';
import { capital } from './refusal-box.js';
import { NONE, selectField, textField, tickField, type Option } from './controls.js';

/** What the two layers of a question are to it. */
const PARTS: Partial<Record<Question, readonly [string, string]>> = {
  align: ['These', 'against these'],
  overlap: ['These', 'and these'],
  coverage: ['Neighbourhoods', 'should cover'],
  compare: ['Before', 'after'],
  differencing: ['Published for', 'and for'],
  scenario: ['The layer that changes', 'against'],
};

/** The fields, of one place too where the question is about it. */
export function layerFields(asking: Asking, hand: AtHand, { change }: AskActions): HTMLElement[] {
  const { question, layers } = asking;
  const options = hand.layers.map(({ key, layer, file }) => ({
    value: key,
    label: `${capital(layer.title)}${layer.vintage === null ? '' : ` ${layer.vintage}`} (${file.file})`,
  }));
  if (question === 'check' || question === 'partners') {
    return [
      make(
        'fieldset',
        { class: 'switches' },
        make('legend', {}, 'Layers'),
        ...options.map(({ value, label }, i) =>
          tickField(`layer-${i}`, label, layers.includes(value), (on) =>
            change({ layers: on ? [...layers, value] : layers.filter((key) => key !== value) }),
          ),
        ),
      ),
      ...(question === 'partners' ? [placeField(asking, hand, change)] : []),
    ];
  }
  const [first, second] = PARTS[question]!;
  const withNone = question === 'scenario' ? [{ value: NONE, label: 'nothing else' }, ...options] : options;
  const set = (at: number, key: string): void => {
    const swapped = layers.map((each, i) => (i === at ? key : each === key ? layers[at]! : each));
    if (at >= swapped.length) swapped.push(key);
    change({ layers: swapped.filter((each) => each !== NONE) });
  };
  return [
    ...(question === 'scenario'
      ? [
          selectField(
            'proposal',
            'Proposal',
            hand.proposals.map(({ file }) => ({ value: file, label: file })),
            asking.proposal ?? '',
            (proposal) => change({ proposal }),
          ),
        ]
      : []),
    selectField('layer-first', first, options, layers[0] ?? '', (key) => set(0, key)),
    selectField('layer-second', second, withNone, layers[1] ?? NONE, (key) => set(1, key)),
    ...furtherFields(asking, options, change),
  ];
}

/** Layers beyond the two, where there are others; the later ones of a comparison and those of another kind alike. */
function furtherFields(
  { layers, question }: Asking,
  options: readonly Option[],
  change: AskActions['change'],
): HTMLElement[] {
  const others = options.filter(({ value }) => !layers.slice(0, 2).includes(value));
  if (others.length === 0 || layers.length < 2) return [];
  return [
    make(
      'fieldset',
      { class: 'switches' },
      make('legend', {}, question === 'compare' ? 'And then, in this order' : 'And also against'),
      ...others.map(({ value, label }, i) =>
        tickField(`layer-further-${i}`, label, layers.includes(value), (on) =>
          change({ layers: on ? [...layers, value] : layers.filter((key) => key !== value) }),
        ),
      ),
    ),
  ];
}

const placeField = (asking: Asking, hand: AtHand, change: AskActions['change']): HTMLElement =>
  textField('place', 'Place', asking.place, (place) => change({ place }), {
    words: namesOf(asking, hand),
    hint: 'a council or board by name or code; left blank, every unit of the first layer',
  });

/** The names of the units of the chosen layers. */
export const namesOf = ({ layers }: Asking, hand: AtHand): string[] =>
  layers.flatMap((key) => layerAtHand(hand, key)?.layer.names ?? []);
