/** Events that match a filter, newest first by day, or as recorded; read page by page. */
import type { ReactNode } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { useLogHead } from '../../api/client/logHead.js';
import {
  type ChronicleOfRecordQuery,
  ChronicleOfRecordDocument,
  type EventFilter,
} from '../../generated/graphql.js';
import { capital } from '../../lib/words/labels.js';
import { dayWords } from '../../lib/time/edtfWords.js';
import { ErrorNotice, Loading } from '../../ui/loading/notice.js';
import { type EventInLine, EventLine, occurredWords } from './eventLine.js';
import { Pages } from './pages.js';

type Page = ChronicleOfRecordQuery['events'];

interface EventListProps {
  readonly filter: EventFilter;
  /** In the order of the log, with position, hash, who and when. */
  readonly recorded?: boolean;
}

export function EventList({ filter, recorded = false }: EventListProps) {
  const { head } = useLogHead();
  const key = JSON.stringify([filter, recorded, head?.position]);
  return (
    <Pages of={key} more="Earlier events">
      {(after, next) => (
        <EventPageOfList after={after} filter={filter} recorded={recorded} next={next} />
      )}
    </Pages>
  );
}

interface PageProps extends EventListProps {
  readonly after: string | null;
  readonly next: (page: Page['pageInfo'] | undefined) => ReactNode;
}

function EventPageOfList({ after, filter, recorded = false, next }: PageProps) {
  const order = recorded ? 'POSITION_DESC' : 'OCCURRED_DESC';
  const { data, error, refetch } = useGraphqlQuery(ChronicleOfRecordDocument, {
    filter,
    order,
    after,
  });
  const page = data?.events;
  if (error)
    return (
      <ErrorNotice title="These events could not be listed" onRetry={() => void refetch()}>
        {error.message}
      </ErrorNotice>
    );
  if (!page)
    return (
      <div className="to-come">
        <Loading what="Reading events" />
      </div>
    );
  if (page.nodes.length === 0 && after === null)
    return <p role="status">No event on record matches.</p>;
  return (
    <>
      {byDay(page.nodes, recorded).map(([day, events]) => (
        <section key={events[0]?.id}>
          <h2 className="chronicle-day">{day}</h2>
          <ul className="event-lines">
            {events.map((event) => (
              <EventLine key={event.id} event={event} recorded={recorded} />
            ))}
          </ul>
        </section>
      ))}
      {next(page.pageInfo)}
    </>
  );
}

/** Events in their order, in groups of one day: of what happened, or of the recording. */
function byDay(
  events: readonly EventInLine[],
  recorded: boolean,
): readonly (readonly [string, readonly EventInLine[]])[] {
  const groups: [string, EventInLine[]][] = [];
  for (const event of events) {
    const day = recorded
      ? `Recorded on ${dayWords(event.recordedAt)}`
      : capital(occurredWords(event, event.occurred));
    const last = groups.at(-1);
    if (last?.[0] === day) last[1].push(event);
    else groups.push([day, [event]]);
  }
  return groups;
}
