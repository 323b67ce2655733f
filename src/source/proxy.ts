/**
 * Which proxy an address is asked through, as curl and most programs read the environment.
 *
 *     HTTPS_PROXY=http://proxy:3128   for https; where it is not set ALL_PROXY
 *     HTTP_PROXY                      for http
 *     NO_PROXY=.nhs.uk,host:8443,*    hosts asked directly: themselves and what ends in them
 *
 * Small letters go before capitals. This machine itself is never asked through a proxy, for which it is another one.
 */
import { InputError } from '../trouble/input-error.js';
import { isLoopback } from './address.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The address of the proxy for a URL; null where it is asked directly. Throws InputError for a proxy of another kind. */
export function proxyFor(url: URL, environment: Environment): string | null {
  if (isLoopback(url.hostname) || isExempt(url, read(environment, 'no_proxy'))) return null;
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const given = read(environment, name) || read(environment, 'all_proxy');
  if (given === '') return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `http://${given}`;
  const proxy = URL.canParse(address) ? new URL(address) : null;
  if (proxy !== null && (proxy.protocol === 'http:' || proxy.protocol === 'https:')) return proxy.href;
  throw new InputError({
    id: 'proxy-unknown',
    message: `the proxy that the environment names in ${name.toUpperCase()} or ALL_PROXY is none that can be asked`,
    hint: 'Give it as http://host:port',
  });
}

const read = (environment: Environment, name: string): string =>
  (environment[name] || environment[name.toUpperCase()] || '').trim();

function isExempt(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name, only] =
        /^\[?(.+?)\]?(?::(\d+))?$/.exec(isNumberOfSix(entry) ? `[${entry}]` : entry) ?? [];
      if (name === undefined || (only !== undefined && only !== port)) return false;
      const ending = name.replace(/^\*?\./, '');
      return host === ending || host.endsWith(`.${ending}`);
    });
}

/** An address of IPv6 without brackets, whose last part is no port. */
const isNumberOfSix = (entry: string): boolean => !entry.startsWith('[') && entry.split(':').length > 2;
