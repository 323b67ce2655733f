/**
 * A table of the result document: columns that say what they hold and what they are about, rows of cells.
 */
import { capital } from '../trouble/count-text.js';
import type { Role } from './role.js';

/** What a column holds; decides how it is written and described. */
export type ColumnKind =
  | 'code'
  | 'name'
  | 'text'
  | 'count'
  | 'hectares'
  | 'percent'
  | 'metres'
  | 'kilometres'
  | 'people'
  | 'share'
  | 'degrees'
  | 'number'
  | 'flag';

/** What a column is about; a part that does not apply is not there. Readers ask this, never the heading. */
export interface About {
  /** Id of the layer whose units it speaks of. */
  readonly layer?: string;
  /** Name of the measure it counts; land has none. */
  readonly measure?: string;
  readonly role?: Role;
}

export interface Column {
  /** The heading, part of the contract. */
  readonly heading: string;
  /** The heading in words for people, beginning small: `% of ICB residents`, `main ICB`, `overlap (ha)`. */
  readonly title: string;
  readonly kind: ColumnKind;
  /** Decimals written; null for as many as needed (metrics). Meaningless for text. */
  readonly decimals: number | null;
  /** What the column says, one sentence, for people and for the metadata beside a CSV. */
  readonly description: string;
  readonly about: About;
  /** What the ids that stand in its cells are called for people, where it holds ids: `lad_2024` → `councils of 2024`. */
  readonly words?: Readonly<Record<string, string>>;
}

/** A cell; null is written as blank. In a result figures are rounded to the decimals of their column. */
export type Cell = string | number | boolean | null;

export interface Table {
  /** The name given to --table, e.g. `overlap`. */
  readonly name: string;
  /** What it is called for people, in a few words: `Councils split between ICBs`; not in documents saved before. */
  readonly title?: string;
  /** One sentence: what one row is. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a table is called for people; by its name where it has no title. */
export const tableTitle = ({ title, name }: Pick<Table, 'title' | 'name'>): string =>
  title ?? capital(name).replaceAll('_', ' ');

/** The title of a column as it heads one, with a capital. */
export const columnTitle = ({ title }: Pick<Column, 'title'>): string => capital(title);
