/**
 * Where fetched files are kept: in the user's own cache folder, as each system has it.
 *
 *     Linux     $XDG_CACHE_HOME/coterminous, else ~/.cache/coterminous
 *     macOS     ~/Library/Caches/coterminous
 *     Windows   %LOCALAPPDATA%\coterminous
 */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The folder, which need not be there. */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  home: string = homedir(),
): string {
  const { XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' } = environment;
  // A path that is not whole is to be passed over, as the rule for these variables has it.
  if (isAbsolute(xdg)) return join(xdg, 'coterminous');
  if (platform === 'win32') return join(local === '' ? join(home, 'AppData', 'Local') : local, 'coterminous');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'coterminous');
  return join(home, '.cache', 'coterminous');
}
