/**
 * A note: something decided or passed over while an input was read, which a reader of the result should know.
 *
 * Notes are data. What is counted stands apart from what is said, so that a disclosure rule can be applied to it; the
 * sentences are made in `say-notes.ts` and nowhere else.
 */
export const NOTE_IDS = [
  // Tables: what was supposed of the file.
  'not-utf8',
  'cells-divided',
  'lines-above-headings',
  'codes-for-headings',
  'known-layout',
  'sheet-chosen',
  'headings-found',
  'sheet-without-headings',
  'rows-below-table',
  'sheet-empty',
  'page-of-rows',
  'download-cut',
  // People.
  'people-columns',
  'country-totals',
  'rows-without-code',
  'rows-outside-faces',
  'rows-without-number',
  'shorthand-cells',
  'blank-cells',
  'breakdown-of-one',
  'breakdown-added',
  'breakdown-chosen',
  'breakdown-mixed',
  'breakdown-short',
  'breakdown-unknown',
  'table-totals',
  'points-counted',
  'decile-columns',
  'core20',
  'blocks-without-decile',
  'deciles-without-people',
  // Lookups and blocks.
  'member-rows-repeated',
  'rows-without-member',
  'rows-without-group',
  'members-without-group',
  'members-in-several-groups',
  'weights-all-one',
  'units-with-several-names',
  'lookup-columns',
  'lookup-best-fit',
  'areas-listed',
  'atom-columns',
  'figures-derived',
  'figures-of-2011',
  'figures-best-fit',
  'blocks-put-outside-england',
  'codes-recoded',
  'units-in-no-group',
  'members-not-units',
  'blocks-on-one-side',
  'blocks-of-different-years',
  'codes-respelled',
  'people-elsewhere',
  // Shapes.
  'features-without-land',
  'names-for-codes',
  'names-in-capitals',
  'codes-chosen',
  'several-vintages',
  'parent-passed-over',
  'names-repeat',
  'codes-on-several-features',
  'system-supposed',
  'system-changed',
  'different-resolution',
  'different-extent',
  'different-vintage',
  'land-clipped',
  // Registrations and practices.
  'registrations-counted',
  'registrations-blank',
  'areas-chosen',
  'practices-unmapped',
  'patients-outside-england',
  'registered-not-residents',
  'practices-mapped',
  'rows-without-practice',
  'relationships-ended',
  'practices-in-closed-networks',
  'practices-repeated',
  'weights-counted',
  'weights-without-code',
  'weights-without-unit',
  'weights-unknown',
  // Points and services.
  'point-columns',
  'points-by-size',
  'points-without-coordinates',
  'postcodes-terminated',
  'points-on-irish-grid',
  'services-of-one-type',
  'services-without-coordinates',
  'minutes-of-other-sites',
  'minutes-repeated',
  'minutes-read',
  // Places and scenarios.
  'kind-understood',
  'vintage-goes-on',
  'vintage-before',
  'name-of-others',
  'place-succeeded',
  'place-in-one-of',
  'place-by-part',
  'place-by-old-code',
  'disclosure-rule',
  'disclosure-several',
  'scenario-source',
  'scenario-layer-found',
] as const;

/** What a note says: one of a closed list, each with a sentence of its own. */
export type NoteId = (typeof NOTE_IDS)[number];

export interface Note {
  readonly id: NoteId;
  /** What the input is for: `layer`, `people`, `blocks`, `lookup`, `registrations` …; null where nobody has said. */
  readonly role: string | null;
  /** The input's name without its folders, or null where the note is of no file. */
  readonly file: string | null;
  /** Numbers of rows, blocks, units, features …, by name. */
  readonly counts: Readonly<Record<string, number>>;
  /** Numbers of people, by name. */
  readonly people?: Readonly<Record<string, number>>;
  /** Headings, codes and other texts, by name. */
  readonly words?: Readonly<Record<string, string | readonly string[]>>;
}

/** What a note holds beside its id and its file. */
export type NoteParts = Partial<Pick<Note, 'role' | 'counts' | 'people' | 'words'>>;

/** A note on a file, of whose name the folders are left out, or on none. */
export function makeNote(id: NoteId, file: string | null, parts: NoteParts = {}): Note {
  return { id, role: null, file: file === null ? null : withoutFolders(file), counts: {}, ...parts };
}

/** A file's name without the folders it lies in: a result must not tell whose they are. */
export const withoutFolders = (path: string): string => path.replace(/^.*[/\\]/s, '');

/** The notes of an input with what it is for, where that was not said before. */
export const inRole = (role: string, notes: readonly Note[]): Note[] =>
  notes.map((note) => (note.role === null ? { ...note, role } : note));
