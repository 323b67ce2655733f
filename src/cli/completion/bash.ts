/**
 * Completion for bash. Where it has nothing to offer, bash completes files (`-o default`).
 */
import type { CommandWords } from './command-words.js';

/** The script. */
export function bashScript(commands: readonly CommandWords[]): string {
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map(({ long, choices }) => `    '${name} ${long}') offer '${choices.join(' ')}' ;;`),
  );
  const valued = new Set(
    commands.flatMap(({ options }) =>
      options
        .filter(({ takesValue }) => takesValue)
        .flatMap(({ long, short }) => (short === null ? [long] : [long, short])),
    ),
  );
  return `# Completion of coterminous for bash. For good, in ~/.bashrc:
#   source <(coterminous completion bash)
_coterminous() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  offer() { COMPREPLY=($(compgen -W "$1" -- "$word")); }
  beside() { local IFS=$'\\n'; COMPREPLY=($(compgen -W "$1" -- "$word"; compgen -f -- "$word")); compopt -o filenames 2>/dev/null; }
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    offer '${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}'
    unset -f offer beside
    return
  fi
  if [ "$COMP_CWORD" -eq 2 ]; then
    case "$command/$word" in
${commands
  .filter(({ secondWords }) => secondWords.length > 0)
  .map(
    ({ name, secondWords }) =>
      `      ${name}/-*) ;;\n      ${name}/*) beside '${secondWords.join('\n')}'; unset -f offer beside; return ;;`,
  )
  .join('\n')}
    esac
  fi
  case "$command $before" in
${values.join('\n')}
    *)
      case "$before" in ${[...valued].join('|')}) unset -f offer beside; return ;; esac
      case "$command/$word" in
${commands.map(({ name, options }) => `        ${name}/-*) offer '${options.map(({ long }) => long).join(' ')}' ;;`).join('\n')}
${commands
  .filter(({ choices }) => choices.length > 0)
  .map(({ name, choices }) => `        ${name}/*) offer '${choices.join(' ')}' ;;`)
  .join('\n')}
      esac ;;
  esac
  unset -f offer beside
}
complete -o default -F _coterminous coterminous
`;
}
