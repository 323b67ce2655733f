/**
 * `coterminous help [TOPIC]`: a command's help, or that of a topic.
 */
import type { Command } from 'commander';
import { InputError } from '../../trouble/input-error.js';
import { nearest } from '../../trouble/nearest.js';
import { TOPICS, topicText } from '../help/topics.js';
import { print } from '../say.js';

/** Replaces the built-in help command. */
export function declareHelp(program: Command): void {
  program.helpCommand(false);
  program
    .command('help')
    .description('help on a command or a topic')
    .argument('[TOPIC...]', 'a command or a topic')
    .action(async (words: readonly string[]) => {
      if (words.length === 0) return program.outputHelp();
      const topic = words.join(' ');
      const command = program.commands.find((candidate) => candidate.name() === topic);
      if (command !== undefined) return command.outputHelp();
      const text = await topicText(topic);
      if (text === null) throw unknownTopic(topic, program);
      await print(text);
    });
}

function unknownTopic(topic: string, program: Command): InputError {
  const [topics, commands] = [Object.keys(TOPICS), program.commands.map((command) => command.name())];
  const guess = nearest(topic, [...topics, ...commands]);
  return new InputError({
    id: 'no-such-topic',
    message: `there is no help on '${topic}'`,
    hint: `${guess === null ? '' : `Did you mean '${guess}'? `}There is on the topics ${topics.join(', ')} and the commands ${commands.join(', ')}`,
  });
}
