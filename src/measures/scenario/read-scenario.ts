/**
 * Reads a scenario from YAML.
 *
 *     name: two_councils
 *     layer: england:ltla
 *     against: [england:icb@2026, england:pfa]
 *     operations:
 *       - merge: [E07000207, E07000208]
 *         into: {code: X_EAST_SURREY, name: East Surrey}
 *       - move: ['ward:E05007301']
 *         from: E07000209
 *         to: E07000216
 *       - split: E10000030
 *         into:
 *           - {code: X_WEST, name: West, pieces: ['ltla:E07000209']}
 *           - {code: X_EAST, name: East, rest: true}
 *       - create: {code: X_NEW, name: New}
 *         pieces: [E01000001]
 *       - rename: E54000042
 *         to: {code: E54000067}
 *       - abolish: E54000034
 *         to: nobody
 *       - regroup:
 *           - {code: E54000022, name: Norfolk and Waveney, pieces: ['icb:E54000022']}
 */
import { parseDocument } from 'yaml';
import { yamlValue } from '../../trouble/yaml-value.js';
import { InputError } from '../../trouble/input-error.js';
import { inFull, isFields, KEYS, mergeForm, rightForm, verbMeant, VERBS } from './operation-forms.js';
import type { Destination, Operation, Scenario, Taking, Target, Verb } from './scenario-document.js';

const TOP = ['name', 'title', 'source', 'layer', 'against', 'pieces', 'operations'];

/** Where every form is shown. */
const MORE = 'coterminous help scenarios shows every form';

/** The scenario in a YAML text. Throws InputError for what is no YAML or no scenario, with the place. */
export function readScenario(text: string, file: string): Scenario {
  const document = parseDocument(text, { uniqueKeys: true });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const line = problem.linePos?.[0].line;
    throw wrong(
      file,
      line === undefined ? 'YAML' : `line ${line}`,
      problem.message.split('\n')[0]!.replace(/[.:]$/, ''),
      'Mend the YAML; codes with a colon need quotes',
    );
  }
  const value: unknown = yamlValue(document, file);
  const top = new Reading(Array.isArray(value) ? { operations: value } : value, file, 'the scenario', MORE);
  const named = top.record(null);
  const verbs = VERBS.filter((verb) => verb in named);
  const beside = verbs.length === 1 ? KEYS[verbs[0]!] : [];
  const fields = top.record([...TOP, ...VERBS, ...beside], (key) => topHint(key, named[key]));
  return {
    name: top.at(fields['name'], 'name').textOr(file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')),
    title: top.at(fields['title'], 'title').textOrNull(),
    source: top.at(fields['source'], 'source').textOrNull(),
    file,
    layer: top.at(fields['layer'], 'layer').textOrNull(),
    against: top.at(fields['against'], 'against').texts(),
    pieces: top.at(fields['pieces'], 'pieces').texts(),
    operations: listOf(fields, top).flatMap((operation, i, { length }) => {
      const place =
        length === 1 && fields['operations'] === undefined ? 'the scenario' : `operation ${i + 1}`;
      return inFull(operation).map((each) => readOperation(each, file, place));
    }),
  };
}

/** The operations as they are listed, or those whose verbs stand at the top. */
function listOf(fields: Fields, top: Reading): unknown[] {
  const verbs = VERBS.filter((verb) => verb in fields);
  const list = fields['operations'];
  if (verbs.length === 0 || list !== undefined) {
    if (verbs.length > 0) throw top.wrong(`'${verbs[0]!}' stands beside operations: put it among them`);
    if (Array.isArray(list) && list.length > 0) return list;
    if (isFields(list) && Object.keys(list).length > 0) return listOf(list, top);
    throw top
      .at(list, 'operations')
      .wrong('there are none', `Write ${mergeForm('New name', ['One unit', 'Another'])}; ${MORE}`);
  }
  if (verbs.includes('create'))
    throw top.wrong(
      'create cannot stand at the top',
      `Write operations: [${rightForm('create', fields).slice(2)}]; ${MORE}`,
    );
  return verbs.map((verb) => {
    const beside = verbs.length > 1 ? [] : KEYS[verb].filter((key) => key in fields);
    return Object.fromEntries([verb, ...beside].map((key) => [key, fields[key]]));
  });
}

/** What to write for a key at the top that is none. */
function topHint(key: string, value: unknown): string {
  const verb = verbMeant(key);
  const form =
    verb !== null
      ? rightForm(verb, { [key]: value }, key)
      : Array.isArray(value)
        ? mergeForm(key, value)
        : isFields(value) && Object.keys(value).length > 0
          ? mergeForm(...Object.entries(value)[0]!)
          : null;
  return form === null ? MORE : `Write ${form}${verb === null ? '' : ' under operations:'}; ${MORE}`;
}

function readOperation(given: unknown, file: string, place: string): Operation {
  const blank = new Reading(given, file, place, MORE);
  const named = blank.record(null);
  const verb = VERBS.find((key) => key in named);
  if (verb === undefined) {
    const [key = ''] = Object.keys(named);
    throw blank.wrong(`'${key}' is none of ${VERBS.join(', ')}`, `Write ${formMeant(named, key)}; ${MORE}`);
  }
  const reading = new Reading(given, file, place, `Write ${rightForm(verb, named)}; ${MORE}`);
  const fields = reading.record([verb, ...KEYS[verb]]);
  const again = reading.at(fields['again'], 'again').isTrue();
  return { verb, place, takings: TAKINGS[verb](fields, reading), ...(again ? { again } : {}) };
}

/** The right form of an operation without a verb of ours: its first key is one, or a value is: `type: merge`. */
function formMeant(named: Fields, key: string): string {
  const said = Object.entries(named).find(([, value]) => VERBS.some((verb) => verb === value));
  if (said === undefined) return rightForm(verbMeant(key) ?? 'merge', named, key);
  const others = Object.fromEntries(Object.entries(named).filter(([other]) => other !== said[0]));
  const list = Object.keys(others).find((other) => Array.isArray(others[other])) ?? Object.keys(others)[0];
  return rightForm(said[1] as Verb, others, list);
}

type Fields = Readonly<Record<string, unknown>>;

const TAKINGS: Readonly<Record<Verb, (fields: Fields, reading: Reading) => Taking[]>> = {
  merge: (fields, reading) => {
    const to = reading.at(fields['into'], 'into').target();
    return reading
      .at(fields['merge'], 'merge')
      .someTexts()
      .map((code) => ({ pieces: 'rest', from: code, to }));
  },
  move: (fields, reading) => [
    {
      pieces: reading.at(fields['move'], 'move').someTexts(),
      from: reading.at(fields['from'], 'from').textOrNull(),
      to: reading.at(fields['to'], 'to').target(),
    },
  ],
  split: (fields, reading) => {
    const from = reading.at(fields['split'], 'split').text();
    const takings = reading.at(fields['into'], 'into').parts(from);
    // What is left can only be known once everything else has been taken.
    return [
      ...takings.filter(({ pieces }) => pieces !== 'rest'),
      ...takings.filter(({ pieces }) => pieces === 'rest'),
    ];
  },
  regroup: (fields, reading) => reading.at(fields['regroup'], 'regroup').parts(null),
  rename: (fields, reading) => {
    const from = reading.at(fields['rename'], 'rename').text();
    return [{ pieces: 'rest', from, to: reading.at(fields['to'], 'to').target(from) }];
  },
  create: (fields, reading) => [
    {
      pieces: reading.at(fields['pieces'], 'pieces').someTexts(),
      from: reading.at(fields['from'], 'from').textOrNull(),
      to: reading.at(fields['create'], 'create').target(),
    },
  ],
  abolish: (fields, reading) => [
    {
      pieces: 'rest',
      from: reading.at(fields['abolish'], 'abolish').text(),
      to: reading.at(fields['to'], 'to').destination(),
    },
  ],
};

/** A value of the document with its place, read as what it should be. */
class Reading {
  constructor(
    private readonly value: unknown,
    private readonly file: string,
    private readonly place: string,
    private readonly hint: string,
  ) {}

  at(value: unknown, key: string): Reading {
    return new Reading(value, this.file, `${this.place}, ${key}`, this.hint);
  }

  wrong(message: string, hint = this.hint): InputError {
    return wrong(this.file, this.place, message, hint);
  }

  /** The fields of a mapping; with `known`, throws for any other. */
  record(known: readonly string[] | null, hintFor?: (key: string) => string): Record<string, unknown> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      throw this.wrong('it wants fields, each as `name: value`');
    }
    const unknown = known === null ? undefined : Object.keys(this.value).find((key) => !known.includes(key));
    if (unknown !== undefined)
      throw this.wrong(
        `'${unknown}' is not known here; it may have ${known!.join(', ')}`,
        hintFor?.(unknown),
      );
    return this.value as Record<string, unknown>;
  }

  textOrNull(): string | null {
    if (this.value === undefined || this.value === null) return null;
    // A code of digits alone, unquoted, is a number to YAML.
    if (typeof this.value === 'number') return String(this.value);
    if (typeof this.value !== 'string' || this.value.trim() === '') throw this.wrong('it wants text');
    return this.value.trim();
  }

  /** Whether it says `true`; nothing is `false`. */
  isTrue(): boolean {
    if (this.value !== undefined && typeof this.value !== 'boolean')
      throw this.wrong('it wants true or false');
    return this.value === true;
  }

  textOr(other: string): string {
    return this.textOrNull() ?? other;
  }

  text(): string {
    const text = this.textOrNull();
    if (text === null) throw this.wrong('it is missing');
    return text;
  }

  /** A text or a list of them; none where nothing is given. */
  texts(): string[] {
    if (this.value === undefined || this.value === null) return [];
    const list = Array.isArray(this.value) ? (this.value as unknown[]) : [this.value];
    return list.map((value) => this.at(value, 'list').text());
  }

  someTexts(): string[] {
    const texts = this.texts();
    if (texts.length === 0) throw this.wrong('it wants one name or code, or a list of them');
    return texts;
  }

  /** A code or a name, or `{code, name}`; without a code the unit keeps `own`, or is called by its name. */
  target(own?: string): Target {
    if (typeof this.value === 'string' || typeof this.value === 'number')
      return { code: this.text(), name: null };
    const fields = this.record(['code', 'name']);
    const name = this.at(fields['name'], 'name').textOrNull();
    const code = this.at(fields['code'], 'code').textOrNull() ?? own;
    // A unit without a code is called by its name.
    if (code === undefined && name !== null) return { code: name, name: null };
    return { code: code ?? this.at(undefined, 'code').text(), name };
  }

  /** Units with their pieces. */
  parts(from: string | null): Taking[] {
    if (!Array.isArray(this.value) || this.value.length === 0) {
      throw this.wrong('it wants a list of units, each with code, name and pieces (or rest: true)');
    }
    return this.value.map((part: unknown): Taking => {
      const inner = this.at(part, 'unit');
      const { pieces, rest, ...target } = inner.record(['code', 'name', 'pieces', 'rest']);
      return {
        pieces: rest === true && from !== null ? 'rest' : inner.at(pieces, 'pieces').someTexts(),
        from,
        to: target['code'] === 'nobody' ? null : inner.at(target, 'unit').target(),
      };
    });
  }

  destination(): Destination {
    if (this.value === undefined || this.value === null) {
      throw this.wrong('its land would be left with nobody: say which unit gets it, or `to: nobody`');
    }
    return this.value === 'nobody' ? null : this.target();
  }
}

const wrong = (file: string, place: string, message: string, hint: string): InputError =>
  new InputError({ id: 'scenario-unclear', file, place, message, hint });
