/// <reference lib="dom" />
/**
 * The files at hand: what each was taken for in a sentence, and what can be set about it.
 */
import type { FileChange, FileSetting, TakenFile } from '../../index.js';
import { make } from '../../report/html/client/make-element.js';
import { button, selectField, textField } from './controls.js';
import { capital, refusalBox } from './refusal-box.js';
import type { Choice } from '../asking/choices-of-trouble.js';

export interface FileActions {
  readonly change: (file: string, change: FileChange) => void;
  readonly choose: (file: string, choice: Choice) => void;
  /** Takes a file out, with its parts and all its inner layers. */
  readonly remove: (file: TakenFile) => void;
  /** Shows a saved result, or runs the reports of a config file. */
  readonly open: (file: TakenFile) => void;
}

/** Words of the roles where they are chosen. */
const ROLES: Readonly<Record<string, string>> = {
  layer: 'boundaries to ask about',
  blocks: 'small areas that people are counted by',
  people: 'people',
  lookup: 'a lookup',
  services: 'services',
  scenario: 'a proposal',
  recode: 'changes of codes',
  config: 'a config file',
  result: 'a saved result',
  other: 'not used',
};

const LABELS: Readonly<Record<FileSetting['setting'], string>> = {
  role: 'Used as',
  code: 'Codes are in',
  name: 'Names are in',
  crs: 'Coordinate system',
  column: 'People are in',
  inner: 'Its layer or sheet',
  group: 'Its units are in',
  weight: 'Shared by weights in',
};

/** The list, one item a file or inner layer. */
export function fileList(
  taken: readonly TakenFile[],
  changes: Readonly<Record<string, FileChange>>,
  actions: FileActions,
): HTMLElement {
  return make(
    'ul',
    { class: 'files' },
    ...figuresItem(taken.filter(isFigures)),
    ...taken.flatMap((file, i) =>
      isFigures(file) ? [] : [fileItem(file, i, changes[file.file] ?? {}, actions)],
    ),
  );
}

const isFigures = ({ file }: TakenFile): boolean => file.startsWith('england:');

/** The figures that come with the page: one item for all their layers. */
function figuresItem(figures: readonly TakenFile[]): HTMLElement[] {
  if (figures.length === 0) return [];
  const what = 'Figures that come with this page: people without shapes';
  return [
    make(
      'li',
      { class: 'file role-layer' },
      make('p', { class: 'what' }, make('strong', {}, 'England'), what),
      make(
        'ul',
        { class: 'inside' },
        ...figures.map(({ sentence: text }) => make('li', {}, shortened(text))),
      ),
    ),
  ];
}

/** Without what is said of all of them. */
const shortened = (text: string): string => text.replace(/, as figures with residents.*$/, '');

function fileItem(file: TakenFile, i: number, change: FileChange, actions: FileActions): HTMLElement {
  const { role, trouble } = file;
  const item = make(
    'li',
    { class: `file role-${role}` },
    make('p', { class: 'what' }, make('strong', {}, file.file), ` ${sentence(file)}`),
  );
  if (trouble !== null && change.role !== 'other')
    item.append(refusalBox(`file-${i}`, trouble, (choice) => actions.choose(file.file, choice), file.file));
  const opening = OPENING[role];
  if (opening !== undefined)
    item.append(
      make(
        'p',
        { class: 'ways' },
        button(opening, () => actions.open(file), { id: `open-${i}` }),
      ),
    );
  item.append(settings(file, i, change, actions));
  return item;
}

/** What files are opened for that stand for an answer by themselves. */
const OPENING: Partial<Record<TakenFile['role'], string>> = {
  result: 'Show this answer',
  config: 'Run its reports',
};

const labelOf = (setting: FileSetting['setting'], value: string): string =>
  setting === 'role' ? (ROLES[value] ?? value) : value === '' ? 'nothing' : value;

const sentence = (file: TakenFile): string => (file.trouble === null ? capital(file.sentence) : '');

function settings(file: TakenFile, i: number, change: FileChange, actions: FileActions): HTMLElement {
  const fields = file.settings
    .filter(({ values }) => values.length > 0)
    .map(({ setting, now, values }) =>
      selectField(
        `set-${setting}-${i}`,
        LABELS[setting],
        [
          ...(now === null ? [{ value: '', label: 'nothing' }] : []),
          ...values.map((value) => ({ value, label: labelOf(setting, value) })),
        ],
        now ?? '',
        (value) => actions.change(file.file, { [setting]: value }),
      ),
    );
  const called = textField(
    `set-call-${i}`,
    'Its units are called',
    change.call ?? '',
    (value) => actions.change(file.file, { call: value }),
    { hint: 'one and several: ward|wards' },
  );
  const isLayer = file.role === 'layer';
  return make(
    'details',
    { class: 'settings', id: `settings-${i}` },
    make('summary', {}, 'Change', make('span', { class: 'for-readers' }, ` what ${file.file} is taken for`)),
    make('div', { class: 'fields' }, ...fields, ...(isLayer ? [called] : [])),
    button('Remove this file', () => actions.remove(file), { id: `remove-${i}` }),
  );
}
