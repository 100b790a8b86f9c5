/** A slider over time that marks change points and steps between them. */
import { type KeyboardEvent, memo, useId, useMemo } from 'react';
import { nextChangePoint, type ChangePoint } from '../../lib/time/changePoints.js';
import './slider.css';

interface SliderProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly time: number;
  readonly changePoints: readonly ChangePoint[];
  /** The step of Shift and an arrow key, in milliseconds. */
  readonly step: number;
  /** The value in words, for assistive technology. */
  readonly words: string;
  readonly onTime: (time: number) => void;
}

const LONG = 30;

export function Slider({ label, min, max, time, changePoints, step, words, onTime }: SliderProps) {
  const hint = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    const to = timeForKey(event, { time, changePoints, step, min, max });
    if (to === undefined) return;
    event.preventDefault();
    onTime(Math.min(max, Math.max(min, to)));
  };
  return (
    <div className="slider">
      <Ticks changePoints={changePoints} min={min} max={max} />
      <input
        type="range"
        aria-label={label}
        aria-valuetext={words}
        aria-describedby={hint}
        min={min}
        max={max}
        step="any"
        value={Math.min(max, Math.max(min, time))}
        onChange={({ target }) => onTime(Number(target.value))}
        onKeyDown={onKeyDown}
      />
      <span id={hint} className="visually-hidden">
        Arrow keys go from change to change, with Shift by single steps, Page Up and Page Down
        further.
      </span>
    </div>
  );
}

/** The time that a key moves to; undefined for a key that the slider does not handle. */
export function timeForKey(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  {
    time,
    changePoints,
    step,
    min,
    max,
  }: Pick<SliderProps, 'time' | 'changePoints' | 'step' | 'min' | 'max'>,
): number | undefined {
  const direction = key === 'ArrowRight' || key === 'ArrowUp' || key === 'PageUp' ? 1 : -1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
    case 'ArrowLeft':
    case 'ArrowDown':
      // While change points load, arrow keys move by single steps.
      if (shiftKey || changePoints.length === 0) return time + direction * step;
      return nextChangePoint(changePoints, time, direction)?.time ?? time;
    case 'PageUp':
    case 'PageDown':
      return time + direction * step * LONG;
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return undefined;
  }
}

/** A tick for each change point. */
const Ticks = memo(function Ticks({
  changePoints,
  min,
  max,
}: Pick<SliderProps, 'changePoints' | 'min' | 'max'>) {
  const path = useMemo(() => {
    const positions = new Set(
      changePoints.map((point) => Math.round((1000 * (point.time - min)) / (max - min))),
    );
    return [...positions].map((x) => `M${x} 0V10`).join('');
  }, [changePoints, min, max]);
  return (
    <svg
      className="slider-ticks"
      viewBox="0 0 1000 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
});
