/** Client of a server under test whose log fails. */
import { expect, onTestFinished } from 'vitest';
import { type Answer, ask, ServerProcess, type Start } from '../cluster/serverProcess.js';

/** A server that ends with the test. */
export async function serving(log: string, start: Start = {}): Promise<ServerProcess> {
  const server = await ServerProcess.start(log, start);
  onTestFinished(() => server.kill());
  return server;
}

const APPEND = `mutation ($input: AppendEventsInput!) {
  appendEvents(input: $input) {
    __typename
    ... on AppendEventsSuccess { repeated events { id position } }
    ... on Error { message }
  }
}`;

interface Result {
  readonly appendEvents: {
    readonly __typename: string;
    readonly repeated?: boolean;
    readonly events?: readonly { id: string; position: number }[];
  };
}

/** Statements of so many characters each, in one append. */
export const append = (
  { url }: ServerProcess,
  idempotencyKey: string,
  { count = 1, length = 20 } = {},
): Promise<Answer<Result>> => {
  const event = {
    stream: 'negotiation/in-us',
    occurred: '2025-11-04',
    sources: [{ kind: 'PRESS', publisher: 'The Courier' }],
    data: { statementMade: { speaker: 'A speaker', summary: 'x'.repeat(length) } },
  };
  const input = { idempotencyKey, events: Array.from({ length: count }, () => event) };
  return ask<Result>(url, APPEND, { input });
};

/** The ids that an append recorded; fails when it did not. */
export function recorded({ data, errors }: Answer<Result>): readonly string[] {
  if (!data?.appendEvents.events) throw new Error(JSON.stringify({ data, errors }));
  return data.appendEvents.events.map(({ id }) => id);
}

export interface Readiness {
  readonly status: number;
  readonly code: string | undefined;
  readonly reason: string | undefined;
  readonly position: number | undefined;
}

export async function readiness({ url }: { readonly url: string }): Promise<Readiness> {
  const response = await fetch(`${url}/ready`);
  const { code, reason, position } = (await response.json()) as Readiness;
  return { status: response.status, code, reason, position };
}

/** The response to an operation that the log cannot perform. */
export const LOG_IS_AWAY = {
  data: null,
  errors: [{ message: expect.stringContaining('/ready'), extensions: { code: 'LOG_UNAVAILABLE' } }],
};
