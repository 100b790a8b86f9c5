/** The popover beside a value that has the pointer or the focus: the events that set it and their sources. */
import { useLayoutEffect, useRef, useState } from 'react';
import { dateWords } from '../../lib/time/edtfWords.js';
import { CERTAINTY, SOURCE_KIND } from '../../lib/labels.js';
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
}

export function Popover({ anchor, events, none, onStay, onLeave }: PopoverProps) {
  const details = useEventDetails(events.slice(0, MAX_ENTRIES));
  const loaded = details.filter(Boolean).length;
  const box = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    if (!box.current) return;
    const { left, top, bottom } = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = box.current;
    const below = bottom + GAP + height <= window.innerHeight;
    setPosition({
      left: Math.max(GAP, Math.min(left, document.documentElement.clientWidth - width - GAP)),
      top: below ? bottom + GAP : Math.max(GAP, top - GAP - height),
    });
  }, [anchor, details.length, loaded]);
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
