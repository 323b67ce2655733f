/**
 * The words of a server that answered a query with a refusal, which people save as if it were the file.
 *
 *     {"error": {"code": 400, "message": "Cannot perform query.", "details": ["Invalid field: LAD24CD"]}}
 *     {"exceptions": [{"code": "NoApplicableCode", "text": "…"}]}      {"message": "Not found", "status": 404}
 */

/** Most signs of a reply that are told. */
const MOST = 300;

/** Everything that reads like words in a reply, in one line; null where there is nothing. */
export function wordsOfReply(reply: Readonly<Record<string, unknown>>): string | null {
  const words: string[] = [];
  collect(reply, words, 0);
  const line = [...new Set(words)].join(' ').replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  if (line === '') return null;
  return line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line;
}

function collect(value: unknown, words: string[], depth: number): void {
  if (depth > 5 || words.length > 20) return;
  if (typeof value === 'string') words.push(value.trim());
  else if (Array.isArray(value)) for (const item of value) collect(item, words, depth + 1);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'code' && typeof inner === 'number') words.push(`error ${inner}:`);
      else collect(inner, words, depth + 1);
    }
  }
}
