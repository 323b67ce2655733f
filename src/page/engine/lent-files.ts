/**
 * The files of the page as the library takes them: found by their paths, else by their names, for a config or a scenario
 * names what lay in folders, and what is dropped has none.
 */
import { memoryFiles, type Files, type MemoryFile } from '../../index.js';

/** Files by name; a path that is not there is the one file of that name that is, whatever folder it lies in. */
export function lentFiles(content: Readonly<Record<string, MemoryFile>>): Files {
  const files = memoryFiles(content);
  const names = Object.keys(content);
  const found = (path: string): string => {
    if (files.exists(path)) return path;
    const called = names.filter((name) => baseOf(name) === baseOf(path));
    return called.length === 1 ? called[0]! : path;
  };
  return {
    ...files,
    exists: (path) => files.exists(found(path)),
    identity: (path) => files.identity(found(path)),
    open: (path) => files.open(found(path)),
  };
}

const baseOf = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
