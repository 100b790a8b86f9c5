/** Errors of the plain HTTP interface, as problem details (RFC 9457). */
import type { FastifyReply } from 'fastify';
import type { GraphQLError } from 'graphql';
import { cutMessage, HttpError, type HttpHeaders } from '../http/httpError.js';

export const PROBLEM_TYPE = 'application/problem+json';

/** One thing that is wrong with a request. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly detail: string;
}

/** A request that is not answered: what is sent, and the status. */
export class Problem extends HttpError {
  constructor(
    status: number,
    code: string,
    readonly detail: string,
    readonly errors: readonly ParameterProblem[] = [],
    headers: HttpHeaders = {},
  ) {
    super(status, code, detail, headers);
    this.name = 'Problem';
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Too much was asked for',
  429: 'Too many requests',
  500: 'Internal error',
  501: 'Not implemented',
  503: 'Not available',
};

/** The HTTP status of a code of the GraphQL schema; others are faults of the server. */
const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  BAD_TIME_POINT: 400,
  BAD_TIME_RANGE: 400,
  UNKNOWN_PATH: 400,
  VIEW_NOT_PINNED: 400,
  LOG_NOT_SIGNED: 404,
  NOT_IN_TREE: 404,
  TOO_MANY_EVENTS: 413,
  QUERY_TOO_LARGE: 413,
  ANSWER_TOO_LARGE: 413,
  PROOF_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  DEADLINE_EXCEEDED: 503,
  TOO_BUSY: 503,
  LOG_UNAVAILABLE: 503,
};

/** The problem behind an error of a query, which is masked already. */
export function problemOf({ message, extensions: { code } }: GraphQLError): Problem {
  const known = typeof code === 'string' ? STATUS[code] : undefined;
  return known === undefined
    ? new Problem(500, 'INTERNAL_SERVER_ERROR', message)
    : new Problem(known, code as string, message);
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { status, code, detail, errors, headers } = problem;
  const body = {
    type: `urn:parley:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: TITLES[status] ?? 'Error',
    status,
    code,
    detail: cutMessage(detail),
    ...(errors.length > 0 && {
      errors: errors.map((each) => ({ ...each, detail: cutMessage(each.detail) })),
    }),
  };
  return reply
    .code(status)
    .headers({ ...headers, 'cache-control': 'no-store', 'content-type': PROBLEM_TYPE })
    .send(Buffer.from(`${JSON.stringify(body)}\n`));
}
