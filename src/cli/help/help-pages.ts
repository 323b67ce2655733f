/**
 * The first page of help and that of every command, as they are printed. The build keeps them beside the program
 * (`dist/cli/help.json`), so that they are shown without loading it.
 */
import { buildProgram } from '../program.js';

/** Texts by the name of their command, the first page under no name. */
export function helpPages(): Readonly<Record<string, string>> {
  const program = buildProgram({ exitCode: 0 });
  return Object.fromEntries(
    [program, ...program.commands].map((command) => {
      let page = '';
      command.configureOutput({ writeOut: (text) => (page += text) });
      command.outputHelp();
      return [command === program ? '' : command.name(), page];
    }),
  );
}
