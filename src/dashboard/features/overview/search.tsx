/** Searching: negotiations by name, and events by any words in them. */
import { type SubmitEvent, useEffect, useId, useState } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { useLogHead } from '../../api/client/logHead.js';
import { useSearch } from '../../api/url/useLocation.js';
import {
  type AsOf,
  NegotiationListDocument,
  SearchDocument,
  type SearchQuery,
} from '../../generated/graphql.js';
import { Loading, ErrorNotice } from '../../ui/notice.js';
import { Link } from '../../ui/link.js';
import { navigate } from '../../lib/location.js';
import { eventDateWords } from '../../lib/time/eventDates.js';
import { eventPath } from './eventPath.js';
import type { Listed } from './listed.js';

const WORDS = 'q';
/** Debounce between typing and the query, in milliseconds. */
const PAUSE_MS = 250;
/** In characters: a single letter matches every event. */
const MIN_LENGTH = 2;

type Found = SearchQuery['events']['edges'][number]['node'];

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
  /** The view of the negotiations that events link to. */
  readonly asOf: AsOf;
}

export function SearchResults({ words, asOf }: ResultsProps) {
  const { head } = useLogHead();
  const { data } = useGraphqlQuery(NegotiationListDocument, { asOf });
  const listed = data?.negotiations.edges.map(({ node }) => node) ?? [];
  const [pages, setPages] = useState<readonly string[]>([]);
  // A new search or new events restart at the first page.
  const key = `${words} ${head?.position ?? 0}`;
  const [lastKey, setLastKey] = useState(key);
  if (lastKey !== key) {
    setLastKey(key);
    setPages([]);
  }
  return (
    <section aria-labelledby="events-found">
      <h2 id="events-found">Events with “{words}”</h2>
      <ResultPage
        key={key}
        words={words}
        listed={listed}
        more={pages.length === 0}
        onMore={(after) => setPages([after])}
      />
      {pages.map((after, index) => (
        <ResultPage
          key={`${key} ${after}`}
          words={words}
          listed={listed}
          after={after}
          more={index === pages.length - 1}
          onMore={(next) => setPages([...pages, next])}
        />
      ))}
    </section>
  );
}

interface ResultPageProps {
  readonly words: string;
  readonly listed: readonly Listed[];
  readonly after?: string;
  readonly more: boolean;
  readonly onMore: (after: string) => void;
}

function ResultPage({ words, listed, after, more, onMore }: ResultPageProps) {
  const variables = { text: words, ...(after !== undefined && { after }) };
  const { data, error, refetch } = useGraphqlQuery(SearchDocument, variables);
  if (error)
    return (
      <ErrorNotice title="The events could not be searched" onRetry={() => void refetch()}>
        {error.message}
      </ErrorNotice>
    );
  if (!data) return <Loading what="Searching" />;
  const { edges, pageInfo } = data.events;
  const { hasNextPage, endCursor } = pageInfo;
  const first = after === undefined;
  return (
    <>
      {first && <p role="status">{countWords(edges.length, hasNextPage)}</p>}
      <ol className="found">
        {edges.map(({ node }) => (
          <FoundEvent key={node.id} event={node} path={eventPath(node, listed)} />
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

function countWords(count: number, more: boolean): string {
  if (count === 0) return 'No event matches.';
  if (more) return `Showing the ${count} most recently recorded.`;
  return count === 1 ? 'One event matches.' : `${count} events match.`;
}

function FoundEvent({ event, path }: { readonly event: Found; readonly path: string | null }) {
  const { summary, stream, retracted } = event;
  return (
    <li>
      <span className="soft">{eventDateWords(event)}</span>{' '}
      <bdi>{path === null ? summary : <Link href={path}>{summary}</Link>}</bdi>{' '}
      <span className="soft">
        {stream}
        {retracted && ', retracted since'}
      </span>
    </li>
  );
}
