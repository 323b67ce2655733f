/**
 * Files that are documents of the tool itself: a saved result, a config file, a scenario written as YAML.
 */
import type { Inputs } from '../inputs.js';
import type { FileRole, FoundFile } from './found-file.js';
import { nothing } from './nothing-found.js';

/** Bytes within which a result says that it is one. */
const BEGINNING = 4096;

/** The file as such a document, or null. Nothing but its name and its beginning is looked at. */
export async function documentFound(inputs: Inputs, path: string, file: string): Promise<FoundFile | null> {
  const role = await roleOf(inputs, path);
  if (role === null) return null;
  return { ...nothing(path, file, '', null), role, settings: [] };
}

async function roleOf(inputs: Inputs, path: string): Promise<FileRole | null> {
  if (/\.ya?ml$/i.test(path)) return roleOfYaml(await wholeText(inputs, path));
  if (!/\.json$/i.test(path)) return null;
  const start = new TextDecoder().decode((await inputs.open(path, 'result').start()).subarray(0, BEGINNING));
  if (/"document"\s*:\s*"coterminous-result"/.test(start)) return 'result';
  return /^\s*\{[^{[]*"operations"\s*:/.test(start) ? 'scenario' : null;
}

async function wholeText(inputs: Inputs, path: string): Promise<string> {
  return new TextDecoder().decode((await inputs.open(path, 'scenario').bytes()).bytes);
}

/** A config names its reports, its outputs or where people are; a scenario names what is done. */
const roleOfYaml = (text: string): FileRole =>
  /^(reports|layers|outputs|people|blocks)\s*:/m.test(text) ? 'config' : 'scenario';
