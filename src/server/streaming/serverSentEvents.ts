/** Server-sent events: the results of a subscription over HTTP, at the pace the client reads. */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { HttpHeaders } from '../http/httpError.js';
import type { Timeouts } from '../limits.js';
import type { ActiveSubscription } from './subscriptionRegistry.js';

export const EVENT_STREAM: HttpHeaders = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache',
};

const nextEvent = (result: ExecutionResult): string => {
  const { stringify } = result as { stringify?: () => string };
  return `event: next\ndata: ${stringify ? stringify() : JSON.stringify(result)}\n\n`;
};

const COMPLETE_EVENT = 'event: complete\ndata:\n\n';

/** A comment, which clients skip. Some browsers wait for a first byte. */
const HEARTBEAT = ':\n\n';

export interface EventStreamOptions extends Pick<Timeouts, 'heartbeat' | 'stall'> {
  /** Turns an error that a subscription throws into what the client may see. */
  readonly toClientError: (error: unknown) => Error;
  /** Called when a client is disconnected because it does not read. */
  readonly onSlowClient: () => void;
}

/**
 * Sends results until they end or the client leaves, and takes the reply over from Fastify. The
 * next result is pulled when the one before was handed to the system; a client that reads nothing
 * for `stall` milliseconds is disconnected.
 */
export async function sendEvents(
  reply: FastifyReply,
  subscription: ActiveSubscription,
  { heartbeat, stall, toClientError, onSlowClient }: EventStreamOptions,
): Promise<void> {
  const response = reply.hijack().raw;
  const disconnect = () => {
    onSlowClient();
    response.destroy();
  };
  const leave = () => void subscription.return();
  response.once('close', leave);
  if (response.destroyed) leave();
  const write = async (text: string): Promise<void> => {
    if (response.destroyed || response.write(text)) return;
    await drained(response, stall, disconnect);
  };
  response.writeHead(200, {
    ...(reply.getHeaders() as OutgoingHttpHeaders),
    ...EVENT_STREAM,
    // nginx and others buffer a stream until it ends unless this header forbids it.
    'x-accel-buffering': 'no',
  });
  response.write(HEARTBEAT);
  const beating = setInterval(() => {
    if (!response.writableNeedDrain && !response.destroyed) response.write(HEARTBEAT);
  }, heartbeat);
  try {
    for await (const result of subscription) await write(nextEvent(result));
  } catch (error) {
    await write(nextEvent({ errors: [asGraphQLError(toClientError(error))] }));
  } finally {
    clearInterval(beating);
    leave();
  }
  if (response.destroyed) return;
  const timer = setTimeout(disconnect, stall);
  response.once('close', () => clearTimeout(timer));
  response.end(COMPLETE_EVENT);
}

const asGraphQLError = (error: Error): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError(error.message);

/** Resolves once the buffer is empty or the client has left; calls `onTimeout` after `ms`. */
function drained(response: ServerResponse, ms: number, onTimeout: () => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(onTimeout, ms);
    const settle = () => {
      clearTimeout(timer);
      response.off('drain', settle).off('close', settle);
      resolve();
    };
    response.once('drain', settle).once('close', settle);
  });
}
