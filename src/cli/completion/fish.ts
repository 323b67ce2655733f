/**
 * Completion for fish. Files are offered wherever nothing else is said.
 */
import type { CommandWords, OptionWords } from './command-words.js';

/** The script. */
export const fishScript = (commands: readonly CommandWords[]): string =>
  `${[
    '# Completion of coterminous for fish. For good:',
    '#   coterminous completion fish > ~/.config/fish/completions/coterminous.fish',
    'complete -c coterminous -n __fish_use_subcommand -f',
    ...commands.flatMap(({ name, about, options, choices, secondWords }) => {
      const seen = `complete -c coterminous -n '__fish_seen_subcommand_from ${name}'`;
      return [
        `complete -c coterminous -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
        ...options.map((option) => `${seen} ${optionText(option)}`),
        ...(secondWords.length === 0 ? [] : [`${seen} -a ${quoted(secondWords.join(' '))}`]),
        ...(choices.length === 0 ? [] : [`${seen} -f -a ${quoted(choices.join(' '))}`]),
      ];
    }),
  ].join('\n')}\n`;

function optionText({ long, short, about, takesValue, choices }: OptionWords): string {
  const name = `${short === null ? '' : `-s ${short.slice(1)} `}-l ${long.slice(2)}`;
  const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : takesValue ? ' -r -F' : '';
  return `${name}${value} -d ${quoted(about)}`;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
