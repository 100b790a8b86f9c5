/** Marks a page with assumptions as hypothetical, with a way back to the record. */
import { useEffect, useRef, useState } from 'react';
import type { AsOf, Assumptions } from '../../generated/graphql.js';
import { Loading, ErrorNotice } from '../../ui/loading/notice.js';
import { lazyWithRetry } from '../../ui/loading/lazyWithRetry.js';
import { closeOnEscape } from '../../lib/escapeKey.js';
import { setAssumptions, useAssumptionsState } from '../../api/url/assumptions.js';
import './whatIf.css';

const WhatIfPanel = lazyWithRetry(() => import('./whatIfPanel.js'), {
  fallback: <Loading what="Opening what-if" />,
});

/** "2 events left out, 1 event added". */
export function assumptionsText({ without, with: events }: Assumptions): string {
  const excluded = (without ?? []).length;
  const added = (events ?? []).length;
  return [
    excluded > 0 ? `${excluded} ${excluded === 1 ? 'event' : 'events'} left out` : '',
    added > 0 ? `${added} ${added === 1 ? 'event' : 'events'} added` : '',
  ]
    .filter((text) => text !== '')
    .join(', ');
}

interface WhatIfProps {
  readonly slug: string;
  /** The view of the page; null until it is determined. */
  readonly asOf: AsOf | null | undefined;
}

/** The button that opens what-if, the banner of a page with assumptions, and the panel that edits them. */
export function WhatIf({ slug, asOf }: WhatIfProps) {
  const { assumptions, broken } = useAssumptionsState();
  const [open, setOpen] = useState(false);
  const hypothetical = assumptions !== null;
  useEffect(() => {
    if (!hypothetical) return undefined;
    document.documentElement.dataset['whatIf'] = '';
    return () => {
      delete document.documentElement.dataset['whatIf'];
    };
  }, [hypothetical]);
  useEffect(
    () => (hypothetical ? closeOnEscape(() => setAssumptions(null)) : undefined),
    [hypothetical],
  );
  return (
    <>
      {broken && <BrokenLink />}
      {assumptions && <Banner assumptions={assumptions} open={open} onOpen={setOpen} />}
      {!assumptions && !open && (
        <p className="what-if-open screen-only">
          <button type="button" className="quiet" onClick={() => setOpen(true)}>
            What if …
          </button>
        </p>
      )}
      {open && asOf && <WhatIfPanel slug={slug} asOf={asOf} onClose={() => setOpen(false)} />}
    </>
  );
}

function BrokenLink() {
  return (
    <div className="what-if-broken">
      <ErrorNotice title="This what-if link is broken">
        Its assumptions could not be read; the link may have been cut off. This page shows the
        record.
      </ErrorNotice>
      <button type="button" onClick={() => setAssumptions(null)}>
        Continue with the record
      </button>
    </div>
  );
}

function Banner({
  assumptions,
  open,
  onOpen,
}: {
  readonly assumptions: Assumptions;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}) {
  return (
    <section className="what-if-banner" aria-label="What if: hypothetical">
      <p>
        <strong>What if?</strong> This is not the record: {assumptionsText(assumptions)}.
      </p>
      <div className="what-if-buttons">
        {!open && (
          <button type="button" onClick={() => onOpen(true)}>
            Change
          </button>
        )}
        <CopyLink />
        <button type="button" className="primary" onClick={() => setAssumptions(null)}>
          Leave <span className="visually-hidden">what-if</span> <kbd>Esc</kbd>
        </button>
      </div>
    </section>
  );
}

function CopyLink() {
  const [status, setStatus] = useState<'' | 'Copied' | 'Copy the link below'>('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (status === 'Copy the link below') field.current?.select();
  }, [status]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setStatus('Copied');
    } catch {
      // Browsers refuse on pages without a secure connection; the link is then shown for copying by hand.
      setStatus('Copy the link below');
    }
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        Copy link
      </button>
      <span role="status">{status}</span>
      {status === 'Copy the link below' && (
        <input ref={field} readOnly aria-label="Link to this what-if" value={location.href} />
      )}
    </>
  );
}
