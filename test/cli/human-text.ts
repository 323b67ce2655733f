/**
 * The words of files that people read: Markdown, page, document, workbook, picture. What is there for machines is left
 * out: scripts, the data of a page, headings of the CSV where they are said to be such, SHA-256 sums.
 */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

/** The text of a file by its ending. */
export function humanText(path: string): string {
  if (/\.(docx|xlsx)$/.test(path)) return officeText(readFileSync(path), path.endsWith('.xlsx'));
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.html')) return pageText(text);
  if (path.endsWith('.svg')) return markupText(text.replace(/<style[\s\S]*?<\/style>/g, ''));
  return text;
}

/** Text between tags, and the attributes that are read out. */
function markupText(markup: string): string {
  const spoken = [...markup.matchAll(/(?:aria-label|alt|title|data-title)="([^"]*)"/g)].map(
    ([, text]) => text!,
  );
  return [markup.replace(/<[^>]*>/g, '\n'), ...spoken]
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&(#39|apos);/g, "'")
    .replaceAll('&amp;', '&');
}

const pageText = (page: string): string =>
  markupText(page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<code>[^<]*<\/code>/g, ''));

function officeText(bytes: Uint8Array, isWorkbook: boolean): string {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) =>
    /word\/document|worksheets\/sheet|tables\/table|workbook\.xml$|core\.xml/.test(name),
  );
  return names
    .map((name) => {
      // How a figure of a workbook is shown its format says, and a test of its own.
      const xml = strFromU8(parts[name]!).replace(/<v>[^<]*<\/v>/g, '');
      return markupText(isWorkbook && xml.includes('Heading in the CSV') ? withoutCsvHeadings(xml) : xml);
    })
    .join('\n');
}

/** A sheet of columns without the third, which has the headings of the contract. */
const withoutCsvHeadings = (xml: string): string => {
  const letter = /<c r="([A-Z])\d+"(?:(?!<\/c>)[\s\S])*Heading in the CSV/.exec(xml)?.[1];
  if (letter === undefined) return xml;
  return xml.replace(new RegExp(`<c r="${letter}\\d+"[\\s\\S]*?</c>`, 'g'), '');
};
