/** Marks a page that supposes something as hypothetical, and leads out of it. */
import { useEffect, useRef, useState } from 'react';
import type { AsOf, Assumptions } from '../../generated/graphql.js';
import { Loading, Trouble } from '../../ui/notice.js';
import { part } from '../../ui/lazyWithRetry.js';
import { suppose, useSupposed } from '../../api/url/assumptions.js';
import './whatIf.css';

const WhatIfPanel = part(() => import('./whatIfPanel.js'), {
  meanwhile: <Loading what="Opening what-if" />,
});

/** "2 events switched off, 1 supposed". */
export function supposedWords({ without, with: events }: Assumptions): string {
  const [off, on] = [(without ?? []).length, (events ?? []).length];
  return [
    off > 0 ? `${off} ${off === 1 ? 'event' : 'events'} switched off` : '',
    on > 0 ? `${on} ${on === 1 ? 'event' : 'events'} supposed` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

interface WhatIfProps {
  readonly slug: string;
  /** The view of the page; null until it is known. */
  readonly asOf: AsOf | null | undefined;
}

/** The way into what-if, the banner of a page that supposes something, and the panel for both. */
export function WhatIf({ slug, asOf }: WhatIfProps) {
  const { assuming, broken } = useSupposed();
  const [open, setOpen] = useState(false);
  const supposes = assuming !== null;
  useEffect(() => {
    if (!supposes) return undefined;
    document.documentElement.dataset['whatIf'] = '';
    return () => {
      delete document.documentElement.dataset['whatIf'];
    };
  }, [supposes]);
  useEffect(() => {
    if (!supposes) return undefined;
    const leave = (event: KeyboardEvent) => {
      const { target } = event;
      const typing = target instanceof Element && target.matches('input, select, textarea');
      const inDialog = document.querySelector('dialog[open], [role="dialog"]') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !typing && !inDialog) suppose(null);
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [supposes]);
  return (
    <>
      {broken && <Broken />}
      {assuming && <Banner assuming={assuming} open={open} onOpen={setOpen} />}
      {!assuming && !open && (
        <p className="what-if-way screen-only">
          <button type="button" className="quiet" onClick={() => setOpen(true)}>
            What if …
          </button>
        </p>
      )}
      {open && asOf && <WhatIfPanel slug={slug} asOf={asOf} onClose={() => setOpen(false)} />}
    </>
  );
}

function Broken() {
  return (
    <div className="what-if-broken">
      <Trouble title="This what-if link is broken">
        What it supposes could not be read; it may have been cut off. What is shown is the record as
        it is.
      </Trouble>
      <button type="button" onClick={() => suppose(null)}>
        Go on with the record
      </button>
    </div>
  );
}

function Banner({
  assuming,
  open,
  onOpen,
}: {
  readonly assuming: Assumptions;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}) {
  return (
    <section className="what-if-banner" aria-label="What if: hypothetical">
      <p>
        <strong>What if?</strong> This is not the record: {supposedWords(assuming)}.
      </p>
      <div className="what-if-buttons">
        {!open && (
          <button type="button" onClick={() => onOpen(true)}>
            Change
          </button>
        )}
        <CopyLink />
        <button type="button" className="primary" onClick={() => suppose(null)}>
          Leave <span className="heard">what-if</span> <kbd>Esc</kbd>
        </button>
      </div>
    </section>
  );
}

function CopyLink() {
  const [said, setSaid] = useState<'' | 'Copied' | 'Copy it below'>('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (said === 'Copy it below') field.current?.select();
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid('Copied');
    } catch {
      // Browsers refuse on pages without a secure connection: then it is shown to be copied by hand.
      setSaid('Copy it below');
    }
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        Copy link
      </button>
      <span role="status">{said}</span>
      {said === 'Copy it below' && (
        <input ref={field} readOnly aria-label="Link to this what-if" value={location.href} />
      )}
    </>
  );
}
