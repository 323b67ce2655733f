/**
 * The columns beside a column of codes: names and ODS codes.
 *
 *     icb24_code      icb24_name   icb24_code_nhs
 *     ICB24CD         ICB24NM      ICB24CDH
 *     ONS_ICB_CODE    ICB_NAME     ICB_CODE
 *     LSOA 2021 Code  LSOA 2021 Name
 */
import { type Table, columnWithKey, headingKey } from './table.js';
import { tidyColumn } from './tidy-codes.js';
import { compareCodes } from '../trouble/order.js';

/** Columns of names and of ODS codes that belong to a code column; -1 where there is none. */
export interface CodeSiblings {
  readonly name: number;
  readonly ods: number;
}

/** Finds the siblings of a code column by its heading. */
export function codeSiblings(table: Table, codeColumn: number): CodeSiblings {
  const key = headingKey(table.headings[codeColumn]!);
  const bare = key.replace(/_(nhs|h|ods)$/, '').replace(/(cd|code)h$/, '$1');
  const stem = bare.replace(/_?(cd|code)$/, '');
  const nhsOnly = stem.replace(/^ons_/, '');
  const isOds = bare !== key;
  const name = columnWithKey(
    table,
    [stem, nhsOnly].flatMap((s) => [`${s}_name`, `${s}nm`, `${s}_nm`, `${s}name`]),
  );
  const ods = isOds
    ? codeColumn
    : columnWithKey(table, [
        `${bare}_nhs`,
        `${bare}_h`,
        `${bare}h`,
        `${bare}_ods`,
        `${stem}_ods`,
        `${stem}_ods_code`,
        ...(nhsOnly === stem ? [] : [`${nhsOnly}_code`]),
      ]);
  return { name: name === codeColumn ? -1 : name, ods };
}

/** For every code the commonest text beside it (ties by plain order), and the codes that have more than one. */
export function textBeside(
  table: Table,
  codeColumn: number,
  textColumn: number,
): { readonly texts: ReadonlyMap<string, string>; readonly several: readonly string[] } {
  const codes = tidyColumn(table, codeColumn);
  const texts = table.distinct(textColumn);
  const tally = new Map<number, Map<number, number>>();
  for (let row = 0, end = 0; row < table.rowCount; row = end) {
    const [code, text] = [codes.index[row]!, texts.index[row]!];
    // Rows of one unit mostly stand together.
    while (end < table.rowCount && codes.index[end] === code && texts.index[end] === text) end++;
    if (texts.values[text] === '') continue;
    const counts = tally.get(code) ?? new Map<number, number>();
    counts.set(text, (counts.get(text) ?? 0) + end - row);
    tally.set(code, counts);
  }
  const chosen = new Map<string, string>();
  const several: string[] = [];
  for (const [code, counts] of tally) {
    const found = [...counts].map(([text, count]) => ({ text: texts.values[text]!, count }));
    found.sort((a, b) => b.count - a.count || compareCodes(a.text, b.text));
    chosen.set(codes.values[code]!, found[0]!.text);
    if (found.length > 1) several.push(codes.values[code]!);
  }
  return { texts: chosen, several: several.sort() };
}
