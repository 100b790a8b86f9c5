/** A revision conflict: the events recorded meanwhile beside the user's entry, and the ways to continue. */
import { useEffect, useState } from 'react';
import { useGraphqlClient } from '../../../api/client/apiProvider.js';
import { dateWords, instantWords } from '../../../lib/time/edtfWords.js';
import { recorderName } from '../../../lib/words/labels.js';
import { SubmitSection } from './submitSections.js';
import type { SummaryEntry } from './formSummary.js';
import { type StreamEvent, fetchEventsSince, streamKind } from './streamHead.js';
import type { Conflict } from './submit.js';

export function ConflictSection({
  conflict,
  summary,
  recordLabel,
  onContinue,
  onDiscard,
  onEdit,
}: {
  readonly conflict: Conflict;
  readonly summary: readonly SummaryEntry[];
  readonly recordLabel: string;
  readonly onContinue: () => void;
  readonly onDiscard: () => void;
  readonly onEdit: () => void;
}) {
  const client = useGraphqlClient();
  const [recorded, setRecorded] = useState<readonly StreamEvent[] | null>(null);
  const { stream, expected, actual } = conflict;
  useEffect(() => {
    let cancelled = false;
    void fetchEventsSince(client, stream, expected).then((events) => {
      if (!cancelled) setRecorded(events);
    });
    return () => {
      cancelled = true;
    };
  }, [client, stream, expected, actual]);
  return (
    <SubmitSection title="Other events were recorded first" tone="bad">
      <p>
        Since you opened this form,{' '}
        {actual - expected === 1 ? 'one event was' : `${actual - expected} events were`} recorded in
        the same {streamKind(stream)}. Nothing you typed is lost.
      </p>
      <div className="entry-conflict">
        <section>
          <h4>Recorded meanwhile</h4>
          {recorded === null && <p role="status">Loading the events …</p>}
          <ul>
            {recorded?.map(({ id, summary: text, occurred, recordedAt, recordedBy, sources }) => (
              <li key={id}>
                <strong>{text}</strong>, {dateWords(occurred)}
                <span className="soft">
                  {' '}
                  (
                  {[
                    ...sources.map(({ publisher, title }) => publisher ?? title ?? ''),
                    `recorded ${instantWords(recordedAt)}${recordedBy === null ? '' : ` by ${recorderName(recordedBy)}`}`,
                  ]
                    .filter(Boolean)
                    .join('; ')}
                  )
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h4>Your entry</h4>
          <dl>
            {summary.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <p className="entry-buttons">
        <button type="button" className="primary" onClick={onContinue}>
          {recordLabel}
        </button>
        <button type="button" onClick={onEdit}>
          Edit my entry first
        </button>
        <button type="button" onClick={onDiscard}>
          Discard my entry
        </button>
      </p>
    </SubmitSection>
  );
}
