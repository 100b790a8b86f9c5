/** Server-sent events: the results of a subscription, sent as fast as they are taken. */
import type { ServerResponse } from 'node:http';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Timeouts } from '../limits.js';
import type { ActiveSubscription } from './subscriptionRegistry.js';
import { type Headers, openStream } from '../http/httpError.js';

export const EVENT_STREAM: Headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache',
};

const next = (result: ExecutionResult): string =>
  `event: next\ndata: ${JSON.stringify(result)}\n\n`;

const COMPLETE = 'event: complete\ndata:\n\n';

/** A comment, which clients skip. Some browsers wait for a first byte. */
const HEARTBEAT = ':\n\n';

/**
 * Sends results until they end or the client leaves. The next is asked for when the one before has
 * been taken; a client that takes nothing for `stall` milliseconds is cut off, and `cut`
 * called. `failure` turns what a subscription throws into what may be told of it.
 */
export async function sendEvents(
  response: ServerResponse,
  stream: ActiveSubscription,
  { heartbeat, stall }: Pick<Timeouts, 'heartbeat' | 'stall'>,
  told: { failure: (error: unknown) => Error; cut: () => void },
): Promise<void> {
  const cut = () => {
    told.cut();
    response.destroy();
  };
  const leave = () => void stream.return();
  response.once('close', leave);
  if (response.destroyed) leave();
  const taken = async (text: string): Promise<void> => {
    if (response.destroyed || response.write(text)) return;
    await drained(response, stall, cut);
  };
  openStream(response, 200, EVENT_STREAM);
  response.write(HEARTBEAT);
  const beating = setInterval(() => {
    if (!response.writableNeedDrain && !response.destroyed) response.write(HEARTBEAT);
  }, heartbeat);
  try {
    for await (const result of stream) await taken(next(result));
  } catch (error) {
    await taken(next({ errors: [asGraphQL(told.failure(error))] }));
  } finally {
    clearInterval(beating);
    leave();
  }
  if (response.destroyed) return;
  const late = setTimeout(cut, stall);
  response.once('close', () => clearTimeout(late));
  response.end(COMPLETE);
}

const asGraphQL = (error: Error): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError(error.message);

/** Resolves once what was written is on its way, or the client is gone; `late` says it takes too long. */
function drained(response: ServerResponse, ms: number, late: () => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(late, ms);
    const go = () => {
      clearTimeout(timer);
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.once('drain', go).once('close', go);
  });
}
