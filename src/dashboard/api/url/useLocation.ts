/** The browser's location as React state. */
import { useSyncExternalStore } from 'react';
import { subscribe } from '../../lib/location.js';

/** The path of the page, without a trailing slash. */
export function usePathname(): string {
  return useSyncExternalStore(subscribe, () => location.pathname.replace(/(?<=.)\/+$/, ''));
}

/** What follows the question mark. */
export function useSearch(): string {
  return useSyncExternalStore(subscribe, () => location.search);
}
