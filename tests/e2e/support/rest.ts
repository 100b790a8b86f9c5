import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Without any request, a page has what it wants. */
const QUIET_MS = 1_000;

/**
 * Watches what a page asks for; what it returns resolves once the page has waited for nothing for a
 * second, or rejects after so many milliseconds.
 */
export function atRest(page: Page, patience: number): () => Promise<void> {
  const asked = new Set<unknown>();
  let last = Date.now();
  // What follows the log is asked by POST, and never at its end.
  page.on('request', (request) => request.method() === 'GET' && asked.add(request));
  const over = (request: unknown) => {
    asked.delete(request);
    last = Date.now();
  };
  page.on('requestfinished', over).on('requestfailed', over);
  return async () => {
    const giveUp = Date.now() + patience;
    while (asked.size > 0 || Date.now() - last < QUIET_MS) {
      if (Date.now() > giveUp) throw new Error(`${page.url()} still asks for more.`);
      await setTimeout(50);
    }
  };
}
