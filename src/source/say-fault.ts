/**
 * What the user is told when an address could not be fetched, with what to do about it.
 */
import { InputError } from '../trouble/input-error.js';
import type { Fault, FaultKind } from './fault.js';
import { shownAddress, withoutSecrets } from './secrets.js';

const ELSEWHERE = 'Fetch it on another machine or in a browser, and give the file';

const HINTS: Readonly<Record<FaultKind, string>> = {
  timeout: 'Try again later; what has come is kept',
  network:
    'Check the network. Where a proxy stands between, name it: HTTPS_PROXY=http://host:port; what has come is kept',
  refused:
    'Check the address and its port. Where a proxy stands between, name it: HTTPS_PROXY=http://host:port',
  busy: 'Try again later; what has come is kept',
  server: 'Try again later; what has come is kept',
  cut: 'Try again; what has come is kept',
  page: `A firewall or a sign-in page may stand between: open the address in a browser, and ask for its host to be let through. ${ELSEWHERE}`,
  wrong: 'Check the address in a browser',
  lost: 'Check the spelling. Where a proxy stands between, name it: HTTPS_PROXY=http://host:port',
  trust:
    'Where a firewall looks into connections, name its certificate: NODE_EXTRA_CA_CERTS=file.pem, or with newer Node NODE_OPTIONS=--use-system-ca',
};

/** The error for an address that could not be fetched after so many tries. */
export function sayFault(fault: Fault, address: string | URL, tries: number): InputError {
  const hint =
    fault.status === 407
      ? 'Name them in the proxy’s address: HTTPS_PROXY=http://user:password@host:port'
      : fault.kind !== 'page' &&
          (fault.status === 401 || fault.status === 403 || fault.status === 498 || fault.status === 499)
        ? `It asks who you are, or does not let you in: add a token to the address, ?token=…. ${ELSEWHERE}`
        : HINTS[fault.kind];
  return new InputError({
    id: `fetch-${fault.kind}`,
    file: shownAddress(address),
    message: `it could not be fetched: ${withoutSecrets(fault.message, address)}${tries > 1 ? `, ${tries} times` : ''}`,
    hint,
  });
}
