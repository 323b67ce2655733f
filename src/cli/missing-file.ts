/**
 * What to say of a path that leads to no file: the name that was probably meant, or that it is an address.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';
import { idInText } from './catalogue/id-in-text.js';
import { quoted } from './command-text.js';

/** Whether a word is an address of the web. */
export const isAddress = (word: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(word);

/** The error for a file that is not there. */
export function missingFile(path: string): InputError {
  if (isAddress(path)) return notAnAddress(path);
  const id = idInText(path)?.id;
  if (id !== undefined) return notFetched(path, id);
  const between = betweenLayers(path);
  if (between !== null) return between;
  const guess = nearestFile(path);
  return new InputError({
    id: 'file-missing',
    file: path,
    message: 'there is no such file',
    hint:
      guess === null
        ? 'Check the spelling and the folder; see `coterminous help layers` for what a layer can be'
        : `Did you mean ${quoted(guess)}? What a layer can be: coterminous help layers`,
  });
}

/** Words that people put between two files. */
const BETWEEN = /^(and|with|to|into|by|vs\.?|versus|against|from|&|\+|,|->)$/i;

/** The error for what stands between files, or for files with commas between them; null for others. */
function betweenLayers(path: string): InputError | null {
  const parts = path.split(',').map((part) => part.trim());
  const areFiles = parts.filter((part) => part !== '').every((part) => existsSync(part));
  if (!BETWEEN.test(path) && (parts.length < 2 || !areFiles)) return null;
  return new InputError({
    id: 'file-missing',
    file: path,
    message: 'there is no such file',
    hint: 'Files stand one after another with only a blank between them: icbs.geojson councils.geojson',
  });
}

/** The error for an id of the catalogue where a file belongs. */
const notFetched = (path: string, id: string): InputError =>
  new InputError({
    id: 'file-missing',
    file: path,
    message: 'there is no such file',
    hint: `Is it the one of the catalogue? Then fetch it first, and name the file: coterminous fetch ${quoted(id)}. Only a config file takes such names`,
  });

/** The error for an address where a file belongs. */
export function notAnAddress(address: string): InputError {
  const name = /([^/?#]+\.[a-z]{2,8})(?:[?#].*)?$/i.exec(address.replace(/^\w+:\/\/[^/]*/, ''))?.[1];
  return new InputError({
    id: 'file-is-address',
    file: address,
    message: 'it is an address, and what is meant here is a file of this machine',
    hint: `Download it first: curl -fL -o ${quoted(name ?? 'layer.geojson')} ${quoted(address)}`,
  });
}

/** The file of a path with another ending, else the one most like it in its folder; null where there is none like it. */
function nearestFile(path: string): string | null {
  const folder = dirname(path);
  const wanted = path.slice(path.lastIndexOf('/') + 1);
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    return nearestFolder(path, folder);
  }
  const stem = (name: string): string => name.replace(/\.[^.]+$/, '').toLowerCase();
  const guess = names.find((name) => stem(name) === stem(wanted)) ?? nearest(wanted, names);
  return guess === null ? null : folder === '.' && !path.startsWith('./') ? guess : join(folder, guess);
}

/** The path in the folder that was meant, where that has the file. */
function nearestFolder(path: string, folder: string): string | null {
  const above = dirname(folder);
  if (above === folder) return null;
  let names: string[];
  try {
    names = readdirSync(above, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
  } catch {
    return null;
  }
  const guess = nearest(folder.slice(folder.lastIndexOf('/') + 1), names);
  return guess === null ? null : join(above, guess, path.slice(path.lastIndexOf('/') + 1));
}
