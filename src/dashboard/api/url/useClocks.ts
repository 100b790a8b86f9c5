/** The view that a page shows, and a way to move it. */
import { useCallback, useMemo } from 'react';
import { navigate } from '../../lib/location.js';
import { type Clocks, readClocks, writeClocks } from '../../lib/view.js';
import { useSearch } from './useLocation.js';

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
