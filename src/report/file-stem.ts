/**
 * What files of a command's results are called: its name without blanks.
 */
export const fileStem = (command: string): string => command.replaceAll(' ', '-');
