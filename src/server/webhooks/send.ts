/** Sends one delivery and judges the answer. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { VERSION } from '../version.js';
import { checkUrl, guardedLookup } from './addressGuard.js';

/** How an attempt ended. */
export type Outcome =
  | { readonly kind: 'DELIVERED' }
  /** The receiver wants no more (410): it is not tried again. */
  | { readonly kind: 'GONE'; readonly problem: string }
  | {
      readonly kind: 'FAILED';
      readonly problem: string;
      /** How long the receiver asks to wait, in milliseconds; 0 when it does not say. */
      readonly retryAfter: number;
    };

export interface SendOptions {
  /** Also plain http, and addresses that are not global. */
  readonly allowPrivate: boolean;
  /** From the connection to the end of the answer. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

const failed = (problem: string, retryAfter = 0): Outcome => ({
  kind: 'FAILED',
  problem,
  retryAfter,
});

/** Whole seconds only; a date in its place says too little to be worth a parser. */
const retryAfterOf = (header: string | undefined): number =>
  /^\d{1,9}$/.test(header ?? '') ? Number(header) * 1000 : 0;

/** Never rejects. Redirects are not followed; the body of the answer is discarded. */
export function send(
  address: string,
  headers: Readonly<Record<string, string>>,
  payload: string,
  { allowPrivate, timeoutMs, signal }: SendOptions,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const fail = (error: Error & { code?: string }) =>
      resolve(failed(error.code === 'ADDRESS_REFUSED' ? error.message : reasonOf(error)));
    try {
      const url = new URL(address);
      if (!allowPrivate) checkUrl(url);
      const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        headers: {
          ...headers,
          'content-length': Buffer.byteLength(payload),
          'user-agent': `Parley/${VERSION}`,
        },
        ...(!allowPrivate && { lookup: guardedLookup }),
        agent: false,
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      request.on('error', fail);
      request.on('response', (response) => {
        resolve(outcomeOf(response.statusCode ?? 0, response.headers['retry-after']));
        // Discards the body; the timeout ends one that does not.
        response.on('error', () => undefined).resume();
      });
      request.end(payload);
    } catch (error) {
      fail(error as Error);
    }
  });
}

function outcomeOf(status: number, retryAfter: string | undefined): Outcome {
  if (status >= 200 && status < 300) return { kind: 'DELIVERED' };
  if (status === 410) return { kind: 'GONE', problem: 'It answered 410 Gone' };
  if (status >= 300 && status < 400)
    return failed(`It answered ${status}, a redirect, which is not followed`);
  return failed(`It answered ${status}`, retryAfterOf(retryAfter));
}

function reasonOf({ name, code, message }: Error & { code?: string }): string {
  if (name === 'TimeoutError' || name === 'AbortError') return 'It did not answer in time';
  return `It could not be reached (${code ?? message})`;
}
