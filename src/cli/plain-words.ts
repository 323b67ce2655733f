/**
 * Arguments with what people type by habit put as it is here: the name of the program twice, help first.
 */

/** Ways to ask for the version and for help that are no words of ours. */
const VERSION_WORDS = ['version', '-V'];
const HELP_WORDS = ['?', '/?', '-?', '/help', '-help', '--help', '-h'];

/** The arguments in our words. */
export function plainWords(argv: readonly string[]): readonly string[] {
  const [first = '', ...rest] = argv;
  if (first === 'coterminous') return plainWords(rest);
  if (VERSION_WORDS.includes(first)) return ['--version'];
  return HELP_WORDS.includes(first) ? ['help', ...rest] : argv;
}
