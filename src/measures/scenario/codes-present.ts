/** Codes of the units that have an entry of the ground, in order. */
export function codesPresent(codeOf: readonly string[]): string[] {
  const found = new Set<string>();
  // Neighbours are mostly of one unit, and comparing two texts is quicker than looking one up.
  let last = '';
  for (const code of codeOf) {
    if (code === last) continue;
    last = code;
    found.add(code);
  }
  found.delete('');
  return [...found].sort();
}
