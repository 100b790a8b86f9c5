/** What comes after the form was sent: what would change, what is in the way, what was recorded. */
import { type SubmitEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { keepToken, tokenOf } from '../../../api/client/session.js';
import { SideBySide } from '../../../ui/sideBySide.js';
import type { WarningFragment } from '../../../generated/graphql.js';
import type { Aim, Preview, Trouble } from './useEntry.js';
import type { WentThrough } from './writing.js';

/** A part of the form that takes the focus when it appears, so that nobody has to look for it. */
export function Part({
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
    <section className={`entry-part ${tone}`}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
}

function Findings({ findings }: { readonly findings: readonly WarningFragment[] }) {
  if (findings.length === 0) return null;
  return (
    <>
      <h4>This asks for a second look</h4>
      <ul>
        {findings.map(({ code, message, events }) => (
          <li key={`${code} ${message}`}>
            {message}
            {events.length > 0 && (
              <span className="soft"> ({events.map(({ summary }) => summary).join('; ')})</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

export function PreviewPart({
  preview: { findings, consequences },
  verb,
  after,
  onRecord,
  onBack,
}: {
  readonly preview: Preview;
  readonly verb: string;
  /** What the picture as it would be is called. */
  readonly after: string;
  readonly onRecord: () => void;
  readonly onBack: () => void;
}) {
  const changed = (consequences ?? []).filter(({ shifts }) => shifts.length > 0);
  return (
    <Part title="What will change" tone="good">
      {consequences === null && <p>What it changes could not be worked out; it may be recorded.</p>}
      {consequences !== null && changed.length === 0 && (
        <p>Where things stand stays as it is. The event joins the history.</p>
      )}
      {changed.map(({ slug, title, shifts }) => (
        <SideBySide key={slug} shifts={shifts} caption={title} supposed={after} />
      ))}
      <Findings findings={findings} />
      <p className="soft">Nothing is written yet.</p>
      <p className="entry-buttons">
        <button type="button" className="primary" onClick={onRecord}>
          {verb}
        </button>
        <button type="button" onClick={onBack}>
          Change it first
        </button>
      </p>
    </Part>
  );
}

export function DonePart({
  result: { events, findings, repeated },
  onNext,
  onClose,
}: {
  readonly result: WentThrough;
  readonly onNext: (() => void) | undefined;
  readonly onClose: () => void;
}) {
  return (
    <Part title="Recorded" tone="good">
      {events.map(({ id, summary, stream, revision, position }) => (
        <p key={id}>
          {summary}{' '}
          <span className="soft">
            (event {revision} of {stream}, {position} of the log)
          </span>
        </p>
      ))}
      {repeated && <p>An earlier try had recorded it already; it is on record once.</p>}
      <Findings findings={findings} />
      <p className="entry-buttons">
        <button type="button" className="primary" onClick={onClose}>
          Close
        </button>
        {onNext && (
          <button type="button" onClick={onNext}>
            Enter another event
          </button>
        )}
      </p>
    </Part>
  );
}

export function TokenPart({
  message,
  onToken,
}: {
  readonly message: string;
  readonly onToken: () => void;
}) {
  const [token, setToken] = useState('');
  const use = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    keepToken(token);
    onToken();
  };
  return (
    <Part title="This server asks who writes" tone="bad">
      <p>{message}</p>
      <form className="entry-token" onSubmit={use}>
        <label htmlFor="entry-token">Token</label>
        <input
          id="entry-token"
          type="password"
          autoComplete="off"
          aria-describedby="entry-token-says"
          value={token}
          onChange={({ target }) => setToken(target.value)}
        />
        <button type="submit" className="primary" disabled={token.trim() === ''}>
          Go on with this token
        </button>
        <p className="entry-says" id="entry-token-says">
          Kept in this tab until it is closed, and nowhere else. Whoever runs the server makes one
          with “parley tokens create”.
        </p>
      </form>
    </Part>
  );
}

/** Says that a token is kept, with a way to forget it. */
export function TokenKept() {
  const [forgotten, setForgotten] = useState(false);
  if (tokenOf() === null) return forgotten ? <p role="status">The token is forgotten.</p> : null;
  const forget = () => {
    keepToken('');
    setForgotten(true);
  };
  return (
    <p className="soft">
      A token is kept for this tab.{' '}
      <button type="button" className="quiet" onClick={forget}>
        Forget it
      </button>
    </p>
  );
}

export function TroublePart({
  outcome,
  aim,
  onAgain,
  onAnew,
  onBack,
}: {
  readonly outcome: Trouble;
  readonly aim: Aim;
  readonly onAgain: () => void;
  readonly onAnew: () => void;
  readonly onBack: () => void;
}) {
  if (outcome.kind === 'used')
    return (
      <Part title="An earlier try had already recorded this form" tone="bad">
        <p>
          Since then you changed what it says. Look at what was recorded and correct it there, or
          enter what stands here as a further event.
        </p>
        <p className="entry-buttons">
          <button type="button" onClick={onAnew}>
            Enter it as a further event
          </button>
          <button type="button" onClick={onBack}>
            Back to the form
          </button>
        </p>
      </Part>
    );
  const lost = outcome.kind === 'lost';
  return (
    <Part title={lost ? 'The server could not be reached' : 'It could not be recorded'} tone="bad">
      <p>
        {lost
          ? `Nothing you typed is lost. ${aim === 'record' ? 'Try again: it is recorded once, even if the first try arrived.' : 'Try again when it is back.'}`
          : outcome.message}
      </p>
      <p className="entry-buttons">
        <button type="button" className="primary" onClick={onAgain}>
          Try again
        </button>
        <button type="button" onClick={onBack}>
          Back to the form
        </button>
      </p>
    </Part>
  );
}
