/**
 * The help of a command: examples first, then what is its own, then the options it shares with others by group.
 */
import type { Command, Option } from 'commander';
import { GROUPS, SHARED_OPTIONS } from '../option-list.js';
import { EXAMPLES } from './examples.js';
import { commandLine, folded, meaning } from './fold.js';

/** The text, up to what was added after it. */
export function commandHelp(command: Command): string {
  const shared = new Set(SHARED_OPTIONS.map(({ flags }) => flags));
  const options = command.options.filter(({ hidden }) => !hidden);
  const own = options.filter(({ flags }) => !shared.has(flags));
  const taken = new Set(options.map(({ flags }) => flags));
  const groups = Object.keys(GROUPS).flatMap((group) => {
    const flags = SHARED_OPTIONS.filter((option) => option.group === group && taken.has(option.flags));
    return flags.length === 0 ? [] : [meaning(group, flags.map(shortest).join(' '), 10)];
  });
  return [
    folded(`coterminous ${command.name()}: ${command.description()}`),
    ...section('Examples:', examplesOf(command.name())),
    ...section(
      folded(`Usage: coterminous ${command.name()} [options] ${usageOf(command)}`.trimEnd(), '    '),
      command.registeredArguments.map((argument) => meaning(bracketed(argument), argument.description)),
    ),
    ...section(
      'Options:',
      own.map((option) => meaning(option.flags, described(option))),
    ),
    ...section('Options that reports share (explained by: coterminous help options):', groups),
    '',
  ].join('\n');
}

/** Command lines of a command as they stand in help. */
export const examplesOf = (name: string): string[] =>
  (EXAMPLES[name] ?? []).map((example) => commandLine(`coterminous ${example}`));

/** A heading with its lines, after a blank one; nothing where there are none, but for the heading of the usage. */
function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 && !heading.startsWith('Usage') ? [] : ['', heading, ...lines];
}

const shortest = ({ flags }: { readonly flags: string }): string => /-[a-z]\b|--[a-z-]+/.exec(flags)![0];

const usageOf = ({ registeredArguments, options }: Command): string =>
  [
    ...registeredArguments.map(bracketed),
    ...options.filter(({ mandatory }) => mandatory).map(({ flags }) => flags),
  ].join(' ');

function bracketed(argument: Command['registeredArguments'][number]): string {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}

function described({ description, argChoices, defaultValue }: Option): string {
  const isSaid = defaultValue !== undefined && defaultValue !== false && String(defaultValue) !== '';
  const further = [
    ...(argChoices === undefined ? [] : [argChoices.join(' or ')]),
    ...(isSaid && !/default/.test(description) ? [`by default ${String(defaultValue)}`] : []),
  ];
  return further.length === 0 ? description : `${description} (${further.join('; ')})`;
}
