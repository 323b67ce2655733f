/** Licences of packages that are bundled: each is named with its copyright, each text is there once. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { foldersOfPackages, licencesText, packagesByLicence } from '../../scripts/licences.mjs';

const root = mkdtempSync(join(tmpdir(), 'coterminous-licences-'));

function packageOf(name: string, license: string, text: string | null, author?: string): string {
  const folder = join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', license, author }));
  if (text !== null) writeFileSync(join(folder, 'LICENSE'), text);
  return folder;
}

const GRANT = `Permission is hereby granted, free of charge, to "any" person
obtaining a copy.`;
const one = packageOf('one', 'MIT', `MIT License\n\nCopyright (c) 2001 Ada\n\n${GRANT}\n`);
const two = packageOf(
  'two',
  'MIT',
  `Copyright 2002, Bob\r\n\r\n  ${GRANT.replace('\n', '\r\n  ').replaceAll('"', '“')}`,
);
const three = packageOf('@four/three', 'ISC', 'Copyright Cy\n\nPermission to use, copy and so on.');
const bare = packageOf('bare', 'ISC', null, 'Dee <dee@example.org>');

it('a text that differs in line ends and quotes alone is there once', () => {
  expect(licencesText([two, one, three, bare, one]))
    .toBe(`coterminous holds parts of these packages. Their licences follow.

@four/three 1.2.3, ISC, text 1
  Copyright Cy
bare 1.2.3, ISC, text 1
  by Dee <dee@example.org>
one 1.2.3, MIT, text 2
  Copyright (c) 2001 Ada
two 1.2.3, MIT, text 2
  Copyright 2002, Bob


Text 1

Permission to use, copy and so on.


Text 2

${GRANT}
`);
});

it('packages are named by licence, those of a scope by the scope', () => {
  expect(packagesByLicence([one, two, three])).toBe('one, two (MIT); four (ISC)');
});

it('one whose licence is not found ends the build', () => {
  expect(() => licencesText([bare])).toThrow('no text of the licence of bare (ISC)');
  expect(() => licencesText([packageOf('nobody', 'MIT', null)])).toThrow(
    'no licence and no author of nobody',
  );
  const odd = packageOf('odd', 'WTFPL', 'Do what you want');
  expect(() => licencesText([odd])).toThrow('the licence of odd begins in no known way: LICENSE');
});

it('packages of a bundle are those of which something is in it', () => {
  const inputs = {
    'src/main.ts': { bytesInOutput: 10 },
    '../node_modules/one/index.js': { bytesInOutput: 5 },
    '../node_modules/@four/three/index.js': { bytesInOutput: 5 },
    '../node_modules/two/index.js': { bytesInOutput: 0 },
  };
  expect(foldersOfPackages([{ outputs: { 'out.js': { inputs } } }])).toEqual([
    '../node_modules/one',
    '../node_modules/@four/three',
  ]);
});
