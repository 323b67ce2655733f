/**
 * Long official names as people say them, for text and maps. Files for machines keep names in full.
 */

/** `NHS Frimley Integrated Care Board` → `Frimley ICB`; any other name unchanged. */
export function shortenName(name: string): string {
  return name.replace(/^NHS (.+) Integrated Care Board$/i, '$1 ICB');
}
