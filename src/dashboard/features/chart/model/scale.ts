/** Scales and the layout of a chart, without a package: the server draws with them, too. */

/** Maps values to pixels, in a straight line. */
export interface Scale {
  (value: number): number;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** The value at a pixel. */
  readonly invert: (pixel: number) => number;
}

/** A scale from `domain` to `range`; a domain without extent maps to the start of the range. */
export function linear(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [min, max] = domain;
  const [start, end] = range;
  const slope = max === min ? 0 : (end - start) / (max - min);
  const map = (value: number) => start + (value - min) * slope;
  const invert = (pixel: number) => (slope === 0 ? min : min + (pixel - start) / slope);
  return Object.assign(map, { domain, range, invert });
}

const MANTISSAS = [1, 2, 2.5, 5, 10];

/** Round values from 0 to the first that is not below `highest`, at most `limit` steps apart. */
export function roundValues(highest: number, limit: number): readonly number[] {
  const rough = Math.max(highest, Number.MIN_VALUE) / limit;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (MANTISSAS.find((each) => each * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const count = Math.max(1, Math.ceil(highest / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** Rows of annotated events below the axis, and the height of each, in pixels. */
export const ROW = 17;
/** Height of the time axis. */
export const AXIS = 24;

export interface Frame {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** Edges of the plot of the duty, from the top of the drawing. */
  readonly top: number;
  readonly bottom: number;
  /** From epoch milliseconds. */
  readonly x: Scale;
  /** From percentage points. */
  readonly y: Scale;
  /** The values that the axis of the duty shows. */
  readonly values: readonly number[];
}

/** A chart of its own, or one of several small ones. */
export type Size = 'large' | 'small';

/** Above the plot of a chart of its own: the names of its views. */
export const HEAD = 38;

/** The layout of a chart of a given width that shows rates up to `highest`. */
export function frameOf(
  width: number,
  range: readonly [number, number],
  highest: number,
  size: Size = 'large',
  height?: number,
): Frame {
  const [left, right, top] = size === 'large' ? [46, width - 12, HEAD] : [36, width - 8, 16];
  const plot = size === 'large' ? Math.min(360, Math.max(230, width * 0.27)) : 96;
  const bottom = top + Math.round(height ?? plot);
  const values = roundValues(Math.max(10, highest * 1.12), size === 'large' ? 6 : 3);
  return {
    ...{ width, left, right, top, bottom, values },
    x: linear(range, [left, right]),
    y: linear([0, values.at(-1) ?? 10], [bottom, top]),
  };
}

/** A time, or the end of the axis that it lies beyond. */
export const clamped = (time: number, { x }: Frame): number =>
  Math.min(x.domain[1], Math.max(x.domain[0], time));
