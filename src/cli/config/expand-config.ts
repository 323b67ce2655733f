/**
 * `--config FILE` on any command: ids of the file's layers and groups may stand where a LAYER is wanted, and its
 * people, blocks and settings hold where the command says nothing of them.
 *
 *     align icb ltla --config coterminous.yaml     becomes     align icb=ICB.geojson ltla=LAD.geojson --people …
 */
import { InputError } from '../../trouble/input-error.js';
import { openConfig } from './config-file.js';
import { LayerList } from './layer-list.js';
import { settingOptions } from './setting-options.js';

/** The arguments without `--config`; as they are where it is not among them. */
export function expandConfig(argv: readonly string[]): string[] {
  const at = argv.findIndex((word) => word === '--config' || word.startsWith('--config='));
  if (at < 0) return [...argv];
  const joined = argv[at]!.startsWith('--config=');
  const path = joined ? argv[at]!.slice('--config='.length) : argv[at + 1];
  if (path === undefined || path === '') throw noFile();
  const rest = argv.filter((_, i) => i !== at && (joined || i !== at + 1));
  if (rest[0] === 'report') return [...rest, path];
  const file = openConfig(path);
  const used = new LayerList(file, 'the command line');
  const known = new Set([...Object.keys(file.config.layers ?? {}), ...Object.keys(file.config.groups ?? {})]);
  const [command = '', ...words] = rest;
  const expanded = words.map((word) => (known.has(word) ? used.argument(word) : word));
  return [command, ...expanded, ...used.options(), ...settingOptions(file).filter(unsaid(rest)).flat()];
}

/** Options, each with its value, that the command does not give itself. */
function unsaid(words: readonly string[]): (option: readonly string[]) => boolean {
  return ([flag]) => !words.some((word) => word === flag || word.startsWith(`${flag!}=`));
}

const noFile = (): InputError =>
  new InputError({
    id: 'config-not-named',
    message: '--config names no file',
    hint: 'For example --config coterminous.yaml',
  });
