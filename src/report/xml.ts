/**
 * Text as it may stand in XML, inside an element or an attribute.
 */

/** The text with markup escaped; signs that XML 1.0 forbids, such as control signs and lone surrogates, become U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, (sign) =>
      sign.length === 2 ? sign : '\ufffd',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replaceAll('\r', '&#13;');
}

/** The text for an attribute: line ends and tabs, which readers would turn into blanks, are kept. */
export const xmlAttribute = (text: string): string =>
  xmlText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
