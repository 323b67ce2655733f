/// <reference lib="dom" />
/**
 * Wishes that most do without: tolerance, units, small counts, sizes, services.
 */
import { make } from '../../report/html/client/make-element.js';
import type { Asking } from '../asking/asking.js';
import type { AtHand } from '../asking/at-hand.js';
import type { AskActions } from './ask-actions.js';
import { NONE, selectField, textField } from './controls.js';
import { namesOf } from './layer-fields.js';

/** The wishes, folded away. */
export function moreWishes(asking: Asking, hand: AtHand, { change }: AskActions): HTMLElement {
  const { question, tolerance, only, disclosure, bands, unmatched } = asking;
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
    ...(hand.people.length === 0 || question === 'check'
      ? []
      : [
          textField(
            'unmatched',
            'May be without a partner, per cent',
            unmatched === null ? '' : String(unmatched),
            (text) => change({ unmatched: text === '' || !(Number(text) >= 0) ? null : Number(text) }),
            { hint: 'people or small areas whose codes the other file has not; left blank, 1' },
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
