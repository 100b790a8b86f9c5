/** The desk's inbox: what is proposed, one proposal in full, and what was decided. */
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useGraphqlClient } from '../../api/client/apiProvider.js';
import type { GraphqlError } from '../../api/client/client.js';
import { keepToken } from '../../api/client/session.js';
import {
  ProposalInFullDocument,
  ProposalsDocument,
  type ProposalsQuery,
  type ProposalStatus,
} from '../../generated/graphql.js';
import { dateWords, meansOfType } from '../../lib/time/edtfWords.js';
import { slugWords } from '../../lib/words/labels.js';
import { ErrorNotice, Loading } from '../../ui/loading/notice.js';
import { inWords } from './fields.js';
import { ProposeForm } from './proposeForm.js';
import { Review } from './review.js';
import './proposals.css';

const OPEN: readonly ProposalStatus[] = ['PENDING'];
const DECIDED: readonly ProposalStatus[] = ['ACCEPTED', 'REJECTED', 'WITHDRAWN'];
/** The latest of them. */
const SHOWN = 200;

type Listed = ProposalsQuery['proposals']['nodes'][number];

export function Inbox() {
  const client = useGraphqlClient();
  const [status, setStatus] = useState(OPEN);
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const list = useQuery<ProposalsQuery, GraphqlError>({
    queryKey: ['proposals', status],
    queryFn: ({ signal }) =>
      client.fetchAuthorized(ProposalsDocument, { status: [...status], last: SHOWN }, signal),
  });
  const proposals = list.data?.proposals.nodes ?? [];
  const id = proposals.some((each) => each.id === chosen) ? chosen : (proposals[0]?.id ?? null);
  const full = useQuery({
    queryKey: ['proposal', id],
    queryFn: ({ signal }) =>
      client.fetchAuthorized(ProposalInFullDocument, { id: id ?? '' }, signal),
    enabled: id !== null,
  });
  const decided = (words: string) => {
    setSaid(words);
    void list.refetch();
  };
  return (
    <>
      <h1>Proposals</h1>
      <p className="soft">
        Events that someone proposes, each on the words of a text. Nothing is on record until
        someone else accepts it.
      </p>
      <p className="proposal-buttons">
        {[
          { of: OPEN, words: 'To decide' },
          { of: DECIDED, words: 'Decided' },
        ].map(({ of, words }) => (
          <button
            key={words}
            type="button"
            aria-pressed={status === of}
            onClick={() => setStatus(of)}
          >
            {words}
          </button>
        ))}
      </p>
      <p role="status">{said}</p>
      {list.isPending && <Loading what="Reading the proposals" />}
      {list.error && <Refused error={list.error} onToken={() => void list.refetch()} />}
      {list.data && (
        <div className="inbox">
          <ProposalList proposals={proposals} chosen={id} onChoose={setChosen} />
          {full.data?.proposal && <Review proposal={full.data.proposal} onDecided={decided} />}
        </div>
      )}
      {!list.error && <ProposeForm onProposed={() => void list.refetch()} />}
    </>
  );
}

function ProposalList({
  proposals,
  chosen,
  onChoose,
}: {
  readonly proposals: readonly Listed[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  if (proposals.length === 0) return <p className="soft">There are none.</p>;
  return (
    <nav aria-label="Proposals">
      <ul className="inbox-list">
        {proposals.map(({ id, type, stream, occurred, needs, status }) => (
          <li key={id}>
            <button
              type="button"
              className="quiet"
              aria-current={id === chosen}
              onClick={() => onChoose(id)}
            >
              <strong>{inWords(type)}</strong>
              <span className="soft">
                {[
                  stream === null ? 'Not assigned' : slugWords(stream.replace(/^.*\//, '')),
                  occurred === null ? 'no date' : dateWords(occurred, meansOfType(type)),
                  status === 'PENDING' && needs.length > 0 && 'to be filled in',
                  status !== 'PENDING' && inWords(status).toLowerCase(),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Refused({
  error,
  onToken,
}: {
  readonly error: GraphqlError;
  readonly onToken: () => void;
}) {
  const [token, setToken] = useState('');
  const codes = error.graphqlErrors.map(({ extensions }) => extensions?.['code']);
  if (!codes.includes('FORBIDDEN') && error.status !== 401)
    return (
      <ErrorNotice title="The proposals cannot be read" onRetry={onToken}>
        {error.message}
      </ErrorNotice>
    );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    keepToken(token);
    onToken();
  };
  return (
    <form className="proposal-form" onSubmit={submit}>
      <p>Proposals are for those who work on the record.</p>
      <label htmlFor="proposal-token">Token</label>
      <input
        id="proposal-token"
        type="password"
        autoComplete="off"
        value={token}
        onChange={({ target }) => setToken(target.value)}
      />
      <p className="proposal-buttons">
        <button type="submit" className="primary" disabled={token.trim() === ''}>
          Use this token
        </button>
      </p>
      <p className="soft">Kept only in this tab, until you close it.</p>
    </form>
  );
}
