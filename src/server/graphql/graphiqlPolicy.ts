/** The content security policy of the page for queries. */
import { createHash } from 'node:crypto';

/**
 * The page has its script inline, which is allowed by its hash. Its editor sets styles while it runs,
 * so inline styles cannot be told apart by theirs. O(page); it is sent once to each browser.
 */
export function graphiqlPolicy(page: Buffer): string {
  const hashes = [...page.toString('utf8').matchAll(/<script>(.*?)<\/script>/gs)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return `default-src 'none'; script-src ${hashes.join(' ')} blob:; style-src 'unsafe-inline'; img-src data:; font-src data:; worker-src blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
