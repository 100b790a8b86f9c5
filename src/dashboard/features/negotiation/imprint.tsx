/** What paper has in place of links: who says so, the address of the page, its maker and licence. */
import { memo, useEffect, useMemo, useState } from 'react';
import type { Snapshot } from '../../api/cache/snapshotCache.js';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { addressOf, pinnedClock } from '../../api/url/pinnedView.js';
import { EventSourcesDocument } from '../../generated/graphql.js';
import type { Clock, LogHead } from '../../lib/view.js';
import { CREDIT, DATA_LICENCE, shortAddress } from '../../lib/words/sources/credit.js';

/** Asked for once the page is at rest: when printing begins nothing can be waited for. */
const REST_MS = 2_000;
/** IDs in one query, so that it fits a URL. */
const MAX_EVENTS = 60;

/** The events behind the duties, over time and now, and the newest. */
function eventsBehind({ duties, latestEvent }: Snapshot): string[] {
  const ids = duties.flatMap(({ layers, schedule }) => [
    ...layers.flatMap(({ setBy }) => setBy?.id ?? []),
    ...schedule.flatMap(({ setBy }) => setBy.map(({ id }) => id)),
  ]);
  return [...new Set([...ids, ...(latestEvent ? [latestEvent.id] : [])])].slice(0, MAX_EVENTS);
}

interface ImprintProps {
  readonly snapshot: Snapshot;
  readonly clocks: Clock;
  readonly head: LogHead;
  /** The instant of the view, in epoch milliseconds. */
  readonly at: number;
}

const Imprint = memo(function Imprint({ snapshot, clocks, head, at }: ImprintProps) {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAtRest(true), REST_MS);
    return () => clearTimeout(timer);
  }, []);
  const variables = useMemo(() => ({ ids: eventsBehind(snapshot) }), [snapshot]);
  const enabled = isAtRest && variables.ids.length > 0;
  const { data } = useGraphqlQuery(EventSourcesDocument, variables, { enabled });
  const sources = (data?.nodes ?? []).flatMap((node) =>
    node && 'sources' in node ? node.sources : [],
  );
  const distinct = new Map(sources.map((source) => [source.url ?? source.publisher, source]));
  return (
    <footer className="print-only imprint">
      {distinct.size > 0 && <h2>Sources of the duties and of the newest event</h2>}
      <ul>
        {[...distinct].map(([key, { publisher, title, url }]) => (
          <li key={key}>{[publisher, title, url].filter((part) => part !== null).join(', ')}</li>
        ))}
      </ul>
      <p>{shortAddress(addressOf(location, pinnedClock(clocks, at, head)))}</p>
      <p>
        {CREDIT} {DATA_LICENCE}
      </p>
    </footer>
  );
});

export default Imprint;
