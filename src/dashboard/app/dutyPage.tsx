/** `/duty`: the goods desk, with the events behind each line. */
import { useCallback, useEffect } from 'react';
import { EventCacheProvider } from '../api/cache/eventCache.js';
import { useLogHead } from '../api/client/logHead.js';
import { useClocks } from '../api/url/useClocks.js';
import { Desk } from '../features/desk/desk.js';
import { NO_NAMES } from '../lib/words/names.js';
import { asOfFor } from '../lib/view.js';
import { lazyWithRetry } from '../ui/loading/lazyWithRetry.js';
import { type ProvenanceQuery, ProvenanceProvider } from '../ui/provenance/provenance.js';

const ProvenancePanel = lazyWithRetry(() => import('../features/provenance/panel.js'));

export default function DutyPage() {
  const [clocks] = useClocks();
  const { head } = useLogHead();
  useEffect(() => {
    document.title = 'Duty on a good – Parley';
  }, []);
  const panel = useCallback(
    (query: ProvenanceQuery, close: () => void) =>
      head && (
        <ProvenancePanel
          slug=""
          asOf={asOfFor(clocks, head)}
          assuming={null}
          query={query}
          names={NO_NAMES}
          onClose={close}
        />
      ),
    [clocks, head],
  );
  return (
    <EventCacheProvider>
      <ProvenanceProvider panel={panel}>
        <Desk />
      </ProvenanceProvider>
    </EventCacheProvider>
  );
}
