/** The target of a request as routes see it. */
import type { IncomingMessage } from 'node:http';

/** Matches no route: what a target stands for that is no path, or whose escapes are invalid. */
const NO_PATH = '/*';

/**
 * Path and query of a request target. Leading slashes become one, since a second would make the
 * rest a host; trailing slashes are dropped.
 */
export function normalizeTarget({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  const start = url.startsWith('/') ? url : NO_PATH;
  const query = start.indexOf('?');
  const path = withoutSlashes(query < 0 ? start : start.slice(0, query));
  return (isDecodable(path) ? path : NO_PATH) + (query < 0 ? '' : start.slice(query));
}

/** One slash before the path, none behind it; O(length). */
function withoutSlashes(path: string): string {
  let first = 0;
  let last = path.length;
  while (path[first] === '/') first += 1;
  while (last > first && path[last - 1] === '/') last -= 1;
  return `/${path.slice(first, last)}`;
}

/** The path of a normalized target. */
export const pathOf = (target: string): string => target.replace(/\?.*$/s, '');

function isDecodable(path: string): boolean {
  if (!path.includes('%')) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
