/** Reads the chart at one moment: under the pointer, or by the arrow keys. Both say the same. */
import { type KeyboardEvent, memo, type PointerEvent, useMemo, useState } from 'react';
import { dateInZone, DAY_MS } from '../../lib/time/calendarDays.js';
import type { TimelineEvent } from '../../lib/time/timelineEvents.js';
import { type Reading, readingAt, readingStops, readingText } from './model/reading.js';
import type { Announced, Span } from './model/steps.js';
import type { Scene } from './model/scene.js';

interface ReaderProps {
  readonly label: string;
  readonly scene: Scene;
  readonly zone: string;
  /** Up to when the record can know what happened, in epoch milliseconds. */
  readonly today: number;
  readonly disputed: readonly Span[];
  readonly announced: readonly Announced[];
  readonly events: readonly TimelineEvent[];
  /** The instant of the view, in epoch milliseconds: where reading by keys begins. */
  readonly at: number;
  /** How much larger than usual the page is set. */
  readonly scale: number;
  /** Called with the day that was chosen, such as 2025-08-27. */
  readonly onDay: (day: string) => void;
}

/** A day is read within so many pixels of it. */
const REACH = 3;
const PAGE = 10;

export const Reader = memo(function Reader(props: ReaderProps) {
  const { label, scene, zone, today, disputed, announced, events, at, scale, onDay } = props;
  const { x, left, right } = scene.frame;
  const [min, max] = x.domain;
  const [time, setTime] = useState<number | null>(null);
  const stops = useMemo(
    () => readingStops(scene.steps, events, [min, max]),
    [scene.steps, events, min, max],
  );
  const reading = useMemo(() => {
    const slack = Math.max(DAY_MS / 2, (REACH * (max - min)) / Math.max(1, right - left));
    return readingAt(
      { steps: scene.steps, zone, today, disputed, announced },
      events,
      time ?? at,
      slack,
    );
  }, [scene.steps, zone, today, disputed, announced, events, time, at, max, min, right, left]);

  const timeUnder = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) => {
    const box = currentTarget.getBoundingClientRect();
    return Math.min(max, Math.max(min, x.invert((clientX - box.left) / scale)));
  };
  const move = (steps: number) => {
    const current = time ?? at;
    const next = stops.findIndex((stop) => stop > current);
    const after = next < 0 ? stops.length : next;
    const before = stops.findLastIndex((stop) => stop < current);
    const index = steps > 0 ? after + steps - 1 : before + steps + 1;
    setTime(stops[Math.min(stops.length - 1, Math.max(0, index))] ?? null);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => move(1),
    ArrowUp: () => move(1),
    ArrowLeft: () => move(-1),
    ArrowDown: () => move(-1),
    PageUp: () => move(PAGE),
    PageDown: () => move(-PAGE),
    Home: () => setTime(stops[0] ?? null),
    End: () => setTime(stops.at(-1) ?? null),
    Enter: () => onDay(dateInZone(zone, time ?? at)),
    Escape: () => setTime(null),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || (event.key === 'Escape' && time === null)) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const place = x(time ?? at) * scale;
  return (
    <>
      <div
        className="chart-reader"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={Math.min(max, Math.max(min, Math.round(time ?? at)))}
        aria-valuetext={readingText(reading)}
        onPointerMove={(event) => setTime(timeUnder(event))}
        onPointerLeave={() => setTime(null)}
        onClick={(event) =>
          onDay(dateInZone(zone, timeUnder(event as unknown as PointerEvent<HTMLElement>)))
        }
        onBlur={() => setTime(null)}
        onKeyDown={onKeyDown}
      />
      {time !== null && (
        <>
          <div className="chart-pointed" style={{ left: place }} />
          <Readout reading={reading} left={place} width={scene.frame.width * scale} />
        </>
      )}
    </>
  );
});

function Readout({
  reading: { headline, acts, dispute, events, more },
  left,
  width,
}: {
  readonly reading: Reading;
  readonly left: number;
  readonly width: number;
}) {
  const style = left > width / 2 ? { right: width - left + 12 } : { left: left + 12 };
  return (
    <div className="chart-readout" aria-hidden="true" style={style}>
      <p>
        <b>{headline}</b>
      </p>
      {acts !== '' && <p className="soft">{acts}</p>}
      {dispute !== '' && <p className="disputed">{dispute}</p>}
      {events.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {more > 0 && <p className="soft">and {more} more</p>}
    </div>
  );
}
