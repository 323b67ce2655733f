/**
 * `coterminous help [TOPIC]`: a command's help, or that of a topic.
 */
import type { Command } from 'commander';
import { InputError } from '../../trouble/input-error.js';
import { print } from '../say.js';
import { topics } from '../topics.js';

/** Replaces the built-in help command. */
export function declareHelp(program: Command): void {
  program.helpCommand(false);
  program
    .command('help')
    .description(`help for a command, or for a topic: ${Object.keys(topics).join(', ')}`)
    .argument('[TOPIC]', 'a command or a topic')
    .action(async (topic: string | undefined) => {
      if (topic === undefined) return program.outputHelp();
      const command = program.commands.find((candidate) => candidate.name() === topic);
      if (command !== undefined) return command.outputHelp();
      if (!Object.hasOwn(topics, topic)) throw unknownTopic(topic, program);
      await print(`${topics[topic]!}\n`);
    });
}

const unknownTopic = (topic: string, program: Command): InputError =>
  new InputError({
    id: 'no-such-topic',
    message: `there is no help on '${topic}'`,
    hint: `There is on the topics ${Object.keys(topics).join(', ')} and the commands ${program.commands.map((command) => command.name()).join(', ')}`,
  });
