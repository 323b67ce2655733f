/** Proxies and certificates, as locked-down machines have them: a host that is reached only through a proxy of this test. */
import { execFileSync } from 'node:child_process';
import { createServer as createHttp, type IncomingMessage } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeFolder, type Ran } from '../cli/run-command.js';
import { runProcess } from '../cli/run-process.js';

const HOST = 'portal.test';
const folder = makeFolder();
const hasOpenssl = makeCertificate();
if (!hasOpenssl) console.warn('Proxies are not tried: openssl, which makes the certificate, is not there.');

/** A certificate of this test's own for the host that only the proxy knows. */
function makeCertificate(): boolean {
  try {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${HOST}`],
        ...['-addext', `subjectAltName=DNS:${HOST}`, '-keyout', 'key.pem', '-out', 'cert.pem'],
      ],
      { cwd: folder.path, stdio: 'ignore' },
    );
    return true;
  } catch {
    return false;
  }
}

const asked: { target: string; authorization: string | undefined; headers: IncomingMessage['headers'] }[] =
  [];
let refuses: number | null = null;
const sockets = new Set<Socket>();
let proxy: ReturnType<typeof createHttp>;
let host: ReturnType<typeof createHttps>;

beforeAll(async () => {
  if (!hasOpenssl) return;
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => readFileSync(join(folder.path, name)));
  host = createHttps({ key: key!, cert: cert! }, (_, answer) => {
    answer.setHeader('Content-Type', 'text/csv');
    answer.end('LAD24CD,residents\nE07900001,5\n');
  });
  proxy = createHttp();
  proxy.on('connect', (question, socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    asked.push({
      target: question.url!,
      authorization: question.headers['proxy-authorization'],
      headers: question.headers,
    });
    if (refuses !== null) return void socket.end(`HTTP/1.1 ${refuses} No\r\nContent-Length: 0\r\n\r\n`);
    const through = connect((host.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    through.on('error', () => socket.destroy());
    sockets.add(through);
  });
  await Promise.all(
    [host, proxy].map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))),
  );
});
beforeEach(() => {
  asked.length = 0;
  refuses = null;
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  host?.close();
  proxy?.close();
  folder.remove();
});

const viaProxy = (user = ''): string => `http://${user}127.0.0.1:${(proxy.address() as AddressInfo).port}`;
const run = (env: Record<string, string>): Promise<Ran> =>
  runProcess(['inspect', `https://${HOST}/files/residents.csv?token=s3cretvalue`, '--refresh'], {
    env: {
      XDG_CACHE_HOME: folder.path,
      HTTPS_PROXY: '',
      https_proxy: '',
      NO_PROXY: '',
      no_proxy: '',
      ...env,
    },
  });
const trusted = (): Record<string, string> => ({ NODE_EXTRA_CA_CERTS: join(folder.path, 'cert.pem') });

describe.skipIf(!hasOpenssl)('an address behind a proxy', () => {
  test.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])(
    'is asked through that of %s, with its password',
    async (name) => {
      const { code, stdout, stderr } = await run({ [name]: viaProxy('me:p%40ss@'), ...trusted() });
      expect(code, stderr).toBe(0);
      expect(stdout).toContain('residents.csv: csv, 30 bytes');
      expect(asked.map(({ target }) => target)).toEqual([`${HOST}:443`]);
      expect(asked[0]!.authorization).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
      expect(stdout + stderr).not.toMatch(/p@ss|p%40ss|s3cretvalue/);
      expect(JSON.stringify(asked)).not.toContain('s3cretvalue');
    },
  );

  test('is asked directly where NO_PROXY names it', async () => {
    const { code } = await run({ HTTPS_PROXY: viaProxy(), NO_PROXY: '.test', ...trusted() });
    expect(code).toBe(2);
    expect(asked).toEqual([]);
  });

  test('whose certificate is not trusted says how to name it', async () => {
    const { code, stderr } = await run({ HTTPS_PROXY: viaProxy() });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /its certificate is not trusted \(\w+\)\. Where a firewall looks into connections/,
    );
    expect(stderr).toContain('NODE_EXTRA_CA_CERTS');
    expect(asked).toHaveLength(1);
  });

  test.each([
    [407, 'the proxy wants a user name and a password (407)'],
    [403, 'the proxy does not let it through (403)'],
  ])('that answers %i says so, at once', async (status, words) => {
    refuses = status;
    const { code, stderr } = await run({ HTTPS_PROXY: viaProxy(), ...trusted() });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(asked).toHaveLength(1);
  });
});
