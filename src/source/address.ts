/**
 * Which addresses are asked, and where a redirect may lead.
 *
 *     https://…            asked
 *     http://127.0.0.1/…   asked: what runs on this machine itself
 *     http://…             refused: anybody on the way could change a boundary, and nothing would show it
 *     https://user:pw@…    refused: a password in an address ends up in histories and logs
 *     file:, ftp:, data:   refused
 *
 * A redirect of a host outside never leads to this machine or a private network, nor from https to http.
 */
import { isIPv4, isIPv6 } from 'node:net';
import { InputError } from '../trouble/input-error.js';
import { shownAddress } from './secrets.js';

/** An address taken apart. Throws InputError for one that is not asked. */
export function checkAddress(address: string): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw refused(address, 'it is not an address', 'Give it whole, as https://host/path');
  }
  if (url.username !== '' || url.password !== '')
    throw refused(
      address,
      'it holds a user name or a password, which is not sent',
      'Download the file with the program that holds your password, and give the file',
    );
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url;
  if (url.protocol === 'http:')
    throw refused(
      address,
      'it is an address of http, by which anybody on the way could change what comes',
      'Try it with https, or download the file and give that',
    );
  throw refused(
    address,
    `addresses of ${url.protocol.slice(0, -1)} are not asked`,
    url.protocol === 'file:'
      ? 'Give the path of the file without file://'
      : 'Give one that begins with https://',
  );
}

/** Where a redirect leads. Throws InputError where it may not lead there. */
export function checkRedirect(from: URL, location: string): URL {
  let to: URL;
  try {
    to = new URL(location, from);
  } catch {
    throw refused(
      shownAddress(from),
      'it leads on to what is no address',
      'Ask its publisher for the right one',
    );
  }
  if (
    to.protocol !== 'https:' &&
    !(to.protocol === 'http:' && isLoopback(to.hostname) && isLoopback(from.hostname))
  )
    throw refused(
      shownAddress(from),
      `it leads on to an address of ${to.protocol.slice(0, -1)}, ${shownAddress(to)}`,
      'Ask its publisher for the address of https',
    );
  if (isPrivate(to.hostname) && !isPrivate(from.hostname))
    throw refused(
      shownAddress(from),
      `it leads from outside to an address of this machine or a private network, ${to.host}`,
      'A proxy or a sign-in page may stand in the way: open the address in a browser, and download the file there',
    );
  // Nobody hands a password on by a redirect.
  to.username = '';
  to.password = '';
  return to;
}

const bare = (host: string): string =>
  host
    .replace(/^\[|\]$/g, '')
    .toLowerCase()
    .replace(/\.$/, '');

/** Whether a host is this machine itself. */
export function isLoopback(host: string): boolean {
  const name = bare(host);
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  if (isIPv4(name)) return name.startsWith('127.');
  return isIPv6(name) && (name === '::1' || /^::ffff:7f[0-9a-f]{2}:/.test(name));
}

/** Whether a host is this machine, or in a network that is not reached from outside, by its number or ending. */
export function isPrivate(host: string): boolean {
  const name = bare(host);
  if (isLoopback(name) || /\.(local|internal|lan|home\.arpa)$/.test(name)) return true;
  if (isIPv4(name)) return isPrivateNumber(name.split('.').map(Number));
  if (!isIPv6(name)) return false;
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(name);
  if (mapped !== null) {
    const [high, low] = [parseInt(mapped[1]!, 16), parseInt(mapped[2]!, 16)];
    return isPrivateNumber([high >> 8, high & 255, low >> 8, low & 255]);
  }
  return name === '::' || /^f[cd]|^fe[89ab]/.test(name);
}

function isPrivateNumber([a = 0, b = 0]: readonly number[]): boolean {
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168)
  );
}

const refused = (address: string, message: string, hint: string): InputError =>
  new InputError({ id: 'address-refused', file: shownAddress(address), message, hint });
