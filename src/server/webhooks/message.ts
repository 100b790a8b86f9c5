/** A delivery as Standard Webhooks has it (standardwebhooks.com): body, headers and signature. */
import { createHmac } from 'node:crypto';
import type { AnyEvent } from '../../../events/catalogue.js';

/** What is sent for an event: the envelope of Standard Webhooks around the event as recorded, with its summary. */
export const payloadOf = (event: AnyEvent, summary: string): string => {
  const { type, recordedAt, recorded: _, ...rest } = event;
  return JSON.stringify({
    type,
    timestamp: recordedAt,
    data: { ...rest, type, recordedAt, summary },
  });
};

/**
 * The headers of an attempt. `id` stays the same for every attempt, so that a receiver can tell a
 * repeated delivery; `now` is epoch milliseconds.
 */
export function headersOf(
  id: string,
  payload: string,
  secret: string,
  now: number,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key)
    .update(`${id}.${timestamp}.${payload}`)
    .digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
