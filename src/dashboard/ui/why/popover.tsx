/** The words about a value, beside it while the pointer or the focus is on it. */
import { useLayoutEffect, useRef, useState } from 'react';
import { dateWords } from '../../lib/edtfWords.js';
import { CERTAINTY, SOURCE_KIND } from '../../lib/labels.js';
import { type EventDetails, useEventDetails } from '../../api/cache/eventCache.js';

export const TIP_ID = 'who-says-so';
const MOST = 3;
const GAP = 8;

interface TipProps {
  readonly anchor: HTMLElement;
  readonly events: readonly string[];
  /** What is said where there is no event. */
  readonly none: string | undefined;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

export function Tip({ anchor, events, none, onStay, onLeave }: TipProps) {
  const said = useEventDetails(events.slice(0, MOST));
  const loaded = said.filter(Boolean).length;
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    if (!box.current) return;
    const { left, top, bottom } = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = box.current;
    const below = bottom + GAP + height <= window.innerHeight;
    setPlace({
      left: Math.max(GAP, Math.min(left, document.documentElement.clientWidth - width - GAP)),
      top: below ? bottom + GAP : Math.max(GAP, top - GAP - height),
    });
  }, [anchor, said.length, loaded]);
  return (
    <div
      ref={box}
      id={TIP_ID}
      role="tooltip"
      className="tip"
      style={place ?? { visibility: 'hidden' }}
      onMouseEnter={onStay}
      onMouseLeave={onLeave}
    >
      {events.length === 0 && none && <p className="sentence">{none}.</p>}
      {said.map((event, i) => (
        <Short key={events[i]} event={event} />
      ))}
      {events.length > MOST && <p className="soft">and {events.length - MOST} more</p>}
      <p className="soft">Press for every report of it.</p>
    </div>
  );
}

function Short({ event }: { readonly event: EventDetails | null | undefined }) {
  if (event === undefined) return <p>…</p>;
  if (event === null) return <p>Supposed here; the record does not say so.</p>;
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
        {sources.slice(0, MOST).map((source, i) => (
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
  const who = publisher ?? title ?? 'a source without a name';
  const when = published === null ? '' : `, ${dateWords(published)}`;
  return `${who}${when} (${SOURCE_KIND[kind]})`;
}
