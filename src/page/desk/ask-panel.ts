/// <reference lib="dom" />
/**
 * What is asked: the question, the layers it is about, whose people are counted, and the wishes that matter.
 */
import { make } from '../../report/html/client/make-element.js';
import { QUESTIONS, type Asking, type Question } from '../asking/asking.js';
import { hasOwnPeople, isDrawn, layerAtHand, type AtHand } from '../asking/at-hand.js';
import { possibleQuestions } from '../asking/first-asking.js';
import { capital } from './refusal-box.js';
import { button, selectField, textField, tickField } from './controls.js';

export interface AskActions {
  readonly question: (question: Question) => void;
  readonly change: (part: Partial<Asking>) => void;
  readonly run: () => void;
  readonly moves: () => void;
  /** Null where there are no small areas to draw with. */
  readonly draw: (() => void) | null;
  /** Back to proposals that are begun; null where there are none. */
  readonly goOn: (() => void) | null;
}

/** What the two layers of a question are to it. */
const PARTS: Partial<Record<Question, readonly [string, string]>> = {
  align: ['These', 'against these'],
  overlap: ['These', 'and these'],
  coverage: ['Neighbourhoods', 'should cover'],
  compare: ['Before', 'after'],
  differencing: ['Published for', 'and for'],
  scenario: ['The layer that changes', 'against'],
};

const NOBODY = '(nobody)';
const NONE = '(none)';

/** The panel; empty where nothing can be asked. */
export function askPanel(
  asking: Asking,
  hand: AtHand,
  warning: string | null,
  actions: AskActions,
): HTMLElement {
  return make(
    'div',
    { class: 'asking' },
    questionField(asking, hand, actions),
    make(
      'div',
      { class: 'fields' },
      ...layerFields(asking, hand, actions),
      ...peopleFields(asking, hand, actions),
    ),
    moreWishes(asking, hand, actions),
    ...(warning === null ? [] : [make('p', { class: 'warning' }, `${warning}.`)]),
    button(QUESTIONS[asking.question], actions.run, { id: 'run', class: 'primary' }),
    byHand(asking, actions),
  );
}

/** Ways to the workbench. */
const byHand = ({ layers }: Asking, { moves, draw, goOn }: AskActions): HTMLElement =>
  make(
    'p',
    { class: 'ways' },
    ...(goOn === null ? [] : [button('Go on with the proposals', goOn, { id: 'go-on' })]),
    ...(layers.length === 0 ? [] : [button('What if: move parts or small areas', moves, { id: 'what-if' })]),
    ...(draw === null ? [] : [button('Draw neighbourhoods', draw, { id: 'draw' })]),
  );

function questionField(asking: Asking, hand: AtHand, { question }: AskActions): HTMLElement {
  const options = possibleQuestions(hand).map((value) => ({ value, label: QUESTIONS[value] }));
  return selectField('question', 'Question', options, asking.question, (value) =>
    question(value as Question),
  );
}

function layerFields(asking: Asking, hand: AtHand, { change }: AskActions): HTMLElement[] {
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
  ];
}

const placeField = (asking: Asking, hand: AtHand, change: AskActions['change']): HTMLElement =>
  textField('place', 'Place', asking.place, (place) => change({ place }), {
    words: namesOf(asking, hand),
    hint: 'a council or board by name or code; left blank, every unit of the first layer',
  });

const namesOf = ({ layers }: Asking, hand: AtHand): string[] =>
  layers.flatMap((key) => layerAtHand(hand, key)?.layer.names ?? []);

/** Whose people are counted, and where they are. */
function peopleFields(asking: Asking, hand: AtHand, { change }: AskActions): HTMLElement[] {
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

function moreWishes(asking: Asking, hand: AtHand, { change }: AskActions): HTMLElement {
  const { question, tolerance, only, disclosure, bands } = asking;
  const rules = [
    { value: 'none', label: 'none' },
    { value: 'nhs', label: 'NHS: 1 to 7 suppressed, others to the nearest 5' },
  ];
  const fields = [
    ...(question === 'check'
      ? []
      : [
          textField(
            'tolerance',
            'Tolerance in metres',
            tolerance === null ? '' : String(tolerance),
            (text) => change({ tolerance: text === '' || !(Number(text) >= 0) ? null : Number(text) }),
            { hint: 'how wide a false overlap may be; left blank, it is taken from the files or measured' },
          ),
        ]),
    ...(question === 'partners' || question === 'scenario'
      ? []
      : [
          textField(
            'only',
            'Only these units',
            only.join('; '),
            (text) =>
              change({
                only: text
                  .split(';')
                  .map((word) => word.trim())
                  .filter((word) => word !== ''),
              }),
            { words: namesOf(asking, hand), hint: 'names or codes, with ; between; left blank, all' },
          ),
        ]),
    ...(question === 'check'
      ? []
      : [
          selectField('disclosure', 'Small counts', rules, disclosure === null ? 'none' : 'nhs', (value) =>
            change({ disclosure: value === 'nhs' ? { under: 8, round: 5 } : null }),
          ),
        ]),
    ...(question === 'coverage'
      ? [
          textField(
            'bands',
            'Size bands',
            bands?.join(', ') ?? '',
            (text) => change({ bands: numbersOf(text) }),
            {
              hint: 'people, rising: 30000, 50000, 100000',
            },
          ),
          selectField(
            'services',
            'Services',
            [
              { value: NONE, label: 'none' },
              ...hand.services.map(({ file }) => ({ value: file, label: file })),
            ],
            asking.services ?? NONE,
            (value) => change({ services: value === NONE ? null : value }),
          ),
        ]
      : []),
    ...(question === 'differencing'
      ? [
          textField('under', 'Told when fewer than', String(asking.under), (text) =>
            change({ under: Number(text) > 0 ? Math.round(Number(text)) : 10 }),
          ),
        ]
      : []),
  ];
  return make(
    'details',
    { class: 'more', id: 'more' },
    make('summary', {}, 'More options'),
    make('div', { class: 'fields' }, ...fields),
  );
}

function numbersOf(text: string): number[] | null {
  const numbers = text
    .split(/[;\s]+|,\s+|,(?=\d{4,})/)
    .map(Number)
    .filter((value) => value > 0);
  return numbers.length === 0 ? null : numbers;
}
