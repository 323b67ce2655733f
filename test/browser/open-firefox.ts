/**
 * Firefox as it comes from a distribution, driven by its own remote protocol (Marionette): commands as JSON with their
 * length before them.
 *
 * FIREFOX names the browser, by default /usr/bin/firefox-esr; where there is none the tests are skipped, with a message.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const executablePath = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';

/** True where there is a Firefox to test in. */
export const haveFirefox = existsSync(executablePath);

if (!haveFirefox) {
  console.warn(`The test of the page in Firefox is skipped: ${executablePath} is not there (set FIREFOX).`);
}

/** A Firefox with one window. */
export interface Firefox {
  readonly go: (url: string) => Promise<void>;
  /** What an expression on the page gives, as JSON. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** The folder that downloads go to. */
  readonly downloads: string;
  readonly close: () => Promise<void>;
}

/** Starts Firefox with a profile of its own and no window on the screen. */
export async function startFirefox(width: number, height: number): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'coterminous-firefox-'));
  const downloads = mkdtempSync(join(tmpdir(), 'coterminous-downloads-'));
  const wishes = {
    'marionette.port': 0,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.always_ask_before_handling_new_types': false,
  };
  const lines = Object.entries(wishes).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  const child = spawn(
    executablePath,
    [
      '--headless',
      '--marionette',
      '--no-remote',
      '--profile',
      profile,
      `--width=${width}`,
      `--height=${height}`,
    ],
    { stdio: 'ignore' },
  );
  const socket = connect(await portOf(join(profile, 'MarionetteActivePort')), '127.0.0.1');
  const send = talk(socket);
  await send('WebDriver:NewSession', {});
  await send('WebDriver:SetWindowRect', { width, height });
  return {
    downloads,
    go: async (url) => void (await send('WebDriver:Navigate', { url })),
    evaluate: async (expression) => {
      const { value } = (await send('WebDriver:ExecuteScript', {
        script: `return ${expression}`,
        args: [],
      })) as {
        value: unknown;
      };
      return value;
    },
    close: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      socket.destroy();
      await gone;
    },
  };
}

/** The port that the browser writes into its profile once it listens. */
async function portOf(file: string): Promise<number> {
  for (let tries = 0; tries < 300; tries++) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (port > 0) return port;
    await pause(100);
  }
  throw new Error('Firefox did not begin to listen');
}

/** Sends commands and waits for their answers: `42:[0,1,"Name",{}]` and `30:[1,1,null,{}]`. */
function talk(socket: Socket): (name: string, parameters: object) => Promise<unknown> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let buffer = Buffer.alloc(0);
  let last = 0;
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const length = colon < 0 ? NaN : Number(buffer.subarray(0, colon).toString());
      if (!(buffer.length > colon + length)) return;
      const message: unknown = JSON.parse(buffer.subarray(colon + 1, colon + 1 + length).toString());
      buffer = buffer.subarray(colon + 1 + length);
      if (!Array.isArray(message)) continue;
      const [, id, error, value] = message as [number, number, { message: string } | null, unknown];
      const own = waiting.get(id);
      waiting.delete(id);
      if (error === null) own?.resolve(value);
      else own?.reject(new Error(error.message));
    }
  });
  return (name, parameters) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      const text = JSON.stringify([0, last, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}
