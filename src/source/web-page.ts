/**
 * Web pages that come where data was asked for: from a firewall, a sign-in, a server that apologises.
 */

/** Whether a text begins as a web page does. */
export const looksLikePage = (start: string): boolean =>
  /^\uFEFF?\s*(<!--[\s\S]*?-->\s*)*(<\?xml[^>]*\?>\s*)?<(!doctype\s+html|html|head|body)\b/i.test(start);

/** The title of a page, as ` titled 'Access denied'`; blank where it has none. */
export function pageTitle(page: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(page)?.[1]?.replace(/\s+/g, ' ').trim() ?? '';
  return title === '' ? '' : ` titled '${title.slice(0, 80)}'`;
}
