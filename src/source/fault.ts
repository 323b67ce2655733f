/**
 * What can go wrong with one reply, and whether it is worth another try.
 */

/**
 *     timeout   nothing came for too long            another try, of a smaller page
 *     network   the connection broke                 another try
 *     refused   nobody listens, no names are told    one more try
 *     busy      429, 503, still being made           another try, when the server says
 *     server    5xx, an error inside a reply of 200  another try, at last of a smaller page
 *     cut       the reply is not whole               another try
 *     page      a web page instead of data           one more try
 *     wrong     4xx, a wrong parameter               none
 *     lost      no such host                         none
 *     trust     a certificate that is not trusted    none
 */
export type FaultKind =
  'timeout' | 'network' | 'refused' | 'busy' | 'server' | 'cut' | 'page' | 'wrong' | 'lost' | 'trust';

export class Fault extends Error {
  constructor(
    readonly kind: FaultKind,
    /** What happened, a clause: `the server answered 503`. */
    override readonly message: string,
    /** Milliseconds after which the server asks to be tried again. */
    readonly retryAfterMs: number | null = null,
    /** The status of the reply, or the code inside it. */
    readonly status: number | null = null,
  ) {
    super(message);
    this.name = 'Fault';
  }
}

/** How many further tries a fault is worth, of so many at most. */
export const triesWorth = ({ kind }: Fault, most: number): number =>
  kind === 'wrong' || kind === 'lost' || kind === 'trust'
    ? 0
    : kind === 'page' || kind === 'refused'
      ? Math.min(1, most)
      : most;

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|ERR_TLS|ERR_SSL|EPROTO|Secure Proxy/i;
const TIMEOUT = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
]);

/** What a failing connection means. */
export function faultOfConnection(error: unknown): Fault {
  const parts = [error, (error as { cause?: unknown } | null)?.cause];
  const codes = parts.map((part) => String((part as { code?: unknown } | null | undefined)?.code ?? ''));
  const text = error instanceof Error ? error.message : String(error);
  const code = codes.find((each) => each !== '' && each !== 'undefined') ?? '';
  if (codes.some((each) => TIMEOUT.has(each))) return new Fault('timeout', 'nothing came for too long');
  if (codes.includes('EAI_AGAIN'))
    return new Fault('refused', 'names of hosts cannot be looked up (EAI_AGAIN)');
  if (codes.includes('ENOTFOUND'))
    return new Fault('lost', 'there is no such host, or its name is not told here');
  if (codes.includes('ECONNREFUSED')) return new Fault('refused', 'nothing answers there (ECONNREFUSED)');
  if (codes.some((each) => CERTIFICATE.test(each)) || /secure proxy|certificate/i.test(text))
    return new Fault('trust', `its certificate is not trusted (${code})`);
  const tunnel = /Proxy response \((\d+)\)/.exec(text);
  if (tunnel !== null) {
    const status = Number(tunnel[1]);
    return new Fault(
      status === 407 || status === 403 ? 'wrong' : 'network',
      status === 407
        ? 'the proxy wants a user name and a password (407)'
        : `the proxy does not let it through (${status})`,
      null,
      status,
    );
  }
  return new Fault('network', `the connection broke${code === '' ? '' : ` (${code})`}`);
}
