/**
 * The shells that can complete our commands, and what is written for each.
 */
import { bashScript } from './bash.js';
import type { CommandWords } from './command-words.js';
import { fishScript } from './fish.js';
import { powershellScript } from './powershell.js';
import { zshScript } from './zsh.js';

/** The script of a shell, by its name. */
export const SCRIPTS: Readonly<Record<string, (commands: readonly CommandWords[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};
