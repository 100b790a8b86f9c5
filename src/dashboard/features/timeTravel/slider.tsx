/** A slider over time that knows where something changed. */
import { type KeyboardEvent, memo, useId, useMemo } from 'react';
import { nextChangePoint, type ChangePoint } from '../../lib/changePoints.js';
import './slider.css';

interface SliderProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly place: number;
  readonly changePoints: readonly ChangePoint[];
  /** How far Shift and an arrow go, in milliseconds. */
  readonly step: number;
  /** Where it stands, in words. */
  readonly words: string;
  readonly onPlace: (place: number) => void;
}

const LONG = 30;

export function Slider({
  label,
  min,
  max,
  place,
  changePoints,
  step,
  words,
  onPlace,
}: SliderProps) {
  const hint = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    const to = placeFor(event, { place, changePoints, step, min, max });
    if (to === undefined) return;
    event.preventDefault();
    onPlace(Math.min(max, Math.max(min, to)));
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
        value={Math.min(max, Math.max(min, place))}
        onChange={({ target }) => onPlace(Number(target.value))}
        onKeyDown={onKeyDown}
      />
      <span id={hint} className="heard">
        Arrow keys go from change to change, with Shift by single steps, Page Up and Page Down
        further.
      </span>
    </div>
  );
}

/** Where a key leads, or undefined when it is none of the slider's. */
export function placeFor(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  {
    place,
    changePoints,
    step,
    min,
    max,
  }: Pick<SliderProps, 'place' | 'changePoints' | 'step' | 'min' | 'max'>,
): number | undefined {
  const direction = key === 'ArrowRight' || key === 'ArrowUp' || key === 'PageUp' ? 1 : -1;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
    case 'ArrowLeft':
    case 'ArrowDown':
      // While it is not known yet when anything changed, single steps are what there is.
      if (shiftKey || changePoints.length === 0) return place + direction * step;
      return nextChangePoint(changePoints, place, direction)?.place ?? place;
    case 'PageUp':
    case 'PageDown':
      return place + direction * step * LONG;
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return undefined;
  }
}

/** A line for each change: where they crowd there was much going on. */
const Ticks = memo(function Ticks({
  changePoints,
  min,
  max,
}: Pick<SliderProps, 'changePoints' | 'min' | 'max'>) {
  const path = useMemo(() => {
    const places = new Set(
      changePoints.map((stop) => Math.round((1000 * (stop.place - min)) / (max - min))),
    );
    return [...places].map((x) => `M${x} 0V10`).join('');
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
