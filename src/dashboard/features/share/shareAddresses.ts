/** The addresses that a page is shared by: as it moves on, and as it stands now for good. */
import { routeOf } from '../../lib/routes.js';
import { type LogHead, readClocks, writeClocks } from '../../lib/view.js';

/** The clocks that the address of a page has; a page that is about no view has none. */
function clocksOf(path: string): 'none' | 'recorded' | 'all' {
  switch (routeOf(path).page) {
    case 'glossary':
    case 'proposals':
    case 'unknown':
      return 'none';
    case 'event':
      return 'recorded';
    default:
      return 'all';
  }
}

/**
 * The address of a page whose view can never change: dated today where it has no date, and as recorded
 * up to now. Null where the page has no view, where nothing is on record, or where its address is that
 * already.
 */
export function pinnedAddress(address: string, head: LogHead | null): string | null {
  const url = new URL(address);
  const clocks = clocksOf(url.pathname);
  if (clocks === 'none' || head === null || head.recordedAt === null) return null;
  const view = readClocks(url.search);
  const pinned = {
    ...view,
    at: clocks === 'all' ? (view.at ?? head.seenAt.slice(0, 10)) : view.at,
    knownAt: view.knownAt ?? head.recordedAt,
  };
  const search = writeClocks(url.search, pinned);
  return search === url.search ? null : url.origin + url.pathname + search + url.hash;
}
