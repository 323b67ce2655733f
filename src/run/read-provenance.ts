/**
 * Where a file came from, as the sidecar beside it says that was written when it was fetched.
 */
import { parseProvenance, PROVENANCE_ENDING, type Provenance } from '../result/provenance.js';
import { STANDARD_INPUT, type Files } from './files.js';

/** Larger ones are no sidecars of ours. */
const MOST_BYTES = 1 << 20;

/** The provenance of a file with a seal; null where there is none, or it is of another state of the file. */
export async function readProvenance(
  path: string,
  seal: { readonly bytes: number; readonly sha256: string },
  files: Files,
): Promise<Provenance | null> {
  const beside = path + PROVENANCE_ENDING;
  if (path === STANDARD_INPUT || !files.exists(beside)) return null;
  const provenance = parseProvenance(await textOf(beside, files));
  return provenance?.sha256 === seal.sha256 && provenance.bytes === seal.bytes ? provenance : null;
}

/** The text of a small file; blank for one that is large or may not be read: nothing depends on it. */
async function textOf(path: string, files: Files): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    const stream = files.open(path);
    for (let bytes = 0; bytes <= MOST_BYTES;) {
      const chunk = await stream.next();
      if (chunk === null) return text + decoder.decode();
      bytes += chunk.length;
      text += decoder.decode(chunk, { stream: true });
    }
    stream.close();
  } catch {
    // Whoever wants to know looks at the file.
  }
  return '';
}
