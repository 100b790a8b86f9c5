/** The head of the log as this page knows it: every view is queried as known at that head. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { useGraphqlClient } from './apiProvider.js';
import type { GraphqlResult } from './client.js';
import { LogHeadDocument, type LogHeadQuery } from '../../generated/graphql.js';
import type { LogHead } from '../../lib/view.js';

interface LogHeadState {
  readonly head: LogHead | null;
  /** Why the head could not be read, in words. */
  readonly problem: string | null;
  /** Reads the head again, which moves every current view. Resolves when it is known. */
  readonly refresh: () => Promise<void>;
}

const LogHeadContext = createContext<LogHeadState>({
  head: null,
  problem: null,
  refresh: () => Promise.resolve(),
});

/** The head of the log, and a function that refetches it after a write or a live update. */
export const useLogHead = (): LogHeadState => useContext(LogHeadContext);

export function LogHeadProvider({ children }: { readonly children: ReactNode }) {
  const client = useGraphqlClient();
  const [head, setHead] = useState<LogHead | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const apply = useCallback(({ data, error }: GraphqlResult<LogHeadQuery>) => {
    setProblem(error ? error.message : null);
    if (!data) return;
    const { headPosition: position, headRecordedAt: recordedAt } = data.log;
    setHead((current) =>
      // Responses may arrive out of order: the head never goes back.
      current && current.position > position
        ? current
        : { position, recordedAt, seenAt: new Date().toISOString() },
    );
  }, []);
  const refresh = useCallback(() => client.query(LogHeadDocument, {}).then(apply), [client, apply]);
  useEffect(() => void client.query(LogHeadDocument, {}).then(apply), [client, apply]);
  const state = useMemo(() => ({ head, problem, refresh }), [head, problem, refresh]);
  return <LogHeadContext value={state}>{children}</LogHeadContext>;
}
