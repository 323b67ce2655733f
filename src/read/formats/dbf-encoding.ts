/**
 * Finds the text encoding of a .dbf: what the .cpg says, else UTF-8 if the rows are valid UTF-8, else Windows-1252.
 */

/** A label that TextDecoder understands. */
export function attributeEncoding(dbf: Uint8Array, cpg: Uint8Array | undefined): string {
  const stated = cpg ? encodingLabel(new TextDecoder().decode(cpg)) : null;
  if (stated !== null) return stated;
  const header = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength).getUint16(8, true);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(dbf.subarray(header));
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The label for what a .cpg says (`UTF-8`, `1252`, `ANSI 1252`, `88591`, `65001` …), or null if unknown. */
function encodingLabel(text: string): string | null {
  const said = text
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();
  const page = /^(?:ansi|cp|ibm|oem)?\s*(\d+)$/.exec(said)?.[1];
  const candidates = page === '65001' ? ['utf-8'] : page ? [`windows-${page}`, isoLabel(page)] : [said];
  return candidates.find((label) => isKnown(label)) ?? null;
}

const isoLabel = (page: string): string => page.replace(/^8859-?(\d+)$/, 'iso-8859-$1');

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
