/**
 * GML, as feature services and mapping agencies hand it out.
 *
 * Which elements are features depends on schemas of their own, so it is converted. A document that is cut short is told
 * by its missing end: the converter takes what came before for the whole.
 */
import { convertedFormat } from './converted.js';
import { truncatedFile } from './damaged.js';
import { memberName, stemOf } from './format.js';
import { xmlRoot } from './xml-text.js';

const NAME = 'GML';

/** Roots of XML that mentions GML and holds none: pages, and what a service says where it refuses. */
const NO_FEATURES = /^(html|ExceptionReport|ServiceExceptionReport|Error|kml|gpx|schema)$/i;

export const gml = convertedFormat({
  id: 'gml',
  name: NAME,
  extensions: ['.gml'],
  detect: (bytes) => {
    const root = xmlRoot(bytes)?.replace(/^.*:/, '') ?? null;
    if (root === null || NO_FEATURES.test(root)) return false;
    return /\bgml\b|opengis\.net\/gml/i.test(new TextDecoder().decode(bytes.subarray(0, 65536)));
  },
  filesOf: (bytes, fileName) => {
    const root = xmlRoot(bytes)!;
    const end = new TextDecoder('windows-1252').decode(bytes.subarray(-4096)).replaceAll('\0', '');
    if (
      !end
        .replace(/<!--[\s\S]*?-->/g, '')
        .trimEnd()
        .endsWith('>') ||
      !end.includes(`</${root}`)
    )
      throw truncatedFile(fileName, NAME, `its last element is not the end of <${root}>`);
    const main = `${stemOf(memberName(fileName))}.gml`;
    return { files: [{ name: main, bytes }], main };
  },
  matched: (bytes) => {
    const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 8192)).replaceAll('\0', '');
    const found = /\bnumberMatched\s*=\s*["'](\d+)["']/.exec(head);
    return found === null ? null : Number(found[1]);
  },
});
