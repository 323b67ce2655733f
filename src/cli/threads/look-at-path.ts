/**
 * What is at a path, before anything is read: only to see whether a thread is worth it, so whatever is wrong with the path
 * is left to whoever opens it, and told there.
 */
import { statSync, type Stats } from 'node:fs';

/** What is there; null where nothing is, or where it cannot be looked at: a name too long, a folder without rights. */
export function lookAtPath(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
