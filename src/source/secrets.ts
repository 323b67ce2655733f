/**
 * Addresses without what nobody else may see: what stands in messages, provenance and results.
 *
 *     https://host/x?token=abc&where=1%3D1   →   https://host/x?token=***&where=1%3D1
 */

/** Parameters whose values let somebody in: tokens, keys, signatures of signed addresses. */
const SECRET =
  /token|secret|passw|signature|credential|authori[sz]|(^|[-_.])(pwd|sig|key|apikey|auth|jwt|sas)$|(api|access|subscription|function)[-_]?key|^code$/i;

/** Whether a parameter of an address is a secret, by its name. */
export const isSecret = (parameter: string): boolean => SECRET.test(parameter);

const HIDDEN = '***';

/** An address as it may be shown: values of secrets and what stands before an @ are hidden, what follows a # is left out. */
export function shownAddress(address: string | URL): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    // Not to be taken apart: all that could be a secret goes.
    return String(address)
      .replace(/\/\/[^/@]*@/, '//')
      .replace(/[?#].*$/s, '');
  }
  const user = url.username !== '' || url.password !== '';
  url.username = '';
  url.password = '';
  url.hash = '';
  const query = url.search.slice(1);
  const shown = query
    .split('&')
    .map((part) => {
      const name = part.split('=', 1)[0]!;
      return isSecret(decoded(name)) ? `${name}=${HIDDEN}` : part;
    })
    .join('&');
  url.search = '';
  const bare = url.href + (query === '' ? '' : `?${shown}`);
  return user ? bare.replace('//', `//${HIDDEN}@`) : bare;
}

/** A word of a command line in which an address may stand, `id=https://host/x?token=abc#inner`, with its secrets hidden. */
export const shownWord = (word: string): string =>
  !word.includes('://')
    ? word
    : word.replace(/([?&])([^=&#]+)=([^&#]*)/g, (part, before: string, name: string) =>
        isSecret(decoded(name)) ? `${before}${name}=${HIDDEN}` : part,
      );

/** A text, said by a server that was asked at an address, without the secrets of that address. */
export function withoutSecrets(text: string, address: string | URL): string {
  if (!URL.canParse(String(address))) return text;
  const values = [...new URL(address).searchParams]
    .filter(([name, value]) => isSecret(name) && value.length > 3)
    .map(([, value]) => value);
  return values.reduce((said, value) => said.replaceAll(value, HIDDEN), text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
