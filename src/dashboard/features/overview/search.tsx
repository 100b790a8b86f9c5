/** Searching: negotiations by name, and events by any words in them. */
import { type SubmitEvent, useEffect, useId, useState } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { useLogHead } from '../../api/client/logHead.js';
import { useSearch } from '../../api/url/useLocation.js';
import { SearchCountsDocument, SearchDocument, type SearchQuery } from '../../generated/graphql.js';
import { Loading, ErrorNotice } from '../../ui/loading/notice.js';
import { Link } from '../../ui/link.js';
import { StreamLink } from '../../ui/streamLink.js';
import { navigate } from '../../lib/location.js';
import { eventPath } from '../../lib/routes.js';
import { eventDateWords } from '../../lib/time/eventDates.js';
import { typeWords } from '../../lib/words/labels.js';
import { EVENT_KINDS, type EventKind, isEventKind, KIND_WORDS } from './eventKinds.js';

const WORDS = 'q';
const KIND = 'kind';
/** Debounce between typing and the query, in milliseconds. */
const PAUSE_MS = 250;
/** In characters: a single letter matches every event. */
const MIN_LENGTH = 2;

type Found = SearchQuery['search']['edges'][number]['node'];

/** The search words in the URL; empty without a search. */
export function useSearchWords(): string {
  const words = new URLSearchParams(useSearch()).get(WORDS)?.trim() ?? '';
  return words.length < MIN_LENGTH ? '' : words;
}

export function SearchBox({ words }: { readonly words: string }) {
  const [typed, setTyped] = useState(words);
  const id = useId();
  useEffect(() => {
    const timer = setTimeout(() => applySearch(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    applySearch(typed);
  };
  return (
    <form className="search" role="search" onSubmit={submit}>
      <label htmlFor={id}>Search negotiations and events</label>
      <input
        id={id}
        type="search"
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
    </form>
  );
}

const applySearch = (typed: string): void => setSearchParam(WORDS, typed.trim());

/** Sets a parameter of the URL; an empty value removes it. */
export function setSearchParam(name: string, value: string): void {
  const params = new URLSearchParams(location.search);
  if (value === (params.get(name) ?? '')) return;
  if (value === '') params.delete(name);
  else params.set(name, value);
  const search = params.toString();
  navigate(location.pathname + (search && `?${search}`), { replace: true });
}

interface ResultsProps {
  readonly words: string;
  /** Only events that concern this party, by its code; null for all. */
  readonly party: string | null;
}

/** Everything a page of results shows but its place in the list. */
interface Question extends ResultsProps {
  readonly kind: EventKind | null;
}

export function SearchResults({ words, party }: ResultsProps) {
  const { head } = useLogHead();
  const kindInUrl = new URLSearchParams(useSearch()).get(KIND);
  const kind = isEventKind(kindInUrl) ? kindInUrl : null;
  const [pages, setPages] = useState<readonly string[]>([]);
  // A new search or new events restart at the first page.
  const key = [words, party, kind, head?.position ?? 0].join(' ');
  const [lastKey, setLastKey] = useState(key);
  if (lastKey !== key) {
    setLastKey(key);
    setPages([]);
  }
  const question = { words, party, kind };
  return (
    <section aria-labelledby="events-found">
      <h2 id="events-found">Events with “{words}”</h2>
      <Kinds words={words} party={party} kind={kind} />
      <ResultPage
        key={key}
        {...question}
        more={pages.length === 0}
        onMore={(after) => setPages([after])}
      />
      {pages.map((after, index) => (
        <ResultPage
          key={`${key} ${after}`}
          {...question}
          after={after}
          more={index === pages.length - 1}
          onMore={(next) => setPages([...pages, next])}
        />
      ))}
    </section>
  );
}

/** The kinds of events found, each with how many there are, to narrow the search to. */
function Kinds({ words, party, kind }: Question) {
  const { data } = useGraphqlQuery(SearchCountsDocument, {
    text: words,
    ...(party !== null && { party }),
    ...EVENT_KINDS,
  });
  const found = (Object.keys(EVENT_KINDS) as EventKind[]).filter(
    (each) => each === kind || data?.[each].totalCount !== 0,
  );
  return (
    <div className="kinds" role="group" aria-label="Kinds of events">
      <button type="button" aria-pressed={kind === null} onClick={() => setSearchParam(KIND, '')}>
        All
      </button>
      {found.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={kind === each}
          onClick={() => setSearchParam(KIND, kind === each ? '' : each)}
        >
          {KIND_WORDS[each]} {data && (data[each].totalCount ?? 'over 1,000')}
        </button>
      ))}
    </div>
  );
}

interface ResultPageProps extends Question {
  readonly after?: string;
  readonly more: boolean;
  readonly onMore: (after: string) => void;
}

function ResultPage({ words, party, kind, after, more, onMore }: ResultPageProps) {
  const filter = {
    ...(kind !== null && { types: [...EVENT_KINDS[kind]] }),
    ...(party !== null && { party }),
  };
  const variables = {
    text: words,
    ...(Object.keys(filter).length > 0 && { filter }),
    ...(after !== undefined && { after }),
  };
  const { data, error, refetch } = useGraphqlQuery(SearchDocument, variables);
  if (error)
    return (
      <ErrorNotice title="The events could not be searched" onRetry={() => void refetch()}>
        {error.message}
      </ErrorNotice>
    );
  if (!data)
    return (
      <div className={after === undefined ? 'searching' : undefined}>
        <Loading what="Searching" />
      </div>
    );
  const { edges, pageInfo, totalCount } = data.search;
  const { hasNextPage, endCursor } = pageInfo;
  return (
    <>
      {after === undefined && <p role="status">{countWords(edges.length, totalCount)}</p>}
      <ol className="found">
        {edges.map(({ node }) => (
          <FoundEvent key={node.id} event={node} />
        ))}
      </ol>
      {more && hasNextPage && endCursor !== null && (
        <button type="button" onClick={() => onMore(endCursor)}>
          More events
        </button>
      )}
    </>
  );
}

/** `total` is null where there are more than are ranked. */
function countWords(shown: number, total: number | null): string {
  if (total === 0) return 'No event matches.';
  if (total === null) return `More than 1,000 events match; the ${shown} best of the newest first.`;
  if (total > shown) return `${total} events match; the ${shown} best first.`;
  return total === 1 ? 'One event matches.' : `${total} events match, the best first.`;
}

/** What happened, linked to its page, and what it is about. */
function FoundEvent({ event }: { readonly event: Found }) {
  const { id, type, stream, retracted, current } = event;
  const summary = current?.summary ?? event.summary;
  const occurred = current?.occurred ?? event.occurred;
  return (
    <li>
      <span className="soft">
        {typeWords(type)}, {eventDateWords({ ...event, occurred })}
      </span>{' '}
      <bdi>
        <Link href={eventPath(id)}>{summary}</Link>
      </bdi>{' '}
      <span className="soft">
        <StreamLink stream={stream} />
        {retracted && ', retracted since'}
        {(summary !== event.summary || occurred !== event.occurred) && ', corrected'}
      </span>
    </li>
  );
}
