/**
 * The licences of packages that are bundled into ours: name, version, licence and copyright of each, and every distinct
 * text of a licence once.
 *
 *     fflate 0.8.3, MIT, text 1
 *       Copyright (c) 2023 Arjun Barrett
 *     …
 *     Text 1
 *       Permission is hereby granted …
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the text of a licence begins, after its title, its authors and their copyright. */
const BEGINNINGS =
  /^[ >]*(Permission is hereby granted|Permission to use, copy|Redistribution and use|This is free and unencumbered|GNU LESSER GENERAL PUBLIC LICENSE)/m;

/** Folders of packages that went into bundles, by what esbuild says of these. */
export function foldersOfPackages(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
  return [...folders];
}

/** The text for some folders of packages. Throws for one whose licence it does not find. */
export function licencesText(folders) {
  const packages = folders
    .map(licenceOf)
    .sort((p, q) => (p.name < q.name ? -1 : 1))
    .filter(({ name }, i, all) => name !== all[i - 1]?.name);
  const texts = new Map();
  for (const { text } of packages) if (text !== null && !texts.has(plain(text))) texts.set(plain(text), text);
  const numbers = new Map([...texts.keys()].map((key, i) => [key, i + 1]));
  const numberOf = ({ name, licence, text }) => {
    const like = text ?? packages.find((other) => other.text !== null && other.licence === licence)?.text;
    if (like === undefined) throw new Error(`no text of the licence of ${name} (${licence})`);
    return numbers.get(plain(like));
  };
  const list = packages.map((each) =>
    [`${each.name} ${each.version}, ${each.licence}, text ${numberOf(each)}`, ...each.copyright].join('\n  '),
  );
  const bodies = [...texts.values()].map((text, i) => `Text ${i + 1}\n\n${text}`);
  return `coterminous holds parts of these packages. Their licences follow.\n\n${list.join('\n')}\n\n\n${bodies.join('\n\n\n')}\n`;
}

/** Names of packages by licence, in a line: `fflate, proj4 (MIT); yaml (ISC)`. Those of one scope are named by it, once. */
export function packagesByLicence(folders) {
  const byLicence = new Map();
  for (const { name, licence } of folders.map(licenceOf)) {
    const names = byLicence.get(licence) ?? new Set();
    byLicence.set(licence, names.add(name.replace(/^@([^/]+)\/.*$/, '$1')));
  }
  return [...byLicence]
    .sort(([, p], [, q]) => q.size - p.size)
    .map(([licence, names]) => `${[...names].sort().join(', ')} (${licence})`)
    .join('; ');
}

/** Name, version, licence, lines of copyright and text of a package; no text where it brings none. */
function licenceOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(each));
  const by = typeof author === 'string' ? author : author?.name;
  if (file === undefined) {
    if (by === undefined) throw new Error(`no licence and no author of ${name}`);
    return { name, version, licence: license, copyright: [`by ${by}`], text: null };
  }
  const whole = readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').replaceAll('\t', ' ');
  const start = BEGINNINGS.exec(whole);
  if (start === null) throw new Error(`the licence of ${name} begins in no known way: ${file}`);
  const copyright = whole
    .slice(0, start.index)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^(copyright|\(c\)|©)/i.test(line));
  const text = whole
    .slice(start.index)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return {
    name,
    version,
    licence: license,
    copyright: copyright.length > 0 || by === undefined ? copyright : [`by ${by}`],
    text,
  };
}

/** A text without what its words do not hang on: line ends, quotes, emphasis. */
const plain = (text) =>
  text
    .replace(/["'“”‘’_*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
