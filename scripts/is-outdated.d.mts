/** True where a file is missing, or any of the files and folders it is made from changed after it. */
export function isOutdated(made: string, from: readonly string[]): boolean;
