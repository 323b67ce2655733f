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
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    offer '${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}'
    unset -f offer
    return
  fi
  case "$command $before" in
${values.join('\n')}
    *)
      case "$before" in ${[...valued].join('|')}) unset -f offer; return ;; esac
      case "$command/$word" in
${commands.map(({ name, options }) => `        ${name}/-*) offer '${options.map(({ long }) => long).join(' ')}' ;;`).join('\n')}
${commands
  .filter(({ choices }) => choices.length > 0)
  .map(({ name, choices }) => `        ${name}/*) offer '${choices.join(' ')}' ;;`)
  .join('\n')}
      esac ;;
  esac
  unset -f offer
}
complete -o default -F _coterminous coterminous
`;
}
