/** Controls of the view's clocks: date, state of knowledge, and playback. */
import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { timePointWords } from '../../lib/words/viewWords.js';
import { DAY_MS, dateOf, dayStart } from '../../lib/time/calendarDays.js';
import type { Clocks, LogHead } from '../../lib/view.js';
import { DateField } from '../../ui/dateField.js';
import { useNarrow } from '../../ui/useNarrow.js';
import { Slider } from './slider.js';
import { nextChangePoint, type ChangePoint, withChangePoint } from '../../lib/time/changePoints.js';
import './timeControls.css';

export interface TimeControlsProps {
  readonly clocks: Clocks;
  readonly head: LogHead;
  /** The date where the days of the negotiation are counted. */
  readonly today: string;
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
/** Share of the slider's range that lies after today, for scheduled dates. */
const AHEAD = 0.12;

/** The range of the date slider, in epoch milliseconds, on a date. */
export function rangeOf(
  changePoints: readonly ChangePoint[],
  todaysDate: string,
  at: string | null,
): readonly [number, number] {
  const today = dayStart(todaysDate);
  // While change points load, the range must include the view's date.
  const viewDate = at === null || changePoints.length > 0 ? today : dayStart(at);
  const first =
    Math.min(
      changePoints[0]?.time ?? Math.min(viewDate - 60 * DAY_MS, today - 365 * DAY_MS),
      today - 30 * DAY_MS,
    ) -
    7 * DAY_MS;
  const ahead = Math.max(60, Math.round((AHEAD * (today - first)) / DAY_MS)) * DAY_MS;
  return [first, today + ahead];
}

export const TimeControls = memo(function TimeControls(props: TimeControlsProps) {
  const { clocks, move, go, playing, onPlay } = props;
  const today = dayStart(props.today);
  const changePoints = useMemo(
    () => withChangePoint(props.changePoints, today),
    [props.changePoints, today],
  );
  const [min, max] = rangeOf(props.changePoints, props.today, clocks.at);
  const time = clocks.at === null ? today : dayStart(clocks.at);
  const moveTo = (to: number) => {
    const day = dateOf(Math.round(to / DAY_MS) * DAY_MS);
    move({ at: dayStart(day) === today ? null : day });
  };
  const step = (direction: 1 | -1) => {
    const changePoint = nextChangePoint(changePoints, time, direction);
    if (changePoint) moveTo(changePoint.time);
  };
  const steps = {
    step,
    isFirst: !nextChangePoint(changePoints, time, -1),
    isLast: !nextChangePoint(changePoints, time, 1),
  };
  const box = useHeight('--time-controls-height');
  const isNarrow = useNarrow();
  const [open, setOpen] = useState(false);
  const hasKnowledge = clocks.knownAt !== null || clocks.publicAt !== null;
  const [showsKnowledge, setShowsKnowledge] = useState(hasKnowledge);
  return (
    <section ref={box} className="time-controls screen-only" aria-label="Time travel">
      {isNarrow && (
        <div className="time-controls-line">
          <StepButton direction={-1} {...steps} />
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {clocks.at === null ? 'Today' : timePointWords(clocks.at)}
            {hasKnowledge && ', as then known'}
            <Fold open={open} />
            <span className="visually-hidden">: choose another date</span>
          </button>
          <StepButton direction={1} {...steps} />
        </div>
      )}
      {(!isNarrow || open) && (
        <div className="time-controls-row">
          <span className="time-controls-label">Date</span>
          <div className="time-controls-buttons">
            {!isNarrow && <StepButton direction={-1} {...steps} />}
            <button
              type="button"
              aria-pressed={playing}
              disabled={changePoints.length === 0}
              onClick={onPlay}
            >
              {playing ? 'Pause' : 'Play'}
            </button>
            {!isNarrow && <StepButton direction={1} {...steps} />}
          </div>
          <Slider
            label="Date of the view"
            min={min}
            max={max}
            time={time}
            changePoints={changePoints}
            step={DAY_MS}
            words={clocks.at === null ? 'now' : timePointWords(clocks.at)}
            onTime={moveTo}
          />
          <DateField
            label="Date of the view"
            value={clocks.at}
            empty={dateOf(today)}
            onValue={(at) => go({ at: at === dateOf(today) ? null : at })}
          />
          <button type="button" disabled={clocks.at === null} onClick={() => go({ at: null })}>
            Today
          </button>
          {!isNarrow && (
            <button
              type="button"
              aria-expanded={showsKnowledge}
              onClick={() => setShowsKnowledge(!showsKnowledge)}
            >
              {hasKnowledge ? 'As then known' : 'All that is known'}
              <Fold open={showsKnowledge} />
            </button>
          )}
        </div>
      )}
      {(isNarrow ? open : showsKnowledge) && <KnowledgeControls {...props} />}
    </section>
  );
});

/** Points to where the controls open. */
const Fold = ({ open }: { readonly open: boolean }) => (
  <span aria-hidden="true"> {open ? '▾' : '▴'}</span>
);

interface StepButtonProps {
  readonly direction: 1 | -1;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly step: (direction: 1 | -1) => void;
}

function StepButton({ direction, isFirst, isLast, step }: StepButtonProps) {
  return (
    <button
      type="button"
      disabled={direction === 1 ? isLast : isFirst}
      onClick={() => step(direction)}
      aria-label={direction === 1 ? 'Next change' : 'Previous change'}
    >
      <span aria-hidden="true">{direction === 1 ? '›' : '‹'}</span>
    </button>
  );
}

/** The controls of the state of knowledge: what this log had recorded, or what was public. */
function KnowledgeControls({
  clocks,
  head,
  today,
  recorded,
  published,
  move,
  go,
}: TimeControlsProps) {
  const isPublic = clocks.publicAt !== null || clocks.knownAt === null;
  const knowledgePoints = isPublic ? published : recorded;
  const key = isPublic ? 'publicAt' : 'knownAt';
  const value = clocks[key];
  const end = isPublic ? dayStart(today) : Date.parse(head.recordedAt ?? head.seenAt);
  const min = Math.min(knowledgePoints[0]?.time ?? end, end - (isPublic ? DAY_MS : MINUTE_MS));
  const max = Math.max(end, min + MINUTE_MS);
  const changePoints = useMemo(() => withChangePoint(knowledgePoints, max), [knowledgePoints, max]);
  const time = value === null ? max : value.includes('T') ? Date.parse(value) : dayStart(value);
  const moveTo = (to: number) => {
    if (to >= max) move({ publicAt: null, knownAt: isPublic ? null : (head.recordedAt ?? null) });
    else if (isPublic) move({ publicAt: dateOf(Math.round(to / DAY_MS) * DAY_MS) });
    else
      move({
        knownAt: changePoints.find((point) => point.time === to)?.at ?? new Date(to).toISOString(),
      });
  };
  const choose = (kind: 'public' | 'recorded') =>
    go(
      kind === 'public'
        ? { knownAt: null, publicAt: null }
        : { knownAt: head.recordedAt ?? head.seenAt, publicAt: null },
    );
  return (
    <div className="time-controls-row">
      <span className="time-controls-label">Known</span>
      <div className="time-controls-buttons" role="group" aria-label="What counts as known">
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
        time={time}
        changePoints={changePoints}
        step={isPublic ? DAY_MS : MINUTE_MS}
        words={value === null ? 'everything' : timePointWords(value, true)}
        onTime={moveTo}
      />
      <DateField
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
      <p className="time-controls-note soft">
        {isPublic
          ? 'Public: only what had been published by that date counts. All: everything published so far.'
          : 'Recorded: only what had been entered in this record by then counts.'}
      </p>
    </div>
  );
}

/** Keeps an element's height in a custom property of the page, for the scroll padding above it. */
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
