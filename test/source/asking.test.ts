/** What is asked, what is never asked, and how often: the rules of src/source by themselves. */
import { describe, expect, test } from 'vitest';
import { checkAddress, checkRedirect, isLoopback, isPrivate } from '../../src/source/address.js';
import { cacheFolder } from '../../src/source/cache-folder.js';
import { Fault } from '../../src/source/fault.js';
import { faultOfStatus, retryAfterMs } from '../../src/source/fault-of-status.js';
import { DEFAULT_LIMITS } from '../../src/source/limits.js';
import { proxyFor } from '../../src/source/proxy.js';
import { randomNumbers } from '../../src/source/random-numbers.js';
import { searchUrl } from '../../src/source/search-portal.js';
import { shownAddress, shownWord, withoutSecrets } from '../../src/source/secrets.js';
import { nameOfReply, safeName } from '../../src/source/source-name.js';
import { waitBefore } from '../../src/source/try-again.js';
import { looksLikePage } from '../../src/source/web-page.js';
import { isWebAddress } from '../../src/run/files.js';

describe('an address', () => {
  test.each(['https://a.example/x', 'http://127.0.0.1:8080/x', 'http://localhost/x', 'http://[::1]/x'])(
    '%s is asked',
    (address) => expect(checkAddress(address).href).toBe(address),
  );

  test.each([
    ['http://a.example/x', 'http, by which anybody'],
    ['https://me:pw@a.example/x', 'a user name or a password'],
    ['file:///etc/passwd', 'addresses of file are not asked'],
    ['ftp://a.example/x', 'addresses of ftp are not asked'],
    ['https://', 'not an address'],
  ])('%s is not', (address, words) => {
    expect(() => checkAddress(address)).toThrow(words);
    expect(() => checkAddress(address)).not.toThrow('pw@');
  });

  test.each([
    ['https://a.example/x', true],
    ['https://a.example/x?where=1=1', true],
    ['http://127.0.0.1:80/FeatureServer/0', true],
    ['https://a.example/x:LAD:ICB', false],
    ['https://a.example/x#inner', false],
    ['https://a.example', false],
    ['ftp://a.example/x', false],
    ['x.geojson', false],
  ])('%s in place of a file: %s', (word, is) => expect(isWebAddress(word)).toBe(is));
});

describe('a redirect', () => {
  const from = new URL('https://a.example/x');
  test.each([
    ['/y', 'https://a.example/y'],
    ['https://b.example/y', 'https://b.example/y'],
    ['https://me:pw@b.example/y', 'https://b.example/y'],
  ])('to %s is followed', (to, href) => expect(checkRedirect(from, to).href).toBe(href));

  test.each([
    ...['http://a.example/x', 'file:///etc/passwd', 'http://127.0.0.1/x', 'https://127.0.0.1/x'],
    ...['https://localhost/x', 'https://10.1.2.3/x', 'https://192.168.0.1/', 'https://172.16.0.1/'],
    ...[
      'https://169.254.169.254/latest',
      'https://[::1]/',
      'https://[fd00::1]/',
      'https://[::ffff:10.0.0.1]/',
    ],
    ...['https://2130706433/', 'https://0x7f.1/', 'https://printer.local/', 'https://localhost./'],
  ])('from outside to %s is not', (to) => expect(() => checkRedirect(from, to)).toThrow('it leads'));

  test('from this machine to itself is', () =>
    expect(checkRedirect(new URL('http://127.0.0.1:1/x'), 'http://127.0.0.1:2/').port).toBe('2'));

  test.each([
    ['172.15.255.255', false],
    ['172.16.0.0', true],
    ['172.31.255.255', true],
    ['172.32.0.0', false],
    ['100.63.0.1', false],
    ['100.64.0.1', true],
    ['100.128.0.1', false],
    ['11.0.0.1', false],
    ['1.1.1.1', false],
    ['[2001:db8::1]', false],
  ])('%s is in a private network: %s', (host, is) => expect(isPrivate(host)).toBe(is));
  test('this machine is told by its whole name', () =>
    expect(['127.9.9.9', 'a.localhost', 'localhost.example', '128.0.0.1'].map(isLoopback)).toEqual([
      true,
      true,
      false,
      false,
    ]));
});

describe('a proxy', () => {
  const of = (address: string, environment: Record<string, string>): string | null =>
    proxyFor(new URL(address), environment);
  test.each([
    [{ HTTPS_PROXY: 'http://p:3128' }, 'http://p:3128/'],
    [{ HTTPS_PROXY: 'p:3128' }, 'http://p:3128/'],
    [{ HTTPS_PROXY: 'http://p:1', https_proxy: 'http://q:2' }, 'http://q:2/'],
    [{ ALL_PROXY: 'http://p:1' }, 'http://p:1/'],
    [{ HTTP_PROXY: 'http://p:1' }, null],
    [{ HTTPS_PROXY: '' }, null],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '*' }, null],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'x, a.example' }, null],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '.example' }, null],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '*.example' }, null],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'example' }, null],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'xample' }, 'http://p:1/'],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'a.example:443' }, null],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'a.example:8443' }, 'http://p:1/'],
  ])('of %o is %s', (environment, proxy) =>
    expect(of('https://a.example/x', environment as unknown as Record<string, string>)).toBe(proxy),
  );
  test('is never asked for this machine, and must be of http', () => {
    expect(of('http://127.0.0.1/x', { HTTP_PROXY: 'http://p:1' })).toBeNull();
    expect(of('https://[2001:db8::1]/x', { HTTPS_PROXY: 'http://p:1', NO_PROXY: '2001:db8::1' })).toBeNull();
    expect(() => of('https://a.example/', { HTTPS_PROXY: 'socks5://u:pw@p:1' })).toThrow(
      'none that can be asked',
    );
    expect(() => of('https://a.example/', { HTTPS_PROXY: 'socks5://u:pw@p:1' })).not.toThrow('pw@');
  });
});

describe('secrets', () => {
  test.each([
    [
      'before=https://h/x?where=1%3D1&token=abc#inner:CODE',
      'before=https://h/x?where=1%3D1&token=***#inner:CODE',
    ],
    ['https://h/x?token=a:b', 'https://h/x?token=***'],
    ['data/what?token=abc.geojson', 'data/what?token=abc.geojson'],
  ])('in the word %s are not shown', (word, shown) => expect(shownWord(word)).toBe(shown));

  test.each([
    ['https://a/x?token=abc&where=1%3D1', 'https://a/x?token=***&where=1%3D1'],
    ['https://a/x?X-Amz-Signature=abc&sig=d&SAS=e', 'https://a/x?X-Amz-Signature=***&sig=***&SAS=***'],
    [
      'https://a/x?api_key=1&apikey=2&subscription-key=3',
      'https://a/x?api_key=***&apikey=***&subscription-key=***',
    ],
    ['https://me:pw@a/x#frag', 'https://***@a/x'],
    ['https://a/x?keyword=ward&design=b', 'https://a/x?keyword=ward&design=b'],
    ['not an address?token=abc', 'not an address'],
  ])('of %s are not shown', (address, shown) => expect(shownAddress(address)).toBe(shown));
  test('that a server repeats are not shown either', () =>
    expect(withoutSecrets('Invalid token abcdef', 'https://a/x?token=abcdef')).toBe('Invalid token ***'));
});

describe('patience', () => {
  const limits = { ...DEFAULT_LIMITS, backOffMs: 1000, mostBackOffMs: 10_000 };
  const wait = (tries: number, after: number | null, random: number): number | null =>
    waitBefore(tries, new Fault('busy', '', after), { limits, random: () => random });
  test('doubles, by up to a half more or less, up to the most', () => {
    expect([1, 2, 3, 4, 5].map((tries) => wait(tries, null, 0.5))).toEqual([1000, 2000, 4000, 8000, 10_000]);
    expect([wait(1, null, 0), wait(1, null, 0.999)]).toEqual([500, 1499]);
  });
  test('waits as long as the server asks, up to the most', () => {
    expect([wait(1, 9999, 0.5), wait(1, 10_000, 0.5), wait(1, 10_001, 0.5)]).toEqual([9999, 10_000, null]);
    expect(wait(3, 1, 0.5)).toBe(4000);
  });
  test('reads seconds and dates', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(retryAfterMs('3', now)).toBe(3000);
    expect(retryAfterMs('Thu, 01 Jan 2026 00:00:05 GMT', now)).toBe(5000);
    expect(retryAfterMs('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
    expect([retryAfterMs('soon', now), retryAfterMs(undefined, now)]).toEqual([null, null]);
  });
  test('has the same jitter for the same seed', () => {
    const [a, b] = [randomNumbers(7), randomNumbers(7)];
    const drawn = Array.from({ length: 100 }, a);
    expect(drawn).toEqual(Array.from({ length: 100 }, b));
    expect(drawn.every((each) => each >= 0 && each < 1)).toBe(true);
    expect(new Set(drawn).size).toBe(100);
  });
  test.each([
    [202, 'busy'],
    [400, 'wrong'],
    [404, 'wrong'],
    [408, 'busy'],
    [413, 'server'],
    [429, 'busy'],
    [500, 'server'],
    [503, 'busy'],
    [504, 'timeout'],
  ])('a reply of %i is %s', (status, kind) => expect(faultOfStatus(status, {}, '').kind).toBe(kind));
  test('a page of a firewall is told by its title', () =>
    expect(faultOfStatus(403, {}, '<html><title>Access\n denied</title>').message).toBe(
      "a web page came instead titled 'Access denied' (403)",
    ));
  test.each([
    ['<!DOCTYPE html><html>', true],
    ['\n <!-- x --><HTML lang="en">', true],
    ['<?xml version="1.0"?><html xmlns="…">', true],
    ['<?xml version="1.0"?><kml>', false],
    ['{"a": "<html>"}', false],
  ])('%s is a page: %s', (text, is) => expect(looksLikePage(text)).toBe(is));
});

describe('names', () => {
  const name = (path: string, headers: Record<string, string>, wanted?: string): string =>
    nameOfReply(new URL(`https://a.example${path}`), headers, wanted);
  test.each([
    ['/x/Wards_2024.geojson', {}, 'Wards_2024.geojson'],
    ['/data', { 'content-type': 'text/csv; charset=utf-8' }, 'data.csv'],
    ['/data', { 'content-disposition': 'attachment; filename="A B/../c.csv"' }, 'c.csv'],
    ['/data', { 'content-disposition': "attachment; filename*=UTF-8''Ynys%20M%C3%B4n.zip" }, 'Ynys_Môn.zip'],
    ['/a.csv.gz', {}, 'a.csv.gz'],
    ['/', {}, 'a.example'],
    ['/con.csv', {}, '_con.csv'],
    ['/%2e%2e%2fx.csv', {}, 'x.csv'],
  ])('of %s with %o: %s', (path, headers, called) =>
    expect(name(path, headers as unknown as Record<string, string>)).toBe(called),
  );
  test('a name that is wanted keeps the ending of what came', () => {
    expect(name('/x.zip', {}, 'wards')).toBe('wards.zip');
    expect(name('/x.zip', {}, 'wards.zip')).toBe('wards.zip');
  });
  test('long ones keep their ending, and none is blank', () => {
    expect(safeName(`${'a'.repeat(300)}.geojson`)).toMatch(/^a{112}\.geojson$/);
    expect(safeName('..//..')).toBe('source');
  });
  test('the cache is where each system has it', () => {
    expect(cacheFolder({}, 'linux', '/home/u')).toBe('/home/u/.cache/coterminous');
    expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux', '/home/u')).toBe('/c/coterminous');
    expect(cacheFolder({ XDG_CACHE_HOME: 'c' }, 'linux', '/home/u')).toBe('/home/u/.cache/coterminous');
    expect(cacheFolder({}, 'darwin', '/Users/u')).toBe('/Users/u/Library/Caches/coterminous');
    expect(cacheFolder({ LOCALAPPDATA: '/l' }, 'win32', '/u')).toBe('/l/coterminous');
  });
  test('words of a search are words, never grammar', () =>
    expect(searchUrl({ words: ['wards" OR 1', ''], organisation: 'a b"' }).searchParams.get('q')).toBe(
      'orgid:ab AND type:"Feature Service" AND "wards  OR 1"',
    ));
});
