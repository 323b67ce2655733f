/**
 * A word as a shell takes it: as it is where nothing in it means anything to a shell, else in single quotes.
 */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./#-]+$/.test(word) && !word.startsWith('#') ? word : `'${word.replaceAll("'", "'\\''")}'`;
