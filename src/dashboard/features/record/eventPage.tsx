/** `/events/<id>`: one event, who says so, what corrects it, what it changed, and where it is recorded. */
import { EventCacheProvider, useEventDetails } from '../../api/cache/eventCache.js';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { useLogHead } from '../../api/client/logHead.js';
import { useClocks } from '../../api/url/useClocks.js';
import { EventPageDocument, type EventPageQuery } from '../../generated/graphql.js';
import { CERTAINTY, capital, recorderName, typeWords } from '../../lib/words/labels.js';
import { keyWords } from '../../lib/words/dataWords.js';
import { eventPath } from '../../lib/routes.js';
import { instantWords } from '../../lib/time/edtfWords.js';
import { timePointWords } from '../../lib/words/viewWords.js';
import { EventActions } from '../../ui/eventActions.js';
import { lazyWithRetry } from '../../ui/loading/lazyWithRetry.js';
import { Link } from '../../ui/link.js';
import { ChangedFields } from '../../ui/provenance/changedFields.js';
import { changesBy, contentOf } from '../../ui/provenance/changes.js';
import { TermLink } from '../../ui/termLink.js';
import { CERTAINTY_TERMS } from '../../lib/terms.js';
import { Sources } from '../../ui/provenance/sources.js';
import { Section } from '../../ui/sections/section.js';
import { Cite } from './cite.js';
import { occurredWords, positionWords } from './eventLine.js';
import { RecordPage } from './recordPage.js';
import { StreamLink } from '../../ui/streamLink.js';

const Effects = lazyWithRetry(() => import('./effects.js'));

type Event = NonNullable<EventPageQuery['event']>;

export default function EventPage({ id }: { readonly id: string }) {
  const { head } = useLogHead();
  const [{ knownAt }] = useClocks();
  const { data, error, isFetching, refetch } = useGraphqlQuery(
    EventPageDocument,
    { id, knownAt },
    { enabled: head !== null },
  );
  const event = data?.event;
  return (
    <EventCacheProvider>
      <RecordPage
        title={event ? (event.full?.summary ?? event.summary) : null}
        crumbs={
          <>
            <Link href="/chronicle">Everything on record</Link>
            {event && (
              <>
                {' › '}
                <StreamLink stream={event.stream} />
              </>
            )}
          </>
        }
        error={error}
        refetch={refetch}
        found={data ? event !== null : isFetching || !head ? undefined : false}
        missing="No event has this identifier. Check the address: it is copied whole from a page of the record."
      >
        {event && <Body event={event} knownAt={knownAt} />}
      </RecordPage>
    </EventCacheProvider>
  );
}

function Body({ event, knownAt }: { readonly event: Event; readonly knownAt: string | null }) {
  const { type, full, position, hash, recordedAt, recordedBy, revision } = event;
  const counts = full ?? event;
  const speaker = 'speaker' in event ? `${event.speaker}: ` : '';
  return (
    <>
      <h1 dir="auto">
        {speaker}
        {counts.summary}
      </h1>
      {knownAt !== null && (
        <p className="soft">
          As recorded by {timePointWords(knownAt, true)}.{' '}
          <Link href={eventPath(event.id)}>As recorded now</Link>
        </p>
      )}
      {!full && (
        <p>
          <span className="badge bad">Retracted</span> It should not have been entered, and counts
          for nothing.
        </p>
      )}
      {full && <EventActions id={event.id} type={type} summary={counts.summary} />}
      {'about' in event && <About id={event.about} />}
      <dl className="facts">
        <dt>When</dt>
        <dd>
          {capital(occurredWords(event, counts.occurred))}
          {counts.occurred !== event.occurred && (
            <span className="soft">
              {' '}
              (first recorded as {occurredWords(event, event.occurred)})
            </span>
          )}
        </dd>
        <dt>What kind</dt>
        <dd>{typeWords(type)}</dd>
        <dt>How certain</dt>
        <dd>
          <TermLink term={CERTAINTY_TERMS[counts.certainty]}>
            {capital(CERTAINTY[counts.certainty])}
          </TermLink>
        </dd>
        <dt>Part of</dt>
        <dd>
          <StreamLink stream={event.stream} />
          {event.also.map((stream) => (
            <span key={stream}>
              , <StreamLink stream={stream} />
            </span>
          ))}
        </dd>
        <Texts data={counts.data} />
      </dl>
      <Section title="Who says so" note={counts.sources.length}>
        {counts.sources.length === 0 ? (
          <p className="soft">No source is on record.</p>
        ) : (
          <Sources sources={counts.sources} />
        )}
      </Section>
      <Corrections event={event} knownAt={knownAt} />
      <Effects id={event.id} stream={event.stream} occurred={counts.occurred} zone={event.zone} />
      <Section title="In the record">
        <dl className="facts">
          <dt>Recorded</dt>
          <dd>{instantWords(recordedAt, true)}</dd>
          <dt>By</dt>
          <dd>{recordedBy === null ? 'Nobody is named' : recorderName(recordedBy)}</dd>
          <dt>Place</dt>
          <dd>
            {capital(positionWords(position))} of the whole, number {revision} of its own history
          </dd>
          <dt>Hash</dt>
          <dd>
            <code>{hash}</code>
          </dd>
        </dl>
        <Cite path={eventPath(event.id)} title={speaker + counts.summary} />
      </Section>
    </>
  );
}

/** What the data says in words of its own, beyond the sentence. */
const TEXTS = [
  'quote',
  'role',
  'onBehalfOf',
  'venue',
  'reason',
  'claim',
  'note',
  'mandate',
  'terms',
  'topics',
  'participants',
  'chapters',
  'document',
  'scope',
  'rule',
  'legalBasis',
  'instrument',
  'snapback',
] as const;

function Texts({ data }: { readonly data: unknown }) {
  const values = data as Readonly<Record<string, unknown>>;
  return TEXTS.flatMap((key) => {
    const value = values[key];
    const texts = (Array.isArray(value) ? value : [value]).filter(
      // A constant of the schema is told in the sentence.
      (each) => typeof each === 'string' && !/^[A-Z_]+$/.test(each),
    ) as string[];
    if (texts.length === 0) return [];
    return [
      <dt key={key}>{capital(keyWords(key))}</dt>,
      <dd key={`${key}-text`} dir="auto">
        {texts.length === 1 ? (
          texts[0]
        ) : (
          <ul>
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </dd>,
    ];
  });
}

/** What a correction, a retraction or an added source is about. */
function About({ id }: { readonly id: string }) {
  const [target] = useEventDetails([id]);
  return (
    <p className="beside">
      <span className="soft">It is about: </span>
      <Link href={eventPath(id)}>{target?.summary ?? 'an earlier event'}</Link>
    </p>
  );
}

function Corrections({
  event,
  knownAt,
}: {
  readonly event: Event;
  readonly knownAt: string | null;
}) {
  const known = event.corrections.filter(
    ({ recordedAt }) => knownAt === null || Date.parse(recordedAt) <= Date.parse(knownAt),
  );
  const [details, ...annotations] = useEventDetails([event.id, ...known.map(({ id }) => id)]);
  if (known.length === 0)
    return (
      <Section title="Corrections">
        <p className="soft">Nothing recorded since corrects it.</p>
      </Section>
    );
  return (
    <Section title="Corrections" note={known.length}>
      <ul className="event-lines">
        {known.map(({ id, type, summary, recordedAt, recordedBy, position, retracted }, i) => {
          const annotation = annotations[i];
          const changes =
            details && annotation && type === 'EventCorrected'
              ? changesBy(contentOf(details), annotation)
              : [];
          return (
            <li key={id} className="event-line">
              <p>
                <span className="badge">{typeWords(type)}</span>{' '}
                <Link href={eventPath(id)}>{summary}</Link>
                {retracted && <strong> Retracted since.</strong>}
              </p>
              <ChangedFields changes={changes} />
              <p className="soft">
                {capital(positionWords(position))}, {instantWords(recordedAt)}
                {recordedBy === null ? '' : `, by ${recorderName(recordedBy)}`}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
