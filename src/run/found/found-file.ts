/**
 * What a file was found to be: its role, and what can be made of it.
 */
import type { InputTrouble } from '../../trouble/input-error.js';
import type { LayerSource } from '../request.js';

/** What a file is taken for, as a word that a person can change. */
export const FILE_ROLES = {
  layer: 'a boundary layer',
  blocks: 'small areas that people are counted by',
  people: 'people',
  lookup: 'a lookup',
  services: 'services at points',
  scenario: 'a scenario',
  recode: 'changes of codes',
  config: 'a config file, whose reports can be run',
  result: 'a saved result, to be shown or held against',
  other: 'nothing',
} as const;

export type FileRole = keyof typeof FILE_ROLES;

export interface FoundLayer {
  /** As a LAYER is written: a path, with an inner layer or the columns of a lookup. */
  readonly file: string;
  readonly source: LayerSource;
  readonly id: string;
  readonly kind: string | null;
  readonly vintage: string | null;
  readonly title: string;
  /** How many; null for points, which are no units. */
  readonly units: number | null;
  readonly codeField: string | null;
  readonly nameField: string | null;
  /** Name of the coordinate system; null without shapes. */
  readonly system: string | null;
  /** Names of the first units, for choosing among them. */
  readonly names: readonly string[];
}

export interface FoundLookup {
  readonly file: string;
  /** The columns of codes. */
  readonly headings: readonly string[];
  /** How many different codes each of them holds. */
  readonly distinct: readonly number[];
  /** The column of weights, for members of several groups; null for none. */
  readonly weight: string | null;
}

/** People of a table, by the column that counts them. */
export interface FoundPeople {
  readonly file: string;
  readonly total: number;
  /** What was counted, from file and column. */
  readonly basis: string;
  readonly column: string;
  /** What is counted: residents, registered patients, people. */
  readonly counted: string;
  readonly codes: string;
  /** Whether the table says where each of them is, so that no small areas are needed. */
  readonly atPoints: boolean;
  /** Kind of the areas they are counted by (`postcode` for postcodes), and its year; null where the heading does not say. */
  readonly kind: string | null;
  readonly vintage: string | null;
}

/** Something about a file that a person can set: what it is now, and what else it could be. */
export interface FileSetting {
  readonly setting: 'role' | 'inner' | 'code' | 'name' | 'crs' | 'column' | 'group' | 'weight';
  readonly now: string | null;
  readonly values: readonly string[];
}

/** What a person set about a file; what is left out is told from the file. */
export interface FileChange {
  readonly role?: FileRole;
  readonly inner?: string;
  readonly id?: string;
  readonly code?: string;
  readonly name?: string;
  readonly crs?: string;
  readonly column?: string;
  /** Of a lookup: the column of its units, and that of weights (blank for none). */
  readonly group?: string;
  readonly weight?: string;
  /** One of its units and several: `ward|wards`. */
  readonly call?: string;
  /** True to take a download that its server cut as it is. */
  readonly truncated?: boolean;
}

/** One file, or one inner layer of one. */
export interface FoundFile {
  /** Its name, with `#` and the inner layer where it holds several. */
  readonly file: string;
  readonly path: string;
  readonly inner?: string;
  readonly role: FileRole;
  /** The layer of boundaries or small areas; the layers that a lookup has; else none. */
  readonly layers: readonly FoundLayer[];
  readonly people: FoundPeople | null;
  readonly lookup: FoundLookup | null;
  readonly settings: readonly FileSetting[];
  /** What more there is to know of it, as a sentence's end; blank for nothing. */
  readonly aside: string;
  /** Why it is nothing. */
  readonly why: string;
  /** The refusal behind that, where there is one. */
  readonly trouble: InputTrouble | null;
}
