/**
 * XML parts and pictures as one ZIP archive, the container of office documents.
 */
import { strToU8, zipSync } from 'fflate';

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The archive, parts in the order given; text is taken for XML without its first line. The same parts give the same bytes. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files = Object.entries(parts).map(([path, content]) => [
    path,
    typeof content === 'string' ? strToU8(XML_HEAD + content) : content,
  ]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { level: 6, mtime: firstDay() });
}

/** The first day that a ZIP archive can name. Made of parts and read by parts, so it is the same in every time zone. */
const firstDay = (): Date => new Date(1980, 0, 1);
