/** `/`: every negotiation on record, and a search through their events. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useGraphqlClient } from '../../api/client/apiProvider.js';
import { useLogHead } from '../../api/client/logHead.js';
import { type AsOf, NegotiationListDocument, SearchDocument } from '../../generated/graphql.js';
import { asOfFor, type LogHead, now } from '../../lib/view.js';
import { QueryExamples } from '../../ui/queryExamples.js';
import { Loading, ErrorNotice } from '../../ui/loading/notice.js';
import { lazyWithRetry } from '../../ui/loading/lazyWithRetry.js';
import { instantWords } from '../../lib/time/edtfWords.js';
import { NegotiationCard } from './card.js';
import { EmptyLog } from './empty.js';
import { LayoutButtons, useLayout } from './layout.js';
import { matches, sorted } from './listed.js';
import { SearchBox, SearchResults, useSearchWords } from './search.js';
import { PartyFilter, useParty } from './partyFilter.js';
import './overview.css';

const WorldMap = lazyWithRetry(() => import('./map.js'), { fallback: <Loading /> });
const NegotiationTable = lazyWithRetry(() => import('./table.js'), { fallback: <Loading /> });

export default function OverviewPage() {
  const { head, problem, refresh } = useLogHead();
  if (head) return <Overview head={head} />;
  if (problem === null) return <Loading />;
  return (
    <ErrorNotice title="The record could not be read" onRetry={() => void refresh()}>
      {problem}
    </ErrorNotice>
  );
}

function Overview({ head }: { readonly head: LogHead }) {
  const asOf = useMemo(() => asOfFor(now(), head), [head]);
  const words = useSearchWords();
  const party = useParty();
  const examples = (
    <QueryExamples
      queries={[
        { what: 'All negotiations', document: NegotiationListDocument, variables: { asOf } },
        {
          what: 'Search through events',
          document: SearchDocument,
          variables: { text: words || 'tariff' },
        },
      ]}
    />
  );
  return (
    <article className="page overview">
      <h1>Negotiations</h1>
      {head.position === 0 ? (
        <>
          <EmptyLog />
          {examples}
        </>
      ) : (
        <>
          <SearchBox words={words} />
          <PartyFilter party={party} asOf={asOf} />
          <List head={head} asOf={asOf} party={party} words={words}>
            {words !== '' && <SearchResults words={words} party={party} />}
            <p className="soft">
              {head.position === 1 ? 'One event' : `${head.position} events`} on record
              {head.recordedAt !== null && `, the last entered ${instantWords(head.recordedAt)}`}.
            </p>
            {examples}
          </List>
        </>
      )}
    </article>
  );
}

interface ListProps {
  readonly head: LogHead;
  readonly asOf: AsOf;
  readonly party: string | null;
  readonly words: string;
  /** What stands below it. */
  readonly children: ReactNode;
}

/**
 * The list, page by page as asked for, as cards, as a table or on a map. What stands below comes with
 * it, so that nothing that is read moves.
 */
function List({ head, asOf, party, words, children }: ListProps) {
  const client = useGraphqlClient();
  const variables = { asOf, ...(party !== null && { filter: { party } }) };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      queryKey: [NegotiationListDocument.toString(), 'pages', variables],
      queryFn: ({ pageParam, signal }) =>
        client.fetch(
          NegotiationListDocument,
          { ...variables, ...(pageParam !== null && { after: pageParam }) },
          signal,
        ),
      initialPageParam: null as string | null,
      getNextPageParam: ({ negotiations: { pageInfo } }) =>
        pageInfo.hasNextPage ? pageInfo.endCursor : null,
      placeholderData: keepPreviousData,
    },
  );
  const layout = useLayout();
  if (!data) {
    if (!error) return <Loading />;
    return (
      <>
        <ErrorNotice title="The record could not be read" onRetry={() => void refetch()}>
          {error.message}
        </ErrorNotice>
        {children}
      </>
    );
  }
  const at = Date.parse(head.seenAt);
  const found = data.pages
    .flatMap(({ negotiations }) => negotiations.edges)
    .filter(({ node }) => matches(node, words));
  return (
    <>
      <LayoutButtons layout={layout} />
      {layout === 'table' && <NegotiationTable list={found} at={at} />}
      {layout === 'map' && <WorldMap list={found} asOf={asOf} party={party} />}
      {layout === 'cards' && (
        <ul className="cards">
          {sorted(found, { column: 'newest', direction: -1 }, at).map(({ node, through }) => (
            <NegotiationCard key={node.slug} negotiation={node} through={through} at={at} />
          ))}
        </ul>
      )}
      {found.length === 0 && <p>No negotiation matches by name or party.</p>}
      {hasNextPage && (
        <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          More negotiations
        </button>
      )}
      {children}
    </>
  );
}
