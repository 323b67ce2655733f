/**
 * The lists of the result document, field by field: in which order they are written, to how many places, and what
 * may stand in them when a saved result is read again.
 *
 * Writing, reading and checking all walk this one table, so they cannot disagree.
 */
import { bareWord, shortWord, unitWord, type Called } from '../layer/unit-words.js';

/** What one field of a record holds. */
export interface Field {
  readonly type: 'string' | 'number' | 'boolean' | 'two strings' | 'about';
  readonly orNull: boolean;
  /** Places that numbers are rounded to; null keeps them as they are. */
  readonly decimals: number | null;
  /** What it is in documents that were saved before there was such a field. */
  readonly before?: boolean | ((record: Readonly<Record<string, unknown>>) => string);
}

export type Fields = Readonly<Record<string, Field>>;

const TEXT: Field = { type: 'string', orNull: false, decimals: null };
const FLAG: Field = { type: 'boolean', orNull: false, decimals: null };
const COUNT: Field = { type: 'number', orNull: false, decimals: 0 };
const AMOUNT: Field = { type: 'number', orNull: false, decimals: 2 };
const METRES: Field = { type: 'number', orNull: false, decimals: 3 };
const DEGREES: Field = { type: 'number', orNull: true, decimals: 7 };
const PAIR: Field = { type: 'two strings', orNull: false, decimals: null };
const ABOUT: Field = { type: 'about', orNull: false, decimals: null };
/** A layer of a document, unchecked, by which its units are called. */
const calledOf = ({ id, kind }: Readonly<Record<string, unknown>>): Called => ({
  id: String(id),
  kind: typeof kind === 'string' ? kind : null,
});
const maybe = (field: Field): Field => ({ ...field, orNull: true });

/** The parts of the document that are lists of flat records. */
export const RECORD_LISTS = {
  inputs: { id: TEXT, role: TEXT, file: TEXT, format: TEXT, bytes: maybe(COUNT), sha256: maybe(TEXT) },
  layers: {
    id: TEXT,
    kind: maybe(TEXT),
    title: TEXT,
    one: { ...TEXT, before: (layer) => unitWord(calledOf(layer), 1) },
    many: { ...TEXT, before: (layer) => unitWord(calledOf(layer), 2) },
    short: { ...TEXT, before: (layer) => shortWord(calledOf(layer)) },
    noun: { ...TEXT, before: (layer) => bareWord(calledOf(layer), 1) },
    nouns: { ...TEXT, before: (layer) => bareWord(calledOf(layer), 2) },
    vintage: maybe(TEXT),
    units: COUNT,
    positions: COUNT,
    system: maybe(TEXT),
    systemKnownBy: maybe(TEXT),
    accuracyMetres: maybe(METRES),
    accuracyFrom: maybe(TEXT),
    codeField: TEXT,
    nameField: maybe(TEXT),
    areaHectares: maybe(AMOUNT),
    attribution: TEXT,
  },
  tolerances: { layers: PAIR, metres: METRES, from: TEXT, estimated: { ...FLAG, before: false } },
  reconciliation: {
    layer: TEXT,
    quantity: TEXT,
    total: AMOUNT,
    in_rows: AMOUNT,
    in_slivers: AMOUNT,
    outside: AMOUNT,
    left_out: AMOUNT,
    multiply_covered: AMOUNT,
    difference: AMOUNT,
  },
  sensitivity: {
    layers: PAIR,
    tolerance_m: METRES,
    material_pairs: COUNT,
    sliver_pairs: COUNT,
    sliver_ha: AMOUNT,
  },
  findings: {
    id: TEXT,
    layer: TEXT,
    finding: TEXT,
    severity: TEXT,
    code: TEXT,
    name: TEXT,
    other_code: TEXT,
    area_ha: maybe(AMOUNT),
    width_m: maybe(METRES),
    longitude: DEGREES,
    latitude: DEGREES,
    detail: TEXT,
  },
  rules: { rule: TEXT, met: FLAG, detail: TEXT },
} as const satisfies Readonly<Record<string, Fields>>;

/** The fields of a disclosure rule. */
export const DISCLOSURE_FIELDS = { under: COUNT, round: COUNT } as const satisfies Fields;

/** The fields of a law that was verified. */
export const LAW_FIELDS = {
  law: TEXT,
  checked: COUNT,
  largest: { ...AMOUNT, decimals: 6 },
  allowed: { ...AMOUNT, decimals: 6 },
  unit: TEXT,
  held: FLAG,
} as const satisfies Fields;

/** The fields of a column. */
export const COLUMN_FIELDS = {
  heading: TEXT,
  title: TEXT,
  kind: TEXT,
  decimals: maybe(COUNT),
  description: TEXT,
  about: ABOUT,
} as const satisfies Fields;

/** The fields of a column in documents saved before columns said what they are about. */
export const OLD_COLUMN_FIELDS: Fields = {
  heading: TEXT,
  kind: TEXT,
  decimals: maybe(COUNT),
  description: TEXT,
};

/** The parts of what a column is about, in the order in which they are written. */
export const ABOUT_PARTS = ['layer', 'measure', 'role'] as const;
