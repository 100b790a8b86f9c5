/** The controls of time: the date asked about, what was known, playing, and comparing. */
import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { timePointWords } from '../../lib/viewWords.js';
import { DAY_MS, dateOf, dayStart } from '../../lib/calendarDays.js';
import type { Clocks, LogHead } from '../../lib/view.js';
import { Field } from '../../ui/dateField.js';
import { Slider } from './slider.js';
import { InvalidDates } from './invalidDates.js';
import { nextChangePoint, type ChangePoint, withChangePoint } from '../../lib/changePoints.js';
import './timeControls.css';

export interface TimeControlsProps {
  readonly clocks: Clocks;
  readonly head: LogHead;
  /** Days on which something changed, as known in this view. */
  readonly changePoints: readonly ChangePoint[];
  readonly recorded: readonly ChangePoint[];
  readonly published: readonly ChangePoint[];
  readonly move: (change: Partial<Clocks>) => void;
  readonly go: (change: Partial<Clocks>) => void;
  readonly playing: boolean;
  readonly onPlay: () => void;
}

const MINUTE_MS = 60_000;
/** Room after the last change and today, so that what is scheduled can be looked at. */
const AHEAD = 0.12;

/** From where to where the slider of dates goes. */
export function rangeOf(
  changePoints: readonly ChangePoint[],
  head: LogHead,
  at: string | null,
): readonly [number, number] {
  const today = dayStart(head.seenAt);
  // Before it is known when anything changed, the date asked about must have its place, too.
  const asked = at === null || changePoints.length > 0 ? today : dayStart(at);
  const first =
    Math.min(
      changePoints[0]?.place ?? Math.min(asked - 60 * DAY_MS, today - 365 * DAY_MS),
      today - 30 * DAY_MS,
    ) -
    7 * DAY_MS;
  const ahead = Math.max(60, Math.round((AHEAD * (today - first)) / DAY_MS)) * DAY_MS;
  return [first, today + ahead];
}

export const TimeControls = memo(function TimeControls(props: TimeControlsProps) {
  const { clocks, head, move, go, playing, onPlay } = props;
  const today = dayStart(head.seenAt);
  const changePoints = useMemo(
    () => withChangePoint(props.changePoints, today),
    [props.changePoints, today],
  );
  const [min, max] = rangeOf(props.changePoints, head, clocks.at);
  const place = clocks.at === null ? today : dayStart(clocks.at);
  const toPlace = (to: number) => {
    const day = dateOf(Math.round(to / DAY_MS) * DAY_MS);
    move({ at: dayStart(day) === today ? null : day });
  };
  const step = (direction: 1 | -1) => {
    const stop = nextChangePoint(changePoints, place, direction);
    if (stop) toPlace(stop.place);
  };
  const isFirst = !nextChangePoint(changePoints, place, -1);
  const isLast = !nextChangePoint(changePoints, place, 1);
  const box = useHeight('--dock');
  return (
    <section ref={box} className="dock screen-only" aria-label="Time travel">
      <InvalidDates onDone={() => go({})} />
      <div className="dock-row">
        <span className="dock-name">Date</span>
        <div className="dock-buttons">
          <button
            type="button"
            disabled={isFirst}
            onClick={() => step(-1)}
            aria-label="Change before"
          >
            <span aria-hidden="true">‹</span>
          </button>
          <button
            type="button"
            aria-pressed={playing}
            disabled={changePoints.length === 0}
            onClick={onPlay}
          >
            {playing ? 'Pause' : 'Play'}
          </button>
          <button type="button" disabled={isLast} onClick={() => step(1)} aria-label="Change after">
            <span aria-hidden="true">›</span>
          </button>
        </div>
        <Slider
          label="Date asked about"
          min={min}
          max={max}
          place={place}
          changePoints={changePoints}
          step={DAY_MS}
          words={clocks.at === null ? 'now' : timePointWords(clocks.at)}
          onPlace={toPlace}
        />
        <Field
          label="Date asked about"
          value={clocks.at}
          empty={dateOf(today)}
          onValue={(at) => go({ at: at === dateOf(today) ? null : at })}
        />
        <button type="button" disabled={clocks.at === null} onClick={() => go({ at: null })}>
          Now
        </button>
      </div>
      <Known {...props} />
    </section>
  );
});

/** What was known: as this log recorded it, or as the public could know it. */
function Known({ clocks, head, recorded, published, move, go }: TimeControlsProps) {
  const isPublic = clocks.publicAt !== null || clocks.knownAt === null;
  const learnt = isPublic ? published : recorded;
  const key = isPublic ? 'publicAt' : 'knownAt';
  const value = clocks[key];
  const end = isPublic ? dayStart(head.seenAt) : Date.parse(head.recordedAt ?? head.seenAt);
  const min = Math.min(learnt[0]?.place ?? end, end - (isPublic ? DAY_MS : MINUTE_MS));
  const max = Math.max(end, min + MINUTE_MS);
  const changePoints = useMemo(() => withChangePoint(learnt, max), [learnt, max]);
  const place = value === null ? max : value.includes('T') ? Date.parse(value) : dayStart(value);
  const toPlace = (to: number) => {
    if (to >= max) move({ publicAt: null, knownAt: isPublic ? null : (head.recordedAt ?? null) });
    else if (isPublic) move({ publicAt: dateOf(Math.round(to / DAY_MS) * DAY_MS) });
    else
      move({
        knownAt: changePoints.find((stop) => stop.place === to)?.at ?? new Date(to).toISOString(),
      });
  };
  const choose = (kind: 'public' | 'recorded') =>
    go(
      kind === 'public'
        ? { knownAt: null, publicAt: null }
        : { knownAt: head.recordedAt ?? head.seenAt, publicAt: null },
    );
  return (
    <div className="dock-row">
      <span className="dock-name">Known</span>
      <div className="dock-buttons" role="group" aria-label="What counts as known">
        <button type="button" aria-pressed={isPublic} onClick={() => choose('public')}>
          Public
        </button>
        <button type="button" aria-pressed={!isPublic} onClick={() => choose('recorded')}>
          Recorded
        </button>
      </div>
      <Slider
        label={isPublic ? 'What the public could know' : 'What this log had recorded'}
        min={min}
        max={max}
        place={place}
        changePoints={changePoints}
        step={isPublic ? DAY_MS : MINUTE_MS}
        words={value === null ? 'everything' : timePointWords(value, true)}
        onPlace={toPlace}
      />
      <Field
        label={isPublic ? 'Known to the public by' : 'Recorded by'}
        value={value}
        empty=""
        onValue={(to) => go({ [key]: to })}
      />
      <button
        type="button"
        disabled={clocks.knownAt === null && clocks.publicAt === null}
        onClick={() => go({ knownAt: null, publicAt: null })}
      >
        All
      </button>
    </div>
  );
}

/** Keeps the height of an element in a property of the page, for what stands above it. */
function useHeight(property: string) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() =>
      style.setProperty(property, `${current.offsetHeight}px`),
    );
    observer.observe(current);
    return () => {
      observer.disconnect();
      style.removeProperty(property);
    };
  }, [property]);
  return box;
}
