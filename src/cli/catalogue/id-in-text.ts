/**
 * An id of the catalogue where a file is expected: `icb@2024`, `icb@2024:BSC`, `lsoa-icb@2026:LSOA21CD:ICB26CD`.
 */
export interface IdInText {
  /** The id, with its resolution where one is named. */
  readonly id: string;
  /** What follows it: columns, an inner layer. */
  readonly rest: string;
}

const FORM = /^([A-Za-z][\w -]*@\d{4}(?:-\d{2})?(?::(?:BFC|BFE|BGC|BSC|BUC))?)([:#].*)?$/is;

/** The id that a text begins with; null where it has not the form. A year is never left out here: a config says what it means. */
export function idInText(text: string): IdInText | null {
  const found = FORM.exec(text);
  return found === null ? null : { id: found[1]!, rest: found[2] ?? '' };
}
