/** Someone was first: what they recorded meanwhile beside what was typed here, and how to go on. */
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { dateWords, instantWords } from '../../../lib/edtfWords.js';
import { Part } from './stages.js';
import type { Typed } from './typed.js';
import { type Latest, recordedSince } from './streamEnd.js';
import type { Conflict } from './writing.js';

export function ConflictPart({
  conflict,
  typed,
  verb,
  onGoOn,
  onDiscard,
  onBack,
}: {
  readonly conflict: Conflict;
  readonly typed: readonly Typed[];
  readonly verb: string;
  readonly onGoOn: () => void;
  readonly onDiscard: () => void;
  readonly onBack: () => void;
}) {
  const client = useClient();
  const [theirs, setTheirs] = useState<readonly Latest[] | null>(null);
  const { stream, expected, actual } = conflict;
  useEffect(() => {
    let left = false;
    void recordedSince(client, stream, expected).then((events) => {
      if (!left) setTheirs(events);
    });
    return () => {
      left = true;
    };
  }, [client, stream, expected, actual]);
  return (
    <Part title="Someone wrote first" tone="bad">
      <p>
        Since you opened this form,{' '}
        {actual - expected === 1 ? 'one event was' : `${actual - expected} events were`} recorded in{' '}
        {stream}. Nothing you typed is lost.
      </p>
      <div className="entry-versions">
        <section>
          <h4>Recorded meanwhile</h4>
          {theirs === null && <p role="status">Reading the record …</p>}
          <ul>
            {theirs?.map(({ id, summary, occurred, recordedAt, recordedBy, sources }) => (
              <li key={id}>
                <strong>{summary}</strong>, {dateWords(occurred)}
                <span className="soft">
                  {' '}
                  (
                  {[
                    ...sources.map(({ publisher, title }) => publisher ?? title ?? ''),
                    `recorded ${instantWords(recordedAt)}${recordedBy === null ? '' : ` by ${recordedBy}`}`,
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
          <h4>What you typed</h4>
          <dl>
            {typed.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <p className="entry-buttons">
        <button type="button" className="primary" onClick={onGoOn}>
          {verb}
        </button>
        <button type="button" onClick={onBack}>
          Change mine first
        </button>
        <button type="button" onClick={onDiscard}>
          Discard mine
        </button>
      </p>
    </Part>
  );
}
