import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** A page without any request for this long has finished loading. */
const QUIET_MS = 1_000;

/**
 * Watches the requests of a page. The function returned resolves once the page has had no pending
 * request for a second, and rejects after `patience` milliseconds.
 */
export function atRest(page: Page, patience: number): () => Promise<void> {
  const pending = new Set<unknown>();
  let last = Date.now();
  // Subscriptions use POST and never finish.
  page.on('request', (request) => request.method() === 'GET' && pending.add(request));
  const finished = (request: unknown) => {
    pending.delete(request);
    last = Date.now();
  };
  page.on('requestfinished', finished).on('requestfailed', finished);
  return async () => {
    const giveUp = Date.now() + patience;
    while (pending.size > 0 || Date.now() - last < QUIET_MS) {
      if (Date.now() > giveUp) throw new Error(`${page.url()} still has pending requests.`);
      await setTimeout(50);
    }
  };
}
