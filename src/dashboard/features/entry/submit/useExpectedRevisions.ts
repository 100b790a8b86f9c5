/** Notes the revisions of the streams that a form is about, so that a later write is detected. */
import { useCallback, useEffect } from 'react';
import { useGraphqlClient } from '../../../api/client/apiProvider.js';
import { fetchRevision } from './streamHead.js';
import type { DraftState } from './useDraft.js';

/** Debounces the lookup until typing of a stream's name stops. */
const DEBOUNCE_MS = 400;

/**
 * Looks up the revision of the page's stream when the form opens, and that of the form's stream once
 * it is typed. Returns a function that looks one up unless it is noted already: at most one query.
 */
export function useExpectedRevisions(
  { latest, update }: Pick<DraftState, 'latest' | 'update'>,
  pageStream: string | undefined,
  formStream: string,
): (stream: string) => Promise<void> {
  const client = useGraphqlClient();
  const lookUp = useCallback(
    async (stream: string) => {
      if (stream === '' || latest.current.revisions[stream] !== undefined) return;
      const revision = await fetchRevision(client, stream);
      const { revisions } = latest.current;
      if (revision === undefined || revisions[stream] !== undefined) return;
      update({ revisions: { ...revisions, [stream]: revision } });
    },
    [client, latest, update],
  );
  useEffect(() => {
    if (pageStream !== undefined) void lookUp(pageStream);
  }, [lookUp, pageStream]);
  useEffect(() => {
    const timer = setTimeout(() => void lookUp(formStream), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [lookUp, formStream]);
  return lookUp;
}
