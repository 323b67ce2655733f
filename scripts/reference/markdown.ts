/**
 * Parts of a Markdown page.
 */

/** A cell of a table: line breaks and bars would end it, and `<` begin an element. */
const cell = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
    .replace(/<(?=[\w/!])/g, '&lt;');

/** Text in code; a bar in it still ends a cell, so it is escaped with the cell. */
export const code = (text: string): string => `\`${text}\``;

/** A table with its headings; nothing where it has no rows. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text) => (text.startsWith('`') ? text.replaceAll('|', '\\|') : cell(text))).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A page of the reference from its parts, blank ones left out. */
export const referencePage = (title: string, ...parts: readonly string[]): string =>
  [
    `# ${title}`,
    '<!-- Written by npm run docs; a test holds it in step. Change the source, not this page. -->',
    ...parts,
  ]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
