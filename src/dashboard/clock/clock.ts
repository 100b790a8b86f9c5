/** The view that a page shows, and a way to move it. */
import { useCallback, useMemo } from 'react';
import { navigate, useSearch } from '../routing/location.js';
import { type Clocks, readClocks, writeClocks } from './view.js';

export { asOfFor, type Clock, type Clocks, now, readClocks, writeClocks } from './view.js';

export interface SetClocks {
  (change: Partial<Clocks>, options?: { readonly replace?: boolean }): void;
}

/** The view of this page, and a way to move it. `replace` leaves no step for Back. */
export function useClocks(): readonly [Clocks, SetClocks] {
  const search = useSearch();
  const clocks = useMemo(() => readClocks(search), [search]);
  const set = useCallback<SetClocks>((change, options) => {
    const next = { ...readClocks(location.search), ...change };
    navigate(location.pathname + writeClocks(location.search, next), options);
  }, []);
  return [clocks, set];
}
