/**
 * The page's engine without its worker: asked as the page asks it, and everything that it says.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { serve } from '../../src/page/engine/serve.js';
import type { Ask, CallName, Calls, Said } from '../../src/page/messages.js';

/** The last word of the engine on a question. */
export type LastWord<Name extends CallName> =
  | { readonly says: 'done'; readonly value: Calls[Name]['gives'] }
  | Extract<Said, { says: 'refused' | 'failed' }>;

export type AskEngine = <Name extends CallName>(
  call: Name,
  asked: Calls[Name]['asked'],
) => Promise<LastWord<Name>>;

const PACKED = [
  'england/atoms.csv',
  'england/wards.csv',
  ...['icb.geojson', 'ltla.geojson', 'blocks.geojson', 'residents.csv'].map((name) => `region/${name}`),
];

const SCHEMA = 'schema/config.schema.json';

/** An engine with the files that come with the page. */
export function engineWithData(): AskEngine {
  const packed = Object.fromEntries(
    [...PACKED.map((name) => [name, `data/${name}`] as const), [SCHEMA, SCHEMA] as const].map(
      ([name, path]) => [name, new Uint8Array(gzipSync(readFileSync(path), { level: 1 }))],
    ),
  );
  const said: Said[] = [];
  const take = serve(packed, (each) => said.push(each));
  let id = 0;
  return async (call, asked) => {
    id += 1;
    await take({ ...asked, id, call } as unknown as Ask);
    const [last] = said.splice(0).slice(-1);
    return last as LastWord<typeof call>;
  };
}

/** Bytes of a file of the machine, handed over under its own name or another. */
export const handed = (
  path: string,
  name = path.replace(/^.*\//, ''),
): { name: string; bytes: ArrayBuffer } => ({
  name,
  bytes: new Uint8Array(readFileSync(path)).buffer,
});
