/**
 * Commands of two words: `suggest neighbourhoods`.
 */

/** Their words as typed, and as they are declared. */
const TWO_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'suggest neighbourhoods': 'suggest neighbourhoods',
    'suggest neighborhoods': 'suggest neighbourhoods',
  }),
);

/** Arguments with the words of such a command as one. */
export function wordsOfCommand(argv: readonly string[]): readonly string[] {
  const command = TWO_WORDS.get(argv.slice(0, 2).join(' '));
  return command === undefined ? argv : [command, ...argv.slice(2)];
}
