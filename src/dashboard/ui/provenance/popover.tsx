/** The popover beside a value that has the pointer or the focus: the events that set it and their sources. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { dateWords } from '../../lib/time/edtfWords.js';
import { CERTAINTY, SOURCE_KIND } from '../../lib/words/labels.js';
import { type EventDetails, useEventDetails } from '../../api/cache/eventCache.js';

export const POPOVER_ID = 'who-says-so';
const MAX_ENTRIES = 3;
const GAP = 8;

interface PopoverProps {
  readonly anchor: HTMLElement;
  readonly events: readonly string[];
  /** The text where no event sets the value. */
  readonly none: string | undefined;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  /** Called when there is nothing left to stand beside, or the reader has turned to something else. */
  readonly onGone: () => void;
}

export function Popover({ anchor, events, none, onStay, onLeave, onGone }: PopoverProps) {
  const details = useEventDetails(events.slice(0, MAX_ENTRIES));
  const loaded = details.filter(Boolean).length;
  const box = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    if (box.current) setPosition(placeBeside(anchor, box.current));
  }, [anchor, details.length, loaded]);
  useEffect(() => {
    // An element that leaves the page tells nobody that the pointer left it.
    const observer = new MutationObserver(() => {
      if (!anchor.isConnected) onGone();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    const follow = () => {
      const { top, bottom } = anchor.getBoundingClientRect();
      if (bottom < 0 || top > window.innerHeight) onGone();
      else if (box.current) setPosition(placeBeside(anchor, box.current));
    };
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !anchor.contains(target) && !box.current?.contains(target))
        onGone();
    };
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    window.addEventListener('resize', follow);
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', follow, { capture: true });
      window.removeEventListener('resize', follow);
      document.removeEventListener('pointerdown', onPointerDown);
    };
  }, [anchor, onGone]);
  return (
    <div
      ref={box}
      id={POPOVER_ID}
      role="tooltip"
      className="popover"
      style={position ?? { visibility: 'hidden' }}
      onMouseEnter={onStay}
      onMouseLeave={onLeave}
    >
      {events.length === 0 && none && <p className="sentence">{none}.</p>}
      {details.map((event, i) => (
        <EventSummary key={events[i]} event={event} />
      ))}
      {events.length > MAX_ENTRIES && (
        <p className="soft">and {events.length - MAX_ENTRIES} more</p>
      )}
      <p className="soft">Press for every report.</p>
    </div>
  );
}

/** Below the anchor, or above it where there is no room; within the window. */
function placeBeside(anchor: HTMLElement, box: HTMLElement): { left: number; top: number } {
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = bottom + GAP + height <= window.innerHeight;
  return {
    left: Math.max(GAP, Math.min(left, document.documentElement.clientWidth - width - GAP)),
    top: below ? bottom + GAP : Math.max(GAP, top - GAP - height),
  };
}

function EventSummary({ event }: { readonly event: EventDetails | null | undefined }) {
  if (event === undefined) return <p>…</p>;
  if (event === null) return <p>Assumed in this what-if view; not on record.</p>;
  const { summary, certainty, sources, corrections } = event;
  return (
    <>
      <p>
        {summary} <span className="soft">({CERTAINTY[certainty]})</span>
      </p>
      {corrections.map(
        (each) =>
          'reason' in each &&
          !each.retracted && <p key={each.id}>corrected since: {each.reason}</p>,
      )}
      <ul>
        {sources.slice(0, MAX_ENTRIES).map((source, i) => (
          <li key={i}>{sourceWords(source)}</li>
        ))}
      </ul>
    </>
  );
}

/** "The Hindu, 15 August 2025 (press)". */
export function sourceWords({
  kind,
  publisher,
  title,
  published,
}: EventDetails['sources'][number]): string {
  const who = publisher ?? title ?? 'unnamed source';
  const when = published === null ? '' : `, ${dateWords(published)}`;
  return `${who}${when} (${SOURCE_KIND[kind]})`;
}
