/** Proposing what rules find in a report: the text, its day and its address. */
import { type SubmitEvent, useState } from 'react';
import { useGraphqlClient } from '../../api/client/apiProvider.js';
import { ProposeTextDocument } from '../../generated/graphql.js';

interface Outcome {
  readonly words: string;
  readonly notUnderstood: readonly { readonly words: string; readonly reason: string }[];
}

const MAX_TEXT = 200_000;

export function ProposeForm({ onProposed }: { readonly onProposed: () => void }) {
  const client = useGraphqlClient();
  const [text, setText] = useState('');
  const [day, setDay] = useState('');
  const [url, setUrl] = useState('');
  const [keepText, setKeepText] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const input = {
      text,
      keepText,
      ...(day !== '' && { day }),
      ...(url !== '' && {
        sources: [{ kind: 'PRESS' as const, url, ...(day !== '' && { published: day }) }],
      }),
    };
    const { data, error } = await client.mutate(ProposeTextDocument, { input });
    const result = data?.proposeEvents;
    if (!result || !('proposals' in result)) {
      const words = result?.message ?? error?.message ?? 'The server did not answer. Try again.';
      setOutcome({ words, notUnderstood: [] });
      return;
    }
    const { proposals, notUnderstood } = result;
    setOutcome({
      words: `${proposals.length} ${proposals.length === 1 ? 'event' : 'events'} proposed.`,
      notUnderstood,
    });
    if (proposals.length > 0) onProposed();
  };
  return (
    <details className="proposal-new">
      <summary>Propose what a report tells</summary>
      <form className="proposal-form" onSubmit={(event) => void submit(event)}>
        <label htmlFor="proposal-report">Text of the report, in English</label>
        <textarea
          id="proposal-report"
          rows={8}
          required
          maxLength={MAX_TEXT}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <label htmlFor="proposal-day">Day of the report</label>
        <input
          id="proposal-day"
          placeholder="2025-11-05"
          pattern="\d{4}-\d\d-\d\d"
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        <label htmlFor="proposal-url">Address of the report</label>
        <input
          id="proposal-url"
          type="url"
          value={url}
          onChange={({ target }) => setUrl(target.value)}
        />
        <label>
          <input
            type="checkbox"
            checked={keepText}
            onChange={({ target }) => setKeepText(target.checked)}
          />{' '}
          Keep the text: its licence allows it
        </label>
        <p className="proposal-buttons">
          <button type="submit" className="primary">
            Read and propose
          </button>
        </p>
        <div role="status">
          {outcome && <p>{outcome.words}</p>}
          {outcome && outcome.notUnderstood.length > 0 && (
            <>
              <p>Not understood:</p>
              <ul>
                {outcome.notUnderstood.map(({ words, reason }) => (
                  <li key={words}>
                    {words} ({reason})
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </form>
    </details>
  );
}
