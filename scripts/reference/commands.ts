/**
 * The reference of commands and of the options they share, from their declarations.
 */
import type { Command, Option } from 'commander';
import { GROUPS, longOf, SHARED_OPTIONS } from '../../src/cli/option-list.js';
import { buildProgram } from '../../src/cli/program.js';
import { EXAMPLES } from '../../src/cli/help/examples.js';
import { TABLES_OF } from '../../src/cli/tables-of-command.js';
import { code, markdownTable, referencePage } from './markdown.js';

const commands = (): readonly Command[] => buildProgram({ exitCode: 0 }).commands;
const shared = new Set(SHARED_OPTIONS.map(({ flags }) => flags));
const listed = ({ options }: Command): Option[] => options.filter(({ hidden }) => !hidden);

/** docs/reference/commands.md */
export const commandsPage = (): string =>
  referencePage(
    'Commands',
    'What each command takes. The same is printed by `coterminous COMMAND --help`. What a LAYER may be: `coterminous help layers`, or [formats](formats.md).',
    commands()
      .map((command) => `[${command.name()}](#${anchorOf(command.name())})`)
      .join(' · '),
    ...commands().map(commandPart),
  );

/** Where a heading of one or more words is found. */
const anchorOf = (heading: string): string => heading.replaceAll(' ', '-');

function commandPart(command: Command): string {
  const name = command.name();
  const options = listed(command);
  const own = options.filter(({ flags }) => !shared.has(flags));
  const taken = SHARED_OPTIONS.filter(({ flags }) => options.some((option) => option.flags === flags));
  const tables = TABLES_OF[name] ?? [];
  return [
    `## ${name}`,
    sentence(command.description()),
    ['```sh', ...(EXAMPLES[name] ?? []).map((example) => `coterminous ${example}`), '```'].join('\n'),
    markdownTable(
      ['argument', 'what it is'],
      command.registeredArguments.map((argument) => [code(argument.name()), argument.description]),
    ),
    markdownTable(
      ['option', 'what it does'],
      own.map((option) => [code(option.flags), describe(option)]),
    ),
    taken.length === 0
      ? ''
      : `[Shared options](options.md): ${taken.map((option) => code(longOf(option))).join(', ')}.`,
    tables.length === 0
      ? ''
      : `[Tables](tables.md#${anchorOf(name)}): ${tables.map((table) => code(table.name)).join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** docs/reference/options.md */
export const optionsPage = (): string =>
  referencePage(
    'Options that reports share',
    'A command lists those that it takes; it refuses one that it has no use for. In `coterminous.yaml` the same words are keys, with `_` for `-` (`schema/config.schema.json`).',
    ...Object.entries(GROUPS).map(([group, about]) =>
      [
        `## ${group}`,
        sentence(about),
        markdownTable(
          ['option', 'what it does', 'taken by'],
          SHARED_OPTIONS.filter((option) => option.group === group).map((option) => [
            code(option.flags),
            option.does,
            takenBy(option.flags),
          ]),
        ),
      ].join('\n\n'),
    ),
  );

/** The commands that take an option, or those that do not where these are fewer. */
function takenBy(flags: string): string {
  const reports = commands().filter((command) => listed(command).some((option) => shared.has(option.flags)));
  const take = reports.filter((command) => listed(command).some((option) => option.flags === flags));
  const not = reports.filter((command) => !take.includes(command));
  const names = (some: readonly Command[]): string => some.map((command) => command.name()).join(', ');
  if (not.length === 0) return 'all';
  return not.length < take.length ? `all but ${names(not)}` : names(take);
}

function describe({ description, argChoices, defaultValue }: Option): string {
  const isSaid =
    defaultValue !== undefined &&
    defaultValue !== false &&
    String(defaultValue) !== '' &&
    !/default/.test(description);
  return [
    description,
    ...(argChoices === undefined ? [] : [`one of ${argChoices.join(', ')}`]),
    ...(isSaid ? [`by default ${String(defaultValue)}`] : []),
  ].join('; ');
}

const sentence = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}.`;
