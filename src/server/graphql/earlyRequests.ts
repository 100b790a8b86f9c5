/** What requests have in common that are answered before any route is looked up. */
import type { IncomingMessage } from 'node:http';
import { namesLoopback } from '../http/address.js';
import type { Metrics } from '../observability/metrics.js';

export const PATH = '/graphql';

/** Longer answers are sent where it is noticed that nobody reads them. */
export const MAX_EARLY_BODY = 64 * 1024;
/** Of one request only. */
export const REQUEST_ID = 'x-request-id';

/** Names and values in turn, without a list for each pair, as Node writes them. */
export type FlatHeaders = readonly string[];

/** The headers of an answer sent before, without some. */
export const flat = (
  headers: Readonly<Record<string, unknown>>,
  without: readonly string[],
): FlatHeaders =>
  Object.entries(headers)
    .filter(([name, value]) => value !== undefined && !without.includes(name))
    .flatMap(([name, value]) => [name, String(value)]);

/** Whether nothing in a request makes its headers other than those of the first. */
const isPlain = ({ headers }: IncomingMessage): boolean =>
  headers.authorization === undefined &&
  headers.origin === undefined &&
  headers['sec-fetch-site'] !== 'cross-site';

export interface EarlyDeps {
  readonly metrics: Metrics;
  /** Whether only requests addressed to this machine are answered. */
  readonly isLocalOnly: () => boolean;
  /** A request was answered, of a method, with a status and in so many milliseconds. */
  readonly answered?: ((request: IncomingMessage, status: number, ms: number) => void) | undefined;
}

export class EarlyRequests {
  #localHost: string | undefined;

  constructor(readonly deps: EarlyDeps) {}

  /** Whether a request can be answered early: it is like any other, and sent to this server. */
  accepts(request: IncomingMessage): boolean {
    return isPlain(request) && (!this.deps.isLocalOnly() || this.#isLocal(request.headers.host));
  }

  /** Counts an answer. */
  finished(request: IncomingMessage, status: number, started: number): void {
    const ms = performance.now() - started;
    this.deps.metrics.requestFinished(PATH, request.method ?? '', status, ms);
    this.deps.answered?.(request, status, ms);
  }

  /** Most requests name the same host as the one before. */
  #isLocal(host: string | undefined): boolean {
    if (host !== this.#localHost && namesLoopback(host)) this.#localHost = host;
    return host === this.#localHost;
  }
}
