/** `/`: every negotiation on record, and a search through their events. */
import { useMemo, useState } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { useLogHead } from '../../api/client/logHead.js';
import {
  type AsOf,
  type NegotiationListQueryVariables,
  NegotiationListDocument,
  SearchDocument,
} from '../../generated/graphql.js';
import { asOfFor, type LogHead, now } from '../../lib/view.js';
import { QueryExamples } from '../../ui/queryExamples.js';
import { Loading, ErrorNotice } from '../../ui/notice.js';
import { instantWords } from '../../lib/time/edtfWords.js';
import { NegotiationCard } from './card.js';
import { EmptyLog } from './empty.js';
import { byLastEvent, type Listed } from './listed.js';
import { SearchBox, SearchResults, useSearchWords } from './search.js';
import { PartyFilter, useParty } from './partyFilter.js';
import './overview.css';

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
  return (
    <article className="page overview">
      <h1>Negotiations</h1>
      {head.position === 0 ? (
        <EmptyLog />
      ) : (
        <>
          <SearchBox words={words} />
          <PartyFilter party={party} asOf={asOf} />
          <Pages key={party} head={head} asOf={asOf} party={party} words={words} />
          {words !== '' && <SearchResults words={words} asOf={asOf} />}
          <p className="soft">
            {head.position === 1 ? 'One event' : `${head.position} events`} on record
            {head.recordedAt !== null && `, the last entered ${instantWords(head.recordedAt)}`}.
          </p>
        </>
      )}
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
    </article>
  );
}

interface PagesProps {
  readonly head: LogHead;
  readonly asOf: AsOf;
  readonly party: string | null;
  readonly words: string;
}

/** The pages of the list that have been asked for. */
function Pages({ head, asOf, party, words }: PagesProps) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const filter = party === null ? {} : { filter: { party } };
  return cursors.map((after) => (
    <Page
      key={after ?? ''}
      variables={{ asOf, ...filter, ...(after !== null && { after }) }}
      seenAt={Date.parse(head.seenAt)}
      words={words}
      last={after === cursors.at(-1)}
      onMore={(next) => setCursors([...cursors, next])}
    />
  ));
}

interface PageProps {
  readonly variables: NegotiationListQueryVariables;
  /** What "now" is, in epoch milliseconds. */
  readonly seenAt: number;
  readonly words: string;
  readonly last: boolean;
  readonly onMore: (after: string) => void;
}

/** One page of the list, with its query. */
function Page({ variables, seenAt, words, last, onMore }: PageProps) {
  const { data, error, refetch } = useGraphqlQuery(NegotiationListDocument, variables);
  if (!data) {
    if (!error) return <Loading />;
    return (
      <ErrorNotice title="The record could not be read" onRetry={() => void refetch()}>
        {error.message}
      </ErrorNotice>
    );
  }
  const { edges, pageInfo } = data.negotiations;
  const found = edges
    .filter(({ node }) => matches(node, words))
    .sort((a, b) => byLastEvent(a.node, b.node));
  return (
    <>
      <ul className="cards">
        {found.map(({ node, through }) => (
          <NegotiationCard key={node.slug} negotiation={node} through={through} at={seenAt} />
        ))}
      </ul>
      {found.length === 0 && <p>No negotiation matches by name or party.</p>}
      {last && pageInfo.hasNextPage && pageInfo.endCursor !== null && (
        <button type="button" onClick={() => onMore(pageInfo.endCursor ?? '')}>
          More negotiations
        </button>
      )}
    </>
  );
}

/** Whether a negotiation's name, slug or parties contain every word. */
function matches({ title, slug, parties }: Listed, words: string): boolean {
  const text = [title, slug, ...parties.flatMap(({ code, name }) => [code, name])].join(' ');
  const folded = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
