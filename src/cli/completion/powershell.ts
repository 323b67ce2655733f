/**
 * Completion for PowerShell. Where it returns nothing, PowerShell completes files.
 */
import type { CommandWords } from './command-words.js';

/** The script. */
export const powershellScript = (
  commands: readonly CommandWords[],
): string => `# Completion of coterminous for PowerShell. For good, in $PROFILE:
#   coterminous completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName coterminous -ScriptBlock {
  param($word, $line, $cursor)
  $commands = [ordered]@{
${commands.map(({ name, about }) => `    ${quoted(name)} = ${quoted(about)}`).join('\n')}
  }
  $options = @{
${commands
  .map(({ name, options }) => `    ${quoted(name)} = ${listText(options.map(({ long }) => long))}`)
  .join('\n')}
  }
  $values = @{
${commands
  .flatMap(({ name, options, choices }) => [
    ...(choices.length === 0 ? [] : [`    ${quoted(name)} = ${listText(choices)}`]),
    ...options
      .filter((option) => option.choices.length > 0)
      .map((option) => `    ${quoted(`${name} ${option.long}`)} = ${listText(option.choices)}`),
  ])
  .join('\n')}
  }
  $beside = @{
${commands
  .filter(({ secondWords }) => secondWords.length > 0)
  .map(({ name, secondWords }) => `    ${quoted(name)} = ${listText(secondWords)}`)
  .join('\n')}
  }
  $typed = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { "$_" })
  if ($typed.Count -le 1) { $offered = $commands.Keys }
  elseif ($values["$($typed[1]) $($typed[-1])"]) { $offered = $values["$($typed[1]) $($typed[-1])"] }
  elseif ($typed.Count -eq 2 -and $word -and $beside[$typed[1]]) { $offered = $beside[$typed[1]] + $options[$typed[1]] }
  elseif ($word -like '-*') { $offered = $options[$typed[1]] }
  else { $offered = $values[$typed[1]] }
  $offered | Where-Object { $_ -like "$word*" } | ForEach-Object {
    $about = if ($typed.Count -le 1) { $commands[$_] } else { $_ }
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $about)
  }
}
`;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const listText = (words: readonly string[]): string => `@(${words.map(quoted).join(', ')})`;
