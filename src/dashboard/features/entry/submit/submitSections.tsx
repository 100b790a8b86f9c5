/** What a form shows after it is submitted: the preview, the recorded event, or what went wrong. */
import { type SubmitEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { keepToken, tokenOf } from '../../../api/client/session.js';
import { ComparisonTable } from '../../../ui/comparisonTable.js';
import { Findings } from './preview/findings.js';
import {
  needsConfirmation,
  type Preview,
  type SubmitFailure,
  type SubmitMode,
} from './submitState.js';

/** A section below the form; its heading takes the focus when it appears. */
export function SubmitSection({
  title,
  tone = '',
  children,
}: {
  readonly title: string;
  readonly tone?: '' | 'bad' | 'good';
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('section')?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section className={`entry-section ${tone}`}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
}

export function PreviewSection({
  preview: { entered, findings, consequences, addedTo },
  recordLabel,
  hypotheticalLabel,
  onRecord,
  onBack,
  onAmend,
}: {
  readonly preview: Preview;
  readonly recordLabel: string;
  /** The heading of the column of hypothetical figures. */
  readonly hypotheticalLabel: string;
  readonly onRecord: () => void;
  readonly onBack: () => void;
  /** Makes of the form an amendment of a measure, by its slug. */
  readonly onAmend: (slug: string) => void;
}) {
  const mustConfirm = needsConfirmation(findings);
  const [confirmed, setConfirmed] = useState(false);
  const changed = (consequences ?? []).filter(({ differences }) => differences.length > 0);
  return (
    <SubmitSection title="What will change" tone="good">
      {consequences === null && <p>Its effect could not be calculated. You can still record it.</p>}
      {consequences !== null && changed.length === 0 && (
        <p>The current status does not change. The event is added to the history.</p>
      )}
      {changed.map(({ slug, title, differences }) => (
        <ComparisonTable
          key={slug}
          differences={differences}
          caption={title}
          hypotheticalLabel={hypotheticalLabel}
        />
      ))}
      {addedTo.map(({ slug, title, expression }) => (
        <p key={slug} className="entry-problem">
          This adds to {expression} of {title}, which is in force on these goods: amend that one
          instead?{' '}
          <button type="button" className="quiet" onClick={() => onAmend(slug)}>
            Amend {title}
          </button>
        </p>
      ))}
      <Findings findings={findings} entered={entered} />
      {mustConfirm && (
        <p>
          <label>
            <input
              type="checkbox"
              checked={confirmed}
              onChange={({ target }) => setConfirmed(target.checked)}
            />{' '}
            I have read the points to check, and this is meant.
          </label>
        </p>
      )}
      <p className="soft">Nothing has been recorded yet.</p>
      <p className="entry-buttons">
        <button
          type="button"
          className="primary"
          disabled={mustConfirm && !confirmed}
          onClick={onRecord}
        >
          {recordLabel}
        </button>
        <button type="button" onClick={onBack}>
          Back to the form
        </button>
      </p>
    </SubmitSection>
  );
}

export function TokenSection({
  message,
  onToken,
}: {
  readonly message: string;
  readonly onToken: () => void;
}) {
  const [token, setToken] = useState('');
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    keepToken(token);
    onToken();
  };
  return (
    <SubmitSection title="Token required" tone="bad">
      <p>{message}</p>
      <form className="entry-token" onSubmit={onSubmit}>
        <label htmlFor="entry-token">Token</label>
        <input
          id="entry-token"
          type="password"
          autoComplete="off"
          aria-describedby="entry-token-description"
          value={token}
          onChange={({ target }) => setToken(target.value)}
        />
        <button type="submit" className="primary" disabled={token.trim() === ''}>
          Use this token
        </button>
        <p className="entry-description" id="entry-token-description">
          Kept only in this tab, until you close it. The operator of the server creates tokens with
          “parley tokens create”.
        </p>
      </form>
    </SubmitSection>
  );
}

/** States that a token is kept in this tab, with a button that removes it. */
export function StoredTokenNotice() {
  const [removed, setRemoved] = useState(false);
  if (tokenOf() === null) return removed ? <p role="status">Token removed.</p> : null;
  const remove = () => {
    keepToken('');
    setRemoved(true);
  };
  return (
    <p className="soft">
      A token is kept for this tab.{' '}
      <button type="button" className="quiet" onClick={remove}>
        Remove token
      </button>
    </p>
  );
}

export function FailureSection({
  failure,
  mode,
  onRetry,
  onSubmitAsNew,
  onBack,
}: {
  readonly failure: SubmitFailure;
  readonly mode: SubmitMode;
  readonly onRetry: () => void;
  readonly onSubmitAsNew: () => void;
  readonly onBack: () => void;
}) {
  if (failure.kind === 'idempotencyConflict')
    return (
      <SubmitSection title="This form was already recorded" tone="bad">
        <p>
          You changed the form after it was recorded. Correct the recorded event, or record this
          version as another event.
        </p>
        <p className="entry-buttons">
          <button type="button" onClick={onSubmitAsNew}>
            Record as another event
          </button>
          <button type="button" onClick={onBack}>
            Back to the form
          </button>
        </p>
      </SubmitSection>
    );
  const unreachable = failure.kind === 'unreachable';
  return (
    <SubmitSection
      title={unreachable ? 'The server could not be reached' : 'The event could not be recorded'}
      tone="bad"
    >
      <p>
        {unreachable
          ? `Nothing you typed is unreachable. ${mode === 'record' ? 'Try again: the event is recorded only once, even if the first attempt reached the server.' : 'Try again once the server can be reached.'}`
          : failure.message}
      </p>
      <p className="entry-buttons">
        <button type="button" className="primary" onClick={onRetry}>
          Try again
        </button>
        <button type="button" onClick={onBack}>
          Back to the form
        </button>
      </p>
    </SubmitSection>
  );
}
