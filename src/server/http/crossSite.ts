/**
 * Which requests that pages of other sites cause are answered. Any page in a browser can make it send
 * GET requests to a server on the same machine or network; what reaches the page then is no matter,
 * since the work was done already.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { type CrossOrigin, isListed, isOwnOrigin } from './cors.js';
import { HttpError } from './httpError.js';

/** What a browser says of a request (Fetch Metadata). */
type FetchMetadata = Readonly<Partial<Record<'site' | 'mode' | 'dest', string>>>;

const metadataOf = (headers: IncomingHttpHeaders): FetchMetadata => {
  const of = (name: string) => {
    const value = headers[`sec-fetch-${name}`];
    return typeof value === 'string' ? { [name]: value } : {};
  };
  return { ...of('site'), ...of('mode'), ...of('dest') };
};

/** Somebody follows a link: the answer is a page of its own, which the other site cannot read. */
const isTopNavigation = ({ mode, dest }: FetchMetadata): boolean =>
  mode === 'navigate' && dest === 'document';

/**
 * Whether the page of another site causes this request. Programs send neither header. Browsers that
 * send no metadata give the origin of a GET only where it is another; every POST is checked by its
 * type, which needs a preflight.
 */
function comesFromOtherSite(method: string, headers: IncomingHttpHeaders): boolean {
  const metadata = metadataOf(headers);
  if (metadata.site !== undefined)
    return metadata.site === 'cross-site' && !isTopNavigation(metadata);
  return method !== 'POST' && headers.origin !== undefined;
}

/** Throws a 403 where the page of another site, not listed, causes a request; none with `isPublic`. */
export function checkSite(
  crossOrigin: CrossOrigin,
  { method = 'GET', headers }: { method?: string | undefined; headers: IncomingHttpHeaders },
): void {
  if (crossOrigin.isPublic || isListed(crossOrigin, headers.origin)) return;
  if (!comesFromOtherSite(method, headers)) return;
  if (isOwnOrigin(headers)) return;
  throw new HttpError(
    403,
    'CROSS_SITE',
    'A page of another site asks, and may not. Start the server with --cors-origin to allow one site, or with --public and --tokens to let all of them read.',
    { Vary: 'Origin, Sec-Fetch-Site' },
  );
}
