/** Whether the server runs, and whether it can answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Parley } from '../app/parley.js';
import { sendJson } from './reply.js';

/** The process runs and takes requests. */
export function health(request: IncomingMessage, response: ServerResponse): void {
  sendJson(request, response, 200, { status: 'ok' });
}

/** The log answers, so questions can be answered; else 503 with the reason. */
export async function ready(
  parley: Parley,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { position, recordedAt } = await parley.head();
    sendJson(request, response, 200, { status: 'ready', position, recordedAt: recordedAt || null });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    sendJson(request, response, 503, { status: 'not ready', reason }, { 'Retry-After': '5' });
  }
}
