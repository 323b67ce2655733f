/**
 * Which network and which ICB each GP practice belongs to.
 *
 * Three published layouts: the practice map beside "Patients registered at a GP practice" (gp-reg-pat-prac-map), the
 * sheet "PCN Core Partner Details" of ePCN.xlsx, and the same as a CSV without headings from the ODS data search.
 */
import { InputError } from '../../trouble/input-error.js';
import { counted, firstThree } from '../../trouble/count-text.js';
import { makeNote, type Note } from '../../trouble/note.js';
import { recordReading, type ReadingRecord } from '../../trouble/reading-record.js';
import { columnTaken, rowsRead } from '../../layer/columns-taken.js';
import { codeSiblings } from '../../layer/lookup-names.js';
import { tidyCode } from '../../layer/tidy-codes.js';
import { sourceName } from '../../layer/people.js';
import { type Table, columnWithKey, headingKey, headingList } from '../../layer/table.js';

/** A practice and what it belongs to; '' where the map does not say. */
export interface PracticePlace {
  readonly pcn: string;
  readonly icb: string;
}

export interface PracticeMap {
  /** By practice code. */
  readonly practices: ReadonlyMap<string, PracticePlace>;
  /** Names of networks and of ICBs by code. */
  readonly pcnNames: ReadonlyMap<string, string>;
  readonly icbNames: ReadonlyMap<string, string>;
  /** ODS codes of ICBs by code, where the map has both. */
  readonly icbOds: ReadonlyMap<string, string>;
  /** False where the layout has no ICBs (ePCN). */
  readonly hasIcb: boolean;
  readonly source: string;
  readonly notes: readonly Note[];
  readonly reading: ReadingRecord;
}

interface MapColumns {
  readonly practice: number;
  readonly pcn: number;
  readonly pcnName: number;
  readonly icb: number;
  readonly icbName: number;
  readonly icbOds: number;
  readonly end: number;
}

/** True where headings are those of a sheet that maps practices to networks. */
export function suitsPracticeMap(headings: readonly string[]): boolean {
  const keys = headings.map(headingKey);
  return keys.includes('pcn_code') && keys.some((key) => PRACTICE.includes(key));
}

const PRACTICE = ['practice_code', 'partner_organisation_code', 'gp_practice_code', 'org_code'];
const END = ['practice_to_pcn_relationship_end_date', 'relationship_end_date', 'end_date', 'left_date'];

/**
 * Reads the map. Relationships that have ended and, with `closed`, networks that have closed are passed over and
 * said. Throws InputError for a practice in two networks or two ICBs at once, and for a table of another layout.
 */
export function readPracticeMap(table: Table, closed: ReadonlySet<string> = new Set()): PracticeMap {
  const columns = mapColumns(table);
  const cell = (column: number, row: number): string => (column < 0 ? '' : table.text(column, row));
  const practices = new Map<string, PracticePlace>();
  const [pcnNames, icbNames, icbOds] = [
    new Map<string, string>(),
    new Map<string, string>(),
    new Map<string, string>(),
  ];
  const torn = new Set<string>();
  const inClosed: string[] = [];
  let withoutPractice = 0;
  let ended = 0;
  let repeated = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const practice = tidyCode(cell(columns.practice, row));
    if (practice === '') {
      withoutPractice++;
      continue;
    }
    if (cell(columns.end, row) !== '') {
      ended++;
      continue;
    }
    const place = { pcn: cell(columns.pcn, row), icb: cell(columns.icb, row) };
    if (closed.has(place.pcn)) {
      inClosed.push(practice);
      continue;
    }
    const before = practices.get(practice);
    if (before !== undefined) {
      if (before.pcn !== place.pcn || before.icb !== place.icb) torn.add(practice);
      repeated++;
    }
    practices.set(practice, place);
    remember(pcnNames, place.pcn, cell(columns.pcnName, row));
    remember(icbNames, place.icb, cell(columns.icbName, row));
    remember(icbOds, place.icb, cell(columns.icbOds, row));
  }
  if (torn.size > 0) throw practiceTorn(table, [...torn].sort());
  const notes = [
    ...table.notes,
    makeNote('practices-mapped', table.fileName, {
      counts: { practices: practices.size },
      words: { column: table.headings[columns.pcn]! },
    }),
  ];
  if (withoutPractice > 0)
    notes.push(makeNote('rows-without-practice', table.fileName, { counts: { rows: withoutPractice } }));
  if (ended > 0)
    notes.push(makeNote('relationships-ended', table.fileName, { counts: { relationships: ended } }));
  if (inClosed.length > 0) {
    notes.push(
      makeNote('practices-in-closed-networks', table.fileName, {
        counts: { practices: inClosed.length },
        words: { codes: inClosed.sort() },
      }),
    );
  }
  if (repeated > 0)
    notes.push(makeNote('practices-repeated', table.fileName, { counts: { rows: repeated } }));
  return {
    practices,
    pcnNames,
    icbNames,
    icbOds,
    hasIcb: columns.icb >= 0,
    source: sourceName(table),
    notes,
    reading: recordReading({
      fields: [
        ...columnTaken(table, 'practice', columns.practice, 'heading'),
        ...columnTaken(table, 'network', columns.pcn, 'heading'),
        ...columnTaken(table, 'icb', columns.icb, 'heading'),
      ],
      read: rowsRead(table),
      counted: practices.size,
      notes,
      makes: { count: practices.size, one: 'practice', many: 'practices' },
    }),
  };
}

/** Codes of networks with a close date, from the sheet PCNDetails of ePCN.xlsx. */
export function readClosedNetworks(table: Table): Set<string> {
  const code = columnWithKey(table, ['pcn_code']);
  const close = columnWithKey(table, ['close_date', 'closed_date', 'pcn_close_date']);
  if (code < 0 || close < 0) {
    throw new InputError({
      id: 'pcn-details-columns',
      file: table.fileName,
      message: 'no columns PCN Code and Close Date',
      hint: `Give the sheet PCNDetails of ePCN.xlsx; the columns are ${headingList(table)}.`,
    });
  }
  const closed = new Set<string>();
  for (let row = 0; row < table.rowCount; row++) {
    if (table.text(close, row) !== '') closed.add(table.text(code, row));
  }
  return closed;
}

function remember(names: Map<string, string>, code: string, name: string): void {
  const before = names.get(code);
  if (code !== '' && name !== '' && (before === undefined || name < before)) names.set(code, name);
}

function mapColumns(table: Table): MapColumns {
  const headless = table.headings[0] === 'column 1' && table.headings.length >= 10;
  if (headless && /^[A-Z]\d{5}$/.test(table.text(0, 0)) && /^U\d{5}$/.test(table.text(4, 0))) {
    return { practice: 0, pcn: 4, pcnName: 5, icb: -1, icbName: -1, icbOds: -1, end: 9 };
  }
  const practice = columnWithKey(table, PRACTICE);
  const pcn = columnWithKey(table, ['pcn_code']);
  if (practice < 0 || pcn < 0) {
    throw new InputError({
      id: 'practice-map-columns',
      file: table.fileName,
      message: 'no columns of practice codes and network codes',
      hint: `Give gp-reg-pat-prac-map.csv or the sheet "PCN Core Partner Details" of ePCN.xlsx; the columns are ${headingList(table)}.`,
    });
  }
  const icb = columnWithKey(table, ['ons_icb_code', 'icb_code', 'icb24_code', 'icb23_code']);
  const siblings = icb < 0 ? { name: -1, ods: -1 } : codeSiblings(table, icb);
  return {
    practice,
    pcn,
    pcnName: columnWithKey(table, ['pcn_name']),
    icb,
    icbName: siblings.name,
    icbOds: siblings.ods,
    end: columnWithKey(table, END),
  };
}

function practiceTorn(table: Table, practices: readonly string[]): InputError {
  return new InputError({
    id: 'practice-in-two-networks',
    file: table.fileName,
    message: `${counted(practices.length, 'practice')} in more than one network or ICB at once: ${firstThree(practices)}`,
    hint: 'Give the end date of the earlier relationship, or remove its row.',
  });
}
