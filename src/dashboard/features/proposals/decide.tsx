/** Accepting a proposal, as it is or amended, and rejecting it with a reason. */
import { type SubmitEvent, useState } from 'react';
import { useGraphqlClient } from '../../api/client/apiProvider.js';
import { AcceptProposalDocument, RejectProposalDocument } from '../../generated/graphql.js';
import { amendmentOf, fieldName, type Field, fieldsOf, type Proposal } from './fields.js';

interface Props {
  readonly proposal: Proposal;
  /** Called when it was decided. */
  readonly onDecided: (words: string) => void;
}

interface Refusal {
  readonly message: string;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** The words a field rests on. */
const quotesOf = ({ spans }: Proposal, path: string): readonly string[] =>
  spans
    .filter((span) => span.path === path || span.path.startsWith(`${path}[`))
    .map(({ quote }) => quote);

export function Decide({ proposal, onDecided }: Props) {
  const client = useGraphqlClient();
  const fields = fieldsOf(proposal);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [amending, setAmending] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const send = async (work: () => Promise<Refusal | string>) => {
    setBusy(true);
    const outcome = await work();
    setBusy(false);
    if (typeof outcome === 'string') onDecided(outcome);
    else setRefusal(outcome);
  };
  const accept = () =>
    send(async () => {
      const amendment = amendmentOf(proposal, typed);
      const given = reason.trim() === '' ? {} : { reason };
      const input = { id: proposal.id, ...given, ...(amendment && { amendment }) };
      const { data, error } = await client.mutate(AcceptProposalDocument, { input });
      const result = data?.acceptProposal;
      if (!result) return refused(error?.message);
      return 'proposal' in result ? 'Accepted: the event is on record.' : toRefusal(result);
    });
  const reject = () =>
    send(async () => {
      const input = { id: proposal.id, reason };
      const { data, error } = await client.mutate(RejectProposalDocument, { input });
      const result = data?.rejectProposal;
      if (!result) return refused(error?.message);
      return 'proposal' in result ? 'Rejected. It stays readable.' : toRefusal(result);
    });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void accept();
  };
  return (
    <form className="proposal-form" onSubmit={submit}>
      <dl>
        {fields.map((field) => (
          <FieldRow
            key={field.path}
            field={field}
            quotes={quotesOf(proposal, field.path)}
            isOpen={amending || field.isNeeded}
            value={typed.get(field.path) ?? field.text}
            onChange={(value) => setTyped(new Map([...typed, [field.path, value]]))}
          />
        ))}
      </dl>
      <label htmlFor="proposal-reason">Reason (needed to reject)</label>
      <input
        id="proposal-reason"
        maxLength={2_000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {refusal && (
        <div role="alert" className="proposal-refusal">
          <p>{refusal.message}</p>
          <ul>
            {refusal.problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {fieldName(path.replace(/^events\[0\]\./, ''))} {message}.
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="proposal-buttons">
        <button type="submit" className="primary" disabled={busy}>
          {amendmentOf(proposal, typed) ? 'Accept as amended' : 'Accept'}
        </button>
        <button
          type="button"
          aria-pressed={amending}
          onClick={() => setAmending(!amending)}
          disabled={busy}
        >
          Amend
        </button>
        <button type="button" disabled={busy || reason.trim() === ''} onClick={() => void reject()}>
          Reject
        </button>
      </p>
    </form>
  );
}

const refused = (message: string | undefined): Refusal => ({
  message: message ?? 'The server did not answer. Try again.',
  problems: [],
});

const toRefusal = (result: {
  readonly message: string;
  readonly problems?: Refusal['problems'];
}): Refusal => ({ message: result.message, problems: result.problems ?? [] });

function FieldRow({
  field: { path, words, isNeeded },
  quotes,
  isOpen,
  value,
  onChange,
}: {
  readonly field: Field;
  readonly quotes: readonly string[];
  readonly isOpen: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = `proposal-${path}`;
  const name = path === 'sources' ? 'Address of the source' : fieldName(path);
  return (
    <div>
      <dt>{isOpen ? <label htmlFor={id}>{name}</label> : name}</dt>
      <dd>
        {isOpen ? (
          <input id={id} value={value} onChange={({ target }) => onChange(target.value)} />
        ) : (
          words
        )}
        {isNeeded && <span className="soft"> The text does not give it.</span>}
        {quotes.map((quote, i) => (
          <q key={i} className="soft">
            {quote}
          </q>
        ))}
      </dd>
    </div>
  );
}
