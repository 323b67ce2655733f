/**
 * Completion for zsh, sourced or as a file _coterminous on the fpath.
 */
import type { CommandWords, OptionWords } from './command-words.js';

/** The script. */
export const zshScript = (commands: readonly CommandWords[]): string => `#compdef coterminous
# Completion of coterminous for zsh. For good, in ~/.zshrc after compinit:
#   source <(coterminous completion zsh)
_coterminous() {
  local -a commands
  commands=(
${commands.map(({ name, about }) => `    ${quoted(`${name}:${about.replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${commands.map(caseOf).join('\n')}
  esac
}
if [ "$funcstack[1]" = _coterminous ]; then _coterminous "$@"; else compdef _coterminous coterminous; fi
`;

const caseOf = ({ name, options, choices, secondWords }: CommandWords): string =>
  [
    `    ${name})`,
    `      _arguments \\`,
    ...options.map((option) => `        ${quoted(specOf(option))} \\`),
    ...(secondWords.length === 0
      ? []
      : [
          `        ${quoted(`1:word:{_alternative "words:word:(${secondWords.join(' ')})" "files:file:_files"}`)} \\`,
        ]),
    `        ${quoted(choices.length > 0 ? `*:word:(${choices.join(' ')})` : '*:file:_files')} ;;`,
  ].join('\n');

/** `*--people[what it does]:value:_files`; any option may be given again. */
function specOf({ long, about, takesValue, choices }: OptionWords): string {
  const text = `[${about.replace(/[[\]:\\]/g, '\\$&')}]`;
  const value = choices.length > 0 ? `:value:(${choices.join(' ')})` : ':value:_files';
  return `*${long}${text}${takesValue ? value : ''}`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
